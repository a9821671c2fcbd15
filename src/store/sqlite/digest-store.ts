import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../domain/clock.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import { createClaims, createDeliverySteps } from './deliveries.ts';
import { createDigests } from './digests.ts';
import { createPlanning } from './plan-deliveries.ts';

/** Digests and deliveries in SQLite. Its clock is the machine's, so all processes on one file share it. */
export function createDigestStore(db: DatabaseSync, clock: Clock): DigestStore {
  const digests = createDigests(db);
  const planning = createPlanning(db);
  const claims = createClaims(db, clock);
  const steps = createDeliverySteps(db, clock);
  return {
    add: async (digest) => digests.add(digest),
    get: async (id, guildId) => digests.get(id, guildId),
    list: async (guildId) => digests.list(guildId),
    update: async (digest) => digests.update(digest),
    remove: async (id, guildId) => digests.remove(id, guildId),
    removeGuild: async (guildId) => digests.removeGuild(guildId),
    plan: async (now, next) => planning.plan(now, next),
    planNow: async (digest, slot) => planning.planNow(digest, slot),
    claim: async (claimant, leaseMs, limit) => claims.claim(claimant, leaseMs, limit),
    freeze: async (delivery, payload, articleIds) => steps.freeze(delivery, payload, articleIds),
    begin: async (delivery) => steps.begin(delivery),
    settle: async (delivery, claimant, settlement) => steps.settle(delivery, claimant, settlement),
    release: async (delivery, claimant, waitMs, reason) => steps.release(delivery, claimant, waitMs, reason),
    deliveries: async (digestId, limit) => claims.deliveries(digestId, limit),
    postedArticles: async (digestId, count) => claims.postedArticles(digestId, count),
  };
}
