import type { Candidate } from './candidates.ts';

/** What a summary may hold. */
export interface Limits {
  readonly sentences: number;
  readonly words: number;
  readonly characters: number;
}

/** What makes a sentence worth its place, beside what it says of its own. */
export interface Worth {
  /** By index of the candidates. */
  readonly standing: readonly number[];
  readonly terms: ReadonlyMap<string, number>;
}

/** What a word costs, in the measure of the terms' weights: long sentences must say more. */
const costOfWord = 0.045;
/** Two sentences that share more of the shorter one's terms than this say the same. */
const mostShared = 0.45;

/**
 * Chooses sentences one by one: the one whose terms, not counting those already said, and standing are worth most
 * for its words. A sentence that leans on the one before it may only follow it; none repeats another.
 */
export function chooseSentences(
  candidates: readonly Candidate[],
  worth: Worth,
  limits: Limits,
): readonly Candidate[] {
  const chosen = new Set<Candidate>();
  const said = new Set<string>();
  let words = 0;
  let characters = -1;
  const fits = (candidate: Candidate, at: number): boolean => {
    if (!candidate.fit || chosen.has(candidate)) return false;
    if (characters + 1 + candidate.sentence.text.length > limits.characters) return false;
    if (chosen.size > 0 && words + candidate.wordCount > limits.words) return false;
    if (candidate.leans && !follows(candidate, candidates[at - 1], chosen)) return false;
    return [...chosen].every((other) => shareOfTerms(candidate, other) <= mostShared);
  };
  while (chosen.size < limits.sentences) {
    const next = best(
      candidates,
      fits,
      (candidate, at) => (worth.standing[at] ?? 0) + gain(candidate, worth.terms, said),
    );
    if (!next) break;
    chosen.add(next);
    words += next.wordCount;
    characters += 1 + next.sentence.text.length;
    for (const stem of next.stems) said.add(stem);
  }
  return candidates.filter((candidate) => chosen.has(candidate));
}

function best(
  candidates: readonly Candidate[],
  fits: (candidate: Candidate, at: number) => boolean,
  value: (candidate: Candidate, at: number) => number,
): Candidate | undefined {
  let highest = Number.NEGATIVE_INFINITY;
  let found: Candidate | undefined;
  candidates.forEach((candidate, at) => {
    if (!fits(candidate, at)) return;
    const worth = value(candidate, at);
    if (worth <= highest) return;
    highest = worth;
    found = candidate;
  });
  return found;
}

function gain(candidate: Candidate, weights: ReadonlyMap<string, number>, said: ReadonlySet<string>): number {
  let sum = -costOfWord * candidate.wordCount;
  for (const stem of candidate.stems) if (!said.has(stem)) sum += weights.get(stem) ?? 0;
  return sum;
}

function follows(
  candidate: Candidate,
  before: Candidate | undefined,
  chosen: ReadonlySet<Candidate>,
): boolean {
  return before !== undefined && chosen.has(before) && before.sentence.index === candidate.sentence.index - 1;
}

function shareOfTerms(one: Candidate, other: Candidate): number {
  const [few, many] = one.stems.size < other.stems.size ? [one.stems, other.stems] : [other.stems, one.stems];
  let shared = 0;
  for (const stem of few) if (many.has(stem)) shared += 1;
  return few.size === 0 ? 0 : shared / few.size;
}
