import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';

/** What each kind of evidence is worth when sentences are set against each other. */
const weights: Evidence = {
  own: 1,
  kin: 0.6,
  before: 0.25,
  after: 0.1,
  headline: 0.1,
  whole: 0.5,
  pairs: 0.25,
  fill: 0.3,
  near: 0.15,
  names: 0.1,
  numbers: 0.1,
  early: 0.15,
  length: 0.05,
  scrap: -0.3,
  asks: -0.3,
  quotes: 0,
};

/** Of wanted words a quotation is worth so much. */
const quotedWords = 0.35;

/** How good a sentence is as the answer, in no unit: for setting sentences against each other. */
export function scoreOf(evidence: Evidence, { wanted }: Pick<Question, 'wanted'>): number {
  let score = wanted === 'words' ? quotedWords * evidence.quotes : 0;
  for (const name of names) score += weights[name] * evidence[name];
  return score;
}

const names = [
  'own',
  'kin',
  'before',
  'after',
  'headline',
  'whole',
  'pairs',
  'fill',
  'near',
  'names',
  'numbers',
  'early',
  'length',
  'scrap',
  'asks',
  'quotes',
] as const satisfies readonly (keyof Evidence)[];
