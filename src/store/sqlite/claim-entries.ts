import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type { EntryOutcome, Feed, FeedEntry } from '../../domain/feed.ts';
import { entryColumns, readEntry, readEntryId } from '../entry-rows.ts';
import { entrySql } from './entry-sql.ts';
import { inTransaction } from './transaction.ts';

const rowIdRow = z.object({ row_id: z.int() });

function prepare(db: DatabaseSync) {
  return {
    waiting: db.prepare(entrySql.waiting),
    claim: db.prepare(
      `update feed_entry set lease_until = :leaseUntil, attempts = attempts + 1, revision = revision + 1
        where row_id = :rowId`,
    ),
    get: db.prepare(
      `select ${entryColumns} from feed_entry e join feed f on f.id = e.feed_id where e.row_id = :rowId`,
    ),
    link: db.prepare(`${entrySql.link} on conflict do nothing`),
    end: db.prepare(entrySql.end),
    again: db.prepare(entrySql.again),
  };
}

/** Makes the steps of `FeedStore` by which entries are taken in. Leases are timed by `clock`. */
export function createEntryClaims(db: DatabaseSync, clock: Clock) {
  const statements = prepare(db);

  function take(rowId: number, leaseUntil: number) {
    statements.claim.run({ rowId, leaseUntil });
    return readEntry(statements.get.get({ rowId }));
  }

  function settle(entryId: string, outcome: EntryOutcome): void {
    const entry = readEntryId(entryId);
    if (entry === undefined) return;
    switch (outcome.kind) {
      case 'taken':
        statements.link.run({ rowId: entry.rowId, articleId: outcome.articleId });
        statements.end.run({ ...entry, reason: null });
        return;
      case 'left':
        statements.end.run({ ...entry, reason: outcome.reason });
        return;
      case 'again':
        statements.again.run({
          ...entry,
          reason: outcome.reason,
          waitMs: Math.ceil(outcome.waitMs),
          now: clock.now(),
        });
    }
  }

  return {
    claimEntries(leaseMs: number, limit: number): readonly (FeedEntry & { readonly feed: Feed })[] {
      const now = clock.now();
      const find = () => statements.waiting.all({ now, limit: Math.max(0, limit) });
      // Looked at first without the lock: mostly nothing waits.
      if (find().length === 0) return [];
      return inTransaction(db, () =>
        find().map((row) => take(rowIdRow.parse(row).row_id, Math.ceil(now + leaseMs))),
      );
    },
    settleEntry: (entryId: string, outcome: EntryOutcome): void =>
      inTransaction(db, () => settle(entryId, outcome)),
  };
}
