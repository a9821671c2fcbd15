import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../domain/clock.ts';
import type { Scope } from '../../domain/scope.ts';
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
import { toJson } from '../json-column.ts';
import { createStoryReads } from '../read-stories.ts';
import { createStoryEngine } from './read-stories.ts';
import { inTransaction } from './transaction.ts';

function prepare(db: DatabaseSync) {
  /** From pairs as JSON, all at once: a story that takes one may itself be taken. */
  const setStories = (column: string) => `update story_article set story = pair.value ->> 1
     from json_each(:pairs) pair where story_article.${column} = pair.value ->> 0`;
  return {
    arrived: db.prepare(
      `select ${arrivalColumns}
         from arrived_article q cross join article a on a.id = q.article_id
              cross join article_text t on t.id = a.id and t.version = q.version
        order by q.turn limit :limit`,
    ),
    grouped: db.prepare(
      `select ${groupedColumns}
         from story_article g cross join article a on a.id = g.article_id
              cross join article_text t on t.id = g.article_id and t.version = g.version
        where g.scope = :scope and g.arrived_at >= :since order by g.arrived_at limit :limit`,
    ),
    last: db.prepare(lastArrival),
    leaveQueue: db.prepare(
      'delete from arrived_article where article_id = :articleId and version = :version',
    ),
    keep: db.prepare(
      `insert into story_article (article_id, version, scope, story, copy_of, is_stub, arrived_at)
         select id, :version, scope, :story, :copyOf, :isStub, :arrivedAt from article where id = :articleId
         on conflict (article_id) do update set version = excluded.version, story = excluded.story,
           copy_of = excluded.copy_of, is_stub = excluded.is_stub, arrived_at = excluded.arrived_at`,
    ),
    take: db.prepare(setStories('story')),
    move: db.prepare(setStories('article_id')),
  };
}

/** Stories in SQLite. What of a story has expired is not read any more, though `prune` has not come yet. */
export function createStoryStore(db: DatabaseSync, clock: Clock): StoryStore {
  const statements = prepare(db);

  function keep({ articleId, version, story, copyOf, isStub, arrivedAt }: StoryGrouping): void {
    if (statements.leaveQueue.run({ articleId, version }).changes === 0) return;
    statements.keep.run({
      articleId,
      version,
      story,
      copyOf: copyOf ?? null,
      isStub: isStub === true ? 1 : 0,
      arrivedAt: arrivedAt ?? null,
    });
  }

  function group(groupings: readonly StoryGrouping[]): void {
    const { taken, moved, grouped } = foldGroupings(groupings);
    if (taken.size > 0) statements.take.run({ pairs: toJson([...taken]) });
    if (moved.size > 0) statements.move.run({ pairs: toJson([...moved]) });
    for (const grouping of grouped) keep(grouping);
  }

  return {
    ...createStoryReads(createStoryEngine(db, clock)),
    arrived: async (limit) => statements.arrived.all({ limit: Math.max(0, limit) }).map(readArrived),
    grouped: async (scope: Scope, since, limit) =>
      statements.grouped.all({ scope, since, limit: Math.max(0, limit) }).map(readGrouped),
    lastArrival: async (scope) => readLastArrival(statements.last.get({ scope })),
    group: async (groupings) => inTransaction(db, () => group(groupings)),
  };
}
