import type { Wanted } from '../types.ts';
import type { Signs } from './signs.ts';

/** From here on the texts are held to say it: where most of the tuning questions are decided rightly, three in four answered. */
export const leastConfidence = 0.6;

/** A question about a name, a year or a number that no text has is not answered. */
const mostOfStrangers = 0.2;

const bias = 0.19;

/** Fitted by bench/fit-confidence.ts on the tuning half of our questions. */
const weights: Omit<Signs, 'isOfStrangers'> = {
  headline: 0.37,
  fill: 0.67,
  names: 0.41,
  numbers: 0.3,
  lacked: -0.69,
  lackedMost: -0.45,
  elsewhere: -0.63,
  nowhere: 0.34,
  lacksName: -0.85,
  lacksNumber: -1.75,
  strangeName: -0.58,
  strangeNumber: -0.45,
  opposite: -1.39,
  denied: -1.08,
};

const ofWanted: Readonly<Record<Wanted, number>> = {
  'yes-no': 0.97,
  manner: 0.65,
  thing: -0.04,
  figure: -0.22,
  person: -0.58,
  time: -0.66,
  words: -0.34,
  place: -0.05,
  reason: 0.25,
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
