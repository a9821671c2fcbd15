import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Headline } from '../../domain/article.ts';
import type { HeadlineQuery } from '../../domain/article-store.ts';
import type { Clock } from '../../domain/clock.ts';
import { stemsOf } from '../../domain/phrase-test.ts';
import type { Scope } from '../../domain/scope.ts';
import { searchWords } from '../../domain/search-words.ts';
import { type HeadlineRow, headlineColumns, newestFirst, readHeadline } from '../article-rows.ts';
import { toJson } from '../json-column.ts';
import { bestOf, type Candidate, rarity } from '../worth.ts';
import { createHoldings, type HoldingRow } from './newest-holding.ts';
import { isReadable } from './readable.ts';
import { lowestRowId } from './row-id.ts';

/** How common a word is shows in so many newest articles. */
const sampled = 100;

/** Where rows do not stand in the order of time, so many more are read to have the newest among them. */
const spareTitles = 50;

type WordQuery = HeadlineQuery & { readonly words: string; readonly match: 'all' | 'any' };

const sampleRow = z.object({ lowest: z.int().nullable(), count: z.int() });

function prepare(db: DatabaseSync) {
  return {
    sample: db.prepare(
      `select min(row_id) as lowest, count(*) as count
         from (select row_id from article order by row_id desc limit ${sampled})`,
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

/** What the rows have of each word. A title is read here: FTS5 would look through all articles that hold a word for it. */
function candidatesOf(
  rows: readonly HoldingRow[],
  words: readonly string[],
  isHeld: (rowId: number, word: number) => boolean,
): readonly Candidate[] {
  const wanted = words.map(stemsOf);
  return rows.map(({ row_id: rowId, published_at: publishedAt, length, title }) => {
    const titled = new Set(stemsOf(title));
    const has = wanted.map((stems, word) =>
      stems.every((stem) => titled.has(stem)) ? 2 : Number(isHeld(rowId, word)),
    );
    return { rowId, publishedAt, length, has };
  });
}

/** Makes the reads of `ArticleStore` by words. Every word is quoted, so none is read as syntax of a query. */
export function createArticleSearch(db: DatabaseSync, clock: Clock) {
  const statements = prepare(db);
  const holdings = createHoldings(db);

  function search(query: WordQuery): readonly Headline[] {
    const words = searchWords(query.words);
    if (words.length === 0) return [];
    const quoted = words.map((word) => `"${word}"`);
    const isAll = query.match === 'all';
    const now = clock.now();
    const match = quoted.join(isAll ? ' AND ' : ' OR ');
    const rows = holdings.newest({ ...query, match, wordCount: words.length, now });
    const { lowest, count } = sampleRow.parse(statements.sample.get());
    const inDoubt = isAll ? [] : rows.map(({ row_id: rowId }) => rowId);
    const holding = quoted.map((word) => holdings.ofWord(word, inDoubt, lowest ?? 0));
    const rarities = holding.map(({ sampled: holders }) => rarity(holders, count));
    const isHeld = (rowId: number, word: number) => isAll || holding[word]?.holders.has(rowId) === true;
    return bestOf(candidatesOf(rows, words, isHeld), rarities, now, query.limit).map(
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
      scopes: toJson(scopes),
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
