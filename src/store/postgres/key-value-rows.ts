import { z } from 'zod';
import type { KeyValueRows } from '../key-value.ts';
import { type Database, named } from './connection.ts';
import { textKey } from './text-key.ts';

const valueRow = z.object({ key_key: z.string(), value: z.string() });
const keyRow = z.object({ key_key: z.string() });

const statements = {
  read: named(
    `select key_key, value from key_value
      where namespace = :namespace and key_key = any(:keys) and (expires_at is null or expires_at > :now)`,
  ),
  sweep: named(
    'delete from key_value where ctid = any(array(select ctid from key_value where expires_at <= :now for update skip locked))',
  ),
  remove: named(
    'delete from key_value where namespace = :namespace and key_key = any(:keys) returning key_key',
  ),
  clear: named('delete from key_value where namespace = :namespace'),
};

export function createKeyValueRows(db: Database, namespace: string): KeyValueRows {
  return {
    async read(keys, now) {
      const wanted = keys.map(textKey);
      const rows = (await db.rows(statements.read, { namespace, keys: wanted, now })).map((row) =>
        valueRow.parse(row),
      );
      const values = new Map(rows.map((row) => [row.key_key, row.value]));
      return wanted.map((key) => values.get(key));
    },
    async write(entries, now) {
      // A statement writes a row once, and in one order, so that two writers do not wait for each other.
      const last = new Map(
        entries.map(({ key, value, expiresAt }) => [textKey(key), [key, value, expiresAt] as const]),
      );
      const rows = [...last].toSorted(([one], [other]) => (one < other ? -1 : 1));
      await db.insert(
        'key_value',
        ['namespace', 'key_key', 'key', 'value', 'expires_at'],
        rows.map(([key, entry]) => [namespace, key, ...entry]),
        `on conflict (namespace, key_key) do update set value = excluded.value, expires_at = excluded.expires_at`,
      );
      await db.change(statements.sweep, { now });
    },
    async remove(keys) {
      const wanted = keys.map(textKey);
      const rows = await db.rows(statements.remove, { namespace, keys: wanted });
      const removed = new Set(rows.map((row) => keyRow.parse(row).key_key));
      return wanted.map((key) => removed.has(key));
    },
    clear: async () => void (await db.change(statements.clear, { namespace })),
  };
}
