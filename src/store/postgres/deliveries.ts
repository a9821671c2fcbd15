import type { DigestStore } from '../../domain/digest-store.ts';
import { deliveryColumns, keyOf, readDelivery } from '../digest-rows.ts';
import { claimable, claimableAfterwards, deliveryStatements, isStillHeld } from '../digest-statements.ts';
import { pruneBySteps } from '../prune-deliveries.ts';
import { type Database, jsonText, named } from './connection.ts';
import { type LeaseTime, leaseNow } from './lease-time.ts';

const columns = deliveryColumns(jsonText("coalesce(json_agg(q.article_id order by q.position), '[]'::json)"));
export const sql = deliveryStatements(leaseNow, columns);

/** Takes deliveries. Rows that another process is claiming are passed over, and those behind them taken. */
const claimOf = (condition: string, changes: string, order: string): string =>
  `with open as (
     select digest_id, slot from delivery where ${condition} for update skip locked
   ), taken as (
     update delivery d set ${changes}claimed_by = :claimant, lease_until = ${leaseNow} + :leaseMs
       from open where d.digest_id = open.digest_id and d.slot = open.slot
     returning d.*
   )
   select ${columns} from taken d order by ${order}`;

const statements = {
  claim: named(
    claimOf(claimable(leaseNow), "state = 'claimed', attempts = attempts + 1, ", 'd.turn, d.slot'),
  ),
  claimAfterwards: named(claimOf(claimableAfterwards(leaseNow), '', 'd.settled_at')),
  release: named(sql.release),
  extend: named(
    `update delivery set lease_until = ${leaseNow} + :leaseMs
       from unnest(:ids::text[], :slots::bigint[]) p (id, slot)
      where digest_id = p.id and delivery.slot = p.slot and ${isStillHeld}`,
  ),
  releaseAfterwards: named(sql.releaseAfterwards),
  newest: named(sql.newest),
  open: named(sql.open),
  alertsDue: named(sql.alertsDue),
  alerted: named(sql.alerted),
  page: named(sql.page),
  prune: named(sql.prune),
};

type Deliveries = Pick<
  DigestStore,
  | 'claim'
  | 'claimAfterwards'
  | 'extend'
  | 'release'
  | 'releaseAfterwards'
  | 'deliveries'
  | 'openDeliveries'
  | 'alertsDue'
  | 'alerted'
  | 'pruneDeliveries'
>;

/** Makes the part of `DigestStore` that claims deliveries and gives them back, and what is asked of them. */
export function createDeliveries(db: Database, at: LeaseTime): Deliveries {
  const deliveriesOf = async (statement: keyof typeof statements, values: Parameters<Database['rows']>[1]) =>
    (await db.rows(statements[statement], values)).map(readDelivery);
  return {
    claim: (claimant, leaseMs, limit) => deliveriesOf('claim', { claimant, leaseMs, limit, ...at() }),
    claimAfterwards: (claimant, leaseMs, limit) =>
      deliveriesOf('claimAfterwards', { claimant, leaseMs, limit, ...at() }),
    async extend(deliveries, claimant, leaseMs) {
      const ids = deliveries.map(({ digestId }) => digestId);
      const slots = deliveries.map(({ slot }) => slot);
      await db.change(statements.extend, { ids, slots, claimant, leaseMs, ...at() });
    },
    async release(delivery, claimant, waitMs, reason) {
      await db.change(statements.release, { ...keyOf(delivery), claimant, waitMs, reason, ...at() });
    },
    async releaseAfterwards(delivery, claimant, waitMs) {
      await db.change(statements.releaseAfterwards, { ...keyOf(delivery), claimant, waitMs, ...at() });
    },
    deliveries: (digestId, limit) => deliveriesOf('newest', { digestId, limit }),
    openDeliveries: (digestId) => deliveriesOf('open', { digestId }),
    alertsDue: (limit) => deliveriesOf('alertsDue', { limit }),
    async alerted(delivery) {
      await db.change(statements.alerted, { ...keyOf(delivery), settledAt: delivery.settledAt ?? null });
    },
    pruneDeliveries: (before) =>
      pruneBySteps({
        page: async (after) => (await db.rows(statements.page, { after }))[0],
        removeSome: (place) => db.change(statements.prune, { ...place, before }),
      }),
  };
}
