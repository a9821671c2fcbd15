import { existsSync, realpathSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import { countItems } from '../transfer/count-items.ts';
import { dumpItems } from '../transfer/dump-items.ts';
import { expectedItems } from '../transfer/expected-items.ts';
import type { StoreItem } from '../transfer/items.ts';
import { type LoadOutcome, loadItems } from '../transfer/load-items.ts';
import { surplusOf } from '../transfer/surplus.ts';
import type { StoreStats, Upkeep } from '../upkeep.ts';
import { takeBotLock } from './bot-lock.ts';
import { createArticleLoading } from './load-articles.ts';
import { migrations } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { createArticleRemovals } from './prune-articles.ts';
import { isBusy } from './result-code.ts';
import { createSession } from './session.ts';
import { openReading, openSnapshot, refuseMissing } from './snapshot.ts';
import { verifyFile } from './verify-file.ts';

/** Another process may write for so long, in waits of the connection's own patience. */
const triesInAll = 6;
const retryMs = 200;

const sizeRow = z.object({ size: z.int() });

function statsOf(db: DatabaseSync, path: string): Pick<StoreStats, 'size' | 'indexSize'> {
  const files = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  const indexes = ['article_fts_data', 'title_fts_data', 'speaker_fts_data'].map(
    (name) =>
      sizeRow.parse(
        db
          .prepare('select coalesce(sum(pgsize), 0) as size from dbstat where name = ? and aggregate = true')
          .get(name),
      ).size,
  );
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
  return { size: sum(files), indexSize: sum(indexes) };
}

/** Loads in a transaction of its own; `db` is used by nobody else. */
function createLoading(db: DatabaseSync, clock: Clock) {
  const session = createSession(db);
  const loadArticles = createArticleLoading(db, session);

  async function loadOnce(items: readonly StoreItem[]): Promise<readonly LoadOutcome[]> {
    db.exec('begin immediate');
    try {
      const outcomes = await loadItems(session, items, { loadArticles, now: clock.now() });
      db.exec('commit');
      return outcomes;
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      throw error;
    }
  }

  return async (items: readonly StoreItem[]): Promise<readonly LoadOutcome[]> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await loadOnce(items);
      } catch (error) {
        if (!isBusy(error) || tries >= triesInAll) throw error;
      }
      await wait(retryMs);
    }
  };
}

/** What reads a file and what writes to it are opened when they are asked for first. */
function createHandles(path: string) {
  const opened: DatabaseSync[] = [];
  let reading: DatabaseSync | undefined;
  let writing: Promise<DatabaseSync> | undefined;

  function kept(db: DatabaseSync): DatabaseSync {
    opened.push(db);
    return db;
  }

  return {
    reading(): DatabaseSync {
      reading ??= kept(openReading(path));
      return reading;
    },
    async writing(): Promise<DatabaseSync> {
      writing ??= openDatabase(path).then(kept);
      return await writing;
    },
    snapshot: (): DatabaseSync => kept(openSnapshot(path)),
    close(): void {
      for (const db of opened) if (db.isOpen) db.close();
    },
  };
}

/** The upkeep of a store in a file. Only `load` makes a file that is not there. */
export function openSqliteUpkeep(path: string, clock: Clock): Upkeep {
  const handles = createHandles(path);
  let loading: Promise<ReturnType<typeof createLoading>> | undefined;

  return {
    identity: async () => {
      const real = existsSync(path) ? realpathSync(path) : path;
      return `sqlite:${real}`;
    },
    async stats() {
      const db = handles.reading();
      const counts = await countItems(createSession(db));
      return { place: path, engine: 'SQLite', form: migrations.length, ...statsOf(db, path), ...counts };
    },
    verify: () => verifyFile(handles.snapshot(), path),
    surplus: (retention) => surplusOf(createSession(handles.reading()), clock.now(), retention),
    async prune(retention, told) {
      refuseMissing(path);
      return await createArticleRemovals(await handles.writing(), retention, told).prune(clock.now());
    },
    expected: () => expectedItems(createSession(handles.reading())),
    dump: (damaged) => dumpItems(createSession(handles.snapshot()), clock.now(), damaged),
    async load(items) {
      loading ??= handles.writing().then((db) => createLoading(db, clock));
      return await (await loading)(items);
    },
    isEmpty: async () => !existsSync(path) || (await expectedItems(createSession(handles.reading()))) === 0,
    takeBotLock: async () => takeBotLock(path),
    close: async () => handles.close(),
  };
}
