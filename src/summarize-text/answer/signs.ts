import type { Evidence } from './evidence.ts';
import type { Found, Inquiry } from './gather.ts';
import { oppositesOf } from './opposites.ts';
import type { Question } from './question.ts';
import type { SpreadSentence } from './spread.ts';
import type { AskedTerm } from './terms.ts';
import type { Word } from './words.ts';

/** What speaks for and against it that the texts answer, read off the best sentence. Between 0 and about 1 each. */
export interface Signs extends Pick<Evidence, 'kin' | 'before' | 'headline' | 'fill' | 'names' | 'numbers'> {
  /** How many telling words the sentence lacks, and the weight of the weightiest. */
  readonly lacked: number;
  readonly lackedMost: number;
  /** Of the weight of all: what the sentence lacks and its text has elsewhere, and what the text has nowhere. */
  readonly elsewhere: number;
  readonly nowhere: number;
  /** The sentence lacks a name, a number; and its text has them nowhere. */
  readonly lacksName: number;
  readonly lacksNumber: number;
  readonly strangeName: number;
  readonly strangeNumber: number;
  /** It has the opposite of a word that it lacks. */
  readonly opposite: number;
  /** The question denies something, and the sentence nothing. */
  readonly denied: number;
  /** It is about a name, a year or a number of which no text has a word. */
  readonly isOfStrangers: boolean;
}

/** A word of the question that is in a sentence less than so strongly is not in it. */
const leastHeld = 0.3;

const denial =
  /^(?:not|never|no|none|neither|nor|without|refused?|failed?|declined?|unable|t|cannot|rejected|denied|except|instead|rather)$/;

interface Lacked {
  readonly term: AskedTerm;
  /** The sentence's text has it elsewhere. */
  readonly isElsewhere: boolean;
}

export function signsOf({ evidence, at }: Found, { question, terms, isAnywhere }: Inquiry): Signs {
  const { kin, before, headline, fill, names, numbers } = evidence;
  const lacked = lackedBy(at, terms);
  const weight = (of: readonly AskedTerm[]) => of.reduce((sum, one) => sum + one.weight, 0);
  const share = (isOne: (one: Lacked) => boolean) =>
    weight(lacked.filter(isOne).map(({ term }) => term)) / (weight(terms) || 1);
  const has = (isOne: (one: Lacked) => boolean) => (lacked.some(isOne) ? 1 : 0);
  const denies = (words: readonly Word[]) => words.some(({ lower }) => denial.test(lower));
  return {
    kin,
    before,
    headline,
    fill,
    names,
    numbers,
    lacked: Math.min(4, lacked.length) / 4,
    lackedMost: Math.max(0, ...lacked.map(({ term }) => term.weight)) / 4,
    elsewhere: share(({ isElsewhere }) => isElsewhere),
    nowhere: share(({ isElsewhere }) => !isElsewhere),
    lacksName: has(({ term }) => term.isName),
    lacksNumber: has(({ term }) => term.isNumber),
    strangeName: has(({ term, isElsewhere }) => term.isName && !isElsewhere),
    strangeNumber: has(({ term, isElsewhere }) => term.isNumber && !isElsewhere),
    opposite: has(({ term }) => at.read.words.some(({ stem }) => oppositesOf(term.stem).has(stem))),
    denied: denies(question.words) && !denies(at.read.words) ? 1 : 0,
    isOfStrangers: namings(question, terms).some((naming) => !naming.some(isAnywhere)),
  };
}

function lackedBy(at: SpreadSentence, terms: readonly AskedTerm[]): readonly Lacked[] {
  return terms.flatMap((term, index) =>
    (at.strengths[index] ?? 0) < leastHeld
      ? [{ term, isElsewhere: (at.text.whole[index] ?? 0) >= leastHeld }]
      : [],
  );
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
