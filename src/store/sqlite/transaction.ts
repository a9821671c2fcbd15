import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs `steps` as one transaction that holds the write lock from its beginning, so that it never has to give
 * up half-way because another process wrote. `steps` is synchronous: nothing else can come between.
 */
export function inTransaction<T>(db: DatabaseSync, steps: () => T): T {
  db.exec('begin immediate');
  try {
    const result = steps();
    db.exec('commit');
    return result;
  } catch (error) {
    // A full disk, for one, has ended the transaction already.
    if (db.isTransaction) db.exec('rollback');
    throw error;
  }
}
