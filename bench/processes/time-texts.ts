import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { memoryOf } from '../parts/memory.ts';
import { percentile } from '../parts/numbers.ts';
import { type EngineName, engines, type TextOf } from './text-engines.ts';

/**
 * Times one engine on texts and writes one line of JSON. Arguments: the engine, a file of texts (JSON), how many ms
 * it may take at most; it takes every text once at least, unless that time is over.
 */
const [name = '', file = '', mostMs = ''] = process.argv.slice(2);

const isEngine = (wanted: string): wanted is EngineName => wanted in engines;
if (!isEngine(name)) throw new Error(`there is no engine called "${name}"`);

const texts: readonly TextOf[] = z
  .array(z.object({ raw: z.string(), clean: z.string(), title: z.string().optional() }))
  .parse(JSON.parse(readFileSync(file, 'utf8')));

const warmUpMs = 1_500;

const engine = await engines[name]();
const [first] = texts;
if (first === undefined) throw new Error('there are no texts');

const begin = performance.now();
await engine(first);
const coldMs = performance.now() - begin;
for (let turn = 0; performance.now() - begin < Math.min(warmUpMs, Number(mostMs)); turn += 1)
  await engine(texts[turn % texts.length] ?? first);

const waits: number[] = [];
const startedAt = performance.now();
const isOver = () => performance.now() - startedAt > Number(mostMs);
const isEnough = () => waits.length >= texts.length && performance.now() - startedAt > warmUpMs;
while (!isOver() && !isEnough()) {
  const text = texts[waits.length % texts.length] ?? first;
  const at = performance.now();
  await engine(text);
  waits.push(performance.now() - at);
}

const seconds = (performance.now() - startedAt) / 1000;
process.stdout.write(
  `${JSON.stringify({
    perSecond: waits.length / seconds,
    p50: percentile(waits, 0.5),
    p99: percentile(waits, 0.99),
    coldMs,
    highestMb: memoryOf('self')?.highest,
  })}\n`,
);
