import type { AnswerOptions, AskedText } from '../types.ts';
import { type Found, gatherCheap, gatherFills, type Inquiry, wholeWeight } from './gather.ts';
import { withSayings } from './hear.ts';
import { readQuestion } from './question/question.ts';
import { type AskedTerm, createMatcher, readTerms } from './question/terms.ts';
import type { QuotationsOf } from './quoted.ts';
import { readTexts } from './read-texts.ts';
import { askedVerb } from './roles.ts';
import { type SpreadText, spreadTerms } from './spread.ts';
import { scoreOf } from './weights.ts';

/** A question longer than this is none; its beginning is read. */
const longestQuestion = 1_000;
/** So many sentences are looked at closely. */
const inQuestion = 16;

/** The sentences that are in question, best first, and what was looked for. */
interface Ranking {
  readonly inquiry: Inquiry;
  readonly ranked: readonly Found[];
  readonly missing: readonly string[];
}

/** A question and where its words stand in the texts. */
export interface Search {
  readonly inquiry: Inquiry;
  readonly spread: readonly SpreadText[];
}

export function openSearch(
  asked: string,
  texts: readonly AskedText[],
  findings: AnswerOptions['findings'],
): Search {
  const question = readQuestion(asked.slice(0, longestQuestion));
  const read = readTexts(texts, findings);
  const terms = readTerms(question, read);
  const spread = spreadTerms(read, terms, createMatcher(terms));
  const inquiry: Inquiry = {
    question,
    terms,
    verb: askedVerb(question, terms),
    isPlain: (lower) => read.plain.has(lower),
    mostWhole: Math.max(0, ...spread.map((text) => wholeWeight(text, terms))),
    isAnywhere: (term) => spread.some(({ whole }) => (whole[terms.indexOf(term)] ?? 0) > 0),
  };
  return { inquiry, spread };
}

/** Sets the sentences against each other: all of them by what is cheap to see, the best by all there is. */
export function rankSentences({ inquiry, spread }: Search, quotationsOf: QuotationsOf): Ranking {
  const { wanted } = inquiry.question;
  const byScore = (one: Found, other: Found) =>
    scoreOf(other.evidence, wanted) - scoreOf(one.evidence, wanted);
  const cheap = spread.flatMap(({ sentences }) =>
    sentences.map((sentence) => gatherCheap(sentence, inquiry)),
  );
  const heard = wanted === 'words' ? withSayings(cheap, inquiry, quotationsOf) : cheap;
  const ranked = heard
    .toSorted(byScore)
    .slice(0, inQuestion)
    .map((found) => gatherFills(found, inquiry))
    .sort(byScore);
  const whole = spread.map((text) => text.whole);
  return { inquiry, ranked, missing: missingOf(inquiry.terms, whole) };
}

function missingOf(terms: readonly AskedTerm[], wholes: readonly (readonly number[])[]): readonly string[] {
  const absent = terms.filter((_, index) => wholes.every((whole) => (whole[index] ?? 0) === 0));
  const telling = absent.filter(({ isName, isNumber }) => isName || isNumber);
  return [...telling, ...absent.filter((term) => !telling.includes(term))].map(({ word }) => word.text);
}
