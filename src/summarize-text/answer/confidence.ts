import type { Wanted } from '../types.ts';
import type { Signs } from './signs.ts';

/** From here on the texts are held to say it: where most of the tuning questions are decided rightly, three in four answered. */
export const leastConfidence = 0.6;

/** A question about a name, a year or a number that no text has is not answered. */
const mostOfStrangers = 0.2;

const bias = -0.21;

/** Fitted by bench/fit-confidence.ts on the tuning half of our questions. */
const weights: Omit<Signs, 'isOfStrangers'> = {
  kin: 0.44,
  before: 0.39,
  headline: 0.68,
  fill: 0.89,
  names: 0.46,
  numbers: 0.53,
  lacked: -0.94,
  lackedMost: -0.56,
  elsewhere: -0.17,
  nowhere: 0.9,
  lacksName: -0.68,
  lacksNumber: -1.5,
  strangeName: -0.44,
  strangeNumber: -0.4,
  opposite: -1.36,
  denied: -1.1,
};

const ofWanted: Readonly<Record<Wanted, number>> = {
  'yes-no': 1.04,
  manner: 0.66,
  thing: -0.03,
  figure: -0.26,
  person: -0.63,
  time: -0.66,
  words: -0.43,
  place: -0.16,
  reason: 0.29,
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
