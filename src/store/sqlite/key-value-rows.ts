import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { KeyValueRows } from '../key-value.ts';
import { inTransaction } from './transaction.ts';

/** State of all namespaces: what `KeyValueRows` does, each method with the namespace before all else. */
export type StateRows = {
  readonly [Method in keyof KeyValueRows]: (
    namespace: string,
    ...asked: Parameters<KeyValueRows[Method]>
  ) => ReturnType<KeyValueRows[Method]>;
};

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

export function createStateRows(db: DatabaseSync): StateRows {
  const statements = prepare(db);

  function read(namespace: string, key: string, now: number): string | undefined {
    const row = statements.get.get({ namespace, key, now });
    return row === undefined ? undefined : valueRow.parse(row).value;
  }

  return {
    read: async (namespace, keys, now) => keys.map((key) => read(namespace, key, now)),
    write: async (namespace, entries, now) =>
      inTransaction(db, () => {
        for (const entry of entries) statements.set.run({ namespace, ...entry });
        statements.sweep.run({ now });
      }),
    remove: async (namespace, keys) =>
      inTransaction(db, () => keys.map((key) => statements.delete.run({ namespace, key }).changes > 0)),
    clear: async (namespace) => void statements.clear.run({ namespace }),
  };
}

/** The rows of one namespace. */
export function rowsOf(state: StateRows, namespace: string): KeyValueRows {
  return {
    read: (keys, now) => state.read(namespace, keys, now),
    write: (entries, now) => state.write(namespace, entries, now),
    remove: (keys) => state.remove(namespace, keys),
    clear: () => state.clear(namespace),
  };
}
