import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DigestStore } from '../../src/domain/digest-store.ts';
import { openUpkeep } from '../../src/store/open-upkeep.ts';
import type { Store } from '../../src/store/store.ts';
import { itemsAtOnce, type StoreItem } from '../../src/store/transfer/items.ts';
import type { LoadOutcome } from '../../src/store/transfer/load-items.ts';
import type { Upkeep } from '../../src/store/upkeep.ts';
import { dayMs, everyone, idsOf, newArticle, newDigest, type StoreBench, start } from './bench.ts';
import { followed, noted } from './feed-bench.ts';
import { randomItems } from './random-items.ts';
import { sqliteBench } from './sqlite-bench.ts';

const refuseDamaged = (reason: string) => {
  throw new Error(reason);
};

/** Everything of a store, in an order that is the same for each engine. */
async function dumped(upkeep: Upkeep): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const page of upkeep.dump(refuseDamaged))
    lines.push(...page.map((item) => JSON.stringify(item)));
  return lines.sort();
}

async function copy(from: Upkeep, to: Upkeep): Promise<Record<LoadOutcome, number>> {
  const counts = { new: 0, changed: 0, known: 0 };
  for await (const page of from.dump(refuseDamaged))
    for (const outcome of await to.load(page)) counts[outcome] += 1;
  return counts;
}

async function flawsOf(upkeep: Upkeep): Promise<readonly string[]> {
  const flaws: string[] = [];
  for await (const step of upkeep.verify()) if (step.kind === 'flaw') flaws.push(step.flaw.what);
  return flaws;
}

/** Posts the first of what is open, with something to follow; the others fail, and the guild is to be told. */
async function settleAll(digests: DigestStore): Promise<void> {
  for (const delivery of await digests.claim('bot', 1000, 9)) {
    await digests.freeze(delivery, { payload: 'post', articleIds: [] });
    await digests.settle(
      delivery,
      'bot',
      delivery.slot === 1
        ? { state: 'posted', messageId: '9', afterwards: true }
        : { state: 'failed', reason: 'no', alert: true },
    );
  }
}

async function followUp(digests: DigestStore): Promise<void> {
  for (const delivery of await digests.claimAfterwards('bot', 1000, 9))
    await digests.finish(delivery, 'bot', 'done');
  for (const delivery of await digests.alertsDue(9)) await digests.alerted(delivery);
}

