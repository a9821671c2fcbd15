import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** Of so many newest articles half must hold the words. */
const looked = 400;

const rowIdRow = z.object({ row_id: z.int() });

const rowIdIn = (row: unknown): number | undefined =>
  row === undefined ? undefined : rowIdRow.parse(row).row_id;

/** What bm25 makes of a word that stands in the title as well (it counts five times there), beside one that does not. */
const inTitle = (6 * 2.2) / (6 + 1.2);
const inBody = 1;

/**
 * Knows everyday words: those that stand, together, in half of the newest articles. How often an article has them says
 * nothing of it, so bm25 gives them a millionth of the weight that others have; to find that out it counts every article
 * that holds them, each time. Of these only the title is looked at.
 */
export function createEverydayWords(db: DatabaseSync) {
  const nthArticle = db.prepare(
    `select row_id from article order by row_id desc limit 1 offset ${looked - 1}`,
  );
  const nthHolder = db.prepare(
    `select rowid as row_id from article_fts where article_fts match :match
      order by rowid desc limit 1 offset ${looked / 2 - 1}`,
  );
  const holders = db.prepare(
    'select rowid as row_id from article_fts where article_fts match :match order by rowid desc',
  );

  /** The newest that match, down to a row id. A lower bound in the statement would not end its search. */
  function newest(match: string, lowest: number): ReadonlySet<number> {
    const rowIds = new Set<number>();
    for (const row of holders.iterate({ match })) {
      const rowId = rowIdRow.parse(row).row_id;
      if (rowId < lowest) break;
      rowIds.add(rowId);
    }
    return rowIds;
  }

  return {
    /** `match` asks for all of the words. In a small store none are everyday words. */
    areAll(match: string): boolean {
      const lowest = rowIdIn(nthArticle.get());
      const holder = rowIdIn(nthHolder.get({ match }));
      return lowest !== undefined && holder !== undefined && holder >= lowest;
    },
    /** How well the words fit articles that hold them all, from a row id on. */
    fits(words: readonly string[], lowest: number): (rowId: number) => number {
      const titled = words.map((word) => newest(`{title} : "${word}"`, lowest));
      return (rowId) => titled.reduce((sum, rowIds) => sum + (rowIds.has(rowId) ? inTitle : inBody), 0);
    },
  };
}
