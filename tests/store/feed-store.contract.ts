import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedState } from '../../src/domain/feed.ts';
import type { FeedStore } from '../../src/domain/feed-store.ts';
import type { Store } from '../../src/store/store.ts';
import { everyone, newArticle, type StoreBench, start } from './bench.ts';
import { followed, newFeed, noted, subscriptionTo } from './feed-bench.ts';

const leaseMs = 30_000;

const wholeState: FeedState = {
  etag: 'W/"a,b"',
  lastModified: 'Mon, 05 Oct 2026 08:00:00 GMT',
  bodyHash: 'c'.repeat(43),
  newestEntryAt: start,
  usualGapMs: 5400.5,
  changedAt: start + 1,
  failure: { reason: 'status', status: 503, since: start, lastAt: start + 5, count: 3 },
  stoppedAt: start + 6,
  told: 'failing',
};

/** What any engine of `FeedStore` does with feeds and those who follow them; entries have a contract of their own. */
export function feedStoreContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let store: Store;
  let feeds: FeedStore;
  beforeEach(async () => {
    bench = await makeBench();
    store = await bench.open();
    feeds = store.feeds;
  });
  afterEach(() => bench.clean());

  const titles = async (guildId: string) => (await feeds.list(guildId)).map(({ feed }) => feed.title);
  const activeIds = async () => (await feeds.active()).map(({ id }) => id);

  /** Notes one entry, takes it in as this article and stores that. */
  async function takeIn(feedId: string, articleId: string): Promise<string> {
    await store.articles.put(newArticle({ id: articleId }));
    await feeds.note(feedId, [noted(`${feedId} ${articleId}`)], start);
    for (const { id } of await feeds.claimEntries(leaseMs, 9))
      await feeds.settleEntry(id, { kind: 'taken', articleId });
    return articleId;
  }

  describe('a feed', () => {
    it('is read back with everything it had, and with who follows it how', async () => {
      const feed = newFeed({
        siteUrl: 'https://bell.example/',
        language: 'en-GB',
        scope: 'guild:100',
        state: wholeState,
      });
      const subscription = subscriptionTo(feed, '100', { mutedAt: start + 9, groups: ['News', 'North'] });
      expect(await feeds.follow(feed, subscription)).toBe('new');
      expect(await feeds.get('100', feed.id)).toEqual({ feed, subscription, articleCount: 0 });
      expect(await feeds.list('100')).toEqual([{ feed, subscription, articleCount: 0 }]);
    });

    it('is followed once by a guild, which keeps its first subscription', async () => {
      const feed = newFeed();
      const subscription = subscriptionTo(feed);
      expect(await feeds.follow(feed, subscription)).toBe('new');
      expect(await feeds.follow(feed, { ...subscription, addedBy: '301', groups: ['News'] })).toBe('known');
      expect(await feeds.list('100')).toEqual([{ feed, subscription, articleCount: 0 }]);
      expect(await feeds.count('100')).toBe(1);
    });

    it('is stored once for all guilds, as the first one found it', async () => {
      const feed = newFeed({ state: { etag: '"1"' } });
      await feeds.follow(feed, subscriptionTo(feed));
      expect(await feeds.follow({ ...feed, title: 'Other', state: {} }, subscriptionTo(feed, '101'))).toBe(
        'new',
      );
      expect(await feeds.active()).toEqual([feed]);
      expect((await feeds.get('101', feed.id))?.feed).toEqual(feed);
      expect(await feeds.followers(feed.id)).toEqual(['100', '101']);
    });

    it('that has moved is the feed of its new address too', async () => {
      const feed = await followed(feeds);
      const address = 'https://herald.example/feed';
      await feeds.update(feed.id, { address, state: {} });
      const asked = newFeed({ address });
      expect(await feeds.follow(asked, subscriptionTo(asked))).toBe('known');
      expect(await feeds.follow(asked, subscriptionTo(asked, '101'))).toBe('new');
      expect(await activeIds()).toEqual([feed.id]);
      expect(await feeds.followers(feed.id)).toEqual(['100', '101']);
    });

    it('of a guild’s own scope is another one than the public feed of its address', async () => {
      const open = await followed(feeds, '101');
      const own = await followed(feeds, '100', { address: open.address, scope: 'guild:100' });
      expect(await activeIds()).toEqual([open.id, own.id]);
    });

    it('keeps what a poll has changed, and the rest as it was', async () => {
      const feed = await followed(feeds, '100', { siteUrl: 'https://bell.example/' });
      const other = await followed(feeds);
      await feeds.update(feed.id, { title: 'New title', language: 'gd', state: wholeState });
      expect((await feeds.get('100', feed.id))?.feed).toEqual({
        ...feed,
        title: 'New title',
        language: 'gd',
        state: wholeState,
      });
      await feeds.update(feed.id, { address: 'https://b.example/', state: {} });
      expect((await feeds.get('100', feed.id))?.feed).toMatchObject({
        address: 'https://b.example/',
        title: 'New title',
        state: {},
      });
      await feeds.update('nobody', { title: 'Ghost', state: {} });
      expect((await feeds.get('100', other.id))?.feed).toEqual(other);
    });

    it('that nobody follows any more is forgotten with its entries, and its articles stay', async () => {
      const feed = await followed(feeds);
      await feeds.follow(feed, subscriptionTo(feed, '101'));
      const articleId = await takeIn(feed.id, 'kept'.padEnd(22, '_'));
      await feeds.note(feed.id, [noted('waiting')], start);
      expect(await feeds.unfollow('100', feed.id)).toBe(true);
      expect(await feeds.unfollow('100', feed.id)).toBe(false);
      expect(await activeIds()).toEqual([feed.id]);
      expect(await feeds.unfollow('101', feed.id)).toBe(true);
      expect(await activeIds()).toEqual([]);
      expect(await feeds.claimEntries(leaseMs, 9)).toEqual([]);
      expect(await store.articles.get(articleId, everyone)).toBeDefined();
      expect(await feeds.follow(feed, subscriptionTo(feed))).toBe('new');
      expect((await feeds.get('100', feed.id))?.articleCount).toBe(0);
      expect(await feeds.note(feed.id, [noted('waiting')], start)).toEqual({ fresh: 1, changed: 0 });
    });

    it('counts the articles that came from it and are stored still', async () => {
      const feed = await followed(feeds);
      const ids = ['one', 'two'].map((name) => name.padEnd(22, '_'));
      for (const id of ids) await takeIn(feed.id, id);
      const count = async () => (await feeds.get('100', feed.id))?.articleCount;
      expect(await count()).toBe(2);
      await store.articles.remove(ids[0] ?? '');
      expect(await count()).toBe(1);
      await takeIn(feed.id, ids[1] ?? '');
      expect(await count()).toBe(1);
    });
  });

  describe('a guild', () => {
    it('sees what it follows, by title, and nothing of others', async () => {
      for (const title of ['echo 10', 'Änderungen', 'Bell', 'Echo 9', 'bell'])
        await followed(feeds, '100', { title });
      const foreign = await followed(feeds, '101', { title: 'Foreign' });
      expect(await titles('100')).toEqual(['Änderungen', 'bell', 'Bell', 'Echo 9', 'echo 10']);
      expect(await feeds.count('100')).toBe(5);
      expect(await titles('102')).toEqual([]);
      expect(await feeds.count('102')).toBe(0);
      expect(await feeds.get('100', foreign.id)).toBeUndefined();
      expect(await feeds.unfollow('100', foreign.id)).toBe(false);
      expect(await feeds.mute('100', foreign.id, start)).toBe(false);
      expect(await titles('101')).toEqual(['Foreign']);
    });

    it('never follows the feed of another guild or of a person', async () => {
      const own = await followed(feeds, '101', { scope: 'guild:101' });
      await expect(feeds.follow(own, subscriptionTo(own, '100'))).rejects.toThrow('another scope');
      await expect(feeds.follow({ ...own, scope: 'public' }, subscriptionTo(own, '100'))).rejects.toThrow(
        'another scope',
      );
      const personal = newFeed({ scope: 'person:100' });
      await expect(feeds.follow(personal, subscriptionTo(personal))).rejects.toThrow('another scope');
      const feed = newFeed();
      await expect(feeds.follow(feed, subscriptionTo(own, '101'))).rejects.toThrow('cannot follow');
      expect(await feeds.get('100', own.id)).toBeUndefined();
      expect(await feeds.list('100')).toEqual([]);
      expect(await activeIds()).toEqual([own.id]);
    });

    it('that has muted a feed hears nothing of it until it listens again', async () => {
      const feed = await followed(feeds);
      expect(await feeds.mute('100', feed.id, start + 4)).toBe(true);
      expect((await feeds.get('100', feed.id))?.subscription.mutedAt).toBe(start + 4);
      expect(await feeds.followers(feed.id)).toEqual([]);
      expect(await feeds.active()).toEqual([]);
      await feeds.follow(feed, subscriptionTo(feed, '101'));
      expect(await feeds.followers(feed.id)).toEqual(['101']);
      expect(await activeIds()).toEqual([feed.id]);
      expect(await feeds.mute('100', feed.id, undefined)).toBe(true);
      expect((await feeds.get('100', feed.id))?.subscription).toEqual(subscriptionTo(feed));
      expect(await feeds.followers(feed.id)).toEqual(['100', '101']);
    });

    it('takes along its subscriptions and its own feeds when it leaves, and nothing of others', async () => {
      const shared = await followed(feeds);
      await feeds.follow(shared, subscriptionTo(shared, '101'));
      for (let count = 0; count < 24; count += 1) await followed(feeds);
      await followed(feeds, '100', { scope: 'guild:100' });
      const others = await followed(feeds, '101', { scope: 'guild:101' });
      expect(await feeds.removeGuild('100')).toBe(26);
      expect(await feeds.removeGuild('100')).toBe(0);
      expect(await feeds.list('100')).toEqual([]);
      expect(await activeIds()).toEqual([shared.id, others.id]);
      expect(await feeds.count('101')).toBe(2);
    });
  });

  it('polls no feed that has stopped', async () => {
    const feed = await followed(feeds);
    const going = await followed(feeds);
    await feeds.update(feed.id, { state: { stoppedAt: start } });
    expect(await activeIds()).toEqual([going.id]);
    await feeds.update(feed.id, { state: {} });
    expect((await activeIds()).sort()).toEqual([feed.id, going.id].sort());
  });

  describe('the articles of muted feeds', () => {
    const [onlyMuted = '', shared = '', heard = '', byLink = '', elsewhere = ''] = [
      'm',
      's',
      'h',
      'l',
      'e',
    ].map((name) => name.padEnd(22, '_'));
    const all = [onlyMuted, shared, heard, byLink, elsewhere, 'nobody'];

    it('are those that came from no other feed', async () => {
      const [muted, alsoMuted, open] = [await followed(feeds), await followed(feeds), await followed(feeds)];
      const foreign = await followed(feeds, '101');
      await feeds.follow(muted, subscriptionTo(muted, '101'));
      for (const { id } of [muted, alsoMuted]) await takeIn(id, onlyMuted);
      for (const { id } of [muted, open]) await takeIn(id, shared);
      await takeIn(open.id, heard);
      for (const { id } of [alsoMuted, foreign]) await takeIn(id, elsewhere);
      await store.articles.put(newArticle({ id: byLink }));
      expect(await feeds.mutedArticles('100', all)).toEqual([]);
      expect(await feeds.mutes('100')).toBe(false);
      await feeds.mute('100', muted.id, start);
      expect(await feeds.mutes('100')).toBe(true);
      expect(await feeds.mutes('101')).toBe(false);
      expect(await feeds.mutedArticles('100', all)).toEqual([]);
      await feeds.mute('100', alsoMuted.id, start);
      expect(await feeds.mutedArticles('100', all)).toEqual([onlyMuted]);
      expect(await feeds.mutedArticles('100', [])).toEqual([]);
      expect(await feeds.mutedArticles('101', all)).toEqual([]);
      await feeds.unfollow('100', muted.id);
      expect(await feeds.mutedArticles('100', all)).toEqual([]);
    });
  });

  describe('guilds that come and go at the same time', () => {
    const rounds = Array.from({ length: 12 }, (_, round) => `${round}`);

    it('lose no feed to the last one that leaves it', async () => {
      const other = (await bench.open()).feeds;
      for (const _ of rounds) {
        const feed = await followed(feeds);
        await Promise.all([feeds.unfollow('100', feed.id), other.follow(feed, subscriptionTo(feed, '101'))]);
        expect(await feeds.followers(feed.id)).toEqual(['101']);
        await Promise.all([other.follow(feed, subscriptionTo(feed)), feeds.unfollow('101', feed.id)]);
        expect(await feeds.followers(feed.id)).toEqual(['100']);
      }
    });

    it('store a feed once, each with its own subscription', async () => {
      const handles = [feeds, (await bench.open()).feeds];
      for (const round of rounds) {
        const feed = newFeed();
        const guildIds = ['100', '101', '102', '103'].map((guildId) => `${guildId}${round}`);
        const came = guildIds.map((guildId, index) =>
          handles[index % 2]?.follow(feed, subscriptionTo(feed, guildId)),
        );
        expect(await Promise.all(came)).toEqual(['new', 'new', 'new', 'new']);
        expect(await feeds.followers(feed.id)).toEqual(guildIds);
      }
    });

    it('leave nothing behind when all of them leave', async () => {
      const other = (await bench.open()).feeds;
      for (const _ of rounds) {
        const feed = await followed(feeds);
        await feeds.follow(feed, subscriptionTo(feed, '101'));
      }
      expect(await Promise.all([feeds.removeGuild('100'), other.removeGuild('101')])).toEqual([12, 12]);
      const last = await followed(feeds);
      expect(await feeds.active()).toEqual([last]);
    });
  });

  it('takes addresses, titles and states of any length and letter', async () => {
    const text = `\0%_'"\ufdd0${Array.from({ length: 4000 }, (_, index) => index ** 5).join('é')}`;
    const feed = newFeed({ address: `https://bell.example/${text}`, title: text, state: { etag: text } });
    await feeds.follow(feed, subscriptionTo(feed, '100', { groups: [text] }));
    const moved = newFeed({ address: feed.address });
    expect(await feeds.follow(moved, subscriptionTo(moved, '100'))).toBe('known');
    expect(await feeds.list('100')).toEqual([
      { feed, subscription: subscriptionTo(feed, '100', { groups: [text] }), articleCount: 0 },
    ]);
  });

  it('shows through another handle at once what was written', async () => {
    const other = (await bench.open()).feeds;
    const feed = await followed(feeds);
    expect(await other.follow(feed, subscriptionTo(feed))).toBe('known');
    expect(await other.note(feed.id, [noted('a')], start)).toEqual({ fresh: 1, changed: 0 });
    expect(await feeds.note(feed.id, [noted('a')], start)).toEqual({ fresh: 0, changed: 0 });
  });
}
