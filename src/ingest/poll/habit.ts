import type { FeedState } from '../../domain/feed.ts';
import type { ParsedEntry } from '../feed/parsed-feed.ts';

/** When a feed publishes, as the dates of its newest entries tell. */
export type Habit = Pick<FeedState, 'newestEntryAt' | 'usualGapMs'>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const newestLooked = 30;
/** Fewer dates are no habit yet. */
const fewestDates = 5;

/** A date of the future is a slip of the publisher's: the entry is there now. */
export function dateOf({ publishedAt, updatedAt }: ParsedEntry, now: number): number | undefined {
  const at = publishedAt ?? updatedAt;
  return at === undefined ? undefined : Math.min(at, now);
}

/** Those without a date keep the feed's order, behind the dated ones. */
export function newestFirst(entries: readonly ParsedEntry[], now: number): readonly ParsedEntry[] {
  return entries
    .map((entry) => ({ entry, at: dateOf(entry, now) ?? 0 }))
    .sort((one, other) => other.at - one.at)
    .map(({ entry }) => entry);
}

/** The usual gap is the median; what comes within a minute came at once. */
export function habitOf(entries: readonly ParsedEntry[], now: number): Habit {
  const dates = entries
    .flatMap((entry) => dateOf(entry, now) ?? [])
    .sort((one, other) => other - one)
    .slice(0, newestLooked);
  const [newestEntryAt] = dates;
  if (newestEntryAt === undefined) return {};
  const gaps = dates
    .slice(1)
    .map((date, place) => (dates[place] ?? date) - date)
    .filter((gap) => gap >= minuteMs)
    .sort((one, other) => one - other);
  const usualGapMs = dates.length >= fewestDates ? gaps[Math.floor(gaps.length / 2)] : undefined;
  return { newestEntryAt, ...(usualGapMs !== undefined && { usualGapMs }) };
}

/** Whether it has been silent for much longer than it ever is. */
export function isSilent({ newestEntryAt, usualGapMs }: Habit, now: number): boolean {
  if (newestEntryAt === undefined || usualGapMs === undefined) return false;
  return now - newestEntryAt > Math.max(5 * usualGapMs, 3 * dayMs);
}
