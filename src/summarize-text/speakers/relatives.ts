import type { Source } from '../quotations/places.ts';
import type { Token } from '../quotations/tokens.ts';
import { isCapital } from '../quotations/tokens.ts';
import type { Mention } from './phrases.ts';
import { phraseBefore, phraseFrom } from './phrases.ts';
import { isHuman, preposition } from './role-words.ts';
import { isPastVerb } from './verbs.ts';

const clauseBreak =
  /^(?:that|and|but|or|if|because|when|while|whether|as|after|before|how|what|why|where|which|since|so)$/;
const longestRelative = 15;

/** "The man who shot Ann Poe said": whom the relative clause that ends with `last` describes. */
export function subjectOfRelative(source: Source, last: Mention): Mention | undefined {
  const { tokens } = source;
  const opening = last.kind === 'pronoun' ? undefined : openingWho(tokens, last.begin);
  if (opening === undefined) return undefined;
  const next = tokens[opening + 1];
  const isParted = opening < last.begin - 1 || (!isCapital(next) && isPastVerb(next?.lower ?? ''));
  return isParted ? antecedent(source, opening, true) : undefined;
}

/** The "who" that opens the clause before a token, nothing but words of the same sentence between. */
function openingWho(tokens: readonly Token[], before: number): number | undefined {
  for (let at = before - 1; at > before - longestRelative; at--) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.sentence !== tokens[before]?.sentence) return undefined;
    if (token.lower === 'who') return at;
    if (clauseBreak.test(token.lower)) return undefined;
  }
  return undefined;
}

/** The phrase before "who" or "which"; of "a jab at Ann Poe, who" only the last is somebody. */
export function antecedent(source: Source, end: number, isPerson: boolean): Mention | undefined {
  const { tokens } = source;
  const whole = phraseBefore(source, end);
  if (!isPerson || whole?.kind !== 'role' || isHuman(whole.text)) return whole;
  let from = end;
  while (from > whole.from && !preposition.test(tokens[from - 1]?.lower ?? '')) from--;
  const last = from > whole.from ? phraseFrom(source, from) : undefined;
  return last?.to === end && last.kind === 'name' ? last : whole;
}
