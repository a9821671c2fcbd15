import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { EntryMark } from '../../domain/feed.ts';
import { toJson } from './json-column.ts';
import { distinct, type KeptEntry, type Match, matchEntries } from './match-entries.ts';
import { inTransaction } from './transaction.ts';

const batchSize = 100;
/** Of each feed so many entries are remembered, besides those it still has. */
const mostEntries = 2000;
/** The entries of one poll take their turns so far apart: no feed holds up the others by its length. */
const turnMs = 1000;

const markRow = z.object({
  row_id: z.int(),
  guid: z.string().nullable(),
  url: z.string().nullable(),
  content_hash: z.string(),
});

type NotedEntry = EntryMark & { readonly payload: string };

function readMark(row: unknown): KeptEntry {
  const { row_id: rowId, guid, url, content_hash: contentHash } = markRow.parse(row);
  return { rowId, contentHash, ...(guid !== null && { guid }), ...(url !== null && { url }) };
}

/** Marks as the database gives them back. */
function wellFormed({ guid, url, contentHash, payload }: NotedEntry): NotedEntry {
  return {
    ...(guid !== undefined && { guid: guid.toWellFormed() }),
    ...(url !== undefined && { url: url.toWellFormed() }),
    contentHash: contentHash.toWellFormed(),
    payload,
  };
}

function prepare(db: DatabaseSync) {
  return {
    exists: db.prepare('select 1 from feed where id = :feedId'),
    marks: db.prepare(
      'select row_id, guid, url, content_hash from feed_entry where feed_id = :feedId order by row_id desc',
    ),
    add: db.prepare(
      `insert into feed_entry (feed_id, guid, url, content_hash, first_seen_at, payload, turn)
       values (:feedId, :guid, :url, :contentHash, :now, :payload, :turn)`,
    ),
    change: db.prepare(
      `update feed_entry
          set guid = :guid, url = :url, content_hash = :contentHash, payload = :payload, turn = :turn,
              lease_until = null, attempts = 0, revision = revision + 1, reason = null
        where row_id = :rowId`,
    ),
    forget: db.prepare(
      `delete from feed_entry where row_id in (
         select row_id from (select row_id from feed_entry where feed_id = :feedId
                              order by row_id desc limit -1 offset ${mostEntries})
          where row_id not in (select value from json_each(:present)) limit ${batchSize})`,
    ),
  };
}

const isKnown = ({ entry, kept }: Match<NotedEntry>) => kept?.contentHash === entry.contentHash;

/** Makes `note` of `FeedStore`. A poll that brings nothing new takes no lock and writes nothing. */
export function createNote(db: DatabaseSync) {
  const statements = prepare(db);

  const matchesOf = (feedId: string, entries: readonly NotedEntry[]) =>
    matchEntries(entries, statements.marks.all({ feedId }).map(readMark));

  function write(feedId: string, { entry, kept }: Match<NotedEntry>, now: number, turn: number): void {
    const { guid = null, url = null, contentHash, payload } = entry;
    const words = { guid, url, contentHash, payload, turn };
    if (kept === undefined) statements.add.run({ feedId, now, ...words });
    else statements.change.run({ rowId: kept.rowId, ...words });
  }

  /** Writes the first entries that are not known yet; each is known when it is written, so repeating comes to an end. */
  function writeSome(feedId: string, entries: readonly NotedEntry[], now: number, turn: number) {
    if (statements.exists.get({ feedId }) === undefined) return { fresh: 0, changed: 0 };
    const some = matchesOf(feedId, entries)
      .filter((match) => !isKnown(match))
      .slice(0, batchSize);
    for (const [index, match] of some.entries()) write(feedId, match, now, turn + index * turnMs);
    const fresh = some.filter(({ kept }) => kept === undefined).length;
    return { fresh, changed: some.length - fresh };
  }

  /** Forgets the oldest entries beyond the most, but none that the feed still has: it would come again as a new one. */
  async function forget(feedId: string, entries: readonly NotedEntry[]): Promise<void> {
    const present = toJson(matchesOf(feedId, entries).flatMap(({ kept }) => kept?.rowId ?? []));
    while (statements.forget.run({ feedId, present }).changes > 0) await setImmediate();
  }

  return async (feedId: string, noted: readonly NotedEntry[], now: number) => {
    const entries = distinct(noted.map(wellFormed));
    const sum = { fresh: 0, changed: 0 };
    if (matchesOf(feedId, entries).every(isKnown)) return sum;
    for (;;) {
      const turn = now + (sum.fresh + sum.changed) * turnMs;
      const { fresh, changed } = inTransaction(db, () => writeSome(feedId, entries, now, turn));
      if (fresh + changed === 0) break;
      sum.fresh += fresh;
      sum.changed += changed;
      await setImmediate();
    }
    if (sum.fresh > 0) await forget(feedId, entries);
    return sum;
  };
}
