/** What of a text is kept to tell whether another is a copy of it. Its hashes ascend. */
export interface CopySketch {
  /**
   * The smallest hashes of its runs of words (a bottom-k MinHash), at most 256: enough to estimate how much of one text
   * stands in another, whichever is longer.
   */
  readonly runs: Uint32Array;
  /** Of the numbers that it writes in figures, at most 64. */
  readonly numbers: Uint32Array;
}

const runLength = 3;
const sketchSize = 256;
const mostNumbers = 64;
const longestRead = 12_000;
/** Of the shorter text's runs so many stand in the longer: one text, cut or edited. A follow-up repeats a third. */
const sameText = 0.44;
/** Fewer runs than these prove nothing: any two short texts may share a phrase. */
const fewestRuns = 12;
/** From so many numbers on, a text of which less than half agree is another bulletin in the same words. */
const fewestNumbers = 3;
const sameNumbers = 0.5;

export function copySketch(text: string): CopySketch {
  const read = text.slice(0, longestRead).toLowerCase();
  const hashes = (read.match(/[\p{L}\p{N}]+/gu) ?? []).map(hashWord);
  const runs = new Set<number>();
  for (let start = 0; start + runLength <= hashes.length; start += 1) runs.add(hashRun(hashes, start));
  const numbers = new Set(
    (read.match(/\d(?:[\d.,]{0,20}\d)?/g) ?? []).map((number) => hashWord(number.replaceAll(',', ''))),
  );
  return { runs: smallest(runs, sketchSize), numbers: smallest(numbers, mostNumbers) };
}

const smallest = (hashes: ReadonlySet<number>, most: number): Uint32Array =>
  Uint32Array.from(hashes).toSorted().slice(0, most);

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
export function sharedText({ runs: one }: CopySketch, { runs: other }: CopySketch): number {
  const limit = Math.min(lastOf(one), lastOf(other));
  const [ones, others] = [upTo(one, limit), upTo(other, limit)];
  const fewer = Math.min(ones.length, others.length);
  return fewer < fewestRuns ? 0 : countShared(ones, others) / fewer;
}

const upTo = (hashes: Uint32Array, limit: number): Uint32Array =>
  hashes.subarray(0, hashes.findLastIndex((hash) => hash <= limit) + 1);

/** A sketch that is not full holds every hash of its text. */
const lastOf = (hashes: Uint32Array): number =>
  hashes.length < sketchSize ? 0xffffffff : (hashes.at(-1) ?? 0xffffffff);

function countShared(ones: Uint32Array, others: Uint32Array): number {
  let both = 0;
  for (let here = 0, there = 0; here < ones.length && there < others.length; ) {
    const [hash = 0, otherHash = 0] = [ones[here], others[there]];
    if (hash === otherHash) both += 1;
    if (hash <= otherHash) here += 1;
    if (hash >= otherHash) there += 1;
  }
  return both;
}

/** Whether most numbers of the text that has fewer are others than those of the other text. */
function numbersDiffer({ numbers: one }: CopySketch, { numbers: other }: CopySketch): boolean {
  const fewer = Math.min(one.length, other.length);
  return fewer >= fewestNumbers && countShared(one, other) < sameNumbers * fewer;
}

/**
 * Whether two texts are one agency's words: the same text under other headlines, cut, or edited. A bulletin in the
 * words of the day before, with other numbers, is none.
 */
export const isNearCopy = (one: CopySketch, other: CopySketch): boolean =>
  sharedText(one, other) >= sameText && !numbersDiffer(one, other);
