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

const run = promisify(execFile);
const entry = join(root, 'bench', 'processes', 'time-answers.ts');
const seed = 20_261_126;
const askCount = 300;

const timesSchema = z.record(
  z.string(),
  z.object({
    p50: z.number(),
    p99: z.number(),
    longest: z.number(),
    cpuMs: z.number(),
    answered: z.number(),
    right: z.number().optional(),
  }),
);

type Times = z.infer<typeof timesSchema>;

async function timesOf(address: string, articleCount: number): Promise<Times> {
  const args = [address, articleCount, seed, askCount].map(String);
  // Started as `npm start` starts the bot.
  const { stdout } = await run(process.execPath, ['--max-semi-space-size=8', entry, ...args], { env: {} });
  return timesSchema.parse(JSON.parse(stdout));
}

async function timeSqlite(articleCount: number): Promise<Times> {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-bench-'));
  try {
    return await timesOf(`sqlite:${join(folder, 'store.sqlite')}`, articleCount);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function timePostgres(folderOfPrograms: string, articleCount: number): Promise<Times> {
  const server = await startPostgres(folderOfPrograms, 'lasting');
  try {
    return await timesOf(server.urlOf('postgres'), articleCount);
  } finally {
    await server.stop();
  }
}

const rowsOf = (engine: string, times: Times): readonly (readonly Cell[])[] =>
  Object.entries(times).map(([name, { p50, p99, longest, cpuMs, answered, right }]) => [
    `${engine}: ${name}`,
    p50,
    p99,
    longest,
    cpuMs,
    answered,
    right,
  ]);

/** How long an answer takes where a question names no story: candidates, reading, answering, stories. */
export async function storeTimes({
  articles,
  tell,
}: Pick<BenchSettings, 'articles' | 'tell'>): Promise<Table> {
  tell('answers: SQLite');
  const rows = [...rowsOf('SQLite', await timeSqlite(articles))];
  if (binaries === undefined) tell('answers: there is no PostgreSQL in /usr/lib/postgresql; it is left out');
  else {
    tell('answers: PostgreSQL');
    rows.push(...rowsOf('PostgreSQL', await timePostgres(binaries, articles)));
  }
  return {
    title: `Time of an answer out of a store of ${articles.toLocaleString('en-GB')} articles of 3.4 kB (ms)`,
    columns: ['', 'p50', 'p99', 'longest', 'CPU, mean', 'answered %', 'right or rightly silent %'],
    rows,
    notes: [
      `Made-up words, as common as words are (Zipf), seed ${seed}, ${askCount} questions of each kind, none asked before; our own articles are the newest of the store.`,
      'CPU: of the bot’s process; PostgreSQL is a server of its own, and its time is not counted.',
    ],
  };
}
