import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Emulator } from '../start.ts';
import { until } from '../until.ts';

/** The bot as an operator starts it: a process of its own that knows the emulator's address and nothing more. */
export interface BotProcess {
  /** The process's last lines, for a person who wants to know why it does not answer. */
  readonly output: () => string;
  /** Resolves when the process is no more, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** As `npm start` does, which keeps what is compiled for the next start. */
const preload = new URL('../../src/keep-compiled.mjs', import.meta.url).href;
const entry = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const startMs = 60_000;
const stopMs = 10_000;
const longestOutput = 4000;

/** Starts the bot and waits until it is connected and has registered its commands. */
export async function startBot(
  emulator: Emulator,
  settings: Readonly<Record<string, string>>,
): Promise<BotProcess> {
  const child = spawn(process.execPath, ['--import', preload, entry], {
    env: {
      DISCORD_TOKEN: emulator.token,
      DISCORD_API_URL: emulator.url,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const note = (chunk: unknown) => {
    output = `${output}${chunk}`.slice(-longestOutput);
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const closed = once(child, 'close').then(([status]) => Number(status));
  const bot = { output: () => output, ended: closed.then(() => undefined), stop: () => stop(child) };
  const isReady = () => emulator.world.commands.size > 0 || undefined;
  const ready = until(emulator.world, isReady, {
    withinMs: startMs,
    complaint: () => `the bot was not ready within ${startMs / 1000} seconds:\n${output}`,
  });
  const ended = closed.then((status) => {
    throw new Error(`the bot ended with status ${status}:\n${output}`);
  });
  try {
    await Promise.race([ready, ended]);
    ended.catch(() => undefined); // it ends when we stop it
    return bot;
  } catch (error) {
    ready.catch(() => undefined);
    await stop(child);
    throw error;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await closed;
  clearTimeout(timer);
}
