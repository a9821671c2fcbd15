import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Headline } from '../../domain/article.ts';
import type { HeadlineQuery } from '../../domain/article-store.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Scope } from '../../domain/scope.ts';
import { type HeadlineRow, headlineColumns, newestFirst, readHeadline } from '../article-rows.ts';
import { searchWords } from '../search-words.ts';
import { bestOf, candidateCount } from '../worth.ts';
import { isReadable } from './readable.ts';
import { lowestRowId } from './row-id.ts';

/** Where rows do not stand in the order of time, so many more are read to have the newest among them. */
const spareTitles = 50;

const candidateRow = z.object({ row_id: z.int(), published_at: z.int(), fit: z.number() });

function prepare(db: DatabaseSync) {
  return {
    // The order of the joins is fixed: the full-text index gives its rows newest first, and the first 200 end it.
    candidates: db.prepare(
      `select a.row_id, a.published_at, -bm25(article_fts, 5.0, 1.0) as fit
         from article_fts f cross join article a on a.row_id = f.rowid
        where article_fts match :match and f.rowid >= :lowest and a.published_at >= :since
          and (:source is null or a.source = :source)
          and (:topic is null or exists (select 1 from json_each(a.topics) where value = :topic))
          and ${isReadable}
        order by f.rowid desc limit ${candidateCount}`,
    ),
    headline: db.prepare(
      `select ${headlineColumns}
         from article a join article_text t on t.id = a.id and t.version = a.version
        where a.row_id = :rowId`,
    ),
    titles: db.prepare(
      `select ${headlineColumns}
         from title_fts f cross join article a on a.row_id = f.rowid
              cross join article_text t on t.id = a.id and t.version = a.version
        where title_fts match :match and ${isReadable}
        order by f.rowid desc limit :limit`,
    ),
  };
}

/** Whether nothing behind these rows is newer than one of them: a row id is at least its article's second. */
function areNewest(rows: readonly HeadlineRow[]): boolean {
  const last = rows.at(-1);
  return last === undefined || rows.every(({ headline }) => lowestRowId(headline.publishedAt) >= last.rowId);
}

/** Makes the reads of `ArticleStore` by words. Every word is quoted, so none is read as syntax of a query. */
export function createArticleSearch(db: DatabaseSync, clock: Clock) {
  const statements = prepare(db);

  function search(
    query: HeadlineQuery & { readonly words: string; readonly match: 'all' | 'any' },
  ): readonly Headline[] {
    const words = searchWords(query.words);
    if (words.length === 0) return [];
    const now = clock.now();
    const since = query.since ?? Number.MIN_SAFE_INTEGER;
    const candidates = statements.candidates
      .all({
        match: words.map((word) => `"${word}"`).join(query.match === 'all' ? ' AND ' : ' OR '),
        scopes: JSON.stringify(query.scopes),
        now,
        since,
        lowest: lowestRowId(since),
        source: query.source ?? null,
        topic: query.topic ?? null,
      })
      .map((row) => candidateRow.parse(row))
      .map(({ row_id: rowId, published_at: publishedAt, fit }) => ({ rowId, publishedAt, fit }));
    return bestOf(candidates, now, query.limit).map(
      (rowId) => readHeadline(statements.headline.get({ rowId })).headline,
    );
  }

  /** `typed` holds at least one word. */
  function titlesWith(
    words: readonly string[],
    scopes: readonly Scope[],
    limit: number,
  ): readonly Headline[] {
    const asked = {
      match: words.map((word) => `"${word}"*`).join(' AND '),
      scopes: JSON.stringify(scopes),
      now: clock.now(),
    };
    const read = (count: number) => statements.titles.all({ ...asked, limit: count }).map(readHeadline);
    const most = Math.max(0, limit);
    const first = read(most);
    const rows = areNewest(first) ? first : read(most + spareTitles);
    return rows
      .sort(newestFirst)
      .slice(0, most)
      .map(({ headline }) => headline);
  }

  return { search, titlesWith };
}
