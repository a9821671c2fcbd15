import type { Clock } from '../../domain/clock.ts';
import { headlineColumns, isThere } from '../article-rows.ts';
import type { StoryEngine } from '../read-stories.ts';
import { memberColumns } from '../story-members.ts';
import { type Database, named } from './connection.ts';
import { matchingArticles, newestMatching } from './newest-matching.ts';
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
    `select g.story, ${memberColumns}
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
    `${placed('n')} unnest(:scopes::text[]) scope cross join lateral (
       select a.row_id, a.id, a.published_at from article a
        where a.scope = scope.scope and a.published_at >= :since and ${isThere}
        order by a.published_at desc, a.row_id desc limit :limit) n ${grouping('n')}`,
  ),
  newestMatching: named(`${placed('m')} ${matchingArticles} ${grouping('m')}`),
};

/** Makes what the reads of `StoryStore` rest on. */
export function createStoryEngine(db: Database, clock: Clock): StoryEngine {
  return {
    homes: (ids, scopes) => db.rows(statements.homes, { ids, scopes, now: clock.now() }),
    members: async (stories, scopes) =>
      stories.length === 0 ? [] : await db.rows(statements.members, { stories, scopes, now: clock.now() }),
    headlines: async (rowIds) => (rowIds.length === 0 ? [] : await db.rows(statements.headlines, { rowIds })),
    async newest(query) {
      const needed = facetsOf(query);
      const { since, limit } = query;
      const asked = { scopes: [...new Set(query.scopes)], now: clock.now(), limit };
      return needed.length === 0
        ? await db.rows(statements.newest, { ...asked, since: since ?? Number.MIN_SAFE_INTEGER })
        : await newestMatching(db, (values) => db.rows(statements.newestMatching, values), {
            ...asked,
            since,
            needed,
          });
    },
  };
}
