import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type { Delivery } from '../../domain/digest.ts';
import type { Settlement } from '../../domain/digest-store.ts';
import { deliveryColumns, readDelivery } from './digest-rows.ts';
import { inTransaction } from './transaction.ts';

const keyRow = z.object({ digest_id: z.string(), slot: z.int() });
const payloadRow = z.object({ payload: z.string().nullable() });
const triedRow = z.object({ first_tried_at: z.int() });
const articleRow = z.object({ article_id: z.string() });

/** A delivery has one row; a step that finds it gone (its digest was removed) fails with this. */
function gone({ digestId, slot }: Delivery): Error {
  return new Error(`delivery ${digestId} ${slot} is gone or settled`);
}

const isThisOne = 'digest_id = :digestId and slot = :slot';
const isHeld = `${isThisOne} and state = 'claimed' and claimed_by = :claimant`;

function prepareClaim(db: DatabaseSync) {
  return {
    open: db.prepare(
      `select digest_id, slot from delivery
        where state in ('pending', 'claimed') and (lease_until is null or lease_until <= :now)
        order by lease_until, slot limit :limit`,
    ),
    claim: db.prepare(
      `update delivery
          set state = 'claimed', claimed_by = :claimant, lease_until = :leaseUntil, attempts = attempts + 1
        where ${isThisOne}`,
    ),
    get: db.prepare(`select ${deliveryColumns} from delivery d where ${isThisOne}`),
    newest: db.prepare(
      `select ${deliveryColumns} from delivery d where digest_id = :digestId order by slot desc limit :limit`,
    ),
    postedArticles: db.prepare(
      `select distinct q.article_id from delivery_article q
         join (select digest_id, slot from delivery where digest_id = :digestId and state = 'posted'
                order by slot desc limit :count) d on d.digest_id = q.digest_id and d.slot = q.slot`,
    ),
  };
}

function prepareSteps(db: DatabaseSync) {
  return {
    payload: db.prepare(`select payload from delivery where ${isThisOne}`),
    freeze: db.prepare(
      `update delivery set payload = :payload
        where ${isThisOne} and payload is null and state in ('pending', 'claimed')`,
    ),
    quote: db.prepare(
      `insert into delivery_article (digest_id, slot, position, article_id)
       values (:digestId, :slot, :position, :articleId)`,
    ),
    begin: db.prepare(
      `update delivery set first_tried_at = coalesce(first_tried_at, :now)
        where ${isThisOne} and state in ('pending', 'claimed') returning first_tried_at`,
    ),
    settle: db.prepare(
      `update delivery
          set state = :state, message_id = :messageId, reason = :reason, settled_at = :now, lease_until = null
        where ${isHeld}`,
    ),
    release: db.prepare(
      `update delivery
          set state = 'pending', claimed_by = null, lease_until = :waitUntil, reason = :reason
        where ${isHeld}`,
    ),
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
      statements.postedArticles
        .all({ digestId, count: Math.max(0, count) })
        .map((row) => articleRow.parse(row).article_id),
  };
}

/** Makes the steps of a claimed delivery up to its end. */
export function createDeliverySteps(db: DatabaseSync, clock: Clock) {
  const statements = prepareSteps(db);
  return {
    freeze: (delivery: Delivery, payload: string, articleIds: readonly string[]): string =>
      inTransaction(db, () => {
        const { digestId, slot } = delivery;
        if (statements.freeze.run({ digestId, slot, payload }).changes > 0) {
          for (const [position, articleId] of articleIds.entries())
            statements.quote.run({ digestId, slot, position, articleId });
        }
        const row = statements.payload.get({ digestId, slot });
        const { payload: frozen } = payloadRow.parse(row ?? { payload: null });
        if (frozen === null) throw gone(delivery);
        return frozen;
      }),
    begin(delivery: Delivery): number {
      const { digestId, slot } = delivery;
      const row = statements.begin.get({ digestId, slot, now: clock.now() });
      if (row === undefined) throw gone(delivery);
      return triedRow.parse(row).first_tried_at;
    },
    settle({ digestId, slot }: Delivery, claimant: string, settlement: Settlement): boolean {
      const [messageId, reason] =
        settlement.state === 'posted' ? [settlement.messageId, null] : [null, settlement.reason];
      const ending = { state: settlement.state, messageId, reason, now: clock.now() };
      return statements.settle.run({ digestId, slot, claimant, ...ending }).changes > 0;
    },
    release({ digestId, slot }: Delivery, claimant: string, waitMs: number, reason: string): void {
      statements.release.run({ digestId, slot, claimant, waitUntil: clock.now() + waitMs, reason });
    },
  };
}
