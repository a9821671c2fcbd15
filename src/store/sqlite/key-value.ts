import { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';
import { Keyv, keyvStorageCapability } from 'keyv';
import { z } from 'zod';
import type { KeyValue } from '../../domain/key-value.ts';
import { inTransaction } from './transaction.ts';

const valueRow = z.object({ value: z.string() });

function prepare(db: DatabaseSync) {
  const isLive = '(expires_at is null or expires_at > :now)';
  return {
    get: db.prepare(`select value from key_value where namespace = :namespace and key = :key and ${isLive}`),
    set: db.prepare(
      `insert into key_value (namespace, key, value, expires_at) values (:namespace, :key, :value, :expiresAt)
       on conflict do update set value = excluded.value, expires_at = excluded.expires_at`,
    ),
    sweep: db.prepare('delete from key_value where expires_at <= :now'),
    delete: db.prepare('delete from key_value where namespace = :namespace and key = :key'),
    clear: db.prepare('delete from key_value where namespace = :namespace'),
  };
}

/**
 * A storage adapter of keyv for one namespace. The namespace is the adapter's own, since keyv writes its into
 * the adapter object and two namespaces on one would read each other. Times of expiry are the machine's clock's,
 * as keyv's are.
 */
function createKeyvAdapter(db: DatabaseSync, namespace: string) {
  const statements = prepare(db);

  function read(key: string): string | undefined {
    const row = statements.get.get({ namespace, key, now: Date.now() });
    return row === undefined ? undefined : valueRow.parse(row).value;
  }

  function write(
    entries: readonly { key: string; value?: unknown; expires?: number | undefined }[],
  ): boolean[] {
    return inTransaction(db, () => {
      for (const { key, value, expires } of entries)
        statements.set.run({ namespace, key, value: z.string().parse(value), expiresAt: expires ?? null });
      statements.sweep.run({ now: Date.now() });
      return entries.map(() => true);
    });
  }

  const remove = (key: string): boolean => statements.delete.run({ namespace, key }).changes > 0;

  const adapter = Object.assign(new EventEmitter(), {
    get: async (key: string) => read(key),
    getMany: async (keys: readonly string[]) => keys.map(read),
    has: async (key: string) => read(key) !== undefined,
    hasMany: async (keys: readonly string[]) => keys.map((key) => read(key) !== undefined),
    set: async (key: string, value: unknown, expires?: number) => write([{ key, value, expires }]).length > 0,
    setMany: async (entries: readonly { key: string; value: unknown; expires?: number }[]) => write(entries),
    delete: async (key: string) => remove(key),
    deleteMany: async (keys: readonly string[]) => inTransaction(db, () => keys.map(remove)),
    clear: async () => void statements.clear.run({ namespace }),
  });
  return Object.assign(adapter, { capabilities: keyvStorageCapability(adapter) });
}

/**
 * State by key over keyv. No listener of its errors is ever attached: with one, keyv answers failures with
 * `undefined`; without one, it rejects.
 */
export function createKeyValue<T>(db: DatabaseSync, namespace: string, schema: z.ZodType<T>): KeyValue<T> {
  const keyv = new Keyv<unknown>({ store: createKeyvAdapter(db, namespace) });
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
