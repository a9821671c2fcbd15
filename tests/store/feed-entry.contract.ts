import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryMark, Feed } from '../../src/domain/feed.ts';
import type { FeedStore } from '../../src/domain/feed-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newArticle, type StoreBench, start } from './bench.ts';
import { followed, namesOf, noted, subscriptionTo } from './feed-bench.ts';

const leaseMs = 30_000;
const nothing = { fresh: 0, changed: 0 };

/** How any engine of `FeedStore` knows entries again, and hands them out to be taken in. */
export function feedEntryContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let store: Store;
  let feeds: FeedStore;
  let feed: Feed;
  beforeEach(async () => {
    bench = await makeBench();
    store = await bench.open();
    feeds = store.feeds;
    feed = await followed(feeds);
  });
  afterEach(() => bench.clean());

  const note = (...entries: readonly (EntryMark & { readonly payload: string })[]) =>
    feeds.note(feed.id, entries, start);
  const claim = (limit = 99) => feeds.claimEntries(leaseMs, limit);

  async function claimOne() {
    const [entry] = await claim(1);
    if (entry === undefined) throw new Error('nothing to claim');
    return entry;
  }

  describe('an entry of a poll', () => {
    it('is new once', async () => {
      expect(await note(noted('a'), noted('b'))).toEqual({ fresh: 2, changed: 0 });
      expect(await note(noted('b'), noted('c'), noted('a'))).toEqual({ fresh: 1, changed: 0 });
      expect(await note(noted('a', { contentHash: 'hash of a' }))).toEqual(nothing);
      expect(await note()).toEqual(nothing);
      expect(namesOf(await claim())).toEqual(['a', 'c', 'b']);
    });

    it('is counted once though the poll repeats it', async () => {
      expect(await note(noted('a'), noted('a'), noted('b'))).toEqual({ fresh: 2, changed: 0 });
    });

    const { guid, url, contentHash } = noted('a');
    it.each<[string, Partial<EntryMark>]>([
      ['under another address', { guid, url: 'https://bell.example/moved', contentHash }],
      ['under another guid', { guid: 'another', url, contentHash }],
      [
        'under another guid at another host',
        { guid: 'another', url: 'http://www.bell.example/a', contentHash },
      ],
    ])('is the same one %s', async (_, marks) => {
      await note(noted('a'), noted('z'));
      expect(await note(noted('a', marks), noted('z'))).toEqual(nothing);
      expect(await note(noted('a', marks))).toEqual(nothing);
    });

    it.each<[string, Partial<EntryMark>]>([
      ['its guid', { url: 'https://bell.example/moved' }],
      ['its address', { guid: 'another' }],
    ])('with other content is a change when %s is the same', async (_, marks) => {
      await note(noted('a'));
      await feeds.settleEntry((await claimOne()).id, { kind: 'left', reason: 'too short' });
      const changed = noted('a', { ...marks, contentHash: 'other', payload: 'new words' });
      expect(await note(changed)).toEqual({ fresh: 0, changed: 1 });
      expect(await note(changed)).toEqual(nothing);
      expect(await claim()).toMatchObject([
        { ...marks, contentHash: 'other', payload: 'new words', attempts: 1 },
      ]);
    });

    it.each<[string, readonly ('guid' | 'url')[]]>([
      ['guid alone', ['guid']],
      ['address alone', ['url']],
      ['content alone', []],
    ])('can have %s', async (_, kept) => {
      const bare = (name: string) => {
        const { guid: ofGuid, url: ofUrl, ...rest } = noted(name);
        return {
          ...rest,
          ...(kept.includes('guid') && { guid: ofGuid }),
          ...(kept.includes('url') && { url: ofUrl }),
        };
      };
      expect(await note(bare('a'), bare('b'))).toEqual({ fresh: 2, changed: 0 });
      expect(await note(bare('b'), bare('a'))).toEqual(nothing);
      const other = { ...bare('a'), contentHash: 'other' };
      expect(await note(other)).toEqual(
        kept.length === 0 ? { fresh: 1, changed: 0 } : { fresh: 0, changed: 1 },
      );
    });

    it('without an address is known by its content when its guid is another each time', async () => {
      const random = (guid: string) => ({ guid, contentHash: 'same words', payload: '{}' });
      await note(random('1'));
      expect(await note(random('2'))).toEqual(nothing);
    });

    it('at another place of the site is another one, though it says the same', async () => {
      const contentHash = 'Letters to the editor';
      await note(noted('monday', { contentHash }));
      expect(await note(noted('tuesday', { contentHash }))).toEqual({ fresh: 1, changed: 0 });
    });

    it('is not known by an address or a guid that several entries share', async () => {
      const home = { url: 'https://bell.example/' };
      expect(await note(noted('a', home), noted('b', home))).toEqual({ fresh: 2, changed: 0 });
      expect(await note(noted('b', home), noted('c', home))).toEqual({ fresh: 1, changed: 0 });
      expect(await note(noted('d', home))).toEqual({ fresh: 1, changed: 0 });
      const same = { guid: 'none' };
      expect(await note(noted('e', same), noted('f', same))).toEqual({ fresh: 2, changed: 0 });
      expect(await note(noted('f', same), noted('g', same))).toEqual({ fresh: 1, changed: 0 });
      expect(await note(noted('b', home), noted('f', same), noted('g', same))).toEqual(nothing);
    });

    it('of one feed is not one of another', async () => {
      const other = await followed(feeds);
      await note(noted('a'));
      expect(await feeds.note(other.id, [noted('a')], start)).toEqual({ fresh: 1, changed: 0 });
    });

    it('of a feed that is gone is not kept', async () => {
      await feeds.unfollow('100', feed.id);
      expect(await note(noted('a'))).toEqual(nothing);
    });

    it('is known at the next poll whatever its marks are', async () => {
      const mark = fc.constantFrom(
        undefined,
        '',
        'a',
        'b',
        '__proto__',
        '\ud800',
        'a\0',
        '["a",null]',
        'https://a.example/',
      );
      const marks = fc.record({ guid: mark, url: mark, contentHash: fc.constantFrom('x', 'y', '\udc00') });
      const polls = fc.array(fc.array(marks, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(polls, async (given) => {
          const one = await followed(feeds);
          for (const poll of given) {
            const entries = poll.map(({ guid: ofGuid, url: ofUrl, contentHash: hash }) => ({
              contentHash: hash,
              payload: '{}',
              ...(ofGuid !== undefined && { guid: ofGuid }),
              ...(ofUrl !== undefined && { url: ofUrl }),
            }));
            const { fresh, changed } = await feeds.note(one.id, entries, start);
            expect(fresh + changed).toBeLessThanOrEqual(entries.length);
            expect(await feeds.note(one.id, entries, start)).toEqual(nothing);
          }
        }),
        { numRuns: bench.runs(60), seed: 7 },
      );
    });

    it('is known by marks of any length', async () => {
      const long = Array.from({ length: 4000 }, (_, index) => index ** 5).join('é');
      const entry = noted('a', { guid: long, url: `https://bell.example/${long}`, contentHash: long });
      expect(await note(entry)).toEqual({ fresh: 1, changed: 0 });
      expect(await note(entry)).toEqual(nothing);
      expect(await claim()).toMatchObject([entry]);
    });

    it('is new once when two polls bring it at the same time', async () => {
      const other = (await bench.open()).feeds;
      const entries = Array.from({ length: 150 }, (_, index) => noted(`n${index}`));
      const sums = await Promise.all([note(...entries), other.note(feed.id, entries.toReversed(), start)]);
      expect(sums.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(150);
      expect(await claim(999)).toHaveLength(150);
    });

    it('is one of thousands, of which a feed still has all', async () => {
      const many = Array.from({ length: 2300 }, (_, index) => noted(`n${index}`));
      expect(await note(...many)).toEqual({ fresh: 2300, changed: 0 });
      expect(await note(...many)).toEqual(nothing);
      // Those that left the feed are forgotten, oldest first, as newer ones come.
      expect(await note(noted('new'), ...many.slice(1000))).toEqual({ fresh: 1, changed: 0 });
      expect(await note(...many.slice(1000))).toEqual(nothing);
      expect(await note(...many.slice(0, 100))).toEqual({ fresh: 100, changed: 0 });
    });
  });

  describe('an entry that waits', () => {
    it('is handed out with its feed and everything it had', async () => {
      await note(noted('a'));
      const [entry, ...more] = await claim();
      expect(more).toEqual([]);
      expect(entry).toEqual({
        ...noted('a'),
        id: expect.any(String),
        feedId: feed.id,
        firstSeenAt: start,
        attempts: 1,
        feed,
      });
    });

    it('comes oldest first, up to the limit, in the order of its feed', async () => {
      await feeds.note(feed.id, [noted('c'), noted('d')], start + 5);
      await feeds.note(feed.id, [noted('a')], start + 3);
      expect(namesOf(await claim(2))).toEqual(['a', 'c']);
      expect(await claim(0)).toEqual([]);
      expect(await claim(-1)).toEqual([]);
      expect(namesOf(await claim(9))).toEqual(['d']);
    });

    it('is not held up by another feed that has a great many', async () => {
      const other = await followed(feeds);
      await note(...Array.from({ length: 300 }, (_, index) => noted(`n${index}`)));
      await feeds.note(other.id, [noted('lonely')], start + 2000);
      expect(namesOf(await claim(5))).toContain('lonely');
    });

    it('is one caller’s while the lease lasts, and then the next one’s', async () => {
      const other = (await bench.open()).feeds;
      await note(noted('a'));
      await claim();
      bench.clock.at = start + leaseMs - 1;
      expect(await other.claimEntries(leaseMs, 9)).toEqual([]);
      bench.clock.at = start + leaseMs;
      expect(await other.claimEntries(leaseMs, 9)).toMatchObject([{ attempts: 2 }]);
    });

    it('is handed out once though many ask at the same time', async () => {
      const other = (await bench.open()).feeds;
      await note(...Array.from({ length: 60 }, (_, index) => noted(`n${index}`)));
      const takers = Array.from({ length: 40 }, (_, index) =>
        (index % 2 === 0 ? feeds : other).claimEntries(leaseMs, 3),
      );
      const names = namesOf((await Promise.all(takers)).flat());
      expect(names).toHaveLength(60);
      expect(new Set(names).size).toBe(60);
    });

    it('of a feed that all have muted rests until one of them listens', async () => {
      await note(noted('a'));
      await feeds.mute('100', feed.id, start);
      expect(await claim()).toEqual([]);
      await feeds.follow(feed, subscriptionTo(feed, '101'));
      expect(namesOf(await claim())).toEqual(['a']);
    });

    it('is tried again when its time has come, and counts its tries', async () => {
      await note(noted('a'), noted('b'));
      await feeds.settleEntry((await claimOne()).id, { kind: 'again', waitMs: 99_999.5, reason: 'too slow' });
      expect(namesOf(await claim())).toEqual(['b']);
      bench.clock.at = start + 99_999;
      expect(namesOf(await claim())).toEqual(['b']);
      bench.clock.at = start + 100_000;
      expect(await claim()).toMatchObject([{ payload: noted('a').payload, attempts: 2 }]);
    });
  });

  describe('an entry that is settled', () => {
    const articleId = 'article'.padEnd(22, '_');
    const count = async () => (await feeds.get('100', feed.id))?.articleCount;

    it.each([
      { kind: 'taken', articleId },
      { kind: 'left', reason: 'no article' },
    ] as const)('as $kind is not handed out again, nor new', async (outcome) => {
      await store.articles.put(newArticle({ id: articleId }));
      await note(noted('a'));
      await feeds.settleEntry((await claimOne()).id, outcome);
      bench.clock.at = start + 99 * leaseMs;
      expect(await claim()).toEqual([]);
      expect(await note(noted('a'))).toEqual(nothing);
      expect(await count()).toBe(outcome.kind === 'taken' ? 1 : 0);
    });

    it('is no article of the feed when the article is not stored', async () => {
      await note(noted('a'));
      await feeds.settleEntry((await claimOne()).id, { kind: 'taken', articleId });
      expect(await count()).toBe(0);
      expect(await claim()).toEqual([]);
    });

    it('waits again with its changed content, whatever is said of the content before', async () => {
      await store.articles.put(newArticle({ id: articleId }));
      await note(noted('a'));
      const { id } = await claimOne();
      await note(noted('a', { contentHash: 'other', payload: '{"name":"newer"}' }));
      await feeds.settleEntry(id, { kind: 'taken', articleId });
      expect(await count()).toBe(1);
      const newer = await claimOne();
      expect(namesOf([newer])).toEqual(['newer']);
      await feeds.settleEntry(id, { kind: 'left', reason: 'late' });
      await feeds.settleEntry(id, { kind: 'again', waitMs: 9, reason: 'late' });
      await feeds.settleEntry(newer.id, { kind: 'left', reason: 'no article' });
      expect(await count()).toBe(1);
      bench.clock.at = start + leaseMs;
      expect(await claim()).toEqual([]);
    });

    it('by one whose lease another has taken over is the other’s still', async () => {
      await note(noted('a'));
      const late = await claimOne();
      bench.clock.at = start + leaseMs;
      const { id } = await claimOne();
      await feeds.settleEntry(late.id, { kind: 'left', reason: 'late' });
      await feeds.settleEntry(id, { kind: 'again', waitMs: 5, reason: 'busy' });
      bench.clock.at += 5;
      expect(await claim()).toMatchObject([{ attempts: 3 }]);
    });

    it.each(['', 'nobody', '1', '1.', '99.1', '1.1; drop table feed', '9'.repeat(40)])(
      'under the id %j is nobody’s',
      async (id) => {
        await note(noted('a'));
        await feeds.settleEntry(id, { kind: 'left', reason: 'unknown' });
        expect(namesOf(await claim())).toEqual(['a']);
      },
    );
  });
}
