import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { KeyValueRows } from '../key-value.ts';
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

export function createKeyValueRows(db: DatabaseSync, namespace: string): KeyValueRows {
  const statements = prepare(db);

  function read(key: string, now: number): string | undefined {
    const row = statements.get.get({ namespace, key, now });
    return row === undefined ? undefined : valueRow.parse(row).value;
  }

  return {
    read: async (keys, now) => keys.map((key) => read(key, now)),
    write: async (entries, now) =>
      inTransaction(db, () => {
        for (const entry of entries) statements.set.run({ namespace, ...entry });
        statements.sweep.run({ now });
      }),
    remove: async (keys) =>
      inTransaction(db, () => keys.map((key) => statements.delete.run({ namespace, key }).changes > 0)),
    clear: async () => void statements.clear.run({ namespace }),
  };
}
