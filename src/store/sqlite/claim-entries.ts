import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type { EntryOutcome, Feed, FeedEntry } from '../../domain/feed.ts';
import { feedColumns, isHeard, readFeed } from './feed-rows.ts';
import { inTransaction } from './transaction.ts';

const rowIdRow = z.object({ row_id: z.int() });

const entryRow = z.object({
  row_id: z.int(),
  revision: z.int(),
  feed_id: z.string(),
  guid: z.string().nullable(),
  url: z.string().nullable(),
  content_hash: z.string(),
  first_seen_at: z.int(),
  payload: z.string(),
  attempts: z.int(),
});

function prepare(db: DatabaseSync) {
  const isThisOne = 'row_id = :rowId and revision = :revision and payload is not null';
  return {
    // The order of the joins is fixed: the index gives the waiting ones in turn, and the limit ends it.
    waiting: db.prepare(
      `select e.row_id from feed_entry e cross join feed f on f.id = e.feed_id
        where e.payload is not null and (e.lease_until is null or e.lease_until <= :now) and ${isHeard}
        order by e.turn, e.row_id limit :limit`,
    ),
    claim: db.prepare(
      `update feed_entry set lease_until = :leaseUntil, attempts = attempts + 1, revision = revision + 1
        where row_id = :rowId`,
    ),
    get: db.prepare(
      `select e.row_id, e.revision, e.feed_id, e.guid, e.url, e.content_hash, e.first_seen_at, e.payload, e.attempts,
              ${feedColumns}
         from feed_entry e join feed f on f.id = e.feed_id where e.row_id = :rowId`,
    ),
    // An article is the feed's also when the entry has changed meanwhile.
    link: db.prepare(
      `insert or ignore into feed_article (feed_id, article_id)
       select e.feed_id, a.id from feed_entry e join article a on a.id = :articleId where e.row_id = :rowId`,
    ),
    end: db.prepare(
      `update feed_entry set payload = null, lease_until = null, reason = :reason where ${isThisOne}`,
    ),
    again: db.prepare(
      `update feed_entry set lease_until = :waitUntil, turn = :waitUntil, reason = :reason where ${isThisOne}`,
    ),
  };
}

/** An entry's id holds the revision that was handed out: what is said of an older one does not end a newer one. */
function idOf(rowId: number, revision: number): string {
  return `${rowId}.${revision}`;
}

function readId(id: string): { readonly rowId: number; readonly revision: number } | undefined {
  const [rowId, revision] = /^(\d{1,15})\.(\d{1,15})$/.exec(id)?.slice(1).map(Number) ?? [];
  return rowId === undefined || revision === undefined ? undefined : { rowId, revision };
}

function readEntry(row: unknown): FeedEntry & { readonly feed: Feed } {
  const { guid, url, ...known } = entryRow.parse(row);
  return {
    id: idOf(known.row_id, known.revision),
    feedId: known.feed_id,
    ...(guid !== null && { guid }),
    ...(url !== null && { url }),
    contentHash: known.content_hash,
    firstSeenAt: known.first_seen_at,
    payload: known.payload,
    attempts: known.attempts,
    feed: readFeed(row),
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
    const entry = readId(entryId);
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
          waitUntil: Math.ceil(clock.now() + outcome.waitMs),
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
