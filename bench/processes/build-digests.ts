import '../../src/keep-compiled.mjs';
import { z } from 'zod';
import { createFinder } from '../../src/brief/findings.ts';
import { createDrafts } from '../../src/digest/draft.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { DigestRun } from '../../src/domain/digest-draft.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startMaker } from '../parts/article-maker.ts';
import { corpusNow } from '../parts/corpus.ts';
import { fillWithStories } from '../parts/digests/build-store.ts';
import { newestFirst } from '../parts/digests/newest-first.ts';
import { createHoldWatch } from '../parts/holds.ts';
import { percentile } from '../parts/numbers.ts';

/**
 * Fills a store, or builds digests of what it holds, and writes one line of JSON. Arguments: its address, how many articles
 * and how many stories of the last day, the seed, how often each is built, and "fill" or "time".
 */
const [address, count, storyCount, seed, turns, task] = z
  .tuple([
    z.string(),
    z.coerce.number(),
    z.coerce.number(),
    z.coerce.number(),
    z.coerce.number(),
    z.enum(['fill', 'time']),
  ])
  .parse(process.argv.slice(2));

const store = await openStore(address, { now: () => corpusNow });
const postCount = 31;
const dayMs = 24 * 60 * 60 * 1000;
const furtherCount = 20;

const digestOf = (given: Partial<Digest>): Digest => ({
  id: 'digest',
  guildId: '100',
  channelId: '200',
  name: 'News',
  times: ['08:00'],
  days: [0, 1, 2, 3, 4, 5, 6],
  timezone: 'UTC',
  topics: [],
  sources: [],
  words: [],
  exceptWords: [],
  stories: 5,
  style: 'cards',
  skipEmpty: true,
  chart: false,
  publish: false,
  createdBy: '300',
  createdAt: corpusNow - 100 * dayMs,
  nextRunAt: corpusNow,
  ...given,
});

/** A digest that has told five stories a day for a month. */
async function addWithPosts(digest: Digest): Promise<void> {
  await store.digests.add(digest);
  const { articleCount } = { articleCount: count };
  for (let post = postCount; post >= 1; post -= 1) {
    const slot = corpusNow - post * dayMs;
    await store.digests.planNow(digest, slot);
    for (const delivery of await store.digests.claim('bench', 60_000, 10)) {
      const from = Math.floor(articleCount * 0.5 + 37 * post);
      const articleIds = Array.from({ length: 5 }, (_, place) => `corpus-${from + place}`.padEnd(22, '_'));
      const record = JSON.stringify({ padding: 'x'.repeat(4_000) });
      await store.digests.freeze(delivery, {
        payload: JSON.stringify({ padding: 'x'.repeat(8_000) }),
        articleIds,
        record,
      });
      await store.digests.begin(delivery);
      await store.digests.settle(delivery, 'bench', { state: 'posted', messageId: '1' });
    }
  }
}

async function choices(): Promise<Readonly<Record<string, Partial<Digest>>>> {
  const maker = startMaker(count, seed);
  const words = await maker.words();
  maker.stop();
  const word = (rank: number) => words[rank] ?? '';
  return {
    'nothing asked for': {},
    'two topics': { topics: ['sea', 'towns'] },
    'three words, one of them common, and an unwanted one': {
      words: [word(30), word(900), word(4_000)],
      exceptWords: [word(2_000)],
    },
    'two phrases of common words': { words: [`${word(3)} ${word(5)}`, `${word(8)} ${word(2)}`] },
  };
}

const digestIds = (place: number) => ({ id: `digest-${place}`, guildId: `${1_000 + place}` });

async function time() {
  const find = createFinder(1_000_000);
  const stores = { ...store, find };
  const compose = async (stories: readonly { readonly article: { readonly id: string } }[]) => ({
    shown: stories.map(({ article }) => article.id),
  });
  const watch = createHoldWatch();
  const results: Record<string, unknown> = {};
  for (const [name, asked] of Object.entries(await choices())) {
    const runOf = (place: number): DigestRun => ({
      digest: digestOf({ ...asked, ...digestIds(place) }),
      slot: corpusNow,
      at: corpusNow,
      isAsked: false,
      reference: 'abc123',
    });
    const times = { first: [] as number[], further: [] as number[], former: [] as number[] };
    const found = { ours: 0, former: 0, candidates: 0 };
    watch.start();
    for (let turn = 0; turn < turns + 3; turn += 1) {
      const isWarm = turn >= 3;
      const draft = createDrafts({ stores, compose });
      const at = performance.now();
      const first = await draft(runOf(turn % furtherCount));
      if (isWarm) times.first.push(performance.now() - at);
      found.ours = first.articleIds.length;
      found.candidates = Object.values(first.record.counts).reduce((sum, each) => sum + each, 0);
      const cpu = process.cpuUsage();
      for (let place = 0; place < furtherCount; place += 1) await draft(runOf(place));
      const { user, system } = process.cpuUsage(cpu);
      if (isWarm) times.further.push((user + system) / 1000 / furtherCount);
      const formerAt = performance.now();
      found.former = (await newestFirst(stores, runOf(turn % furtherCount).digest)).length;
      if (isWarm) times.former.push(performance.now() - formerAt);
    }
    watch.stop();
    const both = (values: readonly number[]) => ({
      p50: percentile(values, 0.5),
      p99: percentile(values, 0.99),
    });
    results[name] = {
      found,
      first: both(times.first),
      further: both(times.further),
      former: both(times.former),
      heldMs: watch.held().longest,
    };
  }
  return results;
}

if (task === 'fill') {
  await fillWithStories(store, { count, storyCount, seed });
  for (let place = 0; place < furtherCount; place += 1) await addWithPosts(digestOf(digestIds(place)));
  process.stdout.write('{}\n');
} else process.stdout.write(`${JSON.stringify(await time())}\n`);
await store.close();
