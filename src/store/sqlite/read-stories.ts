import type { DatabaseSync } from 'node:sqlite';
import type { HeadlineQuery } from '../../domain/article-store.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Scope } from '../../domain/scope.ts';
import { headlineColumns, isThere } from '../article-rows.ts';
import { freshColumns } from '../fresh-stories.ts';
import { storiesAmong } from '../newest-stories.ts';
import type { StoryEngine } from '../read-stories.ts';
import { memberColumns, mostMembers } from '../story-members.ts';
import { isReadable } from './readable.ts';

function prepare(db: DatabaseSync) {
  const placed = 'select a.row_id, a.published_at, coalesce(g.story, a.id) as story from';
  const newest = (list: string) => db.prepare(storiesAmong(list, ':scope'));
  const grouping = 'left join story_article g on g.article_id = a.id';
  return {
    homes: db.prepare(
      `select a.id, coalesce(g.story, a.id) as story from article a ${grouping}
        where a.id in (select value from json_each(:ids)) and ${isReadable}`,
    ),
    // An article that nobody has grouped is in the story of its own id.
    members: db.prepare(
      `select :story as story, ${memberColumns}
         from (select article_id, copy_of, is_stub from story_article where story = :story
               union all select :story, null, null
                where not exists (select 1 from story_article where article_id = :story)) g
              cross join article a on a.id = g.article_id
        where ${isReadable} order by a.published_at desc, a.row_id desc limit ${mostMembers}`,
    ),
    fresh: db.prepare(
      `select coalesce(g.story, a.id) as story from article a ${grouping}
        where a.scope = :scope and a.published_at >= :since and a.stored_at >= :storedSince and ${isThere}
        order by a.published_at desc, a.row_id desc limit :limit`,
    ),
    allOf: db.prepare(
      `select g.story, ${freshColumns}
         from (select s.story, s.article_id, s.copy_of, s.is_stub
                 from json_each(:stories) f cross join story_article s on s.story = f.value
               union all
               select f.value, f.value, null, null from json_each(:stories) f
                where not exists (select 1 from story_article s where s.article_id = f.value)) g
              cross join article a on a.id = g.article_id
        where ${isReadable}`,
    ),
    headlines: db.prepare(
      `select ${headlineColumns} from article a cross join article_text t on t.id = a.id and t.version = a.version
        where a.row_id in (select value from json_each(:rowIds))`,
    ),
    newest: newest(
      `${placed} article a ${grouping}
        where a.scope = :scope and a.published_at >= :since and a.stored_at >= :storedSince and ${isThere}
        order by a.published_at desc, a.row_id desc limit :limit`,
    ),
    newestOfSource: newest(
      `${placed} article a ${grouping}
        where a.scope = :scope and a.source = :source and a.published_at >= :since and a.stored_at >= :storedSince and ${isThere}
        order by a.published_at desc, a.row_id desc limit :limit`,
    ),
    newestOfTopic: newest(
      `${placed} article_topic p cross join article a on a.row_id = p.row_id ${grouping}
        where p.scope = :scope and p.topic = :topic and p.published_at >= :since
          and a.stored_at >= :storedSince and (:source is null or a.source = :source) and ${isThere}
        order by p.published_at desc, p.row_id desc limit :limit`,
    ),
  };
}

/** Makes what the reads of `StoryStore` rest on. */
export function createStoryEngine(db: DatabaseSync, clock: Clock): StoryEngine {
  const statements = prepare(db);
  const seenBy = (scopes: readonly Scope[]) => ({ scopes: JSON.stringify(scopes), now: clock.now() });

  function newestOf(
    scope: Scope,
    { topic, source, since, storedSince, limit }: HeadlineQuery,
    stories: number,
  ): readonly unknown[] {
    const asked = {
      scope,
      now: clock.now(),
      since: since ?? Number.MIN_SAFE_INTEGER,
      storedSince: storedSince ?? Number.MIN_SAFE_INTEGER,
      limit,
      stories,
    };
    if (topic !== undefined) return statements.newestOfTopic.all({ ...asked, topic, source: source ?? null });
    if (source !== undefined) return statements.newestOfSource.all({ ...asked, source });
    return statements.newest.all(asked);
  }

  return {
    homes: async (ids, scopes) => statements.homes.all({ ...seenBy(scopes), ids: JSON.stringify(ids) }),
    members: async (stories, scopes) =>
      stories.flatMap((story) => statements.members.all({ ...seenBy(scopes), story })),
    fresh: async ({ scopes, ...asked }) =>
      [...new Set(scopes)].flatMap((scope) => statements.fresh.all({ ...asked, scope, now: clock.now() })),
    allOf: async (stories, scopes) =>
      statements.allOf.all({ ...seenBy(scopes), stories: JSON.stringify(stories) }),
    headlines: async (rowIds) => statements.headlines.all({ rowIds: JSON.stringify(rowIds) }),
    /** Asks each scope by itself, since one index cannot give the newest of several in order. */
    newest: async (query, stories) =>
      [...new Set(query.scopes)].flatMap((scope) => newestOf(scope, query, stories)),
  };
}
