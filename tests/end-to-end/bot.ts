import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Emulator } from '../../emulator/start.ts';
import { openStore } from '../../src/store/open-store.ts';
import { compiled } from '../compiled.ts';
import { dayMs, newArticle } from '../store/bench.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The bot as an operator starts it, from outside. */
export interface Bot {
  readonly process: ChildProcess;
  /** All it has written so far. */
  readonly output: () => string;
  /** The next line of its log with this event, or one that was written already. */
  logged(event: string): Promise<Readonly<Record<string, unknown>>>;
  /** Ends it by a signal; gives its status. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Its status, once it ends by itself. */
  ended(): Promise<number | null>;
}

const patienceMs = 60_000;

/** Where a test fails or its worker ends, no bot stays. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

type LogLine = Readonly<Record<string, unknown>>;

function lineOf(text: string): LogLine {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null ? { ...line } : {};
  } catch {
    return {};
  }
}

/** Starts `src/main.ts`, or another program of its kind, against an emulator. */
export function spawnBot(
  emulator: Emulator | undefined,
  settings: Readonly<Record<string, string>>,
  program = 'src/main.ts',
): Bot {
  const wire = emulator === undefined ? {} : { DISCORD_TOKEN: emulator.token, DISCORD_API_URL: emulator.url };
  const child = spawn(process.execPath, [join(root, program)], {
    env: { ...compiled, ...wire, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => void running.delete(child));
  const lines: LogLine[] = [];
  let output = '';
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (text) => {
    output += `${text}\n`;
    lines.push(lineOf(text));
    for (const look of waiting) look();
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const closed = once(child, 'close').then(([status]): number | null => status);
  return {
    process: child,
    output: () => output,
    logged(event) {
      const { promise, resolve, reject } = Promise.withResolvers<LogLine>();
      const complain = (why: string) => reject(new Error(`no "${event}" was logged: ${why}\n${output}`));
      const timer = setTimeout(() => complain('time is over'), patienceMs);
      const look = () => {
        const line = lines.find((one) => one.event === event);
        if (line !== undefined) resolve(line);
      };
      waiting.add(look);
      look();
      void closed.then(() => complain('the bot has ended'));
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(look);
      });
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return await closed;
    },
    ended: () => closed,
  };
}

/** Starts the bot and waits until it answers. */
export async function startBot(emulator: Emulator, settings: Readonly<Record<string, string>>): Promise<Bot> {
  const bot = spawnBot(emulator, settings);
  await bot.logged('bot.ready');
  return bot;
}

interface Folder {
  readonly path: string;
  readonly storeUrl: string;
  remove(): Promise<void>;
}

/** An empty folder, and the address of a store in it. */
export async function makeFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'standfirst-test-'));
  return {
    path,
    storeUrl: `sqlite:${join(path, 'store.sqlite')}`,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** A folder whose store has one article: a bot that finds one does not read in the samples, a third of its start. */
export async function makeUsedFolder(): Promise<Folder> {
  const folder = await makeFolder();
  const store = await openStore(folder.storeUrl, { now: Date.now });
  const at = Date.now() - 9 * dayMs;
  await store.articles.put(
    newArticle({ title: 'Bees', text: 'Bees have come.', publishedAt: at, storedAt: at }),
  );
  await store.close();
  return folder;
}
