import type { TakeOne } from '../../domain/allowance.ts';
import { UserError } from '../../domain/errors.ts';
import type { Feed, FollowedFeed, FoundFeed } from '../../domain/feed.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import type { Feeds, Follower } from '../../domain/feeds.ts';
import type { Log } from '../../domain/log.ts';
import type { Scope } from '../../domain/scope.ts';
import { isStub } from '../../domain/stub.ts';
import type { FetchFile } from '../attached-bytes.ts';
import { feedCarriesSecret } from '../carries-secret.ts';
import { type OutlineFeed, writeOpml } from '../feed/opml.ts';
import { payloadOf } from '../poll/entries-to-note.ts';
import { createEntryReading, type EntryReadingPorts } from '../poll/read-entry.ts';
import { feedAddress } from './feed-address.ts';
import { feedIdOf } from './feed-id.ts';
import { createFindFeed, type FindFeedPorts } from './find-feed.ts';
import { createImports, type FindOutcome } from './import-feeds.ts';
import { distinctFeeds, listedInFile } from './listed-feeds.ts';
import { createFeedLook, foundFeed } from './look-at-feed.ts';
import type { PackFile } from './packs.ts';
import { ofEntry } from './step-details.ts';

export interface FeedsPorts extends EntryReadingPorts, FindFeedPorts {
  readonly fetchFile: FetchFile;
  readonly store: Pick<FeedStore, 'follow' | 'unfollow' | 'mute' | 'list' | 'get' | 'count' | 'update'>;
  readonly takeLink: TakeOne;
  /** Asks a feed for its entries now. */
  readonly pollNow: (feedId: string) => Promise<void>;
  readonly packs: readonly PackFile[];
  readonly log: Log;
}

/** A guild may follow so many. */
const mostFeeds = 1000;

/** Makes what commands do with feeds. */
export function createFeeds(ports: FeedsPorts): Feeds {
  const { store, takeLink, pollNow, clock, log, allowed, packs } = ports;
  const readEntry = createEntryReading(ports);
  const findFeed = createFindFeed(ports);

  const lookAt = createFeedLook({
    ...ports,
    async tryEntry(entry, { title, address, scope }) {
      const feed: Feed = { id: '', address, scope, title, addedAt: clock.now(), state: {} };
      const reading = await readEntry(payloadOf(entry, true, clock.now()), feed, true);
      const isWhole = reading.ok && reading.of !== 'notice' && !isStub(reading.article);
      return { ok: isWhole, detail: ofEntry(reading) };
    },
  });

  const addresses = async (guildId: string) => (await store.list(guildId)).map(({ feed }) => feed.address);

  /** A feed that was ended, as others who follow it know it, and works now, is asked again. */
  async function goOnWith(guildId: string, id: string): Promise<void> {
    const { stoppedAt, failure, told, ...state } = (await store.get(guildId, id))?.feed.state ?? {};
    if (stoppedAt !== undefined) await store.update(id, { state });
  }

  /** Follows what the guild follows at no other address. */
  async function add(found: FoundFeed, { guildId, personId, groups = [] }: Follower) {
    const { address, scope, title, siteUrl, language } = found;
    const id = feedIdOf(scope, address);
    if ((await store.get(guildId, id)) !== undefined) return 'known';
    if ((await store.count(guildId)) >= mostFeeds)
      throw new UserError({ code: 'tooManyFeeds', most: mostFeeds });
    const addedAt = clock.now();
    const outcome = await store.follow(
      {
        id,
        address,
        scope,
        title,
        ...(siteUrl !== undefined && { siteUrl }),
        ...(language !== undefined && { language }),
        addedAt,
        state: {},
      },
      { guildId, feedId: id, addedBy: personId, addedAt, groups },
    );
    await goOnWith(guildId, id);
    pollNow(id).catch((error: unknown) => log.error('feed.not-polled', { feedId: id }, error));
    return outcome;
  }

  async function find(listed: OutlineFeed, { guildId }: Follower): Promise<FindOutcome> {
    const address = feedAddress(listed.address, allowed);
    if (!address.ok)
      return { ok: false, failure: { reason: address.reason === 'private' ? 'private' : 'refused-address' } };
    const finding = await findFeed(address.url, { isThorough: false });
    if (!finding.ok) return finding;
    const isSecret = [new URL(listed.address), finding.address].some(feedCarriesSecret);
    const scope: Scope = isSecret ? `guild:${guildId}` : 'public';
    const { feed } = finding;
    const titled = {
      ...feed,
      ...(isBlank(feed.title) && listed.title !== undefined && { title: listed.title }),
    };
    return { ok: true, found: foundFeed({ ...finding, feed: titled }, scope, clock.now()) };
  }

  const imports = createImports({
    clock,
    mostFeeds,
    find,
    follow: add,
    known: addresses,
  });

  async function listedIn(source: Parameters<Feeds['import']>[0]): Promise<readonly OutlineFeed[]> {
    if ('file' in source) return distinctFeeds(await listedInFile(source.file, ports.fetchFile), allowed);
    const pack = packs.find(({ name }) => name === source.pack);
    if (pack === undefined) throw new UserError({ code: 'noSuchPack', asked: source.pack });
    return distinctFeeds(pack.feeds, allowed);
  }

  return {
    list: (guildId) => store.list(guildId),
    get: (guildId, feedId) => store.get(guildId, feedId),
    count: (guildId) => store.count(guildId),
    unfollow: (guildId, feedId) => store.unfollow(guildId, feedId),
    mute: (guildId, feedId, mutedAt) => store.mute(guildId, feedId, mutedAt),
    async look(address, reader) {
      const waitMs = takeLink(reader.personId);
      if (waitMs > 0) throw new UserError({ code: 'tooManyLinks', minutes: Math.ceil(waitMs / 60_000) });
      return await lookAt(address, reader);
    },
    async follow(found, by) {
      return (await addresses(by.guildId)).includes(found.address) ? 'known' : await add(found, by);
    },
    async *import(source, { importId, ...by }) {
      yield* imports.run(importId, await listedIn(source), by);
    },
    cancelImport: (importId, guildId) => imports.cancel(importId, guildId),
    async export(guildId) {
      const feeds = (await store.list(guildId)).map(outlined);
      const text = writeOpml({ title: 'Standfirst', feeds }, clock.now());
      return { name: 'feeds.opml', bytes: new TextEncoder().encode(text) };
    },
    packs: packs.map(({ name, title, feedCount }) => ({ name, title, feedCount })),
  };
}

const isBlank = (words = ''): boolean => words.trim() === '';

function outlined({ feed: { address, title, siteUrl }, subscription: { groups } }: FollowedFeed) {
  return { address, title, groups, ...(siteUrl !== undefined && { siteUrl }) };
}