/** What any engine is held to when all of a store leaves it or comes to it. `damage` writes past the store. */
export function transferContract(
  makeBench: () => Promise<StoreBench>,
  damage: (url: string, sql: string) => Promise<void>,
): void {
  let bench: StoreBench;
  let upkeeps: Upkeep[];
  let cleanings: (() => Promise<void>)[];

  beforeEach(async () => {
    bench = await makeBench();
    upkeeps = [];
    cleanings = [];
  });
  afterEach(async () => {
    await Promise.all(upkeeps.map((upkeep) => upkeep.close()));
    await bench.clean();
    await Promise.all(cleanings.map((clean) => clean()));
  });

  async function upkeepOf({ url, clock }: Pick<StoreBench, 'url' | 'clock'>): Promise<Upkeep> {
    const upkeep = await openUpkeep(url, clock);
    upkeeps.push(upkeep);
    return upkeep;
  }

  /** Another store, in a file of its own. */
  async function newFile(): Promise<StoreBench> {
    const file = await sqliteBench();
    cleanings.push(file.clean);
    return file;
  }

  it('loses nothing of what a store can hold on the way there and back, and brings nothing a second time', async () => {
    async function goThereAndBack(items: readonly StoreItem[]): Promise<void> {
      const [from, here, back] = [
        await upkeepOf(await newFile()),
        await upkeepOf(bench),
        await upkeepOf(await newFile()),
      ];
      for (let first = 0; first < items.length; first += itemsAtOnce)
        await from.load(items.slice(first, first + itemsAtOnce));
      expect(await copy(from, here)).toEqual({ new: items.length, changed: 0, known: 0 });
      expect(await dumped(here)).toEqual(await dumped(from));
      expect(await copy(here, back)).toEqual({ new: items.length, changed: 0, known: 0 });
      expect(await dumped(back)).toEqual(await dumped(from));
      expect(await copy(back, here)).toEqual({ new: 0, changed: 0, known: items.length });
      expect(await flawsOf(here)).toEqual([]);
    }

    async function tryOnce(items: readonly StoreItem[]): Promise<void> {
      try {
        await goThereAndBack(items);
      } finally {
        await Promise.all(upkeeps.map((upkeep) => upkeep.close()));
        await bench.clean();
        bench = await makeBench();
      }
    }
    // Each run holds many items, as opening three stores takes longer than filling them.
    await fc.assert(fc.asyncProperty(randomItems, tryOnce), {
      seed: 20_261_126,
      numRuns: 2,
      endOnFailure: true,
    });
  });

  describe('what was taken in', () => {
    it('is found, read and known by the bot as what it has taken in itself', async () => {
      const file = await newFile();
      const from = await file.open();
      const feed = await followed(from.feeds);
      await from.feeds.note(feed.id, [noted('a'), noted('b')], start);
      const [entry] = await from.feeds.claimEntries(1000, 1);
      const article = newArticle({
        title: 'Night ferry to Sula',
        topics: ['sea'],
        text: 'The ferry will stop.',
      });
      await from.articles.put(article);
      await from.articles.put({
        ...article,
        text: 'The ferry will not stop.',
        storedAt: article.storedAt + 1,
      });
      await from.feeds.settleEntry(entry?.id ?? '', { kind: 'taken', articleId: article.id });
      await copy(await upkeepOf(file), await upkeepOf(bench));

      const to = await bench.open();
      const query = { scopes: everyone, limit: 9 };
      expect(await to.articles.get(article.id, everyone)).toEqual(
        await from.articles.get(article.id, everyone),
      );
      expect(await to.articles.versions(article.id, everyone)).toEqual(
        await from.articles.versions(article.id, everyone),
      );
      expect(idsOf(await to.articles.search({ ...query, words: 'ferries', match: 'all' }))).toEqual([
        article.id,
      ]);
      expect(idsOf(await to.articles.titles({ ...query, typed: 'nig' }))).toEqual([article.id]);
      expect(idsOf(await to.articles.latest({ ...query, topic: 'sea' }))).toEqual([article.id]);
      expect(await to.articles.sources(everyone)).toEqual([article.source]);
      expect(await to.feeds.note(feed.id, [noted('a'), noted('b')], start)).toEqual({ fresh: 0, changed: 0 });
      expect(await to.feeds.claimEntries(1000, 9)).toHaveLength(1);
      await to.feeds.mute('100', feed.id, start);
      expect(await to.feeds.mutedArticles('100', [article.id])).toEqual([article.id]);
      expect(await to.articles.put({ ...article, text: 'It will.' })).toBe('changed');
    });

    it('is known by whom it quotes, and what nobody has read for that yet is still to be read', async () => {
      const file = await newFile();
      const from = await file.open();
      const [read, unread] = [newArticle(), newArticle()];
      await from.articles.putAll([read, unread]);
      const names = [
        { name: 'Ina Poe', words: 'ina poe', role: 'mayor' },
        { name: 'Otto Lind', words: 'otto lind' },
      ];
      await from.speakers.note(read.id, names, 2);
      await copy(await upkeepOf(file), await upkeepOf(bench));
      const { speakers } = await bench.open();
      const query = { scopes: everyone, limit: 9 };
      expect(await speakers.names({ ...query, words: ['in'], match: 'begun' })).toEqual([
        { name: 'Ina Poe', role: 'mayor', articleCount: 1 },
      ]);
      expect(await speakers.articles({ ...query, names: ['Otto Lind'] })).toEqual([read.id]);
      expect(idsOf(await speakers.unnoted(2, 9))).toEqual([unread.id]);
    });

    it('is in the stories it was in, and what nobody has grouped yet still waits', async () => {
      const file = await newFile();
      const from = await file.open();
      const articles = [newArticle(), newArticle(), newArticle()];
      await from.articles.putAll(articles);
      const [first = '', second = '', third = ''] = idsOf(articles);
      const group = { version: 1, story: first, moved: new Map(), taken: new Map() };
      await from.stories.group([
        { ...group, articleId: first, arrivedAt: start },
        { ...group, articleId: second, arrivedAt: start + 1, copyOf: first },
      ]);
      await copy(await upkeepOf(file), await upkeepOf(bench));
      const { stories } = await bench.open();
      expect(await stories.get(second, everyone)).toEqual(await from.stories.get(second, everyone));
      expect((await stories.get(second, everyone))?.articleCount).toBe(2);
      expect(await stories.grouped('public', 0, 9)).toEqual(await from.stories.grouped('public', 0, 9));
      expect(idsOf(await stories.arrived(9))).toEqual([third]);
    });

    it('leaves out what has expired, unless a post quotes it', async () => {
      const file = await newFile();
      const from = await file.open();
      const [gone, quoted] = [newArticle({ expiresAt: start + 1 }), newArticle({ expiresAt: start + 1 })];
      await from.articles.putAll([gone, quoted]);
      const digest = newDigest();
      await from.digests.add(digest);
      await from.digests.planNow(digest, start);
      for (const delivery of await from.digests.claim('bot', 1000, 1))
        await from.digests.freeze(delivery, { payload: '{}', articleIds: [quoted.id] });
      file.clock.at = start + 2;
      await copy(await upkeepOf(file), await upkeepOf(bench));
      expect(idsOf(await (await bench.open()).articles.latest({ scopes: everyone, limit: 9 }))).toEqual([
        quoted.id,
      ]);
    });
  });

  describe('a delivery', () => {
    it('that was claimed is pending, with its payload and its first try, and not before its lease ends', async () => {
      const file = await newFile();
      const from = await file.open();
      const digest = newDigest();
      await from.digests.add(digest);
      await from.digests.planNow(digest, 7);
      const [claimed] = await from.digests.claim('one', 30_000, 1);
      if (claimed === undefined) throw new Error('nothing was claimed');
      await from.digests.freeze(claimed, { payload: 'payload', articleIds: ['a', 'b'] });
      const triedAt = await from.digests.begin(claimed);
      await copy(await upkeepOf(file), await upkeepOf(bench));
      const to = await bench.open();
      expect(await to.digests.claim('two', 1000, 9)).toEqual([]);
      bench.clock.at = start + 30_000;
      const [again] = await to.digests.claim('two', 1000, 9);
      expect(again).toMatchObject({
        nonce: claimed.nonce,
        reference: claimed.reference,
        payload: 'payload',
        articleIds: ['a', 'b'],
        firstTriedAt: triedAt,
      });
    });

    it('that either of two stores has posted is posted in both', async () => {
      const [file, digest] = [await newFile(), newDigest()];
      const stores = [await file.open(), await bench.open()];
      for (const [turn, { digests }] of stores.entries()) {
        await digests.add(digest);
        for (const slot of [1, 2]) await digests.planNow(digest, slot);
        const mine = (await digests.claim('bot', 1000, 9)).find(({ slot }) => slot === turn + 1);
        if (mine !== undefined) await digests.settle(mine, 'bot', { state: 'posted', messageId: `${turn}` });
      }
      const [there, here] = [await upkeepOf(file), await upkeepOf(bench)];
      await copy(there, here);
      await copy(here, there);
      const ends = async ({ digests }: Store) =>
        (await digests.deliveries(digest.id, 9)).map(({ state, messageId }) => `${state} ${messageId}`);
      expect(await Promise.all(stores.map(ends))).toEqual([
        ['posted 1', 'posted 0'],
        ['posted 1', 'posted 0'],
      ]);
    });

    it('goes no way twice: what was done after it in either store is done, and what failed may be open again', async () => {
      const [file, digest] = [await newFile(), newDigest()];
      const [from, to] = [(await file.open()).digests, (await bench.open()).digests];
      const there = await upkeepOf(file);
      await from.add(digest);
      for (const slot of [1, 2, 3]) await from.planNow(digest, slot);
      await settleAll(from);
      await copy(there, await upkeepOf(bench));
      expect(await to.alertsDue(9)).toMatchObject([{ slot: 2 }, { slot: 3 }]);
      expect(await to.claimAfterwards('bot', 1000, 9)).toMatchObject([{ slot: 1, payload: 'post' }]);

      await followUp(from);
      await to.reopen(digest.id, 3);
      expect(await copy(there, await upkeepOf(bench))).toEqual({ new: 0, changed: 2, known: 2 });
      expect((await to.deliveries(digest.id, 1)).map(({ state }) => state)).toEqual(['pending']);
      bench.clock.at = start + 1000;
      expect(await to.claimAfterwards('bot', 1000, 9)).toEqual([]);
      expect(await to.alertsDue(9)).toEqual([]);
    });

    it('that is open has its turn after those that its guild has open already', async () => {
      const file = await newFile();
      const [from, to] = [(await file.open()).digests, (await bench.open()).digests];
      const [mine, theirs] = [newDigest({ guildId: '100' }), newDigest({ guildId: '101' })];
      for (const digest of [mine, theirs]) await from.add(digest);
      for (const slot of [1, 2, 3]) await from.planNow(mine, slot);
      await from.planNow(theirs, 4);
      await copy(await upkeepOf(file), await upkeepOf(bench));
      expect((await to.claim('bot', 1000, 2)).map(({ guildId }) => guildId).sort()).toEqual(['100', '101']);
    });
  });

  it('is dumped as it was when the dump began, whatever is written meanwhile', async () => {
    const store = await bench.open();
    const articles = Array.from({ length: 150 }, () => newArticle());
    await store.articles.putAll(articles.slice(0, 100));
    await store.articles.putAll(articles.slice(100));
    const dump = (await upkeepOf(bench)).dump(refuseDamaged)[Symbol.asyncIterator]();
    const first: readonly StoreItem[] = (await dump.next()).value ?? [];
    await store.articles.remove(articles[149]?.id ?? '');
    await store.articles.put(newArticle());
    let count = first.length;
    for (let next = await dump.next(); next.done !== true; next = await dump.next())
      count += next.value.length;
    expect(count).toBe(150);
  });

  it('says how much it holds, and what retention would remove', async () => {
    const store = await bench.open();
    await store.articles.putAll([
      newArticle({ scope: 'guild:1', topics: ['sea'] }),
      newArticle({ scope: 'person:1', expiresAt: start - 1 }),
      newArticle({ storedAt: start - 91 * dayMs }),
      newArticle(),
    ]);
    const upkeep = await upkeepOf(bench);
    expect(await upkeep.stats()).toMatchObject({
      articles: { public: 2, guild: 1, person: 1 },
      versions: 4,
      sources: 1,
      topics: 1,
      feeds: 0,
    });
    const retention = { days: 90, articles: 1 };
    expect(await upkeep.surplus(retention)).toEqual({ expired: 1, old: 1, excess: 1 });
    const told: number[] = [];
    expect(await upkeep.prune(retention, (count) => told.push(count))).toEqual({
      expired: 1,
      old: 1,
      excess: 1,
    });
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await upkeep.surplus(retention)).toEqual({ expired: 0, old: 0, excess: 0 });
  });

  it('is looked through: what is damaged is named, the rest is read, and the dump leaves it out', async () => {
    const store = await bench.open();
    const [good, bad, other] = [newArticle(), newArticle(), newArticle()];
    await store.articles.putAll([good, bad, other]);
    const upkeep = await upkeepOf(bench);
    expect(await flawsOf(upkeep)).toEqual([]);
    await damage(bench.url, `update article_text set runs = '[{"cleanStart":"x"}]' where id = '${bad.id}'`);
    await damage(bench.url, `delete from article_text where id = '${other.id}'`);
    await damage(bench.url, "update tally set count = count + 1 where kind = 'source'");
    const flaws = (await flawsOf(await upkeepOf(bench))).join('\n');
    expect(flaws).toContain(`article ${bad.id} is damaged: runs.0`);
    expect(flaws).toContain(`article ${other.id} lacks the text of its version 1`);
    expect(flaws).toContain('the count of source "The Brannoch Bell" in public is wrong by 1');
    const damaged: string[] = [];
    const kept: string[] = [];
    for await (const page of (await upkeepOf(bench)).dump((reason) => damaged.push(reason)))
      kept.push(...page.flatMap((item) => (item.kind === 'article' ? [item.facts.id] : [])));
    expect(kept).toEqual([good.id]);
    expect(damaged.length).toBeGreaterThanOrEqual(2);
  });
}
