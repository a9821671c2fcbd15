import { z } from 'zod';
import { isThere } from '../article-rows.ts';
import { type Database, named } from './connection.ts';
import { allOf, anyOf } from './index-query.ts';
import { facets } from './index-words.ts';

/** What is looked for: `needed` in the syntax of `tsquery`, all of them; `since` in UTC milliseconds. */
export interface Matching {
  readonly scopes: readonly string[];
  readonly needed: readonly string[];
  readonly since?: number | undefined;
  readonly now: number;
  readonly limit: number;
}

const dayRow = z.object({ day: z.int(), count: z.int() });

const days = named(
  `select name::bigint as day, sum(count)::bigint as count from tally
    where kind = 'day' and scope = any(:scopes) group by name having sum(count) > 0 order by 1 desc`,
);

/** Of the newest articles so many are searched first; mostly they have enough. */
const firstLook = 5_000;
/** More days make a search slow that shall make searches fast. */
const mostDays = 40;

/**
 * The newest articles `m` that match. The order is not one that an index gives ("+ 0"): the planner, which cannot know
 * how long it takes to look through words, would else read articles by age until it has enough.
 */
export const matchingArticles = `
  (select a.row_id, a.id, a.version, a.published_at, a.length, a.words from article a
    where a.words @@ :query::tsquery and a.scope = any(:scopes) and a.published_at >= :since::bigint and ${isThere}
    order by a.published_at + 0 desc, a.row_id desc limit :limit) m`;

/** The newest days of the scopes that hold articles enough for a first look; `undefined` where all would do. */
async function firstDays(db: Database, scopes: readonly string[]): Promise<readonly number[] | undefined> {
  const known = (await db.rows(days, { scopes })).map((row) => dayRow.parse(row));
  let count = 0;
  const enough = known.findIndex((day) => {
    count += day.count;
    return count >= firstLook;
  });
  if (enough === -1 || enough >= mostDays || enough === known.length - 1) return undefined;
  return known.slice(0, enough + 1).map(({ day }) => day);
}

/**
 * Reads what matches, newest first, by a statement over `matchingArticles`: among the articles of the newest days, and
 * among all only where those are not enough.
 */
export function createNewestMatching(db: Database) {
  return async (
    ask: (
      values: Readonly<Record<string, string | number | readonly string[]>>,
    ) => Promise<readonly unknown[]>,
    { scopes, needed, since, now, limit }: Matching,
  ): Promise<readonly unknown[]> => {
    if (scopes.length === 0 || limit <= 0) return [];
    const inScopes = anyOf(scopes.map(facets.scope));
    const common = { scopes, now, since: since ?? Number.MIN_SAFE_INTEGER, limit };
    const newest = await firstDays(db, scopes);
    if (newest !== undefined) {
      const inDays = anyOf(newest.map(facets.day));
      const rows = await ask({ ...common, query: allOf([...needed, inScopes, inDays]) });
      if (rows.length >= limit) return rows;
    }
    return await ask({ ...common, query: allOf([...needed, inScopes]) });
  };
}
