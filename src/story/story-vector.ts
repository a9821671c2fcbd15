/** What an article is about, for comparing: at most 160 terms by their numbers, of length 1 together. */
export interface StoryVector {
  /** Ascending. */
  readonly terms: Uint32Array;
  /** Of the terms, in their order. */
  readonly weights: Float32Array;
  /** Its heaviest terms, heaviest first. */
  readonly heaviest: Uint32Array;
  /** Of the heaviest, in their order. */
  readonly pulls: Float32Array;
}

export interface WeighedTerm {
  readonly term: number;
  readonly weight: number;
}

const mostTerms = 160;
const mostHeaviest = 64;

/** `weighed` in the order of the article, which decides between equal weights: its numbers are of this run only. */
export function toVector(weighed: readonly WeighedTerm[]): StoryVector {
  const heaviest = weighed.toSorted((one, other) => other.weight - one.weight).slice(0, mostTerms);
  const length = Math.hypot(...heaviest.map(({ weight }) => weight)) || 1;
  const first = heaviest.slice(0, mostHeaviest);
  const ordered = heaviest.toSorted((one, other) => one.term - other.term);
  return {
    terms: Uint32Array.from(ordered, ({ term }) => term),
    weights: Float32Array.from(ordered, ({ weight }) => weight / length),
    heaviest: Uint32Array.from(first, ({ term }) => term),
    pulls: Float32Array.from(first, ({ weight }) => weight / length),
  };
}

/** How much two articles speak of the same: the cosine of their terms, from 0 to 1. */
export function likeness(one: StoryVector, other: StoryVector): number {
  let sum = 0;
  for (let here = 0, there = 0; here < one.terms.length && there < other.terms.length; ) {
    const term = one.terms[here] ?? 0;
    const otherTerm = other.terms[there] ?? 0;
    if (term === otherTerm) sum += (one.weights[here] ?? 0) * (other.weights[there] ?? 0);
    if (term <= otherTerm) here += 1;
    if (term >= otherTerm) there += 1;
  }
  return sum;
}
