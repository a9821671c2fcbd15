import type { Candidate } from './candidates.ts';

/** What a summary may hold. */
export interface Limits {
  readonly sentences: number;
  readonly characters: number;
}

/** One article's candidates, in its order. */
export interface Pool {
  readonly candidates: readonly Candidate[];
  /** What each candidate is worth beside what it says of its own. */
  readonly standing: readonly number[];
  /** Words the summary may show of the article; one sentence always. */
  readonly words: number;
}

/** What a word costs, in the measure of the terms' weights: long sentences must say more. */
const costOfWord = 0.045;
/** Two sentences of an article that share more of the shorter one's terms than this say the same. */
const mostShared = 0.5;
/** Two papers tell a fact in words of their own; who and how many they have in common, which weigh double. */
const mostSharedAcross = 0.5;

/** A pool and what was chosen of it. */
interface Draw {
  readonly pool: Pool;
  readonly chosen: Set<Candidate>;
  words: number;
}

/**
 * Chooses sentences one by one: the one whose terms, not counting those already said, and standing are worth most
 * for its words. A sentence that leans on the one before it may only follow it; none repeats another. Gives each
 * pool's sentences in their order.
 */
export function chooseSentences(
  pools: readonly Pool[],
  terms: ReadonlyMap<string, number>,
  limits: Limits,
): readonly (readonly Candidate[])[] {
  const draws = pools.map((pool): Draw => ({ pool, chosen: new Set(), words: 0 }));
  const said = new Set<string>();
  let [count, characters] = [0, -1];
  while (count < limits.sentences) {
    const room = limits.characters - characters - 1;
    const next = best(draws, room, (candidate) => gain(candidate, terms, said));
    if (!next) break;
    const { draw, candidate } = next;
    draw.chosen.add(candidate);
    draw.words += candidate.wordCount;
    count += 1;
    characters += 1 + candidate.sentence.text.length;
    for (const stem of candidate.stems) said.add(stem);
  }
  return draws.map(({ pool, chosen }) => pool.candidates.filter((candidate) => chosen.has(candidate)));
}

interface Choice {
  readonly draw: Draw;
  readonly candidate: Candidate;
}

function best(
  draws: readonly Draw[],
  room: number,
  gainOf: (candidate: Candidate) => number,
): Choice | undefined {
  let highest = Number.NEGATIVE_INFINITY;
  let found: Choice | undefined;
  for (const draw of draws)
    draw.pool.candidates.forEach((candidate, at) => {
      if (candidate.sentence.text.length > room || !fits(candidate, at, draw, draws)) return;
      const worth = (draw.pool.standing[at] ?? 0) + gainOf(candidate);
      if (worth <= highest) return;
      highest = worth;
      found = { draw, candidate };
    });
  return found;
}

function fits(candidate: Candidate, at: number, draw: Draw, draws: readonly Draw[]): boolean {
  const { pool, chosen, words } = draw;
  if (!candidate.fit || chosen.has(candidate)) return false;
  if (chosen.size > 0 && words + candidate.wordCount > pool.words) return false;
  if (candidate.leans && !follows(candidate, pool.candidates[at - 1], chosen)) return false;
  return draws.every((other) =>
    [...other.chosen].every((before) =>
      other === draw
        ? shareOfTerms(candidate, before) <= mostShared
        : shareOfFacts(candidate, before) <= mostSharedAcross,
    ),
  );
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

/** The part of the lighter sentence's terms that the other has too, names and figures counted twice. */
function shareOfFacts(one: Candidate, other: Candidate): number {
  const [own, others] = [factsOf(one), factsOf(other)];
  let shared = 0;
  for (const [stem, weight] of own) if (others.has(stem)) shared += weight;
  return shared / Math.max(1, Math.min(weigh(own), weigh(others)));
}

function factsOf({ terms }: Candidate): ReadonlyMap<string, number> {
  return new Map(terms.map(({ stem, isName, isFigure }) => [stem, isName || isFigure ? 2 : 1]));
}

function weigh(facts: ReadonlyMap<string, number>): number {
  return [...facts.values()].reduce((sum, weight) => sum + weight, 0);
}
