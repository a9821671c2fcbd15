import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pruned } from '../../src/domain/article-store.ts';
import type { Settlement } from '../../src/domain/digest-store.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, everyone, idsOf, newArticle, newDigest, type StoreBench, start } from './bench.ts';

const none: Pruned = { expired: 0, old: 0, excess: 0 };

/** When any engine of `ArticleStore` lets articles go. */
export function articlePruneContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let store: Store;
  beforeEach(async () => {
    bench = await makeBench();
    store = await bench.open({ retention: { days: 90, articles: 4 } });
  });
  afterEach(() => bench.clean());

  async function put(given: Parameters<typeof newArticle>[0]): Promise<string> {
    const article = newArticle(given);
    await store.articles.put(article);
    return article.id;
  }

  const left = async () => idsOf(await store.articles.latest({ scopes: everyone, limit: 99 })).sort();

  /** A digest's delivery that holds the articles, brought to an end. */
  async function deliver(articleIds: readonly string[], settlement?: Settlement): Promise<void> {
    const digest = newDigest();
    await store.digests.add(digest);
    await store.digests.planNow(digest, start);
    for (const delivery of await store.digests.claim('bot', 1000, 1)) {
      await store.digests.freeze(delivery, { payload: '{}', articleIds });
      if (settlement !== undefined) await store.digests.settle(delivery, 'bot', settlement);
    }
  }

  it('removes what has expired, and nothing before', async () => {
    const stays = await put({ expiresAt: start + 2 });
    await put({ expiresAt: start + 1 });
    expect(await store.articles.prune(start)).toEqual(none);
    expect(await store.articles.prune(start + 1)).toEqual({ ...none, expired: 1 });
    expect(await left()).toEqual([stays]);
  });

  it('leaves no read that shows an expired article, though nothing was pruned', async () => {
    const id = await put({
      expiresAt: start + 5,
      title: 'Short lived',
      topics: ['sea'],
      url: 'https://a.example/',
    });
    bench.clock.at = start + 5;
    const { articles } = store;
    expect(await articles.get(id, everyone)).toBeUndefined();
    expect(await articles.getByUrl('https://a.example/', everyone)).toBeUndefined();
    expect(await left()).toEqual([]);
    expect(await articles.latest({ scopes: everyone, topic: 'sea', limit: 9 })).toEqual([]);
    expect(await articles.titles({ scopes: everyone, typed: 'short', limit: 9 })).toEqual([]);
    expect(await articles.search({ scopes: everyone, words: 'lived', match: 'all', limit: 9 })).toEqual([]);
  });

  it('removes what was stored longer ago than the retention, whenever it was published', async () => {
    await put({ storedAt: start - 90 * dayMs });
    const kept = [
      await put({ storedAt: start - 90 * dayMs + 1, publishedAt: start - 900 * dayMs }),
      await put({ storedAt: start - 200 * dayMs, expiresAt: start + 900 * dayMs }),
    ];
    expect(await store.articles.prune(start)).toEqual({ ...none, old: 1 });
    expect(await left()).toEqual(kept.sort());
  });

  it('removes what was stored first when there are too many', async () => {
    const ids = [];
    for (const day of [3, 1, 0, 2, 5, 4]) ids.push(await put({ storedAt: start + day }));
    expect(await store.articles.prune(start + 9)).toEqual({ ...none, excess: 2 });
    expect(await left()).toEqual(ids.filter((_, index) => index !== 1 && index !== 2).sort());
  });

  it('removes hundreds at once', async () => {
    for (let count = 0; count < 130; count += 1) await put({ expiresAt: start });
    expect(await store.articles.prune(start)).toEqual({ ...none, expired: 130 });
    expect(await store.articles.count(everyone)).toBe(0);
  });

  it('tells by which rule each article went', async () => {
    await put({ expiresAt: start });
    for (const day of [100, 91]) await put({ storedAt: start - day * dayMs });
    for (let count = 0; count < 7; count += 1) await put({ storedAt: start + count });
    expect(await store.articles.prune(start)).toEqual({ expired: 1, old: 2, excess: 3 });
    expect(await store.articles.prune(start)).toEqual(none);
  });

  it('keeps everything without a retention but what has expired', async () => {
    const bare = (await bench.open()).articles;
    for (let day = 0; day < 6; day += 1) await put({ storedAt: start - day * 100 * dayMs });
    await put({ expiresAt: start });
    expect(await bare.prune(start)).toEqual({ ...none, expired: 1 });
    expect(await left()).toHaveLength(6);
  });

  describe('an article that a delivery holds', () => {
    it.each<[string, Settlement | undefined]>([
      ['posted', { state: 'posted', messageId: '9' }],
      ['perhaps posted', { state: 'uncertain', reason: 'no right to look' }],
      ['still to be posted', undefined],
    ])('stays and can be read when it was %s', async (_, settlement) => {
      const expired = await put({ expiresAt: start });
      const old = await put({ storedAt: start - 200 * dayMs });
      await deliver([expired, old], settlement);
      for (let count = 0; count < 6; count += 1) await put({ storedAt: start + count });
      expect(await store.articles.prune(start)).toEqual({ ...none, excess: 4 });
      expect(await store.articles.get(expired, everyone)).toBeDefined();
      expect(await store.articles.get(old, everyone)).toBeDefined();
    });

    it.each<'empty' | 'skipped' | 'failed'>(['empty', 'skipped', 'failed'])(
      'goes when the delivery was %s',
      async (state) => {
        const id = await put({ expiresAt: start });
        await deliver([id], { state, reason: 'no such channel' });
        expect(await store.articles.prune(start)).toEqual({ ...none, expired: 1 });
        expect(await store.articles.get(id, everyone)).toBeUndefined();
      },
    );

    it('goes when the digest is gone, or when it is removed by name', async () => {
      const ids = [await put({ expiresAt: start }), await put({ expiresAt: start })];
      await deliver(ids, { state: 'posted', messageId: '9' });
      expect(await store.articles.remove(ids[0] ?? '')).toBe(true);
      await store.digests.removeGuild('100');
      expect(await store.articles.prune(start)).toEqual({ ...none, expired: 1 });
    });
  });
}
