import { z } from 'zod';
import type { RequestTurns } from '../../domain/request-turns.ts';
import { checkCount, longestWaitMs, turnGapMs, waitsFrom } from '../../domain/turn-law.ts';
import { type Database, named } from './connection.ts';
import { type LeaseTime, leaseNow } from './lease-time.ts';

/** There is one row, or none after the server has crashed; then nobody has begun a request for longer than a second. */
const take = named(
  `insert into request_turn as t (next_at) values (${leaseNow} + :count * ${turnGapMs})
   on conflict (one) do update set next_at = :count * ${turnGapMs} +
     case when t.next_at between ${leaseNow} and ${leaseNow} + ${longestWaitMs} then t.next_at else ${leaseNow} end
   returning greatest(0, next_at - :count * ${turnGapMs} - ${leaseNow}) as wait`,
);

const waitRow = z.object({ wait: z.int() });

/** Turns of all processes on a database, by its clock. */
export function createRequestTurns(db: Database, at: LeaseTime): RequestTurns {
  return {
    async take(count) {
      checkCount(count);
      const [row] = await db.rows(take, { count, ...at() });
      return waitsFrom(waitRow.parse(row).wait, count);
    },
  };
}
