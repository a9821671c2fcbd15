import type { Draft } from './draft.ts';
import type { Marked, Stretch } from './phrases.ts';
import { joins, phraseFrom } from './phrases.ts';
import { tokenAt } from './tokens.ts';

const comparative =
  /^(?:higher|lower|more|less|larger|smaller|bigger|cheaper|dearer|longer|shorter|taller|deeper|wider|faster|slower|heavier|lighter|better|worse|stronger|weaker|older|younger|hotter|colder|warmer|cooler)$/;
const ends = /^(?:[,.;:!?)—]|and|but|or|)$/;

/** "45% higher than a year ago", "a third cheaper": by what it differs, and from what. */
export function comparedWith(marked: Marked, draft: Draft): Stretch | undefined {
  const from = draft.nounTo ?? draft.to;
  const first = tokenAt(marked.tokens, from).lower;
  if (draft.kind === 'age' || !comparative.test(first)) return undefined;
  const isOfAdjective = /^(?:more|less)$/.test(first) && marked.classes[from + 1] === 'ADJ';
  const than = isOfAdjective ? from + 2 : from + 1;
  const { lower } = tokenAt(marked.tokens, than);
  if (lower === 'than') return { from, to: endOfThan(marked, than) };
  return isOfAdjective || ends.test(lower) ? { from, to: than } : undefined;
}

function endOfThan(marked: Marked, than: number): number {
  const next = joins.test(tokenAt(marked.tokens, than + 1).lower) ? than + 2 : than + 1;
  const end = phraseFrom(marked, next, than + 8)?.to ?? than;
  return tokenAt(marked.tokens, end).lower === 'ago' ? end + 1 : end;
}
