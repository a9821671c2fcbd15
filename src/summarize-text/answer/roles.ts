import type { Fill } from './fills/fill.ts';
import type { Question } from './question/question.ts';
import type { AskedTerm } from './question/terms.ts';
import type { SpreadSentence } from './spread.ts';
import { helpingVerbs, joiningWords } from './words/plain-words.ts';
import type { Word } from './words/words.ts';

/** The verb of a question, and what of it is asked: who does it, or whom or what, when and where it is done. */
export interface AskedVerb {
  readonly term: number;
  readonly gap: 'subject' | 'other';
}

const did = /^(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|should)$/;

/** "Who designed X": its verb and a subject; "Whom did X beat", "When was X built": the last word before a preposition. */
export function askedVerb({ words }: Question, terms: readonly AskedTerm[]): AskedVerb | undefined {
  const at = words.findIndex(({ lower }) => /^(?:who|whom|what|which|where|when|how|why)$/.test(lower));
  if (at < 0) return undefined;
  const helper = words.findIndex(({ lower }, index) => index > at && index < at + 5 && did.test(lower));
  const verb =
    helper < 0 ? words.slice(at + 1).find(isTelling) : verbBehind(words, helper, helper === at + 1);
  const term = terms.findIndex(({ word }) => word === verb);
  if (term < 0 || verb === undefined) return undefined;
  const isDoing = helper >= 0 && words[helper + 1] === verb && verb.lower.endsWith('ing');
  return { term, gap: helper < 0 || isDoing ? 'subject' : 'other' };
}

const isTelling = ({ lower, isCapital }: Word): boolean => !isCapital && !joiningWords.has(lower);

/** "Who is leading …" has it right behind the helper; "Where was the key found in …" at the end of the phrase. */
function verbBehind(words: readonly Word[], helper: number, isNext: boolean): Word | undefined {
  const follows = words[helper + 1];
  if (isNext && follows !== undefined && isTelling(follows) && /(?:ing|ed|en)$/.test(follows.lower))
    return follows;
  const end = words.findIndex(({ lower }, index) => index > helper + 1 && endsPhrase(lower));
  return words.slice(helper + 1, end < 0 ? undefined : end).findLast(isTelling);
}

const endsPhrase = (lower: string): boolean =>
  joiningWords.has(lower) && !helpingVerbs.has(lower) && !determiner.test(lower);

const determiner = /^(?:the|a|an|his|her|their|its|this|that|these|those|of|s)$/;
const closeBefore = 4;
const closeBehind = 6;

/** Whether a filling stands where the sentence's grammar would have it by the question's verb, 0 to 1. */
export function roleOf(fill: Fill, { hits, read }: SpreadSentence, verb: AskedVerb | undefined): number {
  if (verb === undefined) return 0;
  let best = 0;
  for (const { term, at, strength } of hits)
    if (term === verb.term) best = Math.max(best, strength * placeBy(fill, at, read.words, verb.gap));
  return best;
}

function placeBy(
  { from, to }: Fill,
  at: number,
  words: SpreadSentence['read']['words'],
  gap: AskedVerb['gap'],
): number {
  const isBy = words[from - 1]?.lower === 'by';
  const before = at - to;
  const behind = from - at - 1;
  if (gap === 'subject') {
    if (isBy) return behind >= 0 && behind <= closeBehind ? 1 : 0;
    return before >= 0 && before <= closeBefore ? 1 - before / 8 : 0;
  }
  return behind >= 0 && behind <= closeBehind ? 1 - behind / 12 : 0;
}
