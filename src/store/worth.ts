/** Of those that match, so many newest ones are ranked: ranking all would cost as much as there are articles. */
export const candidateCount = 200;
const halfLifeMs = 7 * 24 * 60 * 60 * 1000;

/** An article that has the words: `fit` is how well, by the engine's own measure; higher is better. */
export interface Candidate {
  readonly rowId: number;
  readonly publishedAt: number;
  readonly fit: number;
}

/** How well an article answers: the fit of its words, half of which an old one loses, in steps of a week. */
function worth({ fit, publishedAt }: Candidate, now: number): number {
  const age = Math.max(0, now - publishedAt);
  return fit * (0.5 + 0.5 * 0.5 ** (age / halfLifeMs));
}

/** The row ids of the best, best first; of two that are worth the same, the one stored later. */
export function bestOf(candidates: readonly Candidate[], now: number, limit: number): readonly number[] {
  return candidates
    .toSorted((one, other) => worth(other, now) - worth(one, now) || other.rowId - one.rowId)
    .slice(0, Math.max(0, limit))
    .map(({ rowId }) => rowId);
}
