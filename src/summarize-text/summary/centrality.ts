import type { Candidate } from './candidates.ts';

/**
 * How much the rest of the article takes up what each sentence says: the sum of its cosines, by rare terms, with
 * all later sentences, the highest being 1. Adding the vectors up from the end keeps it linear.
 */
export function forwardCentrality(candidates: readonly Candidate[]): readonly number[] {
  const later = new Map<string, number>();
  const sums = vectorsOf(candidates)
    .toReversed()
    .map((vector) => {
      let sum = 0;
      for (const [stem, value] of vector) {
        const before = later.get(stem) ?? 0;
        sum += value * before;
        later.set(stem, before + value);
      }
      return sum;
    })
    .toReversed();
  const highest = sums.reduce((top, sum) => Math.max(top, sum), Number.EPSILON);
  return sums.map((sum) => sum / highest);
}

/** Unit vectors over stems, each weighted by its count and the logarithm of its rarity. */
function vectorsOf(candidates: readonly Candidate[]): readonly ReadonlyMap<string, number>[] {
  const holders = new Map<string, number>();
  for (const { stems } of candidates)
    for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  return candidates.map(({ terms }) => {
    const vector = new Map<string, number>();
    for (const { stem } of terms) {
      const rarity = Math.log(1 + candidates.length / (holders.get(stem) ?? 1));
      vector.set(stem, (vector.get(stem) ?? 0) + rarity);
    }
    let squares = 0;
    for (const value of vector.values()) squares += value * value;
    const length = Math.sqrt(squares) || 1;
    for (const [stem, value] of vector) vector.set(stem, value / length);
    return vector;
  });
}
