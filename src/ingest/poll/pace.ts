import type { FeedFailure, FeedState } from '../../domain/feed.ts';

/** How often a feed is asked at most and at least, as the operator has it. */
export interface PollLimits {
  readonly shortestMs: number;
  readonly longestMs: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** A publisher's "stays as it is for" is believed so far: many send a day with news of the minute. */
const longestFreshMs = hourMs;

/**
 * How long to wait after a poll that went well: half the feed's usual gap, longer where it has been silent for longer
 * than that, with up to a fifth more so that feeds asked together once part ways. `random` is from 0 to 1.
 */
export function waitAfterPoll(
  state: FeedState,
  limits: PollLimits,
  { now, random, freshMs = 0 }: { readonly now: number; readonly random: number; readonly freshMs?: number },
): number {
  const lastNewsAt = Math.max(state.newestEntryAt ?? 0, state.changedAt ?? 0);
  const silentMs = lastNewsAt === 0 ? 0 : now - lastNewsAt;
  const gapMs = Math.max(state.usualGapMs ?? 0, silentMs / 5);
  const wishMs = Math.max(gapMs / 2, Math.min(freshMs, longestFreshMs));
  return Math.min(limits.longestMs, Math.max(limits.shortestMs, wishMs)) * (1 + random / 5);
}

/** Twice as long with each failure in a row, from the shortest wait to a day, and as long as the server asks. */
export function waitAfterFailure(
  { count }: Pick<FeedFailure, 'count'>,
  limits: PollLimits,
  { random, retryAfterMs = 0 }: { readonly random: number; readonly retryAfterMs?: number },
): number {
  const doubledMs = limits.shortestMs * 2 ** Math.min(20, count - 1);
  return Math.max(Math.min(Math.max(dayMs, limits.shortestMs), doubledMs), retryAfterMs) * (1 + random / 4);
}

/** After a start, feeds known already are asked over so long a time rather than all at once. */
const startSpreadMs = 5 * minuteMs;

/** How long a feed waits that this process has not asked yet: one never read not at all. */
export function waitAfterStart(
  { bodyHash, failure }: FeedState,
  limits: PollLimits,
  { now, random }: { readonly now: number; readonly random: number },
): number {
  if (bodyHash === undefined && failure === undefined) return 0;
  const spreadMs = random * Math.min(startSpreadMs, limits.shortestMs);
  if (failure === undefined) return spreadMs;
  return Math.max(spreadMs, failure.lastAt + waitAfterFailure(failure, limits, { random }) - now);
}
