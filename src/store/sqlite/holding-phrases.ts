import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { ArticleStore } from '../../domain/article-store.ts';
import type { Clock } from '../../domain/clock.ts';
import { wordsIn } from '../../domain/search-words.ts';
import { toJson } from '../json-column.ts';
import { isReadable } from './readable.ts';
import { lowestRowId } from './row-id.ts';

const idRow = z.object({ id: z.string() });

/** Makes the read of `ArticleStore` by phrases. Each is quoted, so none is read as syntax of a query. */
export function createHolding(db: DatabaseSync, clock: Clock) {
  // A number of JavaScript comes as a float, and by floats FTS5 bounds no search.
  const holding = db.prepare(
    `select a.id from article_fts f cross join article a on a.row_id = f.rowid
      where f.article_fts match :match and f.rowid >= cast(:lowest as integer)
        and a.published_at >= :since and a.stored_at >= :storedSince
        and (:source is null or a.source = :source)
        and (:topic is null or exists (select 1 from json_each(a.topics) where value = :topic))
        and ${isReadable}
      order by f.rowid desc limit :limit`,
  );

  return (query: Parameters<ArticleStore['holding']>[0]): ReadonlySet<string> => {
    const phrases = query.phrases.map(wordsIn).filter(({ length }) => length > 0);
    if (phrases.length === 0 || query.limit <= 0) return new Set();
    const anyOf = phrases.map((words) => `"${words.join(' ')}"`).join(' OR ');
    const { since = Number.MIN_SAFE_INTEGER, storedSince = Number.MIN_SAFE_INTEGER, limit } = query;
    const rows = holding.all({
      match: query.inTitle === true ? `title : (${anyOf})` : anyOf,
      lowest: lowestRowId(since),
      since,
      storedSince,
      source: query.source ?? null,
      topic: query.topic ?? null,
      scopes: toJson(query.scopes),
      now: clock.now(),
      limit,
    });
    return new Set(rows.map((row) => idRow.parse(row).id));
  };
}
