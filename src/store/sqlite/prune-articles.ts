import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { createRemovals, goingNext } from '../removals.ts';
import type { Retention } from '../store.ts';
import { inTransaction } from './transaction.ts';

const idRow = z.object({ id: z.string() });
const countRow = z.object({ count: z.int() });

/** Makes the removals of `ArticleStore`. */
export function createArticleRemovals(
  db: DatabaseSync,
  retention: Retention | undefined,
  told?: (count: number) => void,
) {
  const next = {
    ofScope: db.prepare(goingNext.ofScope),
    expired: db.prepare(goingNext.expired),
    storedBefore: db.prepare(goingNext.storedBefore),
    oldest: db.prepare(goingNext.oldest),
  };
  const removal = db.prepare('delete from article where id = :id');
  const count = db.prepare(`select coalesce(sum(count), 0) as count from tally where kind = 'source'`);
  const remove = (id: string): number => Number(removal.run({ id }).changes);

  const removals = createRemovals(
    {
      remove: async (which, asked) =>
        inTransaction(db, () =>
          next[which].all({ ...asked }).reduce((sum, row) => sum + remove(idRow.parse(row).id), 0),
        ),
      count: async () => countRow.parse(count.get()).count,
    },
    retention,
    told,
  );
  return { remove: (id: string): boolean => inTransaction(db, () => remove(id) > 0), ...removals };
}
