import { z } from 'zod';
import type { KnownName } from '../domain/speaker-index.ts';

const nameRow = z.object({ name: z.string(), role: z.string().nullable(), article_count: z.int() });

/** Names of several scopes as one list, those of most articles first. */
export function mergeNames(rows: readonly unknown[], limit: number): readonly KnownName[] {
  const known = new Map<string, KnownName>();
  for (const row of rows) {
    const { name, role, article_count: count } = nameRow.parse(row);
    const before = known.get(name);
    const told = before?.role ?? role;
    const articleCount = count + (before?.articleCount ?? 0);
    known.set(name, { name, ...(told !== null && told !== undefined && { role: told }), articleCount });
  }
  return [...known.values()].toSorted((one, other) => other.articleCount - one.articleCount).slice(0, limit);
}
