import type { Retention } from '../store.ts';
import type { Ports } from './ports.ts';

/** A store that a thread writes for. The number is its own in the thread. */
export interface WrittenStore {
  readonly number: number;
  readonly path: string;
  readonly retention?: Retention;
}

/** What a thread is to do for a store: a method of a port, or to finish what it does and close. `number` is the call's. */
export type WritingCall =
  | {
      readonly kind: 'write';
      readonly number: number;
      readonly store: WrittenStore;
      readonly port: keyof Ports;
      readonly method: string;
      readonly asked: readonly unknown[];
      /** The time by the store's clock. */
      readonly now: number;
    }
  | { readonly kind: 'close'; readonly number: number; readonly store: WrittenStore };

export type WritingAnswer =
  | { readonly number: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly number: number; readonly kind: 'failed'; readonly failure: CarriedFailure };

/** An error as it goes from thread to thread: its class, words and cause are kept, its own fields go beside it. */
export interface CarriedFailure {
  readonly error: unknown;
  readonly fields: object;
}

/** Of an error that cannot be cloned its words are carried. */
export function carry(error: unknown): CarriedFailure {
  try {
    return structuredClone({ error, fields: error instanceof Error ? { ...error } : {} });
  } catch {
    return { error: new Error(String(error)), fields: {} };
  }
}

/** Errors of the language's own classes keep them; others are an `Error` that has their name and fields. */
export function unpack({ error, fields }: CarriedFailure): unknown {
  return error instanceof Error ? Object.assign(error, fields) : error;
}
