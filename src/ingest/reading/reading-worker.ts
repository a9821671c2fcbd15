import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ownEnvironment } from '../../domain/own-process.ts';
import type { Broken, ReadingTask } from './reading-task.ts';

/** A task got no answer of its own: it broke its reader, or needed more time or memory than the limits. */
export type Unanswered = Broken | { readonly ok: false; readonly reason: 'too-slow' | 'too-big' };

/** A process that reads, one task at a time. It holds up the end of this one only while it has a task. */
export interface ReadingWorker {
  /** Fails where there is no process to read in; the worker is of no more use after that, nor after a limit. */
  read<Answer>(task: ReadingTask): Promise<Answer | Unanswered>;
  isAlive(): boolean;
  end(): void;
}

interface WorkerLimits {
  readonly timeMs: number;
  /** Of JavaScript's heap; the process needs about 80 MB besides. */
  readonly memoryMb: number;
}

const startMs = 30_000;

const entry = fileURLToPath(new URL('./reading-process.ts', import.meta.url));

/** How Node ends where there are no signals, when its heap is full. */
const abortedStatus = 134;

/** Starts a process to read in, without our environment variables. */
export function startWorker({ timeMs, memoryMb }: WorkerLimits): ReadingWorker {
  const child = fork(entry, {
    env: ownEnvironment(),
    // V8 makes room for young objects three times over, besides the heap that is limited.
    execArgv: [`--max-old-space-size=${memoryMb}`, '--max-semi-space-size=8'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let isAlive = true;
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2000);
  });
  const ended = new Promise<Unanswered>((resolve, reject) => {
    child.once('error', (cause) => reject(new Error('no process to read in', { cause })));
    child.once('close', (status, signal) => {
      if (!isAlive) reject(new Error('the process was ended while it read'));
      else if (signal !== null || status === abortedStatus) resolve({ ok: false, reason: 'too-big' });
      else reject(new Error(`a process that reads ended with ${status}: ${complaint}`));
    });
  });
  const over = () => {
    isAlive = false;
  };
  ended.then(over, over);
  const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));

  async function answerOf<Answer>(task: ReadingTask): Promise<Answer | Unanswered> {
    await within(ready, startMs, () => {
      throw new Error(`no process to read in within ${startMs} ms`);
    });
    return await within<Answer | Unanswered>(ask(child, task), timeMs, () => ({
      ok: false,
      reason: 'too-slow',
    }));
  }

  hold(child, false);
  return {
    async read<Answer>(task: ReadingTask) {
      hold(child, true);
      try {
        return await Promise.race([answerOf<Answer>(task), ended]);
      } finally {
        hold(child, false);
      }
    },
    isAlive: () => isAlive,
    end() {
      isAlive = false;
      child.kill('SIGKILL');
    },
  };
}

/** Whether our own process waits for the other before it ends. */
function hold(child: ChildProcess, isHeld: boolean): void {
  const held = [child, child.channel, child.stderr instanceof Socket ? child.stderr : undefined];
  for (const one of held) {
    if (isHeld) one?.ref();
    else one?.unref();
  }
}

/** The work's result, or after so long another. */
async function within<T>(work: Promise<T>, ms: number, otherwise: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve, reject) => {
    timer = setTimeout(() => {
      try {
        resolve(otherwise());
      } catch (error) {
        reject(error);
      }
    }, ms);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The time for reading counts from when the process is ready: how fast one starts is not the task's doing. */
function ask<Answer>(child: ChildProcess, task: ReadingTask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const failed = (cause: unknown) => reject(new Error('a task did not reach its process', { cause }));
    child.once('message', (answer: Answer) => resolve(answer));
    try {
      child.send(task, (cause) => {
        if (cause !== null) failed(cause);
      });
    } catch (cause) {
      failed(cause);
    }
  });
}
