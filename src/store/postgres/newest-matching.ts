import { isThere } from '../article-rows.ts';
import type { Values } from './connection.ts';
import { allOf, anyOf } from './index-query.ts';
import { facets } from './index-words.ts';

/** What is looked for: `needed` in the syntax of `tsquery`, all of them; Times in UTC milliseconds. */
export interface Matching {
  readonly scopes: readonly string[];
  readonly needed: readonly string[];
  readonly since?: number | undefined;
  readonly storedSince?: number | undefined;
  readonly now: number;
  readonly limit: number;
}

/** How far a search looks at first, and when it looks through all articles. */
export interface Looks {
  /** Of the newest articles so many are searched first. */
  readonly firstLook: number;
  /** So many that match are read in the time that it takes to look up 20 days. */
  readonly manyMatching: number;
}

const usualLooks: Looks = { firstLook: 1_500, manyMatching: 400 };
/** More days make a search slow that shall make searches fast. */
const mostDays = 40;
/** So much further back than seems needed: matches do not lie evenly. */
const reserve = 1.5;

/** The newest days that hold so many articles; none where those are too many days, or all. */
const daysHolding = (wanted: string) => `
  (select ' & (' || string_agg('''@' || day || '''', '|') || ')' as days, sum(count) as held from day
    where upto - count < ${wanted} having count(*) <= ${mostDays} and sum(count) < max(total))`;

/**
 * "offset 0" keeps the planner from anything but the index of words: it cannot know how long it takes to look through
 * the words of an article, and would read articles by age until it has enough.
 */
const matching = (query: string) => `
  (select a.row_id, a.id, a.version, a.published_at, a.length, a.words
     from (select * from article where words @@ (${query})::tsquery offset 0) a
    where a.scope = any(:scopes) and a.published_at >= :since::bigint
      and a.stored_at >= :storedSince::bigint and ${isThere}
    order by a.published_at desc, a.row_id desc limit :limit::bigint)`;

/**
 * The head of a statement: `newest` are the newest articles that match, all in one round trip. The first look is
 * through the newest days. How many match in them says how far back the second one has to go; where so few match that
 * reading them all is quick, it goes through all, as the third does where the second has not found enough.
 *
 * Scopes are looked up only where they hold less than half of what is stored: it takes as long as there are articles.
 */
export const newestMatching = ({ firstLook, manyMatching }: Looks = usualLooks): string => `
  with day as materialized (
    select day, count, sum(count) over (order by day desc) as upto, sum(count) over () as total
      from (select name::bigint as day, sum(count) as count from tally
             where kind = 'day' and scope = any(:scopes) group by name having sum(count) > 0) d
  ), sought as materialized (
    select :needed || case when 2 * (select max(total) from day) < c.reltuples then ' & (' || :places || ')' else '' end
             as query
      from pg_class c where c.oid = 'article'::regclass
  ), few as materialized ${daysHolding(`${firstLook}`)},
  first as materialized ${matching('select query || days from sought, few')},
  dense as materialized (
    select k, (${reserve} * :limit::bigint * held / nullif(k, 0))::bigint as wanted,
           k * (select max(total) from day) > ${manyMatching} * held as is_many
      from (select count(*) as k from first) first, few
  ), further as materialized (
    select days from ${daysHolding('(select wanted from dense where is_many)')} f
     where (select k from dense) < :limit::bigint
  ),
  second as materialized ${matching('select query || days from sought, further')},
  third as materialized ${matching(`
    select query from sought
     where greatest((select count(*) from first), (select count(*) from second)) < :limit::bigint`)},
  newest as (
    select * from first where (select count(*) from first) >= :limit::bigint
    union all
    select * from second where (select count(*) from second) >= :limit::bigint
    union all
    select * from third
  )`;

/** What `newestMatching` asks for. */
export const matchingValues = ({ scopes, needed, since, storedSince, now, limit }: Matching) =>
  ({
    scopes,
    needed: allOf(needed),
    places: anyOf(scopes.map(facets.scope)),
    now,
    since: since ?? Number.MIN_SAFE_INTEGER,
    storedSince: storedSince ?? Number.MIN_SAFE_INTEGER,
    limit,
  }) satisfies Values;
