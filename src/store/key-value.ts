import { EventEmitter } from 'node:events';
import { Keyv, keyvStorageCapability } from 'keyv';
import { z } from 'zod';
import type { KeyValue } from '../domain/key-value.ts';

interface KeyvEntry {
  readonly key: string;
  readonly value?: unknown;
  readonly expires?: number | undefined;
}

/** The rows of one namespace. Times of expiry are the machine's clock's, as keyv's are. */
export interface KeyValueRows {
  /** The live values, in the order of the keys. */
  read(keys: readonly string[], now: number): Promise<readonly (string | undefined)[]>;
  /** Writes all or none, and sweeps out what has expired by `now`. */
  write(
    entries: readonly { readonly key: string; readonly value: string; readonly expiresAt: number | null }[],
    now: number,
  ): Promise<void>;
  /** Whether each was there. */
  remove(keys: readonly string[]): Promise<boolean[]>;
  clear(): Promise<void>;
}

/**
 * A storage adapter of keyv for one namespace. The namespace is the rows' own, since keyv writes its into
 * the adapter object and two namespaces on one would read each other.
 */
function createKeyvAdapter(rows: KeyValueRows) {
  const read = (keys: readonly string[]) => rows.read(keys, Date.now());

  async function write(entries: readonly KeyvEntry[]): Promise<boolean[]> {
    const written = entries.map(({ key, value, expires }) => ({
      key,
      value: z.string().parse(value),
      expiresAt: expires ?? null,
    }));
    await rows.write(written, Date.now());
    return entries.map(() => true);
  }

  const adapter = Object.assign(new EventEmitter(), {
    get: async (key: string) => (await read([key]))[0],
    getMany: async (keys: readonly string[]) => [...(await read(keys))],
    has: async (key: string) => (await read([key]))[0] !== undefined,
    hasMany: async (keys: readonly string[]) => (await read(keys)).map((value) => value !== undefined),
    set: async (key: string, value: unknown, expires?: number) =>
      (await write([{ key, value, expires }])).length > 0,
    setMany: (entries: readonly { key: string; value: unknown; expires?: number }[]) => write(entries),
    delete: async (key: string) => (await rows.remove([key]))[0] === true,
    deleteMany: (keys: readonly string[]) => rows.remove(keys),
    clear: () => rows.clear(),
  });
  return Object.assign(adapter, { capabilities: keyvStorageCapability(adapter) });
}

/**
 * State by key over keyv. No listener of its errors is ever attached: with one, keyv answers failures with
 * `undefined`; without one, it rejects.
 */
export function createKeyValue<T>(rows: KeyValueRows, schema: z.ZodType<T>): KeyValue<T> {
  const keyv = new Keyv<unknown>({ store: createKeyvAdapter(rows) });
  return {
    async get(key) {
      return schema.safeParse(await keyv.get(key)).data;
    },
    async set(key, value, ttlMs) {
      // keyv takes 0 and less for "for ever", and refuses an empty key without a word.
      if (ttlMs !== undefined && !(ttlMs > 0)) throw new RangeError(`a time to live of ${ttlMs} ms`);
      if (!(await keyv.set(key, value, ttlMs))) throw new Error(`the key "${key}" cannot be set`);
    },
    delete: async (key) => await keyv.delete(key),
  };
}
