import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type { Delivery } from '../../domain/digest.ts';
import type { FrozenPost, Settlement } from '../../domain/digest-store.ts';
import {
  frozenOf,
  keyOf,
  pauseWith,
  readFirstTry,
  readPayload,
  settlementOf,
  writtenPause,
} from '../digest-rows.ts';
import { digestStatements, isStillHeld } from '../digest-statements.ts';
import { sql } from './deliveries.ts';
import { inTransaction } from './transaction.ts';

const settledRow = z.object({ settled_at: z.int() });

/** Makes the steps of a claimed delivery up to its end. Ends are timed by `clock`. */
export function createDeliverySteps(db: DatabaseSync, clock: Clock) {
  const payloadOf = db.prepare(sql.payload);
  const freeze = db.prepare(sql.freeze);
  const unquote = db.prepare(sql.unquote);
  const quote = db.prepare(sql.quote);
  const begin = db.prepare(sql.begin);
  const settle = db.prepare(sql.settle);
  const pause = db.prepare(digestStatements.pause);
  return {
    freeze: (delivery: Delivery, post: FrozenPost): string =>
      inTransaction(db, () => {
        const key = keyOf(delivery);
        if (freeze.run(frozenOf(delivery, post)).changes > 0) {
          unquote.run(key);
          for (const [position, articleId] of post.articleIds.entries())
            quote.run({ ...key, position, articleId });
        }
        return readPayload(delivery, payloadOf.get(key));
      }),
    begin: (delivery: Delivery): number =>
      readFirstTry(delivery, begin.get({ ...keyOf(delivery), now: clock.now() })),
    settle: (delivery: Delivery, claimant: string, settlement: Settlement): boolean =>
      inTransaction(db, () => {
        const row = settle.get({ ...settlementOf(delivery, claimant, settlement), now: clock.now() });
        if (row === undefined) return false;
        const why = pauseWith(settlement);
        if (why !== undefined) {
          const at = settledRow.parse(row).settled_at;
          pause.run({ id: delivery.digestId, ...writtenPause({ ...why, at }) });
        }
        return true;
      }),
  };
}

/** Makes the steps that give a claim back or hold on to it, and those after an end. */
export function createClaimSteps(db: DatabaseSync, clock: Clock) {
  const release = db.prepare(sql.release);
  const extend = db.prepare(
    `update delivery set lease_until = :now + :leaseMs
      where digest_id = :digestId and slot = :slot and ${isStillHeld}`,
  );
  const finish = db.prepare(sql.finish);
  const releaseAfterwards = db.prepare(sql.releaseAfterwards);
  const alerted = db.prepare(sql.alerted);
  const reopen = db.prepare(sql.reopen);
  return {
    release(delivery: Delivery, claimant: string, waitMs: number, reason: string): void {
      release.run({ ...keyOf(delivery), claimant, waitMs, reason, now: clock.now() });
    },
    extend: (deliveries: readonly Delivery[], claimant: string, leaseMs: number): void =>
      inTransaction(db, () => {
        for (const delivery of deliveries)
          extend.run({ ...keyOf(delivery), claimant, leaseMs, now: clock.now() });
      }),
    finish: (delivery: Delivery, claimant: string, outcome: string): boolean =>
      finish.run({ ...keyOf(delivery), claimant, outcome }).changes > 0,
    releaseAfterwards(delivery: Delivery, claimant: string, waitMs: number): void {
      releaseAfterwards.run({ ...keyOf(delivery), claimant, waitMs, now: clock.now() });
    },
    alerted: (delivery: Delivery): void =>
      void alerted.run({ ...keyOf(delivery), settledAt: delivery.settledAt ?? null }),
    reopen: (digestId: string, slot: number): boolean => reopen.run({ digestId, slot }).changes > 0,
  };
}
