import { z } from 'zod';
import type { NewArticle } from '../domain/article.ts';
import { mostTopics } from './guard.ts';
import { jsonColumn, toJson } from './json-column.ts';

/** Of `article a` and its newest `article_text t`: what decides what becomes of an article that comes again. */
export const storedColumns = `a.id, a.scope, a.version, a.row_id, a.source, a.published_at, a.expires_at, a.topics,
  t.title, t.standfirst, t.body`;

const storedRow = z.object({
  id: z.string(),
  scope: z.string(),
  version: z.int(),
  row_id: z.int(),
  source: z.string(),
  published_at: z.int(),
  expires_at: z.int().nullable(),
  topics: jsonColumn(z.array(z.string())),
  title: z.string(),
  standfirst: z.string().nullable(),
  body: z.string(),
});

export type StoredRow = z.infer<typeof storedRow>;

export const readStored = (row: unknown): StoredRow => storedRow.parse(row);

/** Of an article's versions the first and the newest stay. */
const newestVersions = 19;

export const thinVersions = `delete from article_text
  where id = :id and version > 1 and version <= :version - ${newestVersions}`;

/** Fails where the id is stored in another scope: it would show one guild's text to another. */
export function checkScope(stored: StoredRow, { id, scope }: NewArticle): void {
  if (stored.scope !== scope) throw new Error(`article ${id} belongs to another scope already`);
}

/** Whether a reader could see a difference: everything shown is of the title, the standfirst or the text. */
export function saysTheSame(stored: StoredRow, article: NewArticle): boolean {
  return (
    stored.body === article.text &&
    stored.title === article.title &&
    (stored.standfirst ?? '') === (article.standfirst ?? '')
  );
}

/** The later of two times of expiry; without one an article outlasts every other. */
function laterExpiry(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.max(one, other);
}

/** What an article that says the same changes of the stored one; `undefined` where nothing. */
export function refreshmentOf(
  stored: StoredRow,
  article: NewArticle,
): { readonly expiresAt: number | null; readonly topics: readonly string[] } | undefined {
  const expiresAt = laterExpiry(stored.expires_at, article.expiresAt ?? null);
  const topics = [...new Set([...stored.topics, ...article.topics])].slice(0, mostTopics);
  const isRefreshed = expiresAt !== stored.expires_at || topics.length > stored.topics.length;
  return isRefreshed ? { expiresAt, topics } : undefined;
}

type Words = Pick<
  NewArticle,
  'id' | 'storedAt' | 'title' | 'standfirst' | 'text' | 'raw' | 'runs' | 'removals' | 'pullQuotes'
>;

/** An article's words for `article_text`. */
export function wordsOf(article: Words, version: number) {
  return {
    id: article.id,
    version,
    storedAt: article.storedAt,
    title: article.title,
    standfirst: article.standfirst ?? null,
    body: article.text,
    raw: article.raw,
    runs: toJson(article.runs),
    removals: toJson(article.removals),
    pullQuotes: toJson(article.pullQuotes),
  };
}

type Facts = Pick<
  NewArticle,
  'id' | 'scope' | 'source' | 'url' | 'author' | 'publishedAt' | 'storedAt' | 'expiresAt' | 'topics'
>;

/** An article's facts for `article`. */
export function factsOf(article: Facts, version: number) {
  return {
    id: article.id,
    scope: article.scope,
    version,
    source: article.source,
    url: article.url ?? null,
    author: article.author ?? null,
    publishedAt: article.publishedAt,
    storedAt: article.storedAt,
    expiresAt: article.expiresAt ?? null,
    topics: toJson(article.topics),
  };
}
