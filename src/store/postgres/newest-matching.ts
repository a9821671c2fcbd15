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

/** Of the newest articles so many are searched first, then so many, and all only where those have not enough. */
const looks = [1_500, 12_000];
/** More days make a search slow that shall make searches fast. */
const mostDays = 40;

/**
 * The newest articles `m` that match. "offset 0" keeps the planner from anything but the index of words: it cannot know
 * how long it takes to look through the words of an article, and would read articles by age until it has enough.
 */
export const matchingArticles = `
  (select a.row_id, a.id, a.version, a.published_at, a.length, a.words
     from (select * from article where words @@ :query::tsquery offset 0) a
    where a.scope = any(:scopes) and a.published_at >= :since::bigint and ${isThere}
    order by a.published_at desc, a.row_id desc limit :limit) m`;

type Day = z.infer<typeof dayRow>;

/** The newest days that hold so many articles; `undefined` where those are too many days, or all. */
function daysHolding(known: readonly Day[], wanted: number): readonly number[] | undefined {
  let count = 0;
  const last = known.findIndex((day) => {
    count += day.count;
    return count >= wanted;
  });
  return last === -1 || last >= mostDays || last === known.length - 1
    ? undefined
    : known.slice(0, last + 1).map(({ day }) => day);
}

type Ask<Row> = (
  values: Readonly<Record<string, string | number | readonly string[]>>,
) => Promise<readonly Row[]>;

/** Reads what matches, newest first, by a statement over `matchingArticles`. */
export async function newestMatching<Row>(
  db: Database,
  ask: Ask<Row>,
  { scopes, needed, since, now, limit }: Matching,
): Promise<readonly Row[]> {
  if (scopes.length === 0 || limit <= 0) return [];
  const everywhere = allOf([...needed, anyOf(scopes.map(facets.scope))]);
  const common = { scopes, now, since: since ?? Number.MIN_SAFE_INTEGER, limit };
  const known = (await db.rows(days, { scopes })).map((row) => dayRow.parse(row));
  for (const newest of looks.map((wanted) => daysHolding(known, wanted))) {
    if (newest === undefined) continue;
    const rows = await ask({ ...common, query: allOf([everywhere, anyOf(newest.map(facets.day))]) });
    if (rows.length >= limit) return rows;
  }
  return await ask({ ...common, query: everywhere });
}
