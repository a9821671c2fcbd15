import type { DatabaseSync } from 'node:sqlite';
import { toJson } from '../json-column.ts';

/**
 * Puts new articles into the full-text indexes, each once, as the last step of the transaction that adds them. What
 * changes or removes an article keeps the indexes by triggers, which need it to be in them.
 */
export function createIndexing(db: DatabaseSync): (rowIds: readonly number[]) => void {
  const from = 'from json_each(:rowIds) cross join article_words on row_id = value order by value';
  const words = db.prepare(`insert into article_fts (rowid, title, body) select row_id, title, body ${from}`);
  const titles = db.prepare(`insert into title_fts (rowid, title) select row_id, title ${from}`);
  return (rowIds) => {
    if (rowIds.length === 0) return;
    const asked = { rowIds: toJson(rowIds) };
    words.run(asked);
    titles.run(asked);
  };
}
