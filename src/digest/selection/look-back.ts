import type { Digest } from '../../domain/digest.ts';
import type { DigestRun } from '../../domain/digest-draft.ts';
import type { FreshArticle } from '../../domain/story.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const weekDays = 7;

/** What rested for longer begins with the news of so long. */
const longestLookMs = 31 * dayMs;
/** An article is dated when it is taken in, and seen a moment later: what a post has just missed comes with the next. */
const seenLateMs = minuteMs;
/**
 * A feed that is followed for the first time brings old entries: they come in now and are no news. Late by as much as this
 * is what a publisher dates by the day alone, in another zone, and we are told of at the slowest poll, once a day.
 */
const datedEarlierMs = 2 * dayMs;

/** Which articles make their stories news: those stored and dated since then. Times are UTC milliseconds. */
export interface LookBack {
  /** As people are told of it. */
  readonly since: number;
  readonly storedSince: number;
  readonly publishedSince: number;
  /** As far back as there is something: people are told since when the oldest of it is. */
  readonly isEndless?: boolean;
}

export const isIn = (
  { storedSince, publishedSince }: Omit<LookBack, 'since'>,
  { storedAt, publishedAt }: Pick<FreshArticle, 'storedAt' | 'publishedAt'>,
): boolean => storedAt >= storedSince && publishedAt >= publishedSince;

/** The look at what was stored since an instant. */
export const lookSince = (since: number): LookBack => ({
  since,
  storedSince: since - seenLateMs,
  publishedSince: since - seenLateMs - datedEarlierMs,
});

/** The longest time from one day of a digest to the next. */
function longestIntervalMs({ days }: Pick<Digest, 'days'>): number {
  const sorted = [...new Set(days)].sort((one, other) => one - other);
  const [first = 0] = sorted;
  const gaps = sorted.map((day, place) => (sorted[place + 1] ?? first + weekDays) - day);
  return Math.max(1, ...gaps) * dayMs;
}

/** How long it is from one post of a digest to the next, in the mean. */
export const meanIntervalMs = ({ days, times }: Pick<Digest, 'days' | 'times'>): number =>
  (weekDays * dayMs) / Math.max(1, new Set(days).size * new Set(times).size);

/**
 * Where a run looks for news, one after the other until there is some: since the digest's last post; a digest's first run
 * looks back a day or one of its intervals, then to what the last week has brought, and where that is nothing at all, to
 * whatever there is, so that a new server sees something.
 * It looks back from its time, not from the moment at which it is made: so a preview says what the post will say.
 */
export function looksOf({ digest, slot }: DigestRun, lastSlot: number | undefined): readonly LookBack[] {
  if (lastSlot !== undefined) return [lookSince(Math.max(lastSlot, slot - longestLookMs))];
  const weekAgo = slot - weekDays * dayMs;
  return [
    lookSince(slot - Math.max(dayMs, longestIntervalMs(digest))),
    { since: weekAgo, storedSince: Number.MIN_SAFE_INTEGER, publishedSince: weekAgo },
    { since: weekAgo, storedSince: Number.MIN_SAFE_INTEGER, publishedSince: 0, isEndless: true },
  ];
}
