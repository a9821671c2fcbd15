import type { NewArticle } from '../../src/domain/article.ts';
import { createRandom } from './numbers.ts';

/** Articles without number of one make, in made-up words that are as common as words are (Zipf's law). */
export interface Corpus {
  /** The most common first. */
  readonly words: readonly string[];
  article(index: number): NewArticle;
}

/** When the newest article of a corpus has just come. */
export const corpusNow: number = Date.UTC(2026, 9, 5, 8);

const vocabulary = 50_000;
const titleWords = 8;
const bodyLength = 3_400;
const days = 90;
const dayMs = 24 * 60 * 60 * 1000;
const sources = 60;
const topics = ['world', 'money', 'sport', 'arts', 'towns', 'sea'];
const consonants = 'bdfghjklmnprstvwz';
const vowels = 'aeiou';
const endings = ['', '', '', 's', 'ed', 'ing', 'er', 'ly'];

/** 50,000 made-up words. */
export function makeWords(random: () => number): readonly string[] {
  const one = (letters: ArrayLike<string>) => letters[Math.floor(random() * letters.length)] ?? '';
  const words = new Set<string>();
  while (words.size < vocabulary) {
    const syllables = Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => one(consonants) + one(vowels),
    );
    words.add(syllables.join('') + one(endings));
  }
  return [...words];
}

/** How common each word is together with those before it, by Zipf and Mandelbrot: 1 / (rank + 2.7). */
function commonness(): Float64Array {
  let sum = 0;
  return new Float64Array(vocabulary).map((_, rank) => {
    sum += 1 / (rank + 2.7);
    return sum;
  });
}

/** The first place in a growing row that is not below the number. */
function placeOf(row: Float64Array, wanted: number): number {
  let [low, high] = [0, row.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** So many articles over 90 days, the oldest first; each is the same for the same seed, in whatever order they are made. */
export function createCorpus(count: number, seed: number): Corpus {
  const words = makeWords(createRandom(seed));
  const sums = commonness();
  return {
    words,
    article(index) {
      const random = createRandom(seed + index + 1);
      const pick = () => words[placeOf(sums, random() * (sums.at(-1) ?? 0))] ?? '';
      const title = Array.from({ length: titleWords }, pick).join(' ');
      let text = '';
      while (text.length < bodyLength) text += `${pick()}${random() < 0.06 ? '. ' : ' '}`;
      const publishedAt = corpusNow - Math.floor(days * dayMs * (1 - index / count));
      return {
        id: `corpus-${index}`.padEnd(22, '_'),
        title,
        source: `Paper ${Math.floor(random() ** 2 * sources)}`,
        url: `https://news.example/${index}`,
        publishedAt,
        scope: 'public',
        topics: [topics[Math.floor(random() * topics.length)] ?? ''],
        raw: text,
        text,
        runs: [{ cleanStart: 0, cleanEnd: text.length, rawStart: 0, rawEnd: text.length }],
        removals: [],
        pullQuotes: [],
        storedAt: publishedAt,
      };
    },
  };
}
