import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { BenchSettings, Capability } from './parts/capability.ts';
import { root } from './parts/machine.ts';
import { installPeers } from './parts/peers.ts';
import { binaries, startPostgres } from './parts/postgres-server.ts';
import type { Table } from './parts/table.ts';

const run = promisify(execFile);
const entry = join(root, 'bench', 'processes', 'time-store.ts');
const seed = 20_261_126;
/** With more, what holds everything in memory is left out. */
const mostInMemory = 200_000;
const askCount = 300;

const measuresSchema = z.object({
  perSecond: z.number(),
  batch: z.object({ p50: z.number(), p99: z.number(), longest: z.number() }),
  stalls: z.int(),
  /** Absent where the engine leaves the loop no turn to be watched in. */
  heldMs: z.object({ p99: z.number().nullable(), longest: z.number().nullable() }),
  times: z.record(z.string(), z.object({ p50: z.number(), p99: z.number() })),
  highestMb: z.number().optional(),
});
const restartSchema = z.object({ firstMs: z.number() });

type Measures = z.infer<typeof measuresSchema> & { readonly firstMs: number | undefined };

async function time(address: string, articleCount: number, task: 'fill' | 'restart'): Promise<unknown> {
  const args = [address, articleCount, seed, askCount, task].map(String);
  // Only MiniSearch needs room; ours is started as `npm start` starts the bot.
  const flags = address === 'minisearch' ? '--max-old-space-size=12000' : '--max-semi-space-size=8';
  const { stdout } = await run(process.execPath, [flags, entry, ...args], { env: {} });
  return JSON.parse(stdout);
}

/** Fills a store and asks it, then opens it once more. */
async function measure(address: string, articles: number): Promise<Measures> {
  const measures = measuresSchema.parse(await time(address, articles, 'fill'));
  if (address === 'minisearch') return { ...measures, firstMs: undefined };
  return { ...measures, firstMs: restartSchema.parse(await time(address, articles, 'restart')).firstMs };
}

async function measureSqlite(articles: number): Promise<Measures> {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-bench-'));
  try {
    return await measure(`sqlite:${join(folder, 'store.sqlite')}`, articles);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measurePostgres(folderOfPrograms: string, articles: number): Promise<Measures> {
  const server = await startPostgres(folderOfPrograms, 'lasting');
  try {
    return await measure(server.urlOf('postgres'), articles);
  } finally {
    await server.stop();
  }
}

/** A row of a measure, and for times a row of each half. */
function rowsOf(engines: readonly Measures[]): Table['rows'] {
  const names = Object.keys(engines[0]?.times ?? {});
  return [
    ['articles taken in a second, found at once', ...engines.map(({ perSecond }) => perSecond)],
    ['a batch of 100, two at a time, p50 ms', ...engines.map(({ batch }) => batch.p50)],
    ['… p99 ms', ...engines.map(({ batch }) => batch.p99)],
    ['… the longest, ms', ...engines.map(({ batch }) => batch.longest)],
    ['batches that took longer than 250 ms', ...engines.map(({ stalls }) => stalls)],
    [
      'longest hold of the event loop while taking in, ms',
      ...engines.map(({ heldMs }) => heldMs.longest ?? undefined),
    ],
    ['the same at p99, ms', ...engines.map(({ heldMs }) => heldMs.p99 ?? undefined)],
    ...names.flatMap((name) => [
      [`${name}, p50 ms`, ...engines.map(({ times }) => times[name]?.p50)],
      [`${name}, p99 ms`, ...engines.map(({ times }) => times[name]?.p99)],
    ]),
    ['from opening to the first answer, ms', ...engines.map(({ firstMs }) => firstMs)],
    ['highest memory of the process, MB', ...engines.map(({ highestMb }) => highestMb)],
  ];
}

async function* measureAll({ articles, tell }: BenchSettings): AsyncIterable<Table> {
  await installPeers(tell);
  const engines: { readonly name: string; measure(): Promise<Measures> }[] = [
    { name: 'SQLite', measure: () => measureSqlite(articles) },
  ];
  if (articles <= mostInMemory)
    engines.push({ name: 'MiniSearch over keyv', measure: () => measure('minisearch', articles) });
  if (binaries === undefined) tell('store: there is no PostgreSQL in /usr/lib/postgresql; it is left out');
  else {
    const programs = binaries;
    engines.splice(1, 0, { name: 'PostgreSQL', measure: () => measurePostgres(programs, articles) });
  }
  const measured: Measures[] = [];
  for (const engine of engines) {
    tell(`store: ${engine.name}`);
    measured.push(await engine.measure());
  }
  yield {
    title: `A store of ${articles.toLocaleString('en-GB')} articles of 3.4 kB`,
    columns: ['', ...engines.map(({ name }) => name)],
    rows: rowsOf(measured),
    notes: [
      `Made-up words, as common as words are (Zipf), seed ${seed}; articles in batches of 100, two at a time; each asked ${askCount} times.`,
      'Each engine in a process of its own, one after the other; the articles are made in another. PostgreSQL is a server of its own beside it, as Debian sets it up, and its memory is not counted.',
      'MiniSearch and keyv hold everything in memory and lose it with the process.',
    ],
  };
}

export const store: Capability = {
  name: 'store',
  says: 'articles stored and found: SQLite, PostgreSQL, MiniSearch over keyv',
  run: measureAll,
};
