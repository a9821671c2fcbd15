import type { Clock } from '../../domain/clock.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
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
import { type Database, named } from './connection.ts';
import { leaseNow } from './lease-time.ts';

const columns = deliveryColumns(`coalesce(json_agg(q.article_id order by q.position)::text, '[]')`);
const sql = deliveryStatements(leaseNow, columns);

const statements = {
  // Rows that another process is claiming are passed over, and those behind them taken.
  claim: named(
    `with open as (
       select digest_id, slot, lease_until from delivery
        where state in ('pending', 'claimed') and (lease_until is null or lease_until <= ${leaseNow})
          and ${isNotLeft('delivery.guild_id')}
        order by lease_until nulls first, slot limit :limit for update skip locked
     ), taken as (
       update delivery d
          set state = 'claimed', claimed_by = :claimant, lease_until = ${leaseNow} + :leaseMs, attempts = attempts + 1
         from open where d.digest_id = open.digest_id and d.slot = open.slot
       returning d.*
     )
     select ${columns} from taken d join open on open.digest_id = d.digest_id and open.slot = d.slot
      order by open.lease_until nulls first, d.slot`,
  ),
  newest: named(sql.newest),
  postedArticles: named(sql.postedArticles),
  payload: named(sql.payload),
  freeze: named(sql.freeze),
  begin: named(sql.begin),
  settle: named(sql.settle),
  release: named(sql.release),
};

type Deliveries = Pick<
  DigestStore,
  'claim' | 'freeze' | 'begin' | 'settle' | 'release' | 'deliveries' | 'postedArticles'
>;

/** Makes the part of `DigestStore` that leads deliveries to their end. */
export function createDeliveries(db: Database, leaseClock: Clock | undefined): Deliveries {
  const at = () => ({ now: leaseClock?.now() ?? null });
  return {
    async claim(claimant, leaseMs, limit) {
      const values = { claimant, leaseMs, limit: Math.max(0, limit), ...at() };
      return (await db.rows(statements.claim, values)).map(readDelivery);
    },
    freeze: (delivery, payload, articleIds) =>
      db.transaction(async (connection) => {
        const { digestId, slot } = delivery;
        if ((await connection.change(statements.freeze, { digestId, slot, payload })) > 0)
          await connection.insert(
            'delivery_article',
            ['digest_id', 'slot', 'position', 'article_id'],
            articleIds.map((articleId, position) => [digestId, slot, position, articleId]),
          );
        return readPayload(delivery, (await connection.rows(statements.payload, { digestId, slot }))[0]);
      }),
    async begin(delivery) {
      const { digestId, slot } = delivery;
      return readFirstTry(delivery, (await db.rows(statements.begin, { digestId, slot, ...at() }))[0]);
    },
    settle: async (delivery, claimant, settlement) =>
      (await db.change(statements.settle, { ...settlementOf(delivery, claimant, settlement), ...at() })) > 0,
    async release({ digestId, slot }, claimant, waitMs, reason) {
      await db.change(statements.release, { digestId, slot, claimant, waitMs, reason, ...at() });
    },
    deliveries: async (digestId, limit) =>
      (await db.rows(statements.newest, { digestId, limit: Math.max(0, limit) })).map(readDelivery),
    postedArticles: async (digestId, count) =>
      (await db.rows(statements.postedArticles, { digestId, count: Math.max(0, count) })).map(readQuoted),
  };
}
