import type { Evidence } from './evidence.ts';
import type { Found, Inquiry } from './gather.ts';
import type { Question } from './question/question.ts';
import type { AskedTerm } from './question/terms.ts';
import type { SpreadSentence } from './spread.ts';
import { oppositesOf } from './words/opposites.ts';
import type { Word } from './words/words.ts';

/**
 * What speaks for and against it that the texts answer, read off the best sentence: between 0 and about 1 each. It lacks a
 * telling word of the question that neither it has nor the sentence before, which it may take up.
 */
export interface Signs extends Pick<Evidence, 'headline' | 'fill' | 'names' | 'numbers'> {
  /** The share that it has itself of the telling words that are no names; 1 where there are none. */
  readonly told: number;
  /** How many telling words it lacks, and the weight of the weightiest. */
  readonly lacked: number;
  readonly lackedMost: number;
  /** Of the weight of all: what stands elsewhere in its text only, and what stands nowhere in it. */
  readonly elsewhere: number;
  readonly nowhere: number;
  /** It lacks a name, a number or year; and its text has them nowhere. */
  readonly lacksName: number;
  readonly lacksNumber: number;
  readonly strangeName: number;
  readonly strangeNumber: number;
  /** It has the opposite of a word that it has not. */
  readonly opposite: number;
  /** The question denies something, and the sentence nothing. */
  readonly denied: number;
  /** It is about a name, a year or a number of which no text has a word. */
  readonly isOfStrangers: boolean;
}

/** A sentence has a word of the question where it has it at least so strongly. */
const leastHeld = 0.3;

const denial =
  /^(?:not|never|no|none|neither|nor|without|refused?|failed?|declined?|unable|t|cannot|rejected|denied|except|instead|rather)$/;

/** A telling word that is not in the sentence. */
interface Outside {
  readonly term: AskedTerm;
  readonly place: 'before' | 'elsewhere' | 'nowhere';
}

export function signsOf({ evidence, at }: Found, { question, terms, isAnywhere }: Inquiry): Signs {
  const { headline, fill, names, numbers } = evidence;
  const outside = outsideOf(at, terms);
  const lacked = outside.filter(({ place }) => place !== 'before').map(({ term }) => term);
  const strange = outside.filter(({ place }) => place === 'nowhere').map(({ term }) => term);
  const all = weightOf(terms) || 1;
  const denies = (words: readonly Word[]) => words.some(({ lower }) => denial.test(lower));
  const isOpposed = ({ term }: Outside) => at.read.words.some(({ stem }) => oppositesOf(term.stem).has(stem));
  return {
    headline,
    fill,
    names,
    numbers,
    told: wordsHeld(at, terms),
    lacked: Math.min(4, lacked.length) / 4,
    lackedMost: Math.max(0, ...lacked.map(({ weight }) => weight)) / 4,
    elsewhere: (weightOf(outside.map(({ term }) => term)) - weightOf(strange)) / all,
    nowhere: weightOf(strange) / all,
    lacksName: lacked.some(({ isName }) => isName) ? 1 : 0,
    lacksNumber: outside.some(({ term }) => term.isNumber) ? 1 : 0,
    strangeName: strange.some(({ isName }) => isName) ? 1 : 0,
    strangeNumber: strange.some(({ isNumber }) => isNumber) ? 1 : 0,
    opposite: outside.some(isOpposed) ? 1 : 0,
    denied: denies(question.words) && !denies(at.read.words) ? 1 : 0,
    isOfStrangers: namings(question, terms).some((naming) => !naming.some(isAnywhere)),
  };
}

function wordsHeld({ strengths }: SpreadSentence, terms: readonly AskedTerm[]): number {
  let held = 0;
  let all = 0;
  for (const [index, { isName, weight }] of terms.entries())
    if (!isName) {
      held += weight * (strengths[index] ?? 0);
      all += weight;
    }
  return all === 0 ? 1 : held / all;
}

const weightOf = (terms: readonly AskedTerm[]): number => terms.reduce((sum, { weight }) => sum + weight, 0);

function outsideOf(
  { read, text, strengths }: SpreadSentence,
  terms: readonly AskedTerm[],
): readonly Outside[] {
  const before = text.sentences[read.place - 1]?.strengths ?? [];
  const has = (of: readonly number[], index: number) => (of[index] ?? 0) >= leastHeld;
  return terms.flatMap((term, index): readonly Outside[] => {
    if (has(strengths, index)) return [];
    const place = has(before, index) ? 'before' : has(text.whole, index) ? 'elsewhere' : 'nowhere';
    return [{ term, place }];
  });
}

/** The numbers of a question one by one, and its names with all their words: "David Lammy" is one of two words. */
function namings({ words }: Question, terms: readonly AskedTerm[]): readonly (readonly AskedTerm[])[] {
  const found: AskedTerm[][] = [];
  let end = -1;
  for (const term of terms) {
    const at = words.indexOf(term.word);
    if (term.isNumber) found.push([term]);
    if (!term.isName) continue;
    if (at === end) found.at(-1)?.push(term);
    else found.push([term]);
    end = at + 1;
  }
  return found;
}
