import type { Pruned } from '../domain/article-store.ts';
import type { Scope } from '../domain/scope.ts';
import { repeatedly } from './repeatedly.ts';
import type { Retention } from './store.ts';

/** Small, as every removal rewrites parts of the full-text index. */
const batchSize = 50;
const dayMs = 24 * 60 * 60 * 1000;

const notQuoted = 'not exists (select 1 from quoted_article q where q.article_id = a.id)';

/** Articles whose time of expiry is over, and those that have none and are too old. */
const isExpired = `a.expires_at <= :now and ${notQuoted}`;
const isOld = `a.stored_at <= :before and a.expires_at is null and ${notQuoted}`;
const mayGo = `a.expires_at is null and ${notQuoted}`;

/** How many articles would go, as SQL that both engines know; `:now` and `:before` as in `goingNext`. */
export const goingCounts = `select
  (select count(*) from article a where ${isExpired}) as expired,
  (select count(*) from article a where ${isOld}) as old,
  (select count(*) from article a where ${mayGo}) as lasting,
  (select count(*) from article) as stored`;

/** Articles that are stored before this time are too old. */
export const oldestKept = (now: number, { days }: Retention): number => now - days * dayMs;

/** Which articles `a` go next, as SQL that both engines know; each needs `:limit`, and what its condition names. */
export const goingNext = {
  ofScope: 'select a.id from article a where a.scope = :scope limit :limit',
  expired: `select a.id from article a where ${isExpired} order by a.expires_at limit :limit`,
  storedBefore: `select a.id from article a where ${isOld} order by a.stored_at limit :limit`,
  oldest: `select a.id from article a where ${mayGo} order by a.stored_at limit :limit`,
} as const;

export type GoingNext = keyof typeof goingNext;

interface RemovalEngine {
  /** Removes some articles in one transaction; answers how many. */
  remove(next: GoingNext, asked: Readonly<Record<string, string | number>>): Promise<number>;
  /** How many articles there are. */
  count(): Promise<number>;
}

/**
 * Makes the long removals of `ArticleStore`: in small transactions, letting others run between them. `told` hears how many
 * went with each.
 */
export function createRemovals(
  engine: RemovalEngine,
  retention: Retention | undefined,
  told: (count: number) => void = () => undefined,
) {
  async function remove(next: GoingNext, asked: Readonly<Record<string, string | number>>): Promise<number> {
    const count = await engine.remove(next, asked);
    told(count);
    return count;
  }

  const all = (next: GoingNext, asked: Readonly<Record<string, string | number>>) =>
    repeatedly(() => remove(next, { ...asked, limit: batchSize }));

  async function removeExcess(most: number): Promise<number> {
    const excess = (await engine.count()) - most;
    return excess <= 0 ? 0 : await remove('oldest', { limit: Math.min(excess, batchSize) });
  }

  return {
    removeScope: (scope: Scope): Promise<number> => all('ofScope', { scope }),
    async prune(now: number): Promise<Pruned> {
      const expired = await all('expired', { now });
      if (retention === undefined) return { expired, old: 0, excess: 0 };
      const old = await all('storedBefore', { before: oldestKept(now, retention) });
      const excess = await repeatedly(() => removeExcess(retention.articles));
      return { expired, old, excess };
    },
  };
}
