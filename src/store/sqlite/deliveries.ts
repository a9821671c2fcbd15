import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type { Delivery } from '../../domain/digest.ts';
import { deliveryColumns, readDelivery } from '../digest-rows.ts';
import { claimable, claimableAfterwards, deliveryStatements } from '../digest-statements.ts';
import { pruneBySteps } from '../prune-deliveries.ts';
import { inTransaction } from './transaction.ts';

const keyRow = z.object({ digest_id: z.string(), slot: z.int() });

export const sql = deliveryStatements(
  ':now',
  deliveryColumns('json_group_array(q.article_id order by q.position)'),
);

function prepareClaims(db: DatabaseSync) {
  const isThisOne = 'digest_id = :digestId and slot = :slot';
  const columns = deliveryColumns('json_group_array(q.article_id order by q.position)');
  const hold = 'claimed_by = :claimant, lease_until = :leaseUntil';
  return {
    open: {
      find: db.prepare(`select digest_id, slot from delivery where ${claimable(':now')}`),
      take: db.prepare(
        `update delivery set state = 'claimed', attempts = attempts + 1, ${hold} where ${isThisOne}`,
      ),
    },
    afterwards: {
      find: db.prepare(`select digest_id, slot from delivery where ${claimableAfterwards(':now')}`),
      take: db.prepare(`update delivery set ${hold} where ${isThisOne}`),
    },
    get: db.prepare(`select ${columns} from delivery d where ${isThisOne}`),
  };
}

/** Makes the claims of deliveries. Leases are timed by `clock`. */
export function createClaims(db: DatabaseSync, clock: Clock) {
  const statements = prepareClaims(db);

  const claim = (of: 'open' | 'afterwards', claimant: string, leaseMs: number, limit: number) =>
    inTransaction(db, (): readonly Delivery[] => {
      const now = clock.now();
      const { find, take } = statements[of];
      const rows = find.all({ now, limit }).map((row) => keyRow.parse(row));
      return rows.map(({ digest_id: digestId, slot }) => {
        take.run({ digestId, slot, claimant, leaseUntil: now + leaseMs });
        return readDelivery(statements.get.get({ digestId, slot }));
      });
    });

  return {
    claim: (claimant: string, leaseMs: number, limit: number): readonly Delivery[] =>
      claim('open', claimant, leaseMs, limit),
    claimAfterwards: (claimant: string, leaseMs: number, limit: number): readonly Delivery[] =>
      claim('afterwards', claimant, leaseMs, limit),
  };
}

/** Makes what is asked of deliveries by the bot's own work, and what is old of them removed. */
export function createDeliveryReads(db: DatabaseSync) {
  const newest = db.prepare(sql.newest);
  const open = db.prepare(sql.open);
  const alertsDue = db.prepare(sql.alertsDue);
  const page = db.prepare(sql.page);
  const prune = db.prepare(sql.prune);
  return {
    deliveries: (digestId: string, limit: number): readonly Delivery[] =>
      newest.all({ digestId, limit }).map(readDelivery),
    openDeliveries: (digestId: string): readonly Delivery[] => open.all({ digestId }).map(readDelivery),
    alertsDue: (limit: number): readonly Delivery[] => alertsDue.all({ limit }).map(readDelivery),
    pruneDeliveries: (before: number): Promise<number> =>
      pruneBySteps({
        page: (after) => page.get({ after }),
        removeSome: (place) => Number(prune.run({ ...place, before }).changes),
      }),
  };
}
