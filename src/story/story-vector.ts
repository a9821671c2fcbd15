/** What an article is about, for comparing: at most 160 terms by their numbers, of length 1 together. */
export interface StoryVector {
  /** Ascending. */
  readonly terms: Uint32Array;
  /** Of the terms, in their order. */
  readonly weights: Float32Array;
  /** Its heaviest terms, heaviest first. */
  readonly heaviest: Uint32Array;
  /** The shares of the key terms, the first of the heaviest, in their weight; none when it says nothing. */
  readonly keyShares: Float32Array;
}

export interface WeighedTerm {
  readonly term: number;
  readonly weight: number;
}

const mostTerms = 160;
const mostHeaviest = 64;
const mostKeyTerms = 12;
/** Alike words count by this much though every key term differs, and by the other more where all agree. */
const agreement = { without: 0.2, full: 2 } as const;
const noLikeness = 0.02;

/** `weighed` in the order of the article, which decides between equal weights: its numbers are of this run only. */
export function toVector(weighed: readonly WeighedTerm[]): StoryVector {
  const heaviest = weighed.toSorted((one, other) => other.weight - one.weight).slice(0, mostTerms);
  const length = Math.hypot(...heaviest.map(({ weight }) => weight)) || 1;
  const key = heaviest.slice(0, mostKeyTerms);
  const total = key.reduce((sum, { weight }) => sum + weight, 0);
  const ordered = heaviest.toSorted((one, other) => one.term - other.term);
  return {
    terms: Uint32Array.from(ordered, ({ term }) => term),
    weights: Float32Array.from(ordered, ({ weight }) => weight / length),
    heaviest: Uint32Array.from(heaviest.slice(0, mostHeaviest), ({ term }) => term),
    keyShares: Float32Array.from(key, ({ weight }) => weight / total),
  };
}

/**
 * How much two articles speak of one event: the cosine of their terms, more where the key terms of each stand in
 * the other, less where they do not: look-alike events share their kind's words and perhaps a place, but each has
 * key terms (a name, a number, the thing itself) that the other lacks. From 0; above .2 probably one event, a copy
 * has about 2.
 */
export function likeness(one: StoryVector, other: StoryVector): number {
  const same = cosine(one, other);
  if (same < noLikeness) return same;
  const agreed = Math.min(keyTermsFound(one, other), keyTermsFound(other, one));
  return same * (agreement.without + agreement.full * agreed);
}

function cosine(one: StoryVector, other: StoryVector): number {
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

const keyTermsFound = ({ heaviest, keyShares }: StoryVector, { terms }: StoryVector): number =>
  keyShares.reduce((sum, share, index) => sum + (holds(terms, heaviest[index] ?? -1) ? share : 0), 0);

/** Whether ascending numbers have one among them. */
function holds(numbers: Uint32Array, wanted: number): boolean {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === wanted;
}
