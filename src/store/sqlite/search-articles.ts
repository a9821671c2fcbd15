import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import type { Headline } from '../../domain/article.ts';
import type { HeadlineQuery } from '../../domain/article-store.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Scope } from '../../domain/scope.ts';
import { type HeadlineRow, headlineColumns, newestFirst, readHeadline } from '../article-rows.ts';
import { searchWords } from '../search-words.ts';
import { bestOf, type Candidate, candidateCount } from '../worth.ts';
import { createEverydayWords } from './everyday-words.ts';
import { isReadable } from './readable.ts';
import { lowestRowId } from './row-id.ts';

/** Where rows do not stand in the order of time, so many more are read to have the newest among them. */
const spareTitles = 50;

type WordQuery = HeadlineQuery & { readonly words: string; readonly match: 'all' | 'any' };

const candidateRow = z.object({ row_id: z.int(), published_at: z.int(), fit: z.number() });

function prepare(db: DatabaseSync) {
  const candidates = (fit: string) =>
    db.prepare(
      `select a.row_id, a.published_at, ${fit} as fit
         from article_fts f cross join article a on a.row_id = f.rowid
        where article_fts match :match and f.rowid >= :lowest and a.published_at >= :since
          and (:source is null or a.source = :source)
          and (:topic is null or exists (select 1 from json_each(a.topics) where value = :topic))
          and ${isReadable}
        order by f.rowid desc limit ${candidateCount}`,
    );
  return {
    // The order of the joins is fixed: the full-text index gives its rows newest first, and the first 200 end it.
    fitting: candidates('-bm25(article_fts, 5.0, 1.0)'),
    newest: candidates('0.0'),
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
  const everyday = createEverydayWords(db);

  function candidatesOf(
    { scopes, since = Number.MIN_SAFE_INTEGER, source, topic, match }: WordQuery,
    words: readonly string[],
    now: number,
  ): readonly Candidate[] {
    const matched = words.map((word) => `"${word}"`).join(match === 'all' ? ' AND ' : ' OR ');
    const asked = {
      match: matched,
      scopes: JSON.stringify(scopes),
      now,
      since,
      source: source ?? null,
      topic: topic ?? null,
    };
    const read = (statement: StatementSync) =>
      statement
        .all({ ...asked, lowest: lowestRowId(since) })
        .map((row) => candidateRow.parse(row))
        .map(({ row_id: rowId, published_at: publishedAt, fit }) => ({ rowId, publishedAt, fit }));
    if (match === 'any' || !everyday.areAll(matched)) return read(statements.fitting);
    const newest = read(statements.newest);
    const fitOf = everyday.fits(words, newest.at(-1)?.rowId ?? 0);
    return newest.map((one) => ({ ...one, fit: fitOf(one.rowId) }));
  }

  function search(query: WordQuery): readonly Headline[] {
    const words = searchWords(query.words);
    if (words.length === 0) return [];
    const now = clock.now();
    return bestOf(candidatesOf(query, words, now), now, query.limit).map(
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
