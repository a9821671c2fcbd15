import type { Clock } from '../../domain/clock.ts';
import type { StoreOptions } from '../store.ts';
import type { Send } from './divide-ports.ts';
import type { WrittenStore } from './writing-calls.ts';
import type { WritingThread } from './writing-thread.ts';

let stores = 0;

/** What of a thread is one store's. */
export interface StoreWriter {
  readonly send: Send;
  /** Finishes what was sent and closes the thread's handle, where it has one; what is sent later is rejected. */
  close(): Promise<void>;
}

export function createStoreWriter(
  thread: WritingThread,
  path: string,
  clock: Clock,
  { retention }: StoreOptions,
): StoreWriter {
  stores += 1;
  const store: WrittenStore = { number: stores, path, ...(retention !== undefined && { retention }) };
  let closing: Promise<unknown> | undefined;
  let isUsed = false;
  return {
    async send(port, method, asked) {
      if (closing !== undefined) throw new Error('the store is closed');
      isUsed = true;
      return await thread.call({ kind: 'write', store, port, method, asked, now: clock.now() });
    },
    async close() {
      closing ??= isUsed ? thread.call({ kind: 'close', store }) : Promise.resolve();
      await closing;
    },
  };
}
