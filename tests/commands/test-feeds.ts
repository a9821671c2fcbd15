import type { Feed, FeedLook, FoundFeed, ImportProgress } from '../../src/domain/feed.ts';
import type { FeedStore } from '../../src/domain/feed-store.ts';
import type { Feeds, Follower } from '../../src/domain/feeds.ts';

/** What stands at addresses of this little web, and the imports that were asked for. */
export interface TestFeeds extends Feeds {
  readonly web: Map<string, FeedLook>;
  readonly followedBy: Follower[];
  /** What the next import says, one after the other; after a cancel it says "cancelled" and ends. */
  readonly progress: ImportProgress[];
}

export function foundFeed(given: Partial<FoundFeed> = {}): FoundFeed {
  return {
    address: 'https://harbour-news.example/feed.xml',
    scope: 'public',
    title: 'Harbour News',
    siteUrl: 'https://harbour-news.example/',
    language: 'en-GB',
    entryCount: 40,
    newest: [
      { title: 'Quay reopens', url: 'https://harbour-news.example/quay', publishedAt: 1_700_000_000_000 },
    ],
    newestEntryAt: 1_700_000_000_000,
    usualGapMs: 2 * 60 * 60_000,
    ...given,
  };
}

/** A look in which all went well. */
export function goodLook(found: FoundFeed, others: FeedLook['others'] = []): FeedLook {
  return {
    steps: [
      { step: 'address', ok: true, ms: 1, detail: '' },
      { step: 'fetch', ok: true, ms: 210, detail: '200, 14 kB, application/rss+xml, utf-8' },
      { step: 'read', ok: true, ms: 12, detail: `RSS 2.0, ${found.entryCount} entries` },
    ],
    found,
    others,
  };
}

export function badLook(failure: FeedLook['failure'] & object, others: FeedLook['others'] = []): FeedLook {
  return {
    steps: [
      { step: 'address', ok: true, ms: 1, detail: '' },
      { step: 'fetch', ok: false, ms: 1_530, detail: `${failure.status ?? failure.reason}` },
    ],
    failure,
    others,
  };
}

/** As a followed feed is stored; its id is made of the address. */
export function feedOf(found: FoundFeed, state: Feed['state'] = {}): Feed {
  const { address, scope, title, siteUrl, language, newestEntryAt, usualGapMs } = found;
  return {
    id: Buffer.from(address).toString('base64url').slice(-22).padStart(22, '-'),
    address,
    scope,
    title,
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(language === undefined ? {} : { language }),
    addedAt: 0,
    state: {
      bodyHash: 'read',
      ...(newestEntryAt === undefined ? {} : { newestEntryAt }),
      ...(usualGapMs === undefined ? {} : { usualGapMs }),
      ...state,
    },
  };
}

/** What commands need of feeds, over a real store and a web that is a map. */
export function createTestFeeds(store: FeedStore): TestFeeds {
  const web = new Map<string, FeedLook>();
  const followedBy: Follower[] = [];
  const progress: ImportProgress[] = [];
  let cancelled: string | undefined;
  return {
    web,
    followedBy,
    progress,
    list: (guildId) => store.list(guildId),
    get: (guildId, feedId) => store.get(guildId, feedId),
    count: (guildId) => store.count(guildId),
    unfollow: (guildId, feedId) => store.unfollow(guildId, feedId),
    mute: (guildId, feedId, mutedAt) => store.mute(guildId, feedId, mutedAt),
    look: async (address) => web.get(address) ?? badLook({ reason: 'unreachable' }),
    async follow(found, by) {
      followedBy.push(by);
      const { guildId, personId, groups = [] } = by;
      const feed = feedOf(found);
      return await store.follow(feed, { guildId, feedId: feed.id, addedBy: personId, addedAt: 0, groups });
    },
    async *import(_source, { importId }) {
      for (const said of progress) {
        if (cancelled === importId) {
          yield { ...said, id: importId, state: 'cancelled' };
          return;
        }
        yield { ...said, id: importId };
      }
    },
    cancelImport(importId) {
      const isKnown = progress.length > 0;
      if (isKnown) cancelled = importId;
      return isKnown;
    },
    export: async () => ({ name: 'feeds.opml', bytes: new TextEncoder().encode('<opml version="2.0"/>') }),
    packs: [
      { name: 'science', title: 'Science', feedCount: 12 },
      { name: 'world', title: 'World news', feedCount: 30 },
    ],
  };
}
