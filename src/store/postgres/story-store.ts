import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type { StoryGrouping, StoryStore } from '../../domain/story-store.ts';
import {
  arrivalColumns,
  groupedColumns,
  lastArrival,
  readArrived,
  readGrouped,
  readLastArrival,
} from '../arrival-rows.ts';
import { foldGroupings } from '../fold-groupings.ts';
import { createStoryReads } from '../read-stories.ts';
import { type Connection, type Database, named } from './connection.ts';
import { createStoryEngine } from './read-stories.ts';

const leftRow = z.object({ id: z.string(), row_id: z.int(), scope: z.string() });

const statements = {
  arrived: named(
    `select ${arrivalColumns}
       from (select * from arrived_article order by turn limit :limit) q join article a on a.row_id = q.row_id
            join article_text t on t.id = a.id and t.version = q.version
      order by q.turn`,
  ),
  grouped: named(
    `select ${groupedColumns}
       from (select * from story_article where scope = :scope and arrived_at >= :since::bigint
              order by arrived_at limit :limit) g
            join article a on a.row_id = g.row_id
            join article_text t on t.id = a.id and t.version = g.version
      order by g.arrived_at`,
  ),
  last: named(lastArrival),
  /** All at once: a story that takes one may itself be taken. */
  take: named(
    `update story_article g set story = p.story from unnest(:taken::text[], :stories::text[]) p (taken, story)
      where g.story = p.taken`,
  ),
  move: named(
    `update story_article g set story = p.story
       from unnest(:ids::text[], :stories::text[]) p (id, story) join article a on a.id = p.id
      where g.row_id = a.row_id`,
  ),
  // A version that is stored meanwhile stays in the queue: the rows are looked at again when they are free.
  leaveQueue: named(
    `delete from arrived_article q
      using unnest(:ids::text[], :versions::integer[]) p (id, version) join article a on a.id = p.id
      where q.row_id = a.row_id and q.version = p.version returning a.id, a.row_id, a.scope`,
  ),
};

const fields = ['row_id', 'version', 'scope', 'story', 'copy_of', 'is_stub', 'arrived_at'] as const;

const replacing = `on conflict (row_id) do update set ${fields
  .filter((field) => field !== 'row_id')
  .map((field) => `${field} = excluded.${field}`)
  .join()}`;

async function keep(db: Connection, grouped: readonly StoryGrouping[]): Promise<void> {
  const left = await db.rows(statements.leaveQueue, {
    ids: grouped.map(({ articleId }) => articleId),
    versions: grouped.map(({ version }) => version),
  });
  const places = new Map(left.map((row) => leftRow.parse(row)).map((row) => [row.id, row]));
  const rows = grouped.flatMap(({ articleId, version, story, copyOf, isStub, arrivedAt }) => {
    const place = places.get(articleId);
    if (place === undefined) return [];
    const { row_id: rowId, scope } = place;
    return [[rowId, version, scope, story, copyOf ?? null, isStub ?? false, arrivedAt ?? null]];
  });
  await db.insert('story_article', fields, rows, replacing);
}

async function group(db: Connection, groupings: readonly StoryGrouping[]): Promise<void> {
  const { taken, moved, grouped } = foldGroupings(groupings);
  if (taken.size > 0)
    await db.change(statements.take, { taken: [...taken.keys()], stories: [...taken.values()] });
  if (moved.size > 0)
    await db.change(statements.move, { ids: [...moved.keys()], stories: [...moved.values()] });
  if (grouped.length > 0) await keep(db, grouped);
}

/** Stories in PostgreSQL. What of a story has expired is not read any more, though `prune` has not come yet. */
export function createStoryStore(db: Database, clock: Clock): StoryStore {
  return {
    ...createStoryReads(createStoryEngine(db, clock)),
    arrived: async (limit) =>
      (await db.rows(statements.arrived, { limit: Math.max(0, limit) })).map(readArrived),
    grouped: async (scope, since, limit) =>
      (await db.rows(statements.grouped, { scope, since, limit: Math.max(0, limit) })).map(readGrouped),
    lastArrival: async (scope) => readLastArrival((await db.rows(statements.last, { scope }))[0]),
    group: (groupings) => db.transaction((connection) => group(connection, groupings)),
  };
}
