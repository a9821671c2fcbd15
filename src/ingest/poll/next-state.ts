import type { FeedFailureReason, FeedState } from '../../domain/feed.ts';
import type { ParsedEntry } from '../feed/parsed-feed.ts';
import type { FetchRefusal, Validators } from '../fetch/fetch-bytes.ts';
import type { BoundedFeedReading } from '../reading/reading-pool.ts';
import { withoutPastAlarms } from './alarms.ts';
import { habitOf, isSilent } from './habit.ts';

/** Why a poll gave no feed. */
export interface PollFailure {
  readonly reason: FeedFailureReason;
  readonly status?: number;
}

const gone = 410;

export function failureOfFetch(refusal: FetchRefusal): PollFailure {
  if (refusal.reason === 'not-web') return { reason: 'refused-address' };
  if (refusal.reason !== 'status') return { reason: refusal.reason };
  return { reason: refusal.status === gone ? 'gone' : 'status', status: refusal.status };
}

export function failureOfReading({ reason }: Exclude<BoundedFeedReading, { ok: true }>): PollFailure {
  switch (reason) {
    case 'page':
    case 'no-feed':
    case 'binary':
    case 'empty':
      return { reason: 'no-feed' };
    case 'unreadable':
    case 'too-slow':
    case 'too-big':
      return { reason: 'unreadable' };
  }
}

/** One more failure in a row. A feed that its publisher has ended is not asked again. */
export function failedState(state: FeedState, failure: PollFailure, now: number): FeedState {
  const { since = now, count = 0 } = state.failure ?? {};
  const isOver = failure.reason === 'gone' ? { stoppedAt: now } : {};
  return { ...state, ...isOver, failure: { ...failure, since, lastAt: now, count: count + 1 } };
}

/** The very same state where nothing is to be kept. */
export function unchangedState(state: FeedState, now: number): FeedState {
  const { failure, ...working } = state;
  return withoutPastAlarms(failure === undefined ? state : working, now);
}

/** The state after a body was read that is another than the last. */
export function readState(
  state: FeedState,
  read: {
    readonly validators: Validators;
    readonly bodyHash: string;
    readonly entries: readonly ParsedEntry[];
    readonly newsCount: number;
  },
  now: number,
): FeedState {
  const { bodyHash: previous, newestEntryAt, usualGapMs, changedAt, told } = state;
  const known = {
    ...(newestEntryAt !== undefined && { newestEntryAt }),
    ...(usualGapMs !== undefined && { usualGapMs }),
    ...habitOf(read.entries, now),
  };
  const next: FeedState = {
    ...read.validators,
    bodyHash: read.bodyHash,
    ...known,
    changedAt: read.newsCount > 0 || changedAt === undefined ? now : changedAt,
    ...(told !== undefined && { told }),
  };
  // Who follows a feed that is silent already has seen so.
  if (previous === undefined && isSilent(next, now)) return { ...next, told: 'silent' };
  return withoutPastAlarms(next, now);
}
