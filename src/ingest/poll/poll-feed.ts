import { createHash } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { Feed, FeedState } from '../../domain/feed.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import type { FeedAlert } from '../../domain/feeds.ts';
import type { Log } from '../../domain/log.ts';
import { feedCarriesSecret } from '../carries-secret.ts';
import type { ParsedFeed } from '../feed/parsed-feed.ts';
import type { FetchedBytes, FetchIfChanged, FetchRefusal, Validators } from '../fetch/fetch-bytes.ts';
import type { HostRests } from '../fetch/host-rests.ts';
import type { TakeTurn } from '../fetch/host-turns.ts';
import type { ReadingPool } from '../reading/reading-pool.ts';
import { alarmOf } from './alarms.ts';
import { entriesToNote } from './entries-to-note.ts';
import { feedTitle } from './feed-title.ts';
import { feedTypes } from './feed-types.ts';
import {
  failedState,
  failureOfFetch,
  failureOfReading,
  type PollFailure,
  readState,
  unchangedState,
} from './next-state.ts';
import { type PollLimits, waitAfterFailure, waitAfterPoll } from './pace.ts';

export interface FeedPollPorts {
  readonly feeds: Pick<FeedStore, 'update' | 'note'>;
  readonly fetchIfChanged: FetchIfChanged;
  readonly takeTurn: TakeTurn;
  readonly hostRests: HostRests;
  readonly readFeed: ReadingPool['readFeed'];
  /** Answers whether all who follow the feed know now; `false`: they are to be told again. */
  readonly tell: (alert: FeedAlert) => Promise<boolean>;
  readonly limits: PollLimits;
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 to 1. */
  readonly random: () => number;
}

type Moved = Partial<Pick<Feed, 'address' | 'title' | 'siteUrl' | 'language'>>;

/** How long to wait for the next poll, and whether entries wait to be taken in. */
export interface PollEnd {
  readonly waitMs: number;
  readonly newsCount: number;
}

/** For a host that has had enough of us and does not say how long. */
const usualRestMs = 5 * 60_000;

/**
 * Makes what asks a feed for its entries once. What is wrong with the feed is kept in its state; a poll that finds it
 * unchanged reads nothing and writes nothing. `signal` ends it early, and then nothing is kept.
 */
export function createFeedPoll(ports: FeedPollPorts): (feed: Feed, signal: AbortSignal) => Promise<PollEnd> {
  const { feeds, fetchIfChanged, takeTurn, hostRests, readFeed, tell, limits, clock, log, random } = ports;

  async function keep(feed: Feed, next: FeedState, moved: Moved = {}): Promise<void> {
    const alert = alarmOf({ ...feed, ...moved }, next, clock.now());
    // Kept before it is told, for those who look at once.
    if (next !== feed.state || Object.keys(moved).length > 0)
      await feeds.update(feed.id, { ...moved, state: next });
    if (alert !== undefined && (await tell(alert)))
      await feeds.update(feed.id, { state: { ...next, told: alert.kind } });
  }

  async function fail(feed: Feed, failure: PollFailure, retryAfterMs = 0): Promise<PollEnd> {
    const state = failedState(feed.state, failure, clock.now());
    const { count = 1 } = state.failure ?? {};
    if (count === 1) log.info('feed.failing', { feedId: feed.id, ...failure });
    await keep(feed, state);
    return { waitMs: waitAfterFailure({ count }, limits, { random: random(), retryAfterMs }), newsCount: 0 };
  }

  function restOf(feed: Feed, refusal: FetchRefusal): number {
    if (refusal.reason !== 'status') return 0;
    const { status, retryAfterMs } = refusal;
    const restMs = retryAfterMs ?? (status === 429 ? usualRestMs : 0);
    if (status === 429 || status === 503) hostRests.rest(hostOf(feed), restMs);
    return restMs;
  }

  async function wentWell(feed: Feed, state: FeedState, fresh: Pick<FetchedBytes, 'freshMs'>, newsCount = 0) {
    const at = { now: clock.now(), random: random() };
    const freshMs = fresh.freshMs ?? 0;
    if (feed.state.failure !== undefined) log.info('feed.recovered', { feedId: feed.id });
    return { waitMs: waitAfterPoll(state, limits, { ...at, freshMs }), newsCount };
  }

  async function take(feed: Feed, fetched: FetchedBytes, bodyHash: string): Promise<PollEnd> {
    const { bytes, contentType, url } = fetched;
    const reading = await readFeed({ bytes, contentType, url });
    if (!reading.ok) return await fail(feed, failureOfReading(reading));
    const now = clock.now();
    const { entries } = reading.feed;
    const isFirstPoll = feed.state.bodyHash === undefined;
    const noted = await feeds.note(feed.id, await entriesToNote(entries, { now, isFirstPoll }), now);
    const newsCount = noted.fresh + noted.changed;
    if (newsCount > 0) log.info('feed.news', { feedId: feed.id, ...noted });
    const state = readState(
      feed.state,
      { validators: validatorsOf(fetched), bodyHash, entries, newsCount },
      now,
    );
    await keep(feed, state, { ...moveOf(feed, fetched), ...renamed(feed, reading.feed) });
    return await wentWell(feed, state, fetched, newsCount);
  }

  async function settle(feed: Feed, fetched: Awaited<ReturnType<FetchIfChanged>>): Promise<PollEnd> {
    if (!fetched.ok && fetched.reason !== 'unchanged')
      return await fail(feed, failureOfFetch(fetched), restOf(feed, fetched));
    const bodyHash = fetched.ok ? hashOf(fetched.bytes) : undefined;
    if (fetched.ok && bodyHash !== undefined && bodyHash !== feed.state.bodyHash)
      return await take(feed, fetched, bodyHash);
    const state = unchangedState(feed.state, clock.now());
    await keep(feed, state, fetched.ok ? moveOf(feed, fetched) : {});
    return await wentWell(feed, state, fetched);
  }

  return async (feed, signal) => {
    const fetched = await takeTurn(hostOf(feed), () =>
      fetchIfChanged(feed.address, { accept: feedTypes, signal, ...validatorsOf(feed.state) }),
    );
    return signal.aborted ? { waitMs: 0, newsCount: 0 } : await settle(feed, fetched);
  };
}

export function hostOf({ address }: Pick<Feed, 'address'>): string {
  return URL.parse(address)?.host ?? '';
}

function validatorsOf({ etag, lastModified }: Validators): Validators {
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** What is everyone's stays at an address that anyone may know. */
function moveOf({ address, scope }: Feed, { movedTo }: FetchedBytes): Moved {
  if (movedTo === undefined || movedTo === address) return {};
  return scope === 'public' && feedCarriesSecret(new URL(movedTo)) ? {} : { address: movedTo };
}

/** What the feed calls itself now, where that has changed. */
function renamed(feed: Feed, parsed: ParsedFeed): Moved {
  const title = feedTitle(parsed);
  const { siteUrl, language } = parsed;
  return {
    ...(title !== '' && title !== feed.title && { title }),
    ...(siteUrl !== undefined && siteUrl !== feed.siteUrl && { siteUrl }),
    ...(language !== undefined && language !== feed.language && { language }),
  };
}
