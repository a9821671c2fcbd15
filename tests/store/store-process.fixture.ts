import { z } from 'zod';
import { openStore } from '../../src/store/open-store.ts';
import { openPostgres } from '../../src/store/postgres/open-postgres.ts';
import { newArticle, newDigest } from './bench.ts';
import { newFeed, noted, subscriptionTo } from './feed-bench.ts';
import type { Acknowledged, StoreTask } from './store-process.ts';

/** A process on a store that several share: it does one task and tells its parent each step it was promised. */
const [task, url = '', seed = ''] = z
  .tuple([z.enum(['open', 'write', 'claim', 'turns']), z.string(), z.string()])
  .parse(process.argv.slice(2));

/** What turns are told by, so that they can be compared among processes. */
const stopped = { now: () => 1_800_000_000_000 };
const store =
  task === 'turns'
    ? await openPostgres(url, stopped, { leaseClock: stopped })
    : await openStore(url, { now: Date.now });
const tell = (step: Acknowledged) => void process.send?.(step);
/** Resolves when all that was told before is on its way: what waits in the channel is lost where it is closed. */
const allTold = () =>
  new Promise((resolve) =>
    process.send?.({ kind: 'ended' } satisfies Acknowledged, undefined, undefined, resolve),
  );

/** Writes of every kind without end; each is told as soon as the store has promised it, and not before. */
async function write(): Promise<void> {
  const state = store.keyValue('writes', z.number());
  const digest = newDigest({ id: `digest-${seed}` });
  await store.digests.add(digest);
  const feed = newFeed({ id: `feed-${seed}` });
  await store.feeds.follow(feed, subscriptionTo(feed));
  for (let step = 1; ; step += 1) {
    const id = `${seed}-${step}`;
    const article = newArticle({ id, title: `Write ${id}`, text: 'One tide. '.repeat(1 + (step % 60)) });
    await store.articles.put(article);
    tell({ kind: 'article', id, version: 1 });
    if (step % 3 === 0) {
      await store.articles.put({ ...article, text: 'Another tide.' });
      tell({ kind: 'article', id, version: 2 });
    }
    if (step % 4 === 0) {
      await store.articles.remove(id);
      tell({ kind: 'removed', id });
    }
    await store.digests.planNow(digest, step);
    // Perhaps one that a killed writer had planned, and not this one.
    for (const delivery of await store.digests.claim(seed, 60_000, 1)) {
      const { digestId, slot } = delivery;
      await store.digests.freeze(delivery, { payload: `payload ${slot}`, articleIds: [id] });
      await store.digests.settle(delivery, seed, { state: 'posted', messageId: id });
      tell({ kind: 'posted', id: digestId, slot });
    }
    await store.feeds.note(feed.id, [noted(id)], step);
    tell({ kind: 'noted', id, feedId: feed.id });
    for (const entry of await store.feeds.claimEntries(60_000, 1)) {
      await store.feeds.settleEntry(entry.id, { kind: 'taken', articleId: id });
      tell({ kind: 'taken', id: entry.payload });
    }
    await state.set(seed, step);
    tell({ kind: 'state', id: seed, value: step });
  }
}

/** Claims deliveries and takes entries of feeds in, in turns, until nothing is left. */
async function claim(): Promise<void> {
  for (;;) {
    const deliveries = await store.digests.claim(seed, 60_000, 1);
    for (const { digestId, slot } of deliveries) tell({ kind: 'claimed', id: digestId, slot });
    const entries = await store.feeds.claimEntries(60_000, 3);
    for (const { id, payload } of entries) {
      await store.feeds.settleEntry(id, { kind: 'left', reason: 'a test' });
      tell({ kind: 'taken', id: payload });
    }
    if (deliveries.length + entries.length === 0) return;
  }
}

/** Takes turns to send requests, now one and now several. */
async function turns(): Promise<void> {
  for (let count = 1; count <= 20; count += 1)
    for (const waitMs of await store.requestTurns.take(count)) tell({ kind: 'turn', waitMs });
}

const tasks: Readonly<Record<StoreTask, () => Promise<void>>> = {
  open: async () => undefined,
  write,
  claim,
  turns,
};

tell({ kind: 'ready' });
await new Promise((resolve) => process.once('message', resolve));
await tasks[task]();
await store.close();
await allTold();
process.disconnect();
