import type { Draft } from './draft.ts';
import type { Marked } from './phrases.ts';
import { joins } from './phrases.ts';
import { tokenAt } from './tokens.ts';

/** Where what a figure is of begins: behind its hyphen, "worth", a second measure, a conversion or a pronoun. */
export function thingStart(marked: Marked, draft: Draft): number {
  return overPronoun(marked, behindOwn(marked, draft));
}

function behindOwn(marked: Marked, draft: Draft): number {
  const { lower } = tokenAt(marked.tokens, draft.to);
  if (/^[-"“‘']$/.test(lower)) return draft.to + 1;
  if (lower === 'worth' && tokenAt(marked.tokens, draft.to + 1).lower === 'of') return draft.to + 1;
  if (lower === ',') return behindSecond(marked, draft);
  return lower === '(' && draft.nounTo === undefined ? behindBracket(marked, draft.to) : draft.to;
}

/** "a five-year, 900-mile tour": both are of the tour. */
function behindSecond({ tokens, classes, owned }: Marked, { from, to }: Draft): number {
  if (tokenAt(tokens, from + 1).lower !== '-') return to;
  if (owned[to + 1]) return Math.max(to, owned.indexOf(false, to + 1));
  return classes[to + 1] === 'NUM' ? to + 1 : to;
}

/** "450 Nm (332 lb ft) of torque". */
function behindBracket({ tokens, owned }: Marked, at: number): number {
  let holds = false;
  for (let to = at + 1; to < at + 10; to++) {
    if (tokenAt(tokens, to).lower === ')') return holds ? to + 1 : at;
    holds ||= owned[to] === true;
  }
  return at;
}

/** "of it from public grants": the pronoun says nothing alone. */
function overPronoun({ tokens }: Marked, at: number): number {
  const isPronoun = /^(?:it|them|this|these|that|which|whom)$/.test(tokenAt(tokens, at + 1).lower);
  const isLed = tokenAt(tokens, at).lower === 'of' && joins.test(tokenAt(tokens, at + 2).lower);
  return isPronoun && isLed ? at + 2 : at;
}
