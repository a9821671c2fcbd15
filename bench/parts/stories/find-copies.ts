import { copySketch, isNearCopy } from '../../../src/story/near-copies.ts';
import { createStories } from '../../../src/story/stories.ts';
import { storyTerms } from '../../../src/story/story-terms.ts';
import { createTermCounts } from '../../../src/story/term-counts.ts';
import type { CopyCase, Printed } from './copy-cases.ts';

/** Of each case, whether the second is taken for a copy of the first. */
export type Verdicts = readonly boolean[];

const hourMs = 3_600_000;
const hashCount = 128;
const runLength = 3;

/**
 * As the bot does: the first is in the window when the second comes an hour later. How rare words are is known from
 * all the texts, as it is in a window that has been open for some time.
 */
export function inTheWindow(cases: readonly CopyCase[]): Verdicts {
  const counts = createTermCounts();
  const texts = new Set(cases.flatMap(({ first, second }) => [first, second]));
  for (const text of texts) counts.add(storyTerms(text).keys());
  return cases.map(({ first, second }) => {
    const stories = createStories(counts.rarity);
    stories.put({ ...article(first), id: 'first', publishedAt: 0, arrivedAt: 0 });
    const change = stories.put({ ...article(second), id: 'second', publishedAt: hourMs, arrivedAt: hourMs });
    return change.copyOf === 'first';
  });
}

const article = ({ title, text }: Printed): Printed => ({ title, text });

/** By the sketches alone. */
export const bySketch = (cases: readonly CopyCase[]): Verdicts =>
  cases.map(({ first, second }) => isNearCopy(copySketch(first.text), copySketch(second.text)));

/** The smallest hash of the text's runs of three words under each of 128 hash functions. */
function minHash(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const least = new Uint32Array(hashCount).fill(0xffffffff);
  for (let start = 0; start + runLength <= words.length; start += 1) {
    let base = 0x811c9dc5;
    for (const letter of words.slice(start, start + runLength).join(' '))
      base = Math.imul(base ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    for (let index = 0; index < hashCount; index += 1) {
      let hash = Math.imul(base ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      hash = (hash ^ (hash >>> 16)) >>> 0;
      if (hash < (least[index] ?? 0)) least[index] = hash;
    }
  }
  return least;
}

function jaccard(one: Uint32Array, other: Uint32Array): number {
  return one.filter((hash, index) => hash === other[index]).length / hashCount;
}

/** Plain MinHash: how much of both texts together is in both. */
export const likenesses = (cases: readonly CopyCase[]): readonly number[] =>
  cases.map(({ first, second }) => jaccard(minHash(first.text), minHash(second.text)));

/** The likeness from which most copies are found while at most one in a hundred others is taken for one. */
export function bestThreshold(cases: readonly CopyCase[], likeness: readonly number[]): number {
  const others = likeness
    .filter((_, place) => cases[place]?.is === 'other')
    .toSorted((one, other) => other - one);
  const firstRight = others[Math.floor(others.length / 100)] ?? 0;
  return Math.ceil(100 * (firstRight + 1 / (2 * hashCount))) / 100;
}
