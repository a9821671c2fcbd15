import file from './word-vectors.json' with { type: 'json' };
import { lazily } from '../clean/lazily.ts';

interface WordVectors {
  /** By word: its place, commonest first. */
  readonly places: ReadonlyMap<string, number>;
  /** Unit vectors one after the other. */
  readonly numbers: Float32Array;
}

const width = file.scales.length;

const wordVectors = lazily((): WordVectors => {
  const words = file.words.split(' ');
  const packed = atob(file.vectors);
  const numbers = new Float32Array(words.length * width);
  for (let from = 0; from < numbers.length; from += width) {
    let square = 0;
    for (let k = 0; k < width; k += 1) {
      const pair = packed.charCodeAt((from + k) >> 1);
      const value = ((k % 2 === 0 ? pair >> 4 : pair & 15) - 8) * (file.scales[k] ?? 0);
      numbers[from + k] = value;
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    for (let k = 0; k < width; k += 1) numbers[from + k] = (numbers[from + k] ?? 0) / length;
  }
  return { places: new Map(words.map((word, place) => [word, place])), numbers };
});

/**
 * How near two words are in the company they keep, -1 to 1 (the cosine of their vectors): "ship" and "vessel" .9, words
 * taken by chance about 0, one in twenty above .25. Opposites are near, too ("win" and "lose" .7). 0 where one is not
 * among the 24,000 that are known; lower case.
 */
export function likeness(one: string, other: string): number {
  const { places, numbers } = wordVectors();
  const [a, b] = [places.get(one), places.get(other)];
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (let k = 0; k < width; k += 1) sum += (numbers[a * width + k] ?? 0) * (numbers[b * width + k] ?? 0);
  return sum;
}

/** A word's place among all, the commonest first, from 0; `undefined` of words that are rarer than the first 24,000. */
export const rankOf = (word: string): number | undefined => wordVectors().places.get(word);
