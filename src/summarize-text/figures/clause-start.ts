import type { Marked } from './phrases.ts';
import { isCompound, isNoun, isVerb } from './phrases.ts';
import { relative } from './subjects.ts';
import { tokenAt } from './tokens.ts';

const strongMark = /^(?:[;:—!?…"“”•|[\]])$/;
const clauseWord =
  /^(?:but|while|which|who|whose|that|when|because|after|before|if|where|since|although|though|whereas|until|unless|as|so|despite|following|amid|whether|how|what|why|whilst|once|yet)$/;
/** Where the clause that ends at a token begins. */
export function clauseStart(marked: Marked, end: number): number {
  const { tokens } = marked;
  let at = end;
  while (at > 0) {
    const token = tokenAt(tokens, at - 1);
    if (token.lower === ')') at = openingBracket(marked, at - 1) + 1;
    if (isClosedRelative(marked, at, end)) {
      at -= 2;
      continue;
    }
    if (!marked.owned[at - 1] && breaksClause(marked, at, end)) {
      if (relative.test(token.lower) && isNoun(marked, at - 2)) return at;
      break;
    }
    at--;
  }
  return at;
}

/** "the firm, which makes tins and soap, fell": the clause of "which" ends before the verb that counts. */
function isClosedRelative(marked: Marked, at: number, end: number): boolean {
  const { tokens } = marked;
  if (
    !/^(?:which|who|whose|where)$/.test(tokenAt(tokens, at - 1).lower) ||
    tokenAt(tokens, at - 2).lower !== ','
  )
    return false;
  for (let comma = at; comma < end; comma++)
    if (tokenAt(tokens, comma).lower === ',' && isVerb(marked, comma + 1)) return hasVerb(marked, at, comma);
  return false;
}

/** Where the bracket that closes at a token opens, when it is near. */
function openingBracket({ tokens }: Marked, at: number): number {
  for (let from = at - 1; from > at - 30 && from >= 0; from--)
    if (tokenAt(tokens, from).lower === '(') return from;
  return at;
}

function breaksClause(marked: Marked, at: number, end: number): boolean {
  const { lower } = tokenAt(marked.tokens, at - 1);
  if (/^["“‘]$/.test(lower) && isVerb(marked, at)) return false;
  if (strongMark.test(lower)) return true;
  if (lower === ',') return commaBreaks(marked, at, end);
  if (clauseWord.test(lower)) return hasVerb(marked, at, end) || at === end;
  return (
    /^(?:and|or)$/.test(lower) &&
    isVerb(marked, at) === false &&
    hasVerb(marked, at, Math.min(nextComma(marked, at, end), at + 6)) &&
    hasVerb(marked, 0, at)
  );
}

/** A comma before a new subject or a participle begins a clause; one after an apposition does not. */
function commaBreaks(marked: Marked, at: number, end: number): boolean {
  if (marked.owned[at - 2] || marked.owned[at] || !hasVerb(marked, at, nextComma(marked, at, end)))
    return false;
  const continues = isVerb(marked, at) || (marked.classes[at] === 'ADV' && isVerb(marked, at + 1));
  return !continues || /ing$/.test(tokenAt(marked.tokens, at).lower);
}

/** Where the words after a comma are looked at no further: the next comma, or seven words on. */
function nextComma({ tokens }: Marked, at: number, end: number): number {
  let to = at;
  while (to < Math.min(at + 7, end) && tokenAt(tokens, to).lower !== ',') to++;
  return to;
}

function hasVerb(marked: Marked, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (isVerb(marked, at) && !marked.owned[at] && !isCompound(marked, at)) return true;
  }
  return false;
}
