import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ConfigError } from '../../domain/errors.ts';
import { busyTimeoutMs } from './connect.ts';
import { applicationId } from './migrate.ts';
import { migrations } from './migrations.ts';
import { explained } from './open-database.ts';

const formRow = z.object({ form: z.int(), application: z.int() });

const isMemory = (path: string): boolean => path === ':memory:';

const refusal = (path: string, why: string) => new ConfigError([`STORE_URL: ${path} ${why}`]);

/** Fails with a `ConfigError` where there is no file of ours in the form that is read here. */
function checkForm(db: DatabaseSync, path: string): void {
  const { form, application } = formRow.parse(
    db
      .prepare(
        'select user_version as form, application_id as application from pragma_user_version, pragma_application_id',
      )
      .get(),
  );
  if (application !== applicationId) throw refusal(path, 'holds the data of another application');
  if (form < migrations.length)
    throw refusal(
      path,
      `has the form ${form} of an earlier version, this one knows ${migrations.length}: \`npm run doctor\` brings it there`,
    );
  if (form > migrations.length)
    throw refusal(path, `was written by a newer version (form ${form}, this one knows ${migrations.length})`);
}

export function refuseMissing(path: string): void {
  if (isMemory(path)) throw refusal(path, 'is gone when the bot ends: there is nothing to look at');
  if (!existsSync(path)) throw refusal(path, 'is not there (it is made when the bot first starts)');
}

/** Opens a file to be read only; it is neither made nor brought to another form. */
export function openReading(path: string): DatabaseSync {
  refuseMissing(path);
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
    checkForm(db, path);
    return db;
  } catch (error) {
    db?.close();
    throw explained(error, path);
  }
}

/** A connection that sees the file as it is now, whatever is written meanwhile. */
export function openSnapshot(path: string): DatabaseSync {
  const db = openReading(path);
  // A transaction sees the file as it was at its first read.
  db.exec('begin; select 1 from sqlite_schema limit 1');
  return db;
}
