import type { Wanted } from '../types.ts';
import type { Evidence } from './evidence.ts';

/** What each kind of evidence is worth when sentences are set against each other. */
const weights: Evidence = {
  ownNames: 0.75,
  ownWords: 1,
  kin: 0.4,
  theme: 0.3,
  before: 0.35,
  after: 0,
  headline: 0.25,
  whole: 0.2,
  names: 0.15,
  numbers: 0.05,
  pairs: 0.25,
  fill: 0.5,
  near: 0.15,
  said: 0.2,
  tells: 0.45,
  early: 0.25,
  first: -0.1,
  length: 0.03,
  scrap: 0,
  asks: -0.1,
  quotes: 0,
};

/** What comes to it by what is wanted. */
const more: Partial<Readonly<Record<Wanted, Partial<Evidence>>>> = {
  person: { fill: 0.1, quotes: 0.05 },
  place: { fill: 0.1, near: -0.1 },
  figure: { fill: 0.15, near: 0.15, quotes: -0.15 },
  reason: { quotes: 0.1 },
  words: { quotes: 0.2 },
  thing: { fill: -0.25, near: -0.1 },
};

/** How good a sentence is as the answer, in no unit: for setting sentences against each other. */
export function scoreOf(evidence: Evidence, wanted: Wanted): number {
  let score = 0;
  for (const name of names) score += ((more[wanted]?.[name] ?? 0) + weights[name]) * evidence[name];
  return score;
}

const names = [
  'ownNames',
  'ownWords',
  'kin',
  'theme',
  'before',
  'after',
  'headline',
  'whole',
  'names',
  'numbers',
  'pairs',
  'fill',
  'near',
  'said',
  'tells',
  'early',
  'first',
  'length',
  'scrap',
  'asks',
  'quotes',
] as const satisfies readonly (keyof Evidence)[];
