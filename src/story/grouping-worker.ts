import { fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ownEnvironment } from '../domain/own-process.ts';
import type { GroupingAnswer, GroupingTask } from './story-grouper.ts';

export interface WorkerLimits {
  /** For one task, from when the process is ready. */
  readonly timeMs: number;
  /** Of JavaScript's heap; the process needs about 40 MB besides. */
  readonly memoryMb: number;
}

/** A process that groups, one task at a time. It holds up the end of this one only while it has a task. */
export interface GroupingWorker {
  /** Fails with `WorkerEnded` when the process ends before it answers; it is of no more use then. */
  ask(task: GroupingTask): Promise<GroupingAnswer>;
  end(): Promise<void>;
}

/** A process has ended: what it was asked needs more time or memory than the limits, or broke it, or nobody needs it. */
export class WorkerEnded extends Error {
  override readonly name = 'WorkerEnded';
}

const usualEntry = new URL('./grouping-process.ts', import.meta.url);

/**
 * Starts a process to group in, without our environment variables; others go before it where processors are few. (A
 * thread is not enough: V8 ends the whole bot when a thread fills its heap faster than the limit is noticed.)
 */
export function startGroupingWorker(
  { timeMs, memoryMb }: WorkerLimits,
  entry: URL = usualEntry,
): GroupingWorker {
  const child = fork(fileURLToPath(entry), {
    env: ownEnvironment(),
    // V8 makes room for young objects three times over, besides the heap that is limited.
    execArgv: [`--max-old-space-size=${memoryMb}`, '--max-semi-space-size=8'],
    serialization: 'advanced',
    stdio: 'ignore',
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  let answer: ((answer: GroupingAnswer) => void) | undefined;
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined); // nobody may be asking
  child.once('error', (cause) => reject(new WorkerEnded('no process to group in', { cause })));
  child.once('exit', (status, signal) => reject(new WorkerEnded(`it ended with ${signal ?? status}`)));
  const ready = once(child, 'message').then(() => {
    child.on('message', (message: GroupingAnswer) => answer?.(message));
  });
  ready.catch(() => undefined); // said by "error" as well
  hold(false);

  /** Whether our own process waits for the other before it ends. */
  function hold(isHeld: boolean): void {
    for (const one of [child, child.channel]) {
      if (isHeld) one?.ref();
      else one?.unref();
    }
  }

  async function answerTo(task: GroupingTask): Promise<GroupingAnswer> {
    await ready;
    const timer = setTimeout(() => {
      reject(new WorkerEnded(`it did not answer within ${timeMs} ms`));
      child.kill('SIGKILL');
    }, timeMs);
    const { promise: answered, resolve } = Promise.withResolvers<GroupingAnswer>();
    answer = resolve;
    child.send(task, (cause) => {
      if (cause !== null) reject(new WorkerEnded('a task did not reach its process', { cause }));
    });
    return await Promise.race([answered, ended]).finally(() => clearTimeout(timer));
  }

  return {
    async ask(task) {
      hold(true);
      try {
        return await Promise.race([answerTo(task), ended]);
      } finally {
        hold(false);
      }
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const exited = once(child, 'exit');
      child.ref();
      child.kill('SIGKILL');
      await exited;
    },
  };
}
