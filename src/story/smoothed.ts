import type { Likenesses } from './link-groups.ts';

/** An article also speaks with the words of so many others, those that are nearest to it. */
const mostNear = 12;
/**
 * Only what is above this tells of one event: below it lie articles that share their field, a president or a league, and
 * in news of many events each has twelve such.
 */
const floor = 0.05;
/** Where the nearest are together no more alike to it than this, half of its words at most are theirs. */
const reserve = 0.3;

/** What an article is made of: others, by their places, and how much of each. Itself is in it, whole. */
interface Mixture {
  readonly places: Uint16Array;
  readonly weights: Float64Array;
}

/**
 * The likenesses as if each article also had something of the text of those nearest to it. Two that tell of one event
 * may share hardly a word, an eyewitness's account and a minister's answer; but both are like the report between them.
 */
export function smoothed(likenesses: Likenesses): Likenesses {
  const mixtures = likenesses.map(mixtureOf);
  const mixed = mixtures.map((mixture) => mix(likenesses, mixture));
  const lengths = mixtures.map((mixture, place) => Math.sqrt(sumOf(mixed[place], mixture)));
  return mixed.map((row, one) =>
    Float64Array.from(
      mixtures,
      (mixture, other) => sumOf(row, mixture) / ((lengths[one] ?? 1) * (lengths[other] ?? 1)),
    ),
  );
}

function mixtureOf(row: Float64Array, own: number): Mixture {
  const near = Array.from(row.keys())
    .filter((place) => place !== own && (row[place] ?? 0) > floor)
    .sort((one, other) => (row[other] ?? 0) - (row[one] ?? 0))
    .slice(0, mostNear);
  const total = near.reduce((sum, place) => sum + (row[place] ?? 0) - floor, reserve);
  return {
    places: Uint16Array.of(own, ...near),
    weights: Float64Array.of(1, ...near.map((place) => ((row[place] ?? 0) - floor) / total)),
  };
}

function mix(rows: Likenesses, { places, weights }: Mixture): Float64Array {
  const sum = new Float64Array(rows.length);
  places.forEach((place, index) => {
    const [row, weight] = [rows[place], weights[index] ?? 0];
    if (row === undefined) return;
    for (let column = 0; column < sum.length; column += 1)
      sum[column] = (sum[column] ?? 0) + weight * (row[column] ?? 0);
  });
  return sum;
}

function sumOf(row: Float64Array | undefined, { places, weights }: Mixture): number {
  let sum = 0;
  for (let index = 0; index < places.length; index += 1)
    sum += (weights[index] ?? 0) * (row?.[places[index] ?? 0] ?? 0);
  return sum;
}
