import type { DigestStore } from '../../domain/digest-store.ts';
import { changeableOf, readDigest, writtenOf, writtenPause } from '../digest-rows.ts';
import { digestStatements } from '../digest-statements.ts';
import { type Database, named } from './connection.ts';
import { createDeliveries } from './deliveries.ts';
import { createDeliverySteps } from './delivery-steps.ts';
import type { LeaseTime } from './lease-time.ts';
import { plan, planNow } from './plan-deliveries.ts';

const statements = {
  add: named(digestStatements.add),
  get: named(digestStatements.get),
  list: named(digestStatements.list),
  update: named(digestStatements.update),
  remove: named(digestStatements.remove),
  removeGuild: named(digestStatements.removeGuild),
  pauseChannel: named(digestStatements.pauseChannel),
};

/** Digests and deliveries in PostgreSQL. */
export function createDigestStore(db: Database, at: LeaseTime): DigestStore {
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
    pauseChannel: (guildId, channelId, pause) =>
      db.change(statements.pauseChannel, { guildId, channelId, ...writtenPause(pause) }),
    plan: (now, next) => plan(db, now, next, at),
    planNow: (digest, slot) => planNow(db, digest, slot),
    ...createDeliveries(db, at),
    ...createDeliverySteps(db, at),
  };
}
