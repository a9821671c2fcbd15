/** How much of an article was found, and how much of what was found is the article: 0 to 1. */
export interface BodyScore {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

const shingleLength = 4;

/** Runs of four words with how often each occurs; of a shorter text the text itself. */
function shinglesOf(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - shingleLength + 1); at += 1) {
    const shingle = words.slice(at, at + shingleLength).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * Compares articles by what they have in common of runs of four words, each text counting the same, as the published
 * benchmarks of extractors do. Precision is the mean of the pages of which something was read, recall of all.
 */
export function scoreBodies(pairs: readonly { readonly truth: string; readonly found: string }[]): BodyScore {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { truth, found } of pairs) {
    const wanted = shinglesOf(truth);
    const got = shinglesOf(found);
    const common = [...wanted].reduce(
      (sum, [shingle, count]) => sum + Math.min(count, got.get(shingle) ?? 0),
      0,
    );
    if (got.size > 0) precisions.push(common / total(got));
    if (wanted.size > 0) recalls.push(common / total(wanted));
  }
  const precision = mean(precisions);
  const recall = mean(recalls);
  return {
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    precision,
    recall,
  };
}
