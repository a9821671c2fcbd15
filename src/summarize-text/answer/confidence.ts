import type { Wanted } from '../types.ts';
import type { Signs } from './signs.ts';

/** From here on the texts are held to say it: where most of the tuning questions are decided rightly, three in four answered. */
export const leastConfidence = 0.58;

/** A question about a name, a year or a number that no text has is not answered. */
const mostOfStrangers = 0.2;

const bias = 0.21;

/** Fitted by bench/fit-confidence.ts on the tuning half of our questions. */
const weights: Omit<Signs, 'isOfStrangers'> = {
  kin: 0.49,
  before: 0.3,
  headline: 0.52,
  fill: 0.65,
  names: 0.38,
  numbers: 0.35,
  lacked: -0.97,
  lackedMost: -0.55,
  elsewhere: -0.14,
  nowhere: 0.76,
  lacksName: -0.73,
  lacksNumber: -1.56,
  strangeName: -0.57,
  strangeNumber: -0.43,
  opposite: -1.31,
  denied: -1.09,
};

const ofWanted: Readonly<Record<Wanted, number>> = {
  'yes-no': 0.98,
  manner: 0.61,
  thing: -0.07,
  figure: -0.19,
  person: -0.56,
  time: -0.65,
  words: -0.36,
  place: -0.08,
  reason: 0.28,
};

/** How sure it is that the texts answer, 0 to 1, by what speaks for and against their best sentence. */
export function confidenceOf(signs: Signs, wanted: Wanted): number {
  let score = bias + ofWanted[wanted];
  for (const name of names) score += weights[name] * signs[name];
  const sure = 1 / (1 + Math.exp(-score));
  return signs.isOfStrangers ? Math.min(sure, mostOfStrangers) : sure;
}

const names = [
  'kin',
  'before',
  'headline',
  'fill',
  'names',
  'numbers',
  'lacked',
  'lackedMost',
  'elsewhere',
  'nowhere',
  'lacksName',
  'lacksNumber',
  'strangeName',
  'strangeNumber',
  'opposite',
  'denied',
] as const satisfies readonly (keyof typeof weights)[];
