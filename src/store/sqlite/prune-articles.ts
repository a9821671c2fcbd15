import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Scope } from '../../domain/scope.ts';
import type { Retention } from '../store.ts';
import { inTransaction } from './transaction.ts';

/** Small, as every removal rewrites parts of the full-text index and nothing else runs meanwhile. */
const batchSize = 50;
const dayMs = 24 * 60 * 60 * 1000;

const idRow = z.object({ id: z.string() });
const countRow = z.object({ count: z.int() });

function prepare(db: DatabaseSync) {
  const notQuoted = 'not exists (select 1 from quoted_article q where q.article_id = a.id)';
  return {
    remove: db.prepare('delete from article where id = :id'),
    ofScope: db.prepare('select a.id from article a where a.scope = :scope limit :limit'),
    expired: db.prepare(
      `select a.id from article a where a.expires_at <= :now and ${notQuoted} order by a.expires_at limit :limit`,
    ),
    storedBefore: db.prepare(
      `select a.id from article a
        where a.stored_at <= :before and a.expires_at is null and ${notQuoted}
        order by a.stored_at limit :limit`,
    ),
    oldest: db.prepare(
      `select a.id from article a where a.expires_at is null and ${notQuoted} order by a.stored_at limit :limit`,
    ),
    count: db.prepare(`select coalesce(sum(count), 0) as count from tally where kind = 'source'`),
  };
}

/** Makes the removals of `ArticleStore`. Long ones go in small transactions and let others run between them. */
export function createArticleRemovals(db: DatabaseSync, retention: Retention | undefined) {
  const statements = prepare(db);

  const idsOf = (query: StatementSync, asked: Record<string, string | number>): readonly string[] =>
    query.all({ limit: batchSize, ...asked }).map((row) => idRow.parse(row).id);

  /** Removes what `next` finds, until it finds nothing more. */
  async function removeAll(next: () => readonly string[]): Promise<number> {
    let count = 0;
    for (;;) {
      const removed = inTransaction(db, () =>
        next().reduce((sum, id) => sum + Number(statements.remove.run({ id }).changes), 0),
      );
      if (removed === 0) return count;
      count += removed;
      await setImmediate();
    }
  }

  function beyondCount(most: number): readonly string[] {
    const excess = countRow.parse(statements.count.get()).count - most;
    return excess <= 0 ? [] : idsOf(statements.oldest, { limit: Math.min(excess, batchSize) });
  }

  return {
    remove: (id: string): boolean => inTransaction(db, () => statements.remove.run({ id }).changes > 0),
    removeScope: (scope: Scope): Promise<number> => removeAll(() => idsOf(statements.ofScope, { scope })),
    async prune(now: number): Promise<number> {
      const expired = await removeAll(() => idsOf(statements.expired, { now }));
      if (retention === undefined) return expired;
      const before = now - retention.days * dayMs;
      const old = await removeAll(() => idsOf(statements.storedBefore, { before }));
      return expired + old + (await removeAll(() => beyondCount(retention.articles)));
    },
  };
}
