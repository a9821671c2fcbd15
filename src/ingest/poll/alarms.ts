import type { Feed, FeedState } from '../../domain/feed.ts';
import type { FeedAlert } from '../../domain/feeds.ts';
import { shownAddress } from '../carries-secret.ts';
import { isSilent } from './habit.ts';

/** A feed fails for long when it does so often in a row, and over such a time: a publisher's bad hour is no news. */
const manyFailures = 3;
const longFailingMs = 6 * 60 * 60_000;

/** What the followers are to be told now, and have not been told yet. */
export function alarmOf(
  { id: feedId, title, address }: Pick<Feed, 'id' | 'title' | 'address'>,
  state: FeedState,
  now: number,
): FeedAlert | undefined {
  const { stoppedAt, failure, newestEntryAt, usualGapMs, told } = state;
  const feed = { feedId, title, address: shownAddress(address) };
  const why = failure === undefined ? {} : { failure: { reason: failure.reason, ...statusOf(failure) } };
  if (stoppedAt !== undefined)
    return told === 'stopped' ? undefined : { kind: 'stopped', ...feed, since: stoppedAt, ...why };
  if (failure !== undefined) {
    const isLong = failure.count >= manyFailures && now - failure.since >= longFailingMs;
    return isLong && told !== 'failing'
      ? { kind: 'failing', ...feed, since: failure.since, ...why }
      : undefined;
  }
  if (told !== undefined || newestEntryAt === undefined || !isSilent(state, now)) return undefined;
  return { kind: 'silent', ...feed, since: newestEntryAt, ...(usualGapMs !== undefined && { usualGapMs }) };
}

function statusOf({ status }: { readonly status?: number }): { readonly status?: number } {
  return status === undefined ? {} : { status };
}

/** A feed that works again, or speaks again, is worth another word when it ceases to. */
export function withoutPastAlarms(state: FeedState, now: number): FeedState {
  const { told, ...rest } = state;
  if (told === undefined) return state;
  return told === 'silent' && isSilent(state, now) ? state : rest;
}
