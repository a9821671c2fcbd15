import type { Clock } from '../../domain/clock.ts';
import { deliveryNames } from '../../domain/delivery-names.ts';
import type { Digest } from '../../domain/digest.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import { changeableOf, readDigest, writtenOf } from '../digest-rows.ts';
import { digestStatements } from '../digest-statements.ts';
import { type NextRun, slotsAround } from '../slots-around.ts';
import { type Connection, type Database, named } from './connection.ts';
import { createDeliveries } from './deliveries.ts';

const statements = {
  add: named(digestStatements.add),
  get: named(digestStatements.get),
  list: named(digestStatements.list),
  update: named(digestStatements.update),
  remove: named(digestStatements.remove),
  removeGuild: named(digestStatements.removeGuild),
  due: named(`${digestStatements.due} for update skip locked`),
  moveOn: named(digestStatements.moveOn),
  /** Nothing where the digest is gone. */
  deliver: named(
    `insert into delivery (digest_id, slot, channel_id, guild_id, nonce, reference)
     select id, :slot, :channelId, :guildId, :nonce, :reference from digest where id = :digestId
     on conflict (digest_id, slot) do nothing`,
  ),
};

/** Writes a delivery for a slot; `false` when there is one, or no such digest. */
async function deliver(db: Connection, { id, channelId, guildId }: Digest, slot: number): Promise<boolean> {
  const values = { digestId: id, slot, channelId, guildId, ...deliveryNames(id, slot) };
  return (await db.change(statements.deliver, values)) > 0;
}

/** What is planned by one process is locked for the others, which plan the rest meanwhile. */
const plan = (db: Database, now: number, next: NextRun): Promise<number> =>
  db.transaction(async (connection) => {
    const digests = (await connection.rows(statements.due, { now })).map(readDigest);
    for (const digest of digests) {
      const { slot, nextRunAt } = slotsAround(now, digest, next);
      await deliver(connection, digest, slot);
      await connection.change(statements.moveOn, { id: digest.id, nextRunAt });
    }
    return digests.length;
  });

/** Digests and deliveries in PostgreSQL. */
export function createDigestStore(db: Database, leaseClock: Clock | undefined): DigestStore {
  return {
    add: async (digest) => void (await db.change(statements.add, writtenOf(digest))),
    async get(id, guildId) {
      const [row] = await db.rows(statements.get, { id, guildId });
      return row === undefined ? undefined : readDigest(row);
    },
    list: async (guildId) => (await db.rows(statements.list, { guildId })).map(readDigest),
    update: async (digest) => (await db.change(statements.update, changeableOf(digest))) > 0,
    remove: async (id, guildId) => (await db.change(statements.remove, { id, guildId })) > 0,
    removeGuild: (guildId) => db.change(statements.removeGuild, { guildId }),
    plan: (now, next) => plan(db, now, next),
    planNow: (digest, slot) => deliver(db, digest, slot),
    ...createDeliveries(db, leaseClock),
  };
}
