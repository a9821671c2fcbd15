import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { BenchSettings } from '../capability.ts';
import { root } from '../machine.ts';
import { binaries, startPostgres } from '../postgres-server.ts';
import type { Cell, Table } from '../table.ts';

const seed = 20_261_126;
const storyCount = 2_000;
const turnsOfRound = 20;
const entry = join(root, 'bench', 'processes', 'build-digests.ts');

const both = z.object({ p50: z.number(), p99: z.number() });
const timesSchema = z.record(
  z.string(),
  z.object({
    candidates: z.int(),
    told: z.int(),
    first: both,
    further: both,
    plain: both,
    heldMs: z.number().nullable(),
  }),
);

async function call(
  address: string,
  articles: number,
  turns: number,
  task: 'fill' | 'time',
): Promise<unknown> {
  const args = [entry, address, ...[articles, storyCount, seed, turns].map(String), task];
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-semi-space-size=8', ...args], {
    env: {},
  });
  return JSON.parse(stdout);
}

async function measure(engine: string, address: string, { articles, rounds }: BenchSettings) {
  const turns = rounds * turnsOfRound;
  await call(address, articles, turns, 'fill');
  const times = timesSchema.parse(await call(address, articles, turns, 'time'));
  return Object.entries(times).map(([name, one]): readonly Cell[] => [
    `${engine}, ${name}`,
    one.candidates,
    one.first.p50,
    one.first.p99,
    one.further.p50,
    one.plain.p50,
    one.plain.p99,
    one.heldMs ?? undefined,
  ]);
}

async function measureSqlite(settings: BenchSettings) {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-bench-'));
  try {
    return await measure('SQLite', `sqlite:${join(folder, 'store.sqlite')}`, settings);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measurePostgres(folderOfPrograms: string, settings: BenchSettings) {
  const server = await startPostgres(folderOfPrograms, 'lasting');
  try {
    return await measure('PostgreSQL', server.urlOf('postgres'), settings);
  } finally {
    await server.stop();
  }
}

/** How long it takes to build a digest. */
export async function buildTable(settings: BenchSettings): Promise<Table> {
  const rows: (readonly Cell[])[] = [...(await measureSqlite(settings))];
  if (binaries === undefined)
    settings.tell('digests: there is no PostgreSQL in /usr/lib/postgresql; it is left out');
  else rows.push(...(await measurePostgres(binaries, settings)));
  return {
    title: `Five stories out of ${storyCount.toLocaleString('en-GB')} of a day, in a store of ${settings.articles.toLocaleString('en-GB')} articles`,
    columns: [
      '',
      'stories judged',
      'built, p50 ms',
      'p99 ms',
      'each further, CPU ms',
      'newest first, p50 ms',
      'p99 ms',
      'longest hold, ms',
    ],
    rows,
    notes: [
      `Made-up articles, a quarter of the stories told by three publishers, seed ${seed}; each built ${settings.rounds * turnsOfRound} times with nothing kept from before, and then for twenty other servers that ask for the same, each with a month of posts behind it. Briefs are made of the five.`,
      'Newest first: the newest stories of the topics that were not told, as a digest was made before; it knows no words, and judges nothing.',
    ],
  };
}
