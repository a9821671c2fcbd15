import { z } from 'zod';
import type { Pruned } from '../../domain/article-store.ts';
import { jsonColumn } from '../json-column.ts';
import { createRemovals, goingNext } from '../removals.ts';
import type { Retention } from '../store.ts';
import { type Database, named, type Statement, type Values } from './connection.ts';
import { sumUpTallies, tally } from './tallies.ts';

const goneRow = z
  .object({
    scope: z.string(),
    source: z.string(),
    topics: jsonColumn(z.array(z.string())),
    published_at: z.int(),
  })
  .transform(({ published_at: publishedAt, ...rest }) => ({ ...rest, publishedAt }));
const countRow = z.object({ count: z.int() });

const removal = (which: string) =>
  named(`delete from article where id = any(array(${which})) returning scope, source, topics, published_at`);

/**
 * What another process is removing is left to it. The articles are listed once ("array"): behind "in" the planner may
 * ask for them again and again, and each time for others.
 */
const some = (which: string) => removal(`${which} for update of a skip locked`);

const statements = {
  one: removal('select :id'),
  ofScope: some(goingNext.ofScope),
  expired: some(goingNext.expired),
  storedBefore: some(goingNext.storedBefore),
  oldest: some(goingNext.oldest),
  count: named(`select coalesce(sum(count), 0)::bigint as count from tally where kind = 'source'`),
};

/** Makes the removals of `ArticleStore`. */
export function createArticleRemovals(
  db: Database,
  retention: Retention | undefined,
  told?: (count: number) => void,
) {
  const remove = (statement: Statement, values: Values): Promise<number> =>
    db.transaction(async (connection) => {
      const gone = (await connection.rows(statement, values)).map((row) => goneRow.parse(row));
      await tally(
        connection,
        gone.map((of) => ({ of, by: -1 })),
      );
      return gone.length;
    });

  const removals = createRemovals(
    {
      remove: (next, asked) => remove(statements[next], asked),
      count: async () => countRow.parse((await db.rows(statements.count))[0]).count,
    },
    retention,
    told,
  );
  return {
    remove: async (id: string): Promise<boolean> => (await remove(statements.one, { id })) > 0,
    removeScope: removals.removeScope,
    async prune(now: number): Promise<Pruned> {
      await sumUpTallies(db);
      return await removals.prune(now);
    },
  };
}
