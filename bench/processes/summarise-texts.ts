import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { memoryOf } from '../parts/memory.ts';
import { percentile } from '../parts/numbers.ts';
import { type SummariserName, summarisers } from './summarisers.ts';

/**
 * Summarises texts, goes on until it is warm, then times them, a few of them again and again, and writes the summaries
 * and the timing as one line of JSON. Arguments: the summariser, a file of texts (JSON), how many ms it may take; texts
 * beyond that are left out.
 */
const [name = '', file = '', mostMs = ''] = process.argv.slice(2);

const isKnown = (wanted: string): wanted is SummariserName => wanted in summarisers;
if (!isKnown(name)) throw new Error(`there is no summariser called "${name}"`);

const texts = z
  .array(z.object({ text: z.string(), title: z.string().optional() }))
  .parse(JSON.parse(readFileSync(file, 'utf8')));

const summarise = await summarisers[name]();
const begin = performance.now();
const summaries: (readonly string[])[] = [];
for (const text of texts) {
  if (performance.now() - begin > Number(mostMs) / 2) break;
  // A peer that fails on a text has no summary of it.
  summaries.push(await Promise.resolve(summarise(text)).catch(() => []));
}

const known = texts.slice(0, summaries.length);
const [first] = known;
if (first === undefined) throw new Error('there was no time for a text');
const warmMs = 1_500;
for (let turn = 0; performance.now() - begin < Math.min(warmMs, Number(mostMs) / 2); turn += 1)
  await Promise.resolve(summarise(known[turn % known.length] ?? first)).catch(() => []);

const waits: number[] = [];
const startedAt = performance.now();
const isEnough = () => waits.length >= known.length && performance.now() - startedAt > warmMs;
while (!isEnough() && performance.now() - begin < Number(mostMs)) {
  const text = known[waits.length % known.length] ?? first;
  const at = performance.now();
  await Promise.resolve(summarise(text)).catch(() => []);
  waits.push(performance.now() - at);
}
process.stdout.write(
  `${JSON.stringify({
    summaries,
    perSecond: (1000 * waits.length) / (performance.now() - startedAt),
    p50: percentile(waits, 0.5),
    highestMb: memoryOf('self')?.highest,
  })}\n`,
);
