import type { Clock } from '../../domain/clock.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import { entryColumns, readEntry, readEntryId } from '../entry-rows.ts';
import { type Database, named } from './connection.ts';
import { entrySql } from './entry-sql.ts';
import { leaseNow } from './lease-time.ts';

const statements = {
  waiting: named(entrySql.waiting),
  // Rows that another process is claiming are passed over, and those behind them taken.
  claim: named(
    `with taken as (
       update feed_entry
          set lease_until = ${leaseNow} + :leaseMs, attempts = attempts + 1, revision = revision + 1
        where row_id = any(array(${entrySql.waiting} for no key update of e skip locked))
       returning *
     )
     select ${entryColumns} from taken e join feed f on f.id = e.feed_id order by e.turn, e.row_id`,
  ),
  // None whose article or entry is going at this moment.
  link: named(`${entrySql.link} for key share of e, a on conflict do nothing`),
  end: named(entrySql.end),
  again: named(entrySql.again),
};

/** Makes the steps of `FeedStore` by which entries are taken in. */
export function createEntryClaims(
  db: Database,
  leaseClock: Clock | undefined,
): Pick<FeedStore, 'claimEntries' | 'settleEntry'> {
  const at = () => ({ now: leaseClock?.now() ?? null });
  return {
    async claimEntries(leaseMs, limit) {
      const values = { leaseMs: Math.ceil(leaseMs), limit: Math.max(0, limit), ...at() };
      // Looked at first without a lock: mostly nothing waits.
      if ((await db.rows(statements.waiting, { ...values, limit: Math.min(1, values.limit) })).length === 0)
        return [];
      return (await db.rows(statements.claim, values)).map(readEntry);
    },
    async settleEntry(entryId, outcome) {
      const entry = readEntryId(entryId);
      if (entry === undefined) return;
      if (outcome.kind === 'again') {
        const { reason, waitMs } = outcome;
        await db.change(statements.again, { ...entry, reason, waitMs: Math.ceil(waitMs), ...at() });
        return;
      }
      await db.transaction(async (connection) => {
        if (outcome.kind === 'taken')
          await connection.change(statements.link, { rowId: entry.rowId, articleId: outcome.articleId });
        await connection.change(statements.end, {
          ...entry,
          reason: outcome.kind === 'left' ? outcome.reason : null,
        });
      });
    },
  };
}
