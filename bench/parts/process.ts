import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { type Memory, memoryOf } from './memory.ts';

export interface ProcessToStart {
  readonly entry: string;
  readonly args?: readonly string[];
  /** All it gets of an environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly flags?: readonly string[];
  /** With a probe it can be asked for its memory and its profile; without one it is as an operator starts it. */
  readonly probed?: boolean;
}

const usageSchema = z.object({ rssMb: z.number(), heapMb: z.number(), cpuMs: z.number() });

const holdsSchema = z.object({ longestMs: z.number(), longestBusyMs: z.number() });

/** How long other work had to wait for a process's thread, and the most of its processor's time without a pause. */
export type Holds = z.infer<typeof holdsSchema>;

/** Of a process so far; `heapMb` after a collection of garbage. */
export type Usage = z.infer<typeof usageSchema>;

/** A bot that is ready. */
export interface Started {
  /** From the start of the process to its line "bot.ready". */
  readonly readyMs: number;
  usage(): Promise<Usage>;
  startProfile(): Promise<void>;
  /** Where the time since `startProfile` went, as the inspector gives it. */
  stopProfile(): Promise<unknown>;
  /** Watches how long the thread is held, until `stopHolds`. */
  startHolds(): Promise<void>;
  stopHolds(): Promise<Holds>;
  memory(): Memory | undefined;
  stop(): Promise<void>;
}

const probe = join(import.meta.dirname, '..', 'processes', 'probe.ts');
const readyLine = '"event":"bot.ready"';
const startMs = 60_000;
const stopMs = 20_000;

const answerSchema = z.object({ number: z.int(), value: z.unknown().optional() });

/** Questions to the probe, each answered under its number. */
function createQuestions(child: ChildProcess): (question: string) => Promise<unknown> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  child.on('message', (message) => {
    const { number, value } = answerSchema.parse(message);
    waiting.get(number)?.resolve(value);
    waiting.delete(number);
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the process has ended'));
  });
  return (question) => {
    asked += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(asked, answer);
    child.send({ number: asked, question });
    return answer.promise;
  };
}

/** Waits for the line; what comes after it is read and forgotten, as a pipe that nobody reads stops its writer. */
async function untilReady(child: ChildProcess): Promise<number> {
  const startedAt = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let said = '';
  let isReady = false;
  const hear = (chunk: unknown) => {
    if (isReady) return;
    said += String(chunk);
    isReady = said.includes(readyLine);
    if (isReady) resolve(performance.now() - startedAt);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.once('exit', (status) => reject(new Error(`it ended with status ${status}:\n${said}`)));
  const timer = setTimeout(() => reject(new Error(`it was not ready in time:\n${said}`)), startMs);
  return await promise.finally(() => clearTimeout(timer));
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await closed;
  clearTimeout(timer);
}

/** Starts a bot as a process of its own and waits until it says that it is ready. */
export async function startProcess(to: ProcessToStart): Promise<Started> {
  const probing = to.probed === true ? ['--expose-gc', '--import', probe] : [];
  const child = spawn(process.execPath, [...probing, ...(to.flags ?? []), to.entry, ...(to.args ?? [])], {
    env: { ...to.env },
    stdio: ['ignore', 'pipe', 'pipe', ...(to.probed === true ? (['ipc'] as const) : [])],
  });
  const ask = createQuestions(child);
  try {
    const readyMs = await untilReady(child);
    return {
      readyMs,
      usage: async () => usageSchema.parse(await ask('usage')),
      startProfile: async () => void (await ask('profile.start')),
      stopProfile: () => ask('profile.stop'),
      startHolds: async () => void (await ask('holds.start')),
      stopHolds: async () => holdsSchema.parse(await ask('holds.stop')),
      memory: () => memoryOf(child.pid),
      stop: () => end(child),
    };
  } catch (error) {
    await end(child);
    throw new Error(`${to.entry} could not be started`, { cause: error });
  }
}
