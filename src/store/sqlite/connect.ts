import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { isBusy } from './result-code.ts';

export const busyTimeoutMs = 5000;
const busyLookMs = 20;
const walLimitBytes = 64 * 1024 * 1024;
/** Pages that are written often between two checkpoints are copied once: at 16 MB a fifth less is written than at 4. */
const checkpointPages = 4000;

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

/** A handle that writes. FULL: an acknowledged write is on the disk, not only in the system's memory. */
export function connect(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  db.exec(`pragma synchronous = full; pragma journal_size_limit = ${walLimitBytes};
    pragma wal_autocheckpoint = ${checkpointPages}`);
  return db;
}

/** As `connect`, of a file that may be new. */
export async function connectFirst(path: string): Promise<DatabaseSync> {
  const db = connect(path);
  try {
    await switchOnWal(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
