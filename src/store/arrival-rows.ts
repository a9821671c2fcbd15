import { z } from 'zod';
import type { ArrivedArticle, GroupedArticle } from '../domain/story-store.ts';
import { scope } from './scope-column.ts';

/** Of `article a` and `article_text t`, in the words of the version that is asked for. */
export const arrivalColumns = `a.id, a.scope, t.version, t.title, substr(t.body, 1, 12000) as body,
  a.published_at, t.stored_at`;

const arrivedRow = z.object({
  id: z.string(),
  scope,
  version: z.int(),
  title: z.string(),
  body: z.string(),
  published_at: z.int(),
  stored_at: z.int(),
});

/** Of the same and `story_article g`. */
export const groupedColumns = `${arrivalColumns}, g.story, g.arrived_at`;

const groupedRow = z.object({ story: z.string(), arrived_at: z.int() });

export function readArrived(row: unknown): ArrivedArticle {
  const { body: text, published_at: publishedAt, stored_at: storedAt, ...rest } = arrivedRow.parse(row);
  return { ...rest, text, publishedAt, storedAt };
}

export function readGrouped(row: unknown): GroupedArticle {
  const { story, arrived_at: arrivedAt } = groupedRow.parse(row);
  return { ...readArrived(row), story, arrivedAt };
}

const lastRow = z.object({ arrived_at: z.int().nullable() });

/** Of the row that has a scope's last arrival, if any. */
export const readLastArrival = (row: unknown): number | undefined =>
  lastRow.parse(row).arrived_at ?? undefined;

// Without "is not null" SQLite does not go by the index, which has no others.
export const lastArrival =
  'select max(arrived_at) as arrived_at from story_article where scope = :scope and arrived_at is not null';
