import type { DatabaseSync } from 'node:sqlite';
import type { Digest, Pause } from '../../domain/digest.ts';
import { changeableOf, readDigest, writtenOf, writtenPause } from '../digest-rows.ts';
import { digestStatements } from '../digest-statements.ts';
import { inTransaction } from './transaction.ts';

/** Makes the part of `DigestStore` that keeps digests. With a digest go its deliveries. */
export function createDigests(db: DatabaseSync) {
  const add = db.prepare(digestStatements.add);
  const get = db.prepare(digestStatements.get);
  const list = db.prepare(digestStatements.list);
  const update = db.prepare(digestStatements.update);
  const remove = db.prepare(digestStatements.remove);
  const removeGuild = db.prepare(digestStatements.removeGuild);
  const pauseChannel = db.prepare(digestStatements.pauseChannel);
  return {
    add: (digest: Digest): void => void add.run(writtenOf(digest)),
    get(id: string, guildId: string): Digest | undefined {
      const row = get.get({ id, guildId });
      return row === undefined ? undefined : readDigest(row);
    },
    list: (guildId: string): readonly Digest[] => list.all({ guildId }).map(readDigest),
    update: (digest: Digest): boolean => update.run(changeableOf(digest)).changes > 0,
    remove: (id: string, guildId: string): boolean =>
      inTransaction(db, () => remove.run({ id, guildId }).changes > 0),
    removeGuild: (guildId: string): number =>
      inTransaction(db, () => Number(removeGuild.run({ guildId }).changes)),
    pauseChannel: (guildId: string, channelId: string, pause: Pause): number =>
      Number(pauseChannel.run({ guildId, channelId, ...writtenPause(pause) }).changes),
  };
}
