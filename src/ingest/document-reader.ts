import { Worker } from 'node:worker_threads';
import type { IncomingDocument, Reading } from './read-document.ts';

/** `reason` 'too-slow' and 'too-big': reading needed more than the limits. */
export type BoundedReading = Reading | { readonly ok: false; readonly reason: 'too-slow' | 'too-big' };

export interface ReadingLimits {
  readonly timeMs: number;
  readonly memoryMb: number;
  /** How many documents are read at the same time; more wait their turn. */
  readonly atOnce: number;
}

const usualLimits: ReadingLimits = { timeMs: 5000, memoryMb: 256, atOnce: 2 };

const entry = new URL('./document-worker.ts', import.meta.url);

/**
 * Makes a reader of documents that cannot hold up the event loop: each is read in a worker thread of its own,
 * which is ended when it needs too long or too much memory. The worker sees no environment variables.
 */
export function createDocumentReader(
  limits: ReadingLimits = usualLimits,
): (document: IncomingDocument) => Promise<BoundedReading> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (document) => {
    if (running >= limits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await readInWorker(document, limits);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

async function readInWorker(document: IncomingDocument, limits: ReadingLimits): Promise<BoundedReading> {
  const { promise, resolve, reject } = Promise.withResolvers<BoundedReading>();
  const worker = new Worker(entry, {
    workerData: document,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  });
  const timer = setTimeout(() => resolve({ ok: false, reason: 'too-slow' }), limits.timeMs);
  worker.once('message', resolve);
  worker.once('error', (error) => {
    if (isOutOfMemory(error)) resolve({ ok: false, reason: 'too-big' });
    else reject(new Error('the worker that reads documents failed', { cause: error }));
  });
  worker.once('exit', (code) => reject(new Error(`the worker that reads documents ended with ${code}`)));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
