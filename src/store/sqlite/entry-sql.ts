import { entryStatements } from '../entry-statements.ts';

/** What SQLite is asked of entries. */
export const entrySql: ReturnType<typeof entryStatements> = entryStatements(
  ':now',
  'row_id in (select value from json_each(:present))',
);
