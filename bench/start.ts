import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Emulator } from '../emulator/start.ts';
import { sampleArticles, variedArticles } from './parts/articles.ts';
import type { BenchSettings, Capability } from './parts/capability.ts';
import { median } from './parts/numbers.ts';
import { type ProcessToStart, startProcess } from './parts/process.ts';
import type { Table } from './parts/table.ts';
import { emptyBot, realBot, type Stored, startWorld, storeArticles } from './parts/world.ts';

interface Starter {
  readonly name: string;
  prepare(emulator: Emulator): Promise<ProcessToStart>;
}

interface Start {
  readonly readyMs: number;
  readonly residentMb: number | undefined;
}

const seed = 20_261_125;
const storedCount = 1_000;

function startersOf(stored: Stored): readonly Starter[] {
  return [
    {
      name: 'Standfirst, no store yet',
      async prepare(emulator) {
        const path = join(stored.path, 'empty.sqlite');
        for (const end of ['', '-wal', '-shm']) await rm(`${path}${end}`, { force: true });
        return realBot(emulator, `sqlite:${path}`);
      },
    },
    {
      name: `Standfirst, ${storedCount.toLocaleString('en-GB')} articles stored`,
      prepare: async (emulator) => realBot(emulator, await stored.copy()),
    },
    { name: 'empty discord.js client', prepare: async (emulator) => emptyBot(emulator, 50) },
  ];
}

/** Starts it on a Discord of its own, and ends both. */
async function startOnce(starter: Starter): Promise<Start> {
  const emulator = await startWorld();
  try {
    const started = await startProcess(await starter.prepare(emulator));
    const residentMb = started.memory()?.now;
    await started.stop();
    return { readyMs: started.readyMs, residentMb };
  } finally {
    await emulator.close();
  }
}

/** How long Node takes to start and do nothing: what no bot can go below. */
async function nodeAlone(): Promise<Start> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--eval', ''], { stdio: 'ignore' });
  await once(child, 'exit');
  return { readyMs: performance.now() - startedAt, residentMb: undefined };
}

function row(name: string, starts: readonly Start[]) {
  const times = starts.map(({ readyMs }) => readyMs);
  const memory = starts.flatMap(({ residentMb }) => residentMb ?? []);
  return [
    name,
    median(times),
    Math.min(...times),
    Math.max(...times),
    memory.length === 0 ? undefined : median(memory),
  ];
}

async function* run({ rounds, tell }: BenchSettings): AsyncIterable<Table> {
  const stored = await storeArticles(variedArticles(await sampleArticles(), storedCount, seed));
  try {
    const starters = startersOf(stored);
    const repeats = rounds * 3;
    const measured = new Map<string, Start[]>();
    const note = (name: string, start: Start) => measured.set(name, [...(measured.get(name) ?? []), start]);
    for (const starter of starters) await startOnce(starter); // files come into the system's cache
    for (let turn = 1; turn <= repeats; turn += 1) {
      tell(`start ${turn} of ${repeats}`);
      for (const starter of starters) note(starter.name, await startOnce(starter));
      note('Node alone, doing nothing', await nodeAlone());
    }
    yield {
      title: 'Cold start to ready',
      columns: ['', 'median ms', 'least ms', 'most ms', 'resident MB when ready'],
      rows: [...measured].map(([name, starts]) => row(name, starts)),
      notes: [
        `${repeats} starts of each in turn, each a new process against a Discord on loopback that knows the commands already.`,
        'Standfirst is ready when it is connected, has compared its commands with Discord’s and answers; the empty client at its ClientReady.',
        'Without a store it also makes the database and takes in the sample articles.',
      ],
    };
  } finally {
    await stored.remove();
  }
}

export const start: Capability = { name: 'start', says: 'cold start to ready', run };
