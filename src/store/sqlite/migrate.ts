import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ConfigError } from '../../domain/errors.ts';
import { inTransaction } from './transaction.ts';

/** "Stnd" in ASCII: SQLite's mark of whose file it is. */
export const applicationId = 0x53_74_6e_64;

const mark = z.object({ version: z.int(), application: z.int(), tables: z.int() });

/**
 * Brings the database to the newest form: migration `n` leads from version `n` to `n + 1`; there is no way
 * back. All in one transaction, so two processes that open at once do it once. A file of another application
 * or of a newer version of ours is refused with a `ConfigError` and left as it is.
 */
export function migrate(db: DatabaseSync, migrations: readonly string[], name: string): void {
  inTransaction(db, () => {
    const { version, application, tables } = mark.parse(
      db
        .prepare(
          `select user_version as version, application_id as application,
                  (select count(*) from sqlite_schema) as tables
             from pragma_user_version, pragma_application_id`,
        )
        .get(),
    );
    if (application !== applicationId && (application !== 0 || version !== 0 || tables !== 0))
      throw new ConfigError([`STORE_URL: ${name} holds the data of another application`]);
    if (version > migrations.length)
      throw new ConfigError([
        `STORE_URL: ${name} was written by a newer version (form ${version}, this one knows ${migrations.length})`,
      ]);
    for (const migration of migrations.slice(version)) db.exec(migration);
    db.exec(`pragma application_id = ${applicationId}; pragma user_version = ${migrations.length}`);
  });
}
