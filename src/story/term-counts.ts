import { usualShares } from './common-words.ts';

/** How many articles have each term: what is rare tells a story, what all have does not. */
export interface TermCounts {
  /** Counts an article's terms; answers their numbers, in order. A term keeps its number while an article has it. */
  add(terms: Iterable<string>): Uint32Array;
  /** Takes an article out again, by the numbers of its terms. */
  remove(numbers: Uint32Array): void;
  /** Above 0: the logarithm of one over the share of articles that have the term. */
  rarity(term: string): number;
}

interface Term {
  readonly term: string;
  readonly number: number;
  count: number;
}

/** The usual shares of common words count as this many articles, so that a few real ones do not decide alone. */
const usualCount = 300;
const leastRarity = 0.01;

/** Counts of none: rarities then are those of usual news. */
export function createTermCounts(): TermCounts {
  const byTerm = new Map<string, Term>();
  const byNumber = new Map<number, Term>();
  let articles = 0;
  let given = 0;

  const numbered = (term: string): Term => {
    const found = byTerm.get(term);
    if (found !== undefined) return found;
    const made = { term, number: given++, count: 0 };
    byTerm.set(term, made);
    byNumber.set(made.number, made);
    return made;
  };
  return {
    add(terms) {
      articles += 1;
      return Uint32Array.from(terms, (term) => {
        const entry = numbered(term);
        entry.count += 1;
        return entry.number;
      });
    },
    remove(numbers) {
      articles -= 1;
      for (const number of numbers) {
        const entry = byNumber.get(number);
        if (entry === undefined) continue;
        entry.count -= 1;
        if (entry.count > 0) continue;
        byNumber.delete(number);
        byTerm.delete(entry.term);
      }
    },
    rarity(term) {
      const usual = (usualShares.get(term) ?? 0) * usualCount;
      const having = (byTerm.get(term)?.count ?? 0) + usual + 0.5;
      return Math.max(leastRarity, Math.log((articles + usualCount + 1) / having));
    },
  };
}
