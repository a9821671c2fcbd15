import type { Wanted } from '../types.ts';
import type { Signs } from './signs.ts';

/** From here on the texts are held to say it: where most of the tuning questions are decided rightly, three in four answered. */
export const leastConfidence = 0.58;

/** A question about a name, a year or a number that no text has is not answered. */
const mostOfStrangers = 0.2;

const bias = 0.23;

/** Fitted by bench/fit-confidence.ts on the tuning half of our questions. */
const weights: Omit<Signs, 'isOfStrangers'> = {
  kin: 0.17,
  before: 0.01,
  headline: 0.47,
  fill: 0.67,
  names: 0.44,
  numbers: 0.33,
  lacked: -0.8,
  lackedMost: -0.57,
  elsewhere: -0.27,
  nowhere: 0.44,
  lacksName: -0.71,
  lacksNumber: -1.7,
  strangeName: -0.63,
  strangeNumber: -0.46,
  opposite: -1.36,
  denied: -1.07,
};

const ofWanted: Readonly<Record<Wanted, number>> = {
  'yes-no': 1,
  manner: 0.61,
  thing: -0.07,
  figure: -0.18,
  person: -0.55,
  time: -0.64,
  words: -0.35,
  place: -0.07,
  reason: 0.22,
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
