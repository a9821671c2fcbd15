import type { Likenesses } from './link-groups.ts';

/** An article also speaks with the words of so many others that are nearest to it. */
const mostNear = 8;
/** How much they say together, against the article's own words. */
const borrowed = 1;
/** Where the nearest are less alike than this together, they say little. */
const reserve = 0.1;

/** What an article is made of: its own place with 1, and those of the nearest with what they lend. */
type Mixture = readonly (readonly [place: number, weight: number])[];

/**
 * The likenesses as if each article had a part of the text of those nearest to it. Two that tell of one event may share
 * hardly a word, an eyewitness's and a minister's; but both are like the report on which they follow.
 */
export function smoothed(likenesses: Likenesses): Likenesses {
  const mixtures = likenesses.map(mixtureOf);
  const mixed = likenesses.map((row) => Float64Array.from(mixtures, (mixture) => mix(row, mixture)));
  const both = mixtures.map((mixture) =>
    Float64Array.from(mixed, (_, column) =>
      mixture.reduce((sum, [place, weight]) => sum + weight * (mixed[place]?.[column] ?? 0), 0),
    ),
  );
  const lengths = both.map((row, place) => Math.sqrt(row[place] ?? 1) || 1);
  return both.map((row, one) => row.map((value, other) => value / ((lengths[one] ?? 1) * (lengths[other] ?? 1))));
}

function mixtureOf(row: Float64Array, own: number): Mixture {
  const near = [...row.entries()]
    .filter(([place, likeness]) => place !== own && likeness > 0)
    .sort((one, other) => other[1] - one[1])
    .slice(0, mostNear);
  const total = near.reduce((sum, [, likeness]) => sum + likeness, reserve);
  return [[own, 1], ...near.map(([place, likeness]): [number, number] => [place, (borrowed * likeness) / total])];
}

const mix = (row: Float64Array, mixture: Mixture): number =>
  mixture.reduce((sum, [place, weight]) => sum + weight * (row[place] ?? 0), 0);
