import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../../domain/errors.ts';
import { connectFirst } from './connect.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { resultCode } from './result-code.ts';

/** SQLite's result codes of a file that cannot be used at all. */
const unusable: ReadonlySet<number | undefined> = new Set([
  3, // PERM
  8, // READONLY
  14, // CANTOPEN
  26, // NOTADB
]);

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
    db = await connectFirst(path);
    migrate(db, forms, path);
    return db;
  } catch (error) {
    db?.close();
    throw explained(error, path);
  }
}
