import '../../src/keep-compiled.mjs';
import { z } from 'zod';
import type { NewArticle } from '../../src/domain/article.ts';
import { startMaker } from '../parts/article-maker.ts';
import { corpusNow } from '../parts/corpus.ts';
import { createHoldWatch } from '../parts/holds.ts';
import { memoryOf } from '../parts/memory.ts';
import { createRandom, percentile } from '../parts/numbers.ts';
import { openMiniSearch, openOurs, type StoreEngine } from './store-engines.ts';

/**
 * Fills one engine and asks it, and writes one line of JSON. Arguments: the address of a store or "minisearch", how
 * many articles, the seed, how often each is asked, and "fill" or "restart": then it holds them already.
 */
const [address = '', count, seed, askCount, task] = z
  .tuple([z.string(), z.coerce.number(), z.coerce.number(), z.coerce.number(), z.enum(['fill', 'restart'])])
  .parse(process.argv.slice(2));

const maker = startMaker(count, seed);
const words = await maker.words();
const random = createRandom(seed);
const openedAt = performance.now();
const isOurs = address !== 'minisearch';
let engine = isOurs ? await openOurs(address, corpusNow) : openMiniSearch();

/** A person waits no longer than so, whatever is written meanwhile. */
const stallMs = 250;

/** Two batches at a time: one is read while the other is written. Answers how long each took. */
async function put(batches: (readonly NewArticle[])[]): Promise<readonly number[]> {
  const waits: number[] = [];
  const next = async () => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const at = performance.now();
      await engine.putAll(batch);
      waits.push(performance.now() - at);
    }
  };
  await Promise.all([next(), next()]);
  return waits;
}

/** Getting the articles does not count. */
async function fill() {
  const watch = createHoldWatch();
  const waits: number[] = [];
  let spentMs = 0;
  for (let from = 0; from < count; ) {
    const batches: (readonly NewArticle[])[] = [];
    while (batches.length < 4 && from < count) {
      const batch = await maker.articles(from);
      from += batch.length;
      batches.push(batch);
    }
    const at = performance.now();
    watch.start();
    waits.push(...(await put(batches)));
    watch.stop();
    spentMs += performance.now() - at;
  }
  return {
    perSecond: count / (spentMs / 1000),
    heldMs: watch.held(),
    batch: { p50: percentile(waits, 0.5), p99: percentile(waits, 0.99), longest: percentile(waits, 1) },
    stalls: waits.filter((ms) => ms > stallMs).length,
  };
}

/** A word among those from one rank to another, the most common being the first. */
const word = (from: number, to: number) => words[from + Math.floor(random() * (to - from))] ?? '';

const asks: Readonly<Record<string, (of: StoreEngine) => Promise<number>>> = {
  'ten newest': (of) => of.latest(),
  'one by its id': (of) => of.get(`corpus-${Math.floor(random() * count)}`.padEnd(22, '_')),
  'ten newest by words of the title': (of) => of.titles(`${word(50, 1000)} ${word(0, 50).slice(0, 2)}`),
  'titles, one letter': (of) => of.titles(word(0, 1000).slice(0, 1)),
  'titles, three letters': (of) => of.titles(word(0, 1000).slice(0, 3)),
  'ten best by two common words': (of) => of.search(`${word(0, 50)} ${word(0, 50)}`),
  'ten best by a common and another word': (of) => of.search(`${word(0, 200)} ${word(200, 3000)}`),
  'ten best by one rare word': (of) => of.search(word(5_000, 50_000)),
};

async function timesOf(ask: (of: StoreEngine) => Promise<number>) {
  const waits: number[] = [];
  for (let turn = 0; turn < askCount + 10; turn += 1) {
    const at = performance.now();
    await ask(engine);
    waits.push(performance.now() - at);
  }
  const warm = waits.slice(10);
  return { p50: percentile(warm, 0.5), p99: percentile(warm, 0.99) };
}

if (task === 'restart') {
  await engine.search(word(200, 3000));
  process.stdout.write(`${JSON.stringify({ firstMs: performance.now() - openedAt })}\n`);
} else {
  const filled = await fill();
  if (isOurs) {
    // What it does behind the writer's back is done when it is closed.
    await engine.close();
    engine = await openOurs(address, corpusNow);
  }
  const times: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(asks)) times[name] = await timesOf(ask);
  process.stdout.write(`${JSON.stringify({ ...filled, times, highestMb: memoryOf('self')?.highest })}\n`);
}
await engine.close();
maker.stop();
