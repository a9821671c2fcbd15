import type { Wanted } from '../types.ts';
import type { Signs } from './signs.ts';

/** From here on the texts are held to say it: where most of the tuning questions are decided rightly, three in four answered. */
export const leastConfidence = 0.6;

/** A question about a name, a year or a number that no text has is not answered. */
const mostOfStrangers = 0.2;

const bias = 0.17;

/** Fitted by bench/fit-confidence.ts on the tuning half of our questions. */
const weights: Omit<Signs, 'isOfStrangers'> = {
  headline: 0.36,
  fill: 0.63,
  names: 0.4,
  numbers: 0.32,
  lacked: -0.66,
  lackedMost: -0.53,
  elsewhere: -0.6,
  nowhere: 0.64,
  lacksName: -0.83,
  lacksNumber: -1.75,
  strangeName: -0.6,
  strangeNumber: -0.47,
  opposite: -1.37,
  denied: -1.09,
};

const ofWanted: Readonly<Record<Wanted, number>> = {
  'yes-no': 0.97,
  manner: 0.63,
  thing: -0.05,
  figure: -0.21,
  person: -0.56,
  time: -0.66,
  words: -0.34,
  place: -0.05,
  reason: 0.24,
};

/** How sure it is that the texts answer, 0 to 1, by what speaks for and against their best sentence. */
export function confidenceOf(signs: Signs, wanted: Wanted): number {
  let score = bias + ofWanted[wanted];
  for (const name of names) score += weights[name] * signs[name];
  const sure = 1 / (1 + Math.exp(-score));
  return signs.isOfStrangers ? Math.min(sure, mostOfStrangers) : sure;
}

const names = [
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
