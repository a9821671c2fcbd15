import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../domain/clock.ts';
import type { Digest } from '../../domain/digest.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import { type PlannedDigest, planAll } from '../slots-around.ts';
import { createClaims, createDeliveryReads } from './deliveries.ts';
import { createClaimSteps, createDeliverySteps } from './delivery-steps.ts';
import { createDigests } from './digests.ts';
import { createPlanning } from './plan-deliveries.ts';

/** `DigestStore` with its planning in two steps, as the function that says when a digest runs next stays where it is. */
export interface DigestRows extends Omit<DigestStore, 'plan'> {
  /** Some of the digests that are due. */
  due(now: number): Promise<readonly Digest[]>;
  /** Writes deliveries and moves digests on, in one transaction; answers how many were still as they were read. */
  moveOn(planned: readonly PlannedDigest[]): Promise<number>;
}

/** Digests and deliveries in SQLite. Its clock is the machine's, so all processes on one file share it. */
export function createDigestRows(db: DatabaseSync, clock: Clock): DigestRows {
  const digests = createDigests(db);
  const planning = createPlanning(db, clock);
  const claims = createClaims(db, clock);
  const reads = createDeliveryReads(db);
  const steps = createDeliverySteps(db, clock);
  const after = createClaimSteps(db, clock);
  return {
    add: async (digest) => digests.add(digest),
    get: async (id, guildId) => digests.get(id, guildId),
    list: async (guildId) => digests.list(guildId),
    update: async (digest) => digests.update(digest),
    remove: async (id, guildId) => digests.remove(id, guildId),
    removeGuild: async (guildId) => digests.removeGuild(guildId),
    pauseChannel: async (guildId, channelId, pause) => digests.pauseChannel(guildId, channelId, pause),
    due: async (now) => planning.due(now),
    moveOn: async (planned) => planning.moveOn(planned),
    planNow: async (digest, slot) => planning.planNow(digest, slot),
    reopen: async (digestId, slot) => after.reopen(digestId, slot),
    claim: async (claimant, leaseMs, limit) => claims.claim(claimant, leaseMs, limit),
    extend: async (deliveries, claimant, leaseMs) => after.extend(deliveries, claimant, leaseMs),
    freeze: async (delivery, post) => steps.freeze(delivery, post),
    begin: async (delivery) => steps.begin(delivery),
    settle: async (delivery, claimant, settlement) => steps.settle(delivery, claimant, settlement),
    release: async (delivery, claimant, waitMs, reason) => after.release(delivery, claimant, waitMs, reason),
    claimAfterwards: async (claimant, leaseMs, limit) => claims.claimAfterwards(claimant, leaseMs, limit),
    finish: async (delivery, claimant, outcome) => after.finish(delivery, claimant, outcome),
    releaseAfterwards: async (delivery, claimant, waitMs) =>
      after.releaseAfterwards(delivery, claimant, waitMs),
    alertsDue: async (limit) => reads.alertsDue(limit),
    alerted: async (delivery) => after.alerted(delivery),
    deliveries: async (digestId, limit) => reads.deliveries(digestId, limit),
    openDeliveries: async (digestId) => reads.openDeliveries(digestId),
    pruneDeliveries: (before) => reads.pruneDeliveries(before),
  };
}

/** The digests of a store. */
export function createDigestStore(rows: DigestRows): DigestStore {
  return {
    ...rows,
    async plan(now, next) {
      const due = await rows.due(now);
      if (due.length === 0) return 0;
      return await rows.moveOn(await planAll(now, due, next));
    },
  };
}
