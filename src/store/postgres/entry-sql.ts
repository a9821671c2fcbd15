import { entryStatements } from '../entry-statements.ts';
import { leaseNow } from './lease-time.ts';

/** What PostgreSQL is asked of entries. */
export const entrySql: ReturnType<typeof entryStatements> = entryStatements(
  leaseNow,
  'row_id = any(:present::bigint[])',
);
