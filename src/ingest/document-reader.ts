import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createGate } from './gate.ts';
import type { IncomingDocument, Reading } from './read-document.ts';

/** `reason` 'too-slow' and 'too-big': reading needed more time or memory than the limits. */
export type BoundedReading = Reading | { readonly ok: false; readonly reason: 'too-slow' | 'too-big' };

export interface ReadingLimits {
  readonly timeMs: number;
  /** Of JavaScript's heap; the process needs about 60 MB besides. */
  readonly memoryMb: number;
  /** How many documents are read at the same time; more wait their turn. */
  readonly atOnce: number;
}

const usualLimits: ReadingLimits = { timeMs: 5000, memoryMb: 256, atOnce: 2 };

const startMs = 30_000;

const entry = fileURLToPath(new URL('./document-process.ts', import.meta.url));

/** How Node ends where there are no signals, when its heap is full. */
const abortedStatus = 134;

/**
 * Makes a reader of documents that hostile ones can neither hold up nor bring down: each is read in a process
 * of its own, without our environment variables. (A worker thread is not enough: V8 ends the whole process
 * when a thread fills its heap faster than the limit is noticed.)
 */
export function createDocumentReader(
  limits: ReadingLimits = usualLimits,
): (document: IncomingDocument) => Promise<BoundedReading> {
  const gate = createGate(limits.atOnce);
  return (document) => gate(() => readInProcess(document, limits));
}

async function readInProcess(document: IncomingDocument, limits: ReadingLimits): Promise<BoundedReading> {
  const child = fork(entry, {
    env: {},
    execArgv: [`--max-old-space-size=${limits.memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  try {
    return await readingOf(child, document, limits);
  } finally {
    child.kill('SIGKILL');
  }
}

/** The time for reading counts from when the process is ready: how fast one starts is not the document's doing. */
async function readingOf(
  child: ChildProcess,
  document: IncomingDocument,
  { timeMs }: ReadingLimits,
): Promise<BoundedReading> {
  const { promise, resolve, reject } = Promise.withResolvers<BoundedReading>();
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(0, 2000);
  });
  child.once('error', (cause) => reject(new Error('no process to read a document in', { cause })));
  child.once('close', (status, signal) => {
    if (signal !== null || status === abortedStatus) resolve({ ok: false, reason: 'too-big' });
    else reject(new Error(`the process that reads documents ended with ${status}: ${complaint}`));
  });
  let timer = setTimeout(() => reject(new Error(`no process to read in within ${startMs} ms`)), startMs);
  child.once('message', () => {
    clearTimeout(timer);
    timer = setTimeout(() => resolve({ ok: false, reason: 'too-slow' }), timeMs);
    child.once('message', (reading: Reading) => resolve(reading));
    send(child, document, (cause) => reject(new Error('a document did not reach its process', { cause })));
  });
  return await promise.finally(() => clearTimeout(timer));
}

/** What cannot be cloned is thrown; what else goes wrong comes later. */
function send(child: ChildProcess, document: IncomingDocument, onFailure: (cause: unknown) => void): void {
  try {
    child.send(document, (cause) => {
      if (cause !== null) onFailure(cause);
    });
  } catch (cause) {
    onFailure(cause);
  }
}
