import '../../src/keep-compiled.mjs';
import { z } from 'zod';
import { createFinder } from '../../src/brief/findings.ts';
import { cardShape } from '../../src/brief/make-brief.ts';
import { makeBriefs } from '../../src/brief/make-briefs.ts';
import { createDrafts } from '../../src/digest/draft.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { DigestRun } from '../../src/domain/digest-draft.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startMaker } from '../parts/article-maker.ts';
import { corpusNow } from '../parts/corpus.ts';
import { addWithPosts, benchDigest, digestNames } from '../parts/digests/bench-digests.ts';
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
const furtherCount = 20;
/** Before code has run for a while it says nothing. */
const warmTurns = 3;

async function choices(): Promise<Readonly<Record<string, Partial<Digest>>>> {
  const maker = startMaker(count, seed);
  const words = await maker.words();
  maker.stop();
  const word = (rank: number) => words[rank] ?? '';
  return {
    'nothing asked for': {},
    'two topics': { topics: ['sea', 'towns'] },
    'three words, but not a fourth': {
      words: [word(30), word(900), word(4_000)],
      exceptWords: [word(2_000)],
    },
    'two phrases': { words: [`${word(40)} ${word(60)}`, `${word(90)} ${word(30)}`] },
  };
}

const runOf = (asked: Partial<Digest>, place: number): DigestRun => ({
  digest: benchDigest({ ...asked, ...digestNames(place) }),
  slot: corpusNow,
  at: corpusNow,
  isAsked: false,
  reference: 'abc123',
});

/** As long as a digest is built the first time, and as much CPU as each takes that asks for the same then, in ms. */
async function buildOnce(asked: Partial<Digest>, turn: number) {
  const find = createFinder(1_000_000);
  const draft = createDrafts({
    stores: { ...store, find },
    async compose(stories) {
      const articles = stories.map(({ article }) => article);
      return { shown: makeBriefs(articles, cardShape, find).map(({ article }) => article.id) };
    },
  });
  const at = performance.now();
  const { record, articleIds } = await draft(runOf(asked, turn % furtherCount));
  const firstMs = performance.now() - at;
  const cpu = process.cpuUsage();
  for (let place = 0; place < furtherCount; place += 1) await draft(runOf(asked, place));
  const { user, system } = process.cpuUsage(cpu);
  const candidates = Object.values(record.counts).reduce((sum, some) => sum + some, 0);
  return {
    firstMs,
    furtherMs: (user + system) / 1000 / furtherCount,
    candidates,
    told: articleIds.length,
  };
}

/** As long as the plainest way takes for the same, in ms. */
async function buildPlainly(asked: Partial<Digest>, turn: number): Promise<number> {
  const find = createFinder(1_000_000);
  const at = performance.now();
  makeBriefs(await newestFirst(store, runOf(asked, turn % furtherCount).digest), cardShape, find);
  return performance.now() - at;
}

const both = (values: readonly number[]) => ({ p50: percentile(values, 0.5), p99: percentile(values, 0.99) });

async function timeOf(asked: Partial<Digest>) {
  const watch = createHoldWatch();
  const built: Awaited<ReturnType<typeof buildOnce>>[] = [];
  const plainMs: number[] = [];
  for (let turn = 0; turn < turns + warmTurns; turn += 1) {
    if (turn === warmTurns) watch.start();
    built.push(await buildOnce(asked, turn));
    plainMs.push(await buildPlainly(asked, turn));
  }
  watch.stop();
  const warm = built.slice(warmTurns);
  return {
    candidates: warm[0]?.candidates,
    told: warm[0]?.told,
    first: both(warm.map(({ firstMs }) => firstMs)),
    further: both(warm.map(({ furtherMs }) => furtherMs)),
    plain: both(plainMs.slice(warmTurns)),
    heldMs: watch.held().longest,
  };
}

async function time() {
  const times: Record<string, unknown> = {};
  for (const [name, asked] of Object.entries(await choices())) times[name] = await timeOf(asked);
  return times;
}

if (task === 'fill') {
  await fillWithStories(store, { count, storyCount, seed });
  for (let place = 0; place < furtherCount; place += 1)
    await addWithPosts(store, benchDigest(digestNames(place)), (article) =>
      `corpus-${Math.floor(count / 2) + article}`.padEnd(22, '_'),
    );
}
process.stdout.write(`${JSON.stringify(task === 'fill' ? {} : await time())}\n`);
await store.close();
