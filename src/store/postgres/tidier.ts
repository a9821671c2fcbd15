import { type Database, named } from './connection.ts';
import { sumUpTallies } from './tallies.ts';

const merge = named(`select gin_clean_pending_list('article_words')`);

/** After so many articles their tallies are summed up. */
const articlesBetweenSums = 500;

/** Puts in order behind the writers' backs what they have only appended. */
export interface Tidier {
  /** Asks for it, and does not wait: what is written meanwhile goes into the next turn. */
  after(articleCount: number): void;
  /** Resolves when nothing more is to be done. */
  settled(): Promise<void>;
}

/**
 * What articles bring into the index of words is appended at first and merged right behind every write. Word by word as
 * they come (`fastupdate` off) each word's list is packed anew for every article: six times the work and five times the
 * journal. Left to PostgreSQL the list of what waits gets long, and every search goes through all of it.
 */
export function createTidier(db: Database): Tidier {
  let unmerged = 0;
  let unsummed = 0;
  let tidying: Promise<void> | undefined;

  async function tidy(): Promise<void> {
    while (unmerged > 0) {
      unsummed += unmerged;
      unmerged = 0;
      await db.rows(merge);
      if (unsummed >= articlesBetweenSums) {
        unsummed = 0;
        await sumUpTallies(db);
      }
    }
  }

  return {
    after(articleCount) {
      unmerged += articleCount;
      // Nothing is lost where it fails: reads see what waits, and the next turn or autovacuum sees to it.
      tidying ??= tidy()
        .catch(() => undefined)
        .then(() => {
          tidying = undefined;
        });
    },
    settled: async () => await tidying,
  };
}
