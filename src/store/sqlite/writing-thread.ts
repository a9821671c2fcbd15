import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import { unpack, type WritingAnswer, type WritingCall } from './writing-calls.ts';

const entry = new URL('./write-for-stores.mjs', import.meta.url);

/** A thread's own garbage is small things; without a limit it would wait for twice 16 MB of it. */
const resourceLimits = { maxYoungGenerationSizeMb: 3 };

type Unnumbered<Call> = Call extends unknown ? Omit<Call, 'number'> : never;

/** A thread that writes for stores, one call after the other in the order in which they were made. */
export interface WritingThread {
  /**
   * Has a call done; what it answers is on the disk. Rejects when the thread ends meanwhile: then nobody knows whether
   * it was done, wholly or not at all. The next call starts a new thread.
   */
  call(call: Unnumbered<WritingCall>): Promise<unknown>;
  /** Ends the thread. What it was called for and has not done yet is rejected. */
  end(): Promise<void>;
}

/** The thread starts with the first call, and keeps no process running while it has nothing to do. */
export function createWritingThread(): WritingThread {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let running: Worker | undefined;
  let called = 0;

  function rest(worker: Worker): void {
    if (waiting.size === 0) worker.unref();
  }

  function hear(worker: Worker, answer: WritingAnswer): void {
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    rest(worker);
    if (answer.kind === 'done') asked?.resolve(answer.value);
    else asked?.reject(unpack(answer.failure));
  }

  function lose(worker: Worker, cause?: unknown): void {
    if (worker !== running) return;
    running = undefined;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(new Error('the thread that writes has ended', { cause }));
  }

  function start(): Worker {
    const worker = new Worker(entry, {
      env: {},
      execArgv: [],
      resourceLimits,
      workerData: { compiledIn: getCompileCacheDir() },
    });
    worker.on('message', (answer: WritingAnswer) => hear(worker, answer));
    worker.once('error', (error) => lose(worker, error));
    worker.once('exit', () => lose(worker));
    worker.unref();
    return worker;
  }

  return {
    async call(call) {
      running ??= start();
      called += 1;
      const number = called;
      running.postMessage({ ...call, number } satisfies WritingCall);
      const answer = Promise.withResolvers<unknown>();
      waiting.set(number, answer);
      running.ref();
      return await answer.promise;
    },
    async end() {
      const worker = running;
      if (worker !== undefined) lose(worker);
      await worker?.terminate();
    },
  };
}
