import { z } from 'zod';
import type { Feed, FeedEntry } from '../domain/feed.ts';
import { feedColumns, readFeed } from './feed-rows.ts';
import type { KeptEntry } from './match-entries.ts';

/** Of `feed_entry e` and its `feed f`. */
export const entryColumns = `e.row_id, e.revision, e.feed_id, e.guid, e.url, e.content_hash, e.first_seen_at, e.payload,
  e.attempts, ${feedColumns}`;

const markRow = z.object({
  row_id: z.int(),
  guid: z.string().nullable(),
  url: z.string().nullable(),
  content_hash: z.string(),
});

const entryRow = markRow.extend({
  revision: z.int(),
  feed_id: z.string(),
  first_seen_at: z.int(),
  payload: z.string(),
  attempts: z.int(),
});

const marksOf = ({ guid, url, content_hash: contentHash }: z.infer<typeof markRow>) => ({
  ...(guid !== null && { guid }),
  ...(url !== null && { url }),
  contentHash,
});

export function readMark(row: unknown): KeptEntry {
  const known = markRow.parse(row);
  return { rowId: known.row_id, ...marksOf(known) };
}

/** An entry's id holds the revision that was handed out: what is said of an older one does not end a newer one. */
function idOf(rowId: number, revision: number): string {
  return `${rowId}.${revision}`;
}

export function readEntryId(id: string): { readonly rowId: number; readonly revision: number } | undefined {
  const [rowId, revision] = /^(\d{1,15})\.(\d{1,15})$/.exec(id)?.slice(1).map(Number) ?? [];
  return rowId === undefined || revision === undefined ? undefined : { rowId, revision };
}

export function readEntry(row: unknown): FeedEntry & { readonly feed: Feed } {
  const known = entryRow.parse(row);
  return {
    id: idOf(known.row_id, known.revision),
    feedId: known.feed_id,
    ...marksOf(known),
    firstSeenAt: known.first_seen_at,
    payload: known.payload,
    attempts: known.attempts,
    feed: readFeed(row),
  };
}
