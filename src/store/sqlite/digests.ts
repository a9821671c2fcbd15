import type { DatabaseSync } from 'node:sqlite';
import type { Digest } from '../../domain/digest.ts';
import { digestColumns, readDigest } from './digest-rows.ts';
import { toJson } from './json-column.ts';
import { inTransaction } from './transaction.ts';

function prepare(db: DatabaseSync) {
  return {
    add: db.prepare(
      `insert into digest (${digestColumns})
       values (:id, :guildId, :channelId, :name, :time, :days, :timezone, :topics, :stories, :style,
               :skipEmpty, :createdBy, :createdAt, :nextRunAt, :pausedAt)`,
    ),
    get: db.prepare(`select ${digestColumns} from digest where id = :id and guild_id = :guildId`),
    list: db.prepare(`select ${digestColumns} from digest where guild_id = :guildId order by created_at, id`),
    update: db.prepare(
      `update digest
          set channel_id = :channelId, name = :name, time = :time, days = :days, timezone = :timezone,
              topics = :topics, stories = :stories, style = :style, skip_empty = :skipEmpty,
              next_run_at = :nextRunAt, paused_at = :pausedAt
        where id = :id and guild_id = :guildId`,
    ),
    remove: db.prepare('delete from digest where id = :id and guild_id = :guildId'),
    removeGuild: db.prepare('delete from digest where guild_id = :guildId'),
  };
}

/** What of a digest can change: all but whose it is, and who made it when. */
function changeableOf(digest: Digest) {
  return {
    id: digest.id,
    guildId: digest.guildId,
    channelId: digest.channelId,
    name: digest.name,
    time: digest.time,
    days: toJson(digest.days),
    timezone: digest.timezone,
    topics: toJson(digest.topics),
    stories: digest.stories,
    style: digest.style,
    skipEmpty: digest.skipEmpty ? 1 : 0,
    nextRunAt: digest.nextRunAt,
    pausedAt: digest.pausedAt ?? null,
  };
}

/** Makes the part of `DigestStore` that keeps digests. With a digest go its deliveries. */
export function createDigests(db: DatabaseSync) {
  const statements = prepare(db);
  return {
    add(digest: Digest): void {
      statements.add.run({
        ...changeableOf(digest),
        createdBy: digest.createdBy,
        createdAt: digest.createdAt,
      });
    },
    get(id: string, guildId: string): Digest | undefined {
      const row = statements.get.get({ id, guildId });
      return row === undefined ? undefined : readDigest(row);
    },
    list: (guildId: string): readonly Digest[] => statements.list.all({ guildId }).map(readDigest),
    update: (digest: Digest): boolean => statements.update.run(changeableOf(digest)).changes > 0,
    remove: (id: string, guildId: string): boolean =>
      inTransaction(db, () => statements.remove.run({ id, guildId }).changes > 0),
    removeGuild: (guildId: string): number =>
      inTransaction(db, () => Number(statements.removeGuild.run({ guildId }).changes)),
  };
}
