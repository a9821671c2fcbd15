import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const tableRow = z.object({ name: z.string() });

const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);

/** Every value of every table, those that full-text indexes are made of included, in small letters. */
export function dumpSqlite(path: string): string {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    return db
      .prepare(
        `select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by name`,
      )
      .all()
      .flatMap((row) => db.prepare(`select * from "${tableRow.parse(row).name}"`).all())
      .map((row) => Object.values(row).map(textOf).join('\t'))
      .join('\n')
      .toLowerCase();
  } finally {
    db.close();
  }
}
