import type { Clock } from '../../domain/clock.ts';
import type { FeedStep } from '../../domain/feed.ts';
import type { FeedSource, NamedFeed, ParsedFeed } from '../feed/parsed-feed.ts';
import type { FetchBytes, FetchedBytes } from '../fetch/fetch-bytes.ts';
import type { TakeTurn } from '../fetch/host-turns.ts';
import { feedTypes } from '../poll/feed-types.ts';
import { failureOfFetch, failureOfReading, type PollFailure } from '../poll/next-state.ts';
import type { BoundedFeedReading } from '../reading/reading-pool.ts';
import { feedAddress } from './feed-address.ts';
import { ofFetched, ofPageFeeds, ofReading } from './step-details.ts';

export interface FindFeedPorts {
  readonly fetchBytes: FetchBytes;
  readonly takeTurn: TakeTurn;
  readonly readFeed: (source: FeedSource) => Promise<BoundedFeedReading>;
  /** Where sites usually have their feeds, best first. */
  readonly commonFeedPaths: (url: string) => readonly string[];
  /** `host:port` pairs that need not be of the public internet. */
  readonly allowed: ReadonlySet<string>;
  readonly clock: Clock;
}

/** A feed that was found, where it is and as it came. */
export interface Finding {
  readonly ok: true;
  readonly address: URL;
  readonly feed: ParsedFeed;
  readonly others: readonly NamedFeed[];
}

export interface NotFound {
  readonly ok: false;
  readonly failure: PollFailure;
  readonly others: readonly NamedFeed[];
}

export interface FindWish {
  /** Whether the usual places of a page's site are asked too. */
  readonly isThorough: boolean;
  /** Told each step as it ends. */
  readonly onStep?: (step: FeedStep) => void;
}

interface Unfound {
  readonly ok: false;
  readonly failure: PollFailure;
  /** Of a page. */
  readonly feeds?: readonly NamedFeed[];
  readonly base?: string;
}

type FetchedFeed = Omit<Finding, 'others'> | Unfound;

const mostNamed = 3;
const mostPaths = 6;
const mostOthers = 10;
/** A person waits for it. */
const longestSearchMs = 45_000;

/** Makes what finds a feed at an address, or the feed that the page there names. What is wrong is an answer. */
export function createFindFeed(
  ports: FindFeedPorts,
): (url: URL, wish: FindWish) => Promise<Finding | NotFound> {
  const { fetchBytes, takeTurn, readFeed, commonFeedPaths, allowed, clock } = ports;

  async function timed<T>(
    { onStep }: FindWish,
    step: FeedStep['step'],
    work: () => Promise<T>,
    /** Nothing: another step tells what came of it. */
    outcome: (result: T) => Pick<FeedStep, 'ok' | 'detail'> | undefined,
  ): Promise<T> {
    const began = clock.now();
    const result = await work();
    const came = outcome(result);
    if (came !== undefined) onStep?.({ step, ms: clock.now() - began, ...came });
    return result;
  }

  async function feedAt(url: URL, wish: FindWish): Promise<FetchedFeed> {
    const fetched = await timed(
      wish,
      'fetch',
      () => takeTurn(url.host, () => fetchBytes(url.href, feedTypes)),
      (result) => ({ ok: result.ok, detail: ofFetched(result, url) }),
    );
    if (!fetched.ok) return { ok: false, failure: failureOfFetch(fetched) };
    const { bytes, contentType } = fetched;
    const reading = await timed(
      wish,
      'read',
      () => readFeed({ bytes, contentType, url: fetched.url }),
      (result) => (isPage(result) ? undefined : { ok: result.ok, detail: ofReading(result) }),
    );
    if (reading.ok) return { ok: true, address: addressOf(url, fetched), feed: reading.feed };
    const failure = failureOfReading(reading);
    return { ok: false, failure, ...(isPage(reading) && { feeds: reading.feeds, base: fetched.url }) };
  }

  /** Where the feed of a page can be: as it says itself, else where such pages usually have theirs. */
  function placesOf({ feeds = [], base }: Unfound, { isThorough }: FindWish): readonly URL[] {
    const paths = isThorough && base !== undefined ? commonFeedPaths(base) : [];
    const named = feeds.slice(0, mostNamed).map(({ address }) => address);
    return [...named, ...paths.slice(0, mostPaths)].flatMap((address) => {
      const place = feedAddress(address, allowed);
      return place.ok ? place.url : [];
    });
  }

  async function discover(page: Unfound, wish: FindWish): Promise<Finding | NotFound> {
    const others = page.feeds ?? [];
    const until = clock.now() + longestSearchMs;
    for (const place of placesOf(page, wish)) {
      if (clock.now() > until) break;
      const found = await feedAt(place, { isThorough: false });
      if (found.ok) return { ...found, others: othersOf(others, [place.href, found.address.href]) };
    }
    return { ok: false, failure: page.failure, others: othersOf(others, []) };
  }

  return async (url, wish) => {
    const found = await feedAt(url, wish);
    if (found.ok) return { ...found, others: [] };
    if (found.feeds === undefined) return { ok: false, failure: found.failure, others: [] };
    return await timed(
      wish,
      'discover',
      () => discover(found, wish),
      (result) => ({ ok: result.ok, detail: ofPageFeeds(found.feeds?.length ?? 0, result) }),
    );
  };
}

function isPage(reading: BoundedFeedReading): reading is Extract<BoundedFeedReading, { reason: 'page' }> {
  return !reading.ok && reading.reason === 'page';
}

/** A feed that has moved for good is followed where it is. */
function addressOf(asked: URL, { movedTo }: FetchedBytes): URL {
  return movedTo === undefined ? asked : new URL(movedTo);
}

function othersOf(named: readonly NamedFeed[], taken: readonly string[]): readonly NamedFeed[] {
  return named.filter(({ address }) => !taken.includes(address)).slice(0, mostOthers);
}
