import type { Evidence } from './evidence.ts';

/** From here on the texts are held to say it. */
export const leastConfidence = 0.5;

/** How sure it is that a text answers, 0 to 1, by what speaks for its best sentence. */
export function confidenceOf(evidence: Evidence): number {
  const said =
    evidence.ownNames +
    evidence.ownWords +
    0.8 * (evidence.kin + evidence.theme) +
    0.4 * evidence.before +
    0.3 * evidence.headline;
  const score =
    4 * said + 1 * evidence.fill + 1.5 * evidence.names + 1.5 * evidence.numbers + 1 * evidence.pairs - 5.6;
  return 1 / (1 + Math.exp(-score));
}
