import type { Clock } from '../../domain/clock.ts';
import { headlineColumns, isThere } from '../article-rows.ts';
import { freshColumns } from '../fresh-stories.ts';
import { storiesAmong } from '../newest-stories.ts';
import type { StoryEngine } from '../read-stories.ts';
import { memberColumns, mostMembers } from '../story-members.ts';
import { type Database, named } from './connection.ts';
import { matchingValues, newestMatching } from './newest-matching.ts';
import { isReadable } from './read-articles.ts';
import { facetsOf } from './search-articles.ts';

const grouping = (article: string) => `left join story_article g on g.row_id = ${article}.row_id`;
const placed = (article: string) =>
  `select ${article}.row_id, ${article}.published_at, coalesce(g.story, ${article}.id) as story from`;

const statements = {
  homes: named(
    `select a.id, coalesce(g.story, a.id) as story from article a ${grouping('a')}
      where a.id = any(:ids) and ${isReadable}`,
  ),
  // An article that nobody has grouped is in the story of its own id.
  members: named(
    `select asked.story, m.*
       from unnest(:stories::text[]) asked (story) cross join lateral (
         select ${memberColumns}
           from (select row_id, copy_of, is_stub from story_article where story = asked.story
                 union all
                 select n.row_id, null, null from article n
                  where n.id = asked.story
                    and not exists (select 1 from story_article s where s.row_id = n.row_id)) g
                join article a on a.row_id = g.row_id
          where ${isReadable} order by a.published_at desc, a.row_id desc limit ${mostMembers}) m
      order by m.published_at desc, m.row_id desc`,
  ),
  fresh: named(
    `select m.story from unnest(:scopes::text[]) asked (scope) cross join lateral (
       ${placed('a')} article a ${grouping('a')}
        where a.scope = asked.scope and a.published_at >= :since and a.stored_at >= :storedSince and ${isThere}
        order by a.published_at desc, a.row_id desc limit :limit) m`,
  ),
  allOf: named(
    `select g.story, ${freshColumns}
       from (select story, row_id, copy_of, is_stub from story_article where story = any(:stories)
             union all
             select n.id, n.row_id, null, null from article n
              where n.id = any(:stories)
                and not exists (select 1 from story_article s where s.row_id = n.row_id)) g
            join article a on a.row_id = g.row_id
      where ${isReadable}`,
  ),
  headlines: named(
    `select ${headlineColumns} from article a join article_text t on t.id = a.id and t.version = a.version
      where a.row_id = any(:rowIds::bigint[])`,
  ),
  // Each scope by itself, since one index cannot give the newest of several in order.
  newest: named(
    `select m.* from unnest(:scopes::text[]) asked (scope) cross join lateral (
       ${storiesAmong(
         `${placed('a')} article a ${grouping('a')}
           where a.scope = asked.scope and a.published_at >= :since and a.stored_at >= :storedSince and ${isThere}
           order by a.published_at desc, a.row_id desc limit :limit`,
         'asked.scope',
       )}) m`,
  ),
  newestMatching: named(
    `${newestMatching()}
     select 'all' as place, count(*) over () as looked_at, n.*
       from (${placed('m')} newest m ${grouping('m')}) n`,
  ),
};

/** Makes what the reads of `StoryStore` rest on. */
export function createStoryEngine(db: Database, clock: Clock): StoryEngine {
  return {
    homes: (ids, scopes) => db.rows(statements.homes, { ids, scopes, now: clock.now() }),
    members: async (stories, scopes) =>
      stories.length === 0 ? [] : await db.rows(statements.members, { stories, scopes, now: clock.now() }),
    fresh: ({ scopes, since, storedSince, limit }) =>
      db.rows(statements.fresh, {
        scopes: [...new Set(scopes)],
        since,
        storedSince,
        limit,
        now: clock.now(),
      }),
    allOf: (stories, scopes) => db.rows(statements.allOf, { stories, scopes, now: clock.now() }),
    headlines: async (rowIds) => (rowIds.length === 0 ? [] : await db.rows(statements.headlines, { rowIds })),
    async newest(query, stories) {
      const needed = facetsOf(query);
      const { since, storedSince, limit } = query;
      const asked = { scopes: [...new Set(query.scopes)], now: clock.now(), limit };
      if (asked.scopes.length === 0) return [];
      return needed.length === 0
        ? await db.rows(statements.newest, {
            ...asked,
            stories,
            since: since ?? Number.MIN_SAFE_INTEGER,
            storedSince: storedSince ?? Number.MIN_SAFE_INTEGER,
          })
        : await db.rows(statements.newestMatching, matchingValues({ ...asked, since, storedSince, needed }));
    },
  };
}
