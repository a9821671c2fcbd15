/**
 * A text's smallest hashes of runs of words (a bottom-k MinHash): enough to estimate how much of one text stands in
 * another, whichever is longer. Ascending, at most 128.
 */
export type CopySketch = Uint32Array;

const runLength = 3;
const sketchSize = 128;
const longestRead = 12_000;
/** Of the shorter text's runs so many stand in the longer: one text, cut or lightly edited. */
const sameText = 0.5;
/** Fewer runs than these prove nothing: any two short texts may share a phrase. */
const fewestRuns = 12;

export function copySketch(text: string): CopySketch {
  const words =
    text
      .slice(0, longestRead)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashWord);
  const runs = new Set<number>();
  for (let start = 0; start + runLength <= hashes.length; start += 1) runs.add(hashRun(hashes, start));
  return Uint32Array.from(runs).toSorted().slice(0, sketchSize);
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

function hashRun(words: readonly number[], start: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < start + runLength; index += 1) {
    hash = Math.imul(hash ^ (words[index] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The share of the shorter text's runs that the longer has too, from 0 to 1. Compared up to the smaller of the
 * sketches' last hashes: below it, each sketch holds all hashes of its text.
 */
export function sharedText(one: CopySketch, other: CopySketch): number {
  const limit = Math.min(lastOf(one), lastOf(other));
  const ones = countUpTo(one, limit);
  const others = countUpTo(other, limit);
  let both = 0;
  for (let here = 0, there = 0; here < ones && there < others; ) {
    const hash = one[here] ?? 0;
    const otherHash = other[there] ?? 0;
    if (hash === otherHash) both += 1;
    if (hash <= otherHash) here += 1;
    if (hash >= otherHash) there += 1;
  }
  const fewer = Math.min(ones, others);
  return fewer < fewestRuns ? 0 : both / fewer;
}

const countUpTo = (sketch: CopySketch, limit: number): number =>
  sketch.findLastIndex((hash) => hash <= limit) + 1;

/** A sketch that is not full holds every hash of its text. */
function lastOf(sketch: CopySketch): number {
  return sketch.length < sketchSize ? 0xffffffff : (sketch.at(-1) ?? 0xffffffff);
}

/** Whether two texts are one agency's words: the same text under other headlines, cut, or lightly edited. */
export const isNearCopy = (one: CopySketch, other: CopySketch): boolean => sharedText(one, other) >= sameText;
