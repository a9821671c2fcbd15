import { z } from 'zod';
import type { Pruned } from '../../domain/article-store.ts';
import { goingCounts, oldestKept } from '../removals.ts';
import type { Retention } from '../store.ts';
import type { Session } from './session.ts';

const countsRow = z.object({ expired: z.int(), old: z.int(), lasting: z.int(), stored: z.int() });

/** How many articles a prune at this moment would remove. What a post quotes stays, however old. */
export async function surplusOf(session: Session, now: number, retention: Retention): Promise<Pruned> {
  const values = { now, before: oldestKept(now, retention) };
  const [row] = await session.rows(goingCounts, values);
  const { expired, old, lasting, stored } = countsRow.parse(row);
  const beyond = stored - expired - old - retention.articles;
  return { expired, old, excess: Math.max(0, Math.min(beyond, lasting - old)) };
}
