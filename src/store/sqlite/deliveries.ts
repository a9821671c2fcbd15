import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type { Delivery } from '../../domain/digest.ts';
import type { Settlement } from '../../domain/digest-store.ts';
import {
  deliveryColumns,
  readDelivery,
  readFirstTry,
  readPayload,
  readQuoted,
  settlementOf,
} from '../digest-rows.ts';
import { deliveryStatements } from '../digest-statements.ts';
import { isNotLeft } from '../left-guild.ts';
import { inTransaction } from './transaction.ts';

const keyRow = z.object({ digest_id: z.string(), slot: z.int() });

const columns = deliveryColumns('json_group_array(q.article_id order by q.position)');
const sql = deliveryStatements(':now', columns);

function prepareClaim(db: DatabaseSync) {
  const isThisOne = 'digest_id = :digestId and slot = :slot';
  return {
    open: db.prepare(
      `select digest_id, slot from delivery
        where state in ('pending', 'claimed') and (lease_until is null or lease_until <= :now)
          and ${isNotLeft('delivery.guild_id')}
        order by lease_until, slot limit :limit`,
    ),
    claim: db.prepare(
      `update delivery
          set state = 'claimed', claimed_by = :claimant, lease_until = :leaseUntil, attempts = attempts + 1
        where ${isThisOne}`,
    ),
    get: db.prepare(`select ${columns} from delivery d where ${isThisOne}`),
    newest: db.prepare(sql.newest),
    postedArticles: db.prepare(sql.postedArticles),
  };
}

/** Makes the reads and claims of deliveries. Leases are timed by `clock`. */
export function createClaims(db: DatabaseSync, clock: Clock) {
  const statements = prepareClaim(db);

  function take(key: { readonly digestId: string; readonly slot: number }, claimant: string, until: number) {
    statements.claim.run({ ...key, claimant, leaseUntil: until });
    return readDelivery(statements.get.get(key));
  }

  return {
    claim: (claimant: string, leaseMs: number, limit: number): readonly Delivery[] =>
      inTransaction(db, () => {
        const now = clock.now();
        return statements.open
          .all({ now, limit: Math.max(0, limit) })
          .map((row) => keyRow.parse(row))
          .map(({ digest_id: digestId, slot }) => take({ digestId, slot }, claimant, now + leaseMs));
      }),
    deliveries: (digestId: string, limit: number): readonly Delivery[] =>
      statements.newest.all({ digestId, limit: Math.max(0, limit) }).map(readDelivery),
    postedArticles: (digestId: string, count: number): readonly string[] =>
      statements.postedArticles.all({ digestId, count: Math.max(0, count) }).map(readQuoted),
  };
}

/** Makes the steps of a claimed delivery up to its end. */
export function createDeliverySteps(db: DatabaseSync, clock: Clock) {
  const payloadOf = db.prepare(sql.payload);
  const freeze = db.prepare(sql.freeze);
  const quote = db.prepare(sql.quote);
  const begin = db.prepare(sql.begin);
  const settle = db.prepare(sql.settle);
  const release = db.prepare(sql.release);
  return {
    freeze: (delivery: Delivery, payload: string, articleIds: readonly string[]): string =>
      inTransaction(db, () => {
        const { digestId, slot } = delivery;
        if (freeze.run({ digestId, slot, payload }).changes > 0) {
          for (const [position, articleId] of articleIds.entries())
            quote.run({ digestId, slot, position, articleId });
        }
        return readPayload(delivery, payloadOf.get({ digestId, slot }));
      }),
    begin: (delivery: Delivery): number =>
      readFirstTry(
        delivery,
        begin.get({ digestId: delivery.digestId, slot: delivery.slot, now: clock.now() }),
      ),
    settle: (delivery: Delivery, claimant: string, settlement: Settlement): boolean =>
      settle.run({ ...settlementOf(delivery, claimant, settlement), now: clock.now() }).changes > 0,
    release({ digestId, slot }: Delivery, claimant: string, waitMs: number, reason: string): void {
      release.run({ digestId, slot, claimant, waitMs, reason, now: clock.now() });
    },
  };
}
