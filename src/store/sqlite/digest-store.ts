import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../domain/clock.ts';
import type { Digest } from '../../domain/digest.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import { slotsAround } from '../slots-around.ts';
import { createClaims, createDeliverySteps } from './deliveries.ts';
import { createDigests } from './digests.ts';
import { createPlanning, type PlannedSlot } from './plan-deliveries.ts';

/** `DigestStore` with its planning in two steps, as the function that says when a digest runs next stays where it is. */
export interface DigestRows extends Omit<DigestStore, 'plan'> {
  /** Some of the digests that are due. */
  due(now: number): Promise<readonly Digest[]>;
  /** Writes deliveries and moves digests on, in one transaction; answers how many were still as they were read. */
  moveOn(planned: readonly PlannedSlot[]): Promise<number>;
}

/** Digests and deliveries in SQLite. Its clock is the machine's, so all processes on one file share it. */
export function createDigestRows(db: DatabaseSync, clock: Clock): DigestRows {
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
    due: async (now) => planning.due(now),
    moveOn: async (planned) => planning.moveOn(planned),
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

/** The digests of a store. A digest that missed several slots gets the newest of them only, and goes on after `now`. */
export function createDigestStore(rows: DigestRows): DigestStore {
  return {
    ...rows,
    async plan(now, next) {
      const due = await rows.due(now);
      if (due.length === 0) return 0;
      return await rows.moveOn(due.map((digest) => ({ digest, ...slotsAround(now, digest, next) })));
    },
  };
}
