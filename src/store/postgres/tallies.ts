import { z } from 'zod';
import type { Scope } from '../../domain/scope.ts';
import { type Connection, type Database, named } from './connection.ts';
import { dayOf } from './index-words.ts';

/** What of an article is counted. */
export interface Tallied {
  readonly scope: string;
  readonly source: string;
  readonly topics: readonly string[];
  readonly publishedAt: number;
}

type Row = readonly [scope: string, kind: 'source' | 'topic' | 'day', name: string];

/** One process at a time sums up; the others go on. */
const lock = named('select pg_try_advisory_xact_lock(:lockNumber) as "isMine"');
const crowded = named('select distinct scope from tally group by scope, kind having count(*) > :most');
const sumUp = named(
  `with gone as (delete from tally where scope = any(:scopes) returning scope, kind, name, count)
   insert into tally (scope, kind, name, count)
   select scope, kind, name, sum(count) from gone group by scope, kind, name having sum(count) <> 0`,
);

const lockRow = z.object({ isMine: z.boolean() });
const scopeRow = z.object({ scope: z.string() });

/** "Tlly" in ASCII. */
const lockNumber = 0x54_6c_6c_79;
/** Beyond so many rows of one kind a scope is summed up; the sums themselves are fewer as a rule. */
const mostRows = 500;

function rowsOf({ scope, source, topics, publishedAt }: Tallied): readonly Row[] {
  return [
    [scope, 'source', source],
    [scope, 'day', String(dayOf(publishedAt))],
    ...[...new Set(topics)].map((topic): Row => [scope, 'topic', topic]),
  ];
}

/** Counts articles that came (`by` 1) and went (-1). */
export async function tally(
  db: Connection,
  changes: readonly { readonly of: Tallied; readonly by: 1 | -1 }[],
): Promise<void> {
  const sums = new Map<string, { readonly row: Row; count: number }>();
  for (const { of, by } of changes) {
    for (const row of rowsOf(of)) {
      const key = JSON.stringify(row);
      const sum = sums.get(key) ?? { row, count: 0 };
      sum.count += by;
      sums.set(key, sum);
    }
  }
  const rows = [...sums.values()].filter(({ count }) => count !== 0).map(({ row, count }) => [...row, count]);
  await db.insert('tally', ['scope', 'kind', 'name', 'count'], rows);
}

/** Sums up the rows of scopes that have come to many. */
export async function sumUpTallies(db: Pick<Database, 'transaction'>): Promise<void> {
  await db.transaction(async (connection) => {
    if (!lockRow.parse((await connection.rows(lock, { lockNumber }))[0]).isMine) return;
    const scopes = (await connection.rows(crowded, { most: mostRows })).map(
      (row) => scopeRow.parse(row).scope,
    );
    if (scopes.length > 0) await connection.change(sumUp, { scopes });
  });
}

/** Sums up the rows of one scope: of a scope without articles none is left. */
export async function sumUpTally(db: Database, scope: Scope): Promise<void> {
  await db.change(sumUp, { scopes: [scope] });
}
