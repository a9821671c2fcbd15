import { setImmediate } from 'node:timers/promises';
import type { EntryMark } from '../domain/feed.ts';
import { readMark } from './entry-rows.ts';
import { distinct, type Match, matchEntries } from './match-entries.ts';
import { repeatedly } from './repeatedly.ts';

const batchSize = 100;
/** The entries of one poll take their turns so far apart: no feed holds up the others by its length. */
const turnMs = 1000;

type NotedEntry = EntryMark & { readonly payload: string };

/** What is to be written of an entry, into a row of its own (`rowId` absent) or over what was known of it. */
export interface EntryWrite {
  readonly rowId?: number;
  readonly guid: string | null;
  readonly url: string | null;
  readonly contentHash: string;
  readonly payload: string;
  readonly turn: number;
}

/** What the noting of entries asks of an engine. */
export interface NoteEngine {
  /** What is kept of a feed's entries, newest first. */
  marks(feedId: string): Promise<readonly unknown[]>;
  /** In one transaction reads what is kept and writes what `choose` makes of it; nothing where the feed is gone. */
  write(
    feedId: string,
    now: number,
    choose: (rows: readonly unknown[]) => readonly EntryWrite[],
  ): Promise<readonly EntryWrite[]>;
  /** Forgets some of the oldest entries beyond the most, of those that are not `present`; answers how many. */
  forgetSome(feedId: string, present: readonly number[]): Promise<number>;
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

const isKnown = ({ entry, kept }: Match<NotedEntry>) => kept?.contentHash === entry.contentHash;

const matchesOf = (entries: readonly NotedEntry[], rows: readonly unknown[]) =>
  matchEntries(entries, rows.map(readMark));

/** The first entries that are not known yet; each is known when it is written, so repeating comes to an end. */
function firstWrites(
  entries: readonly NotedEntry[],
  rows: readonly unknown[],
  turn: number,
): readonly EntryWrite[] {
  return matchesOf(entries, rows)
    .filter((match) => !isKnown(match))
    .slice(0, batchSize)
    .map(({ entry: { guid = null, url = null, contentHash, payload }, kept }, index) => ({
      ...(kept !== undefined && { rowId: kept.rowId }),
      ...{ guid, url, contentHash, payload, turn: turn + index * turnMs },
    }));
}

/** Makes `note` of `FeedStore`. A poll that brings nothing new takes no lock and writes nothing. */
export function createNote(engine: NoteEngine) {
  return async (feedId: string, noted: readonly NotedEntry[], now: number) => {
    const entries = distinct(noted.map(wellFormed));
    const sum = { fresh: 0, changed: 0 };
    if (matchesOf(entries, await engine.marks(feedId)).every(isKnown)) return sum;
    for (;;) {
      const turn = now + (sum.fresh + sum.changed) * turnMs;
      const written = await engine.write(feedId, now, (rows) => firstWrites(entries, rows, turn));
      if (written.length === 0) break;
      const fresh = written.filter(({ rowId }) => rowId === undefined).length;
      sum.fresh += fresh;
      sum.changed += written.length - fresh;
      await setImmediate();
    }
    if (sum.fresh > 0) {
      // None that the feed still has is forgotten: it would come again as a new one.
      const present = matchesOf(entries, await engine.marks(feedId)).flatMap(({ kept }) => kept?.rowId ?? []);
      await repeatedly(() => engine.forgetSome(feedId, present));
    }
    return sum;
  };
}
