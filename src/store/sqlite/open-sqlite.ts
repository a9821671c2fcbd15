import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../domain/clock.ts';
import { ConfigError } from '../../domain/errors.ts';
import { createKeyValue } from '../key-value.ts';
import type { Store, StoreOptions } from '../store.ts';
import { createArticleStore } from './article-store.ts';
import { takeBotLock } from './bot-lock.ts';
import { createDigestStore } from './digest-store.ts';
import { createFeedStore } from './feed-store.ts';
import { createKeyValueRows } from './key-value-rows.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { isBusy, resultCode } from './result-code.ts';
import { createSpeakerIndex } from './speaker-index.ts';
import { createStoryStore } from './story-store.ts';

export const busyTimeoutMs = 5000;
const busyLookMs = 20;
const walLimitBytes = 64 * 1024 * 1024;

/** SQLite's result codes of a file that cannot be used at all. */
const unusable: ReadonlySet<number | undefined> = new Set([
  3, // PERM
  8, // READONLY
  14, // CANTOPEN
  26, // NOTADB
]);

/** Write-ahead logging lets others read while one writes. SQLite does not wait by itself to switch it on. */
async function switchOnWal(db: DatabaseSync): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += busyLookMs) {
    try {
      db.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (!isBusy(error) || waitedMs >= busyTimeoutMs) throw error;
    }
    await wait(busyLookMs);
  }
}

/** A path that cannot be used is a mistake of the configuration; a broken migration is not. */
export function explained(error: unknown, path: string): unknown {
  const isOfSystem = error instanceof Error && 'syscall' in error;
  if (!isOfSystem && !unusable.has(resultCode(error))) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new ConfigError([`STORE_URL: ${path} cannot be opened (${reason})`], { cause: error });
}

/** Opens a database file (made with its folder where it is missing) and brings it to the newest form. */
export async function openDatabase(
  path: string,
  forms: readonly string[] = migrations,
): Promise<DatabaseSync> {
  let db: DatabaseSync | undefined;
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    db = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    await switchOnWal(db);
    // FULL: an acknowledged write is on the disk, not only in the system's memory.
    db.exec(`pragma synchronous = full; pragma journal_size_limit = ${walLimitBytes}`);
    migrate(db, forms, path);
    return db;
  } catch (error) {
    db?.close();
    throw explained(error, path);
  }
}

/** The store in one SQLite file. Several processes may share the file on one machine. */
export async function openSqlite(path: string, clock: Clock, { retention }: StoreOptions): Promise<Store> {
  const db = await openDatabase(path);
  return {
    articles: createArticleStore(db, clock, retention),
    digests: createDigestStore(db, clock),
    feeds: createFeedStore(db, clock),
    speakers: createSpeakerIndex(db, clock),
    stories: createStoryStore(db, clock),
    keyValue: (namespace, schema) => createKeyValue(createKeyValueRows(db, namespace), schema),
    takeBotLock: () => takeBotLock(path),
    async close() {
      if (db.isOpen) db.close();
    },
  };
}
