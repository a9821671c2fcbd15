import type { Wanted } from '../types.ts';
import type { Evidence } from './evidence.ts';

/** What each kind of evidence is worth when sentences are set against each other. */
const weights: Evidence = {
  ownNames: 0.77,
  ownWords: 1,
  kin: 0.32,
  theme: 0.26,
  before: 0.38,
  headline: 0.24,
  whole: 0.22,
  names: 0.18,
  numbers: 0.07,
  pairs: 0.27,
  fill: 0.46,
  near: 0.15,
  role: 0.11,
  said: 0.18,
  tells: 0.5,
  early: 0.27,
  first: -0.1,
  length: 0.04,
  asks: -0.05,
  quotes: 0,
};

/** What comes to it by what is wanted. */
const more: Partial<Readonly<Record<Wanted, Partial<Evidence>>>> = {
  person: { fill: 0.1, quotes: 0.05 },
  place: { fill: 0.14, near: -0.1, length: 0.06 },
  time: { near: 0.07, role: 0.06 },
  figure: { fill: 0.2, near: 0.12, quotes: -0.15, length: -0.08 },
  reason: { fill: -0.06, quotes: 0.1 },
  words: { quotes: 0.18 },
  thing: { fill: -0.27, near: -0.08, length: 0.08 },
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
  'headline',
  'whole',
  'names',
  'numbers',
  'pairs',
  'fill',
  'near',
  'role',
  'said',
  'tells',
  'early',
  'first',
  'length',
  'asks',
  'quotes',
] as const satisfies readonly (keyof Evidence)[];
