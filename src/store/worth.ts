/** Of those that match, so many newest ones are ranked: ranking all would cost as much as there are articles. */
export const candidateCount = 200;
const halfLifeMs = 7 * 24 * 60 * 60 * 1000;

/** What a word counts that an article has not, that it has in its body alone, and that its title has. */
const weights = [0, 2, 8];

/** The usual constants of bm25: how soon more of a word adds nothing, and how much a long article loses. */
const saturation = 1.2;
const lengthLoss = 0.75;

/** An article that has words that are searched for. */
export interface Candidate {
  readonly rowId: number;
  readonly publishedAt: number;
  /** In any unit. */
  readonly length: number;
  /** Where the article has each word: 2 is in the title, 1 in the body alone, 0 nowhere. */
  readonly has: readonly number[];
}

/** How telling a word is that so many of some articles have. */
export function rarity(holding: number, among: number): number {
  return Math.log(1 + (among - holding + 0.5) / (holding + 0.5));
}

/** As bm25 has it, but for how often the body says a word, which tells little of news and takes long to find out. */
function fitOf({ has, length }: Candidate, rarities: readonly number[], meanLength: number): number {
  const slowness = saturation * (1 - lengthLoss + (lengthLoss * length) / Math.max(1, meanLength));
  return has.reduce((sum, place, word) => {
    const weight = weights[place] ?? 0;
    return sum + ((rarities[word] ?? 0) * weight) / (weight + slowness);
  }, 0);
}

/** The row ids of the best, best first; of two that are worth the same, the one stored later. Age takes up to half, in steps of a week. */
export function bestOf(
  candidates: readonly Candidate[],
  rarities: readonly number[],
  now: number,
  limit: number,
): readonly number[] {
  const meanLength = candidates.reduce((sum, { length }) => sum + length, 0) / candidates.length;
  const worth = (one: Candidate): number => {
    const age = Math.max(0, now - one.publishedAt);
    return fitOf(one, rarities, meanLength) * (0.5 + 0.5 * 0.5 ** (age / halfLifeMs));
  };
  return candidates
    .map((one) => ({ rowId: one.rowId, worth: worth(one) }))
    .sort((one, other) => other.worth - one.worth || other.rowId - one.rowId)
    .slice(0, Math.max(0, limit))
    .map(({ rowId }) => rowId);
}
