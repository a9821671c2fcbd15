import { z } from 'zod';
import type { Article, ArticleTexts, ArticleVersion, Headline } from '../domain/article.ts';
import { jsonColumn } from './json-column.ts';
import { scope } from './scope-column.ts';

export const run = z.object({
  cleanStart: z.int(),
  cleanEnd: z.int(),
  rawStart: z.int(),
  rawEnd: z.int(),
  repaired: z.string().exactOptional(),
});

export const removal = z.object({ step: z.string(), reason: z.string(), text: z.string() });

/** Of `article a` and its newest `article_text t`. */
export const headlineColumns = 'a.row_id, a.id, t.title, a.source, a.url, a.published_at';

const headlineRow = z.object({
  row_id: z.int(),
  id: z.string(),
  title: z.string(),
  source: z.string(),
  url: z.string().nullable(),
  published_at: z.int(),
});

export const articleColumns = `${headlineColumns}, a.scope, a.version, a.author, a.stored_at, a.expires_at,
  a.topics, t.standfirst, t.body, t.raw, t.runs, t.removals, t.pull_quotes`;

const articleRow = headlineRow.extend({
  scope,
  version: z.int(),
  author: z.string().nullable(),
  stored_at: z.int(),
  expires_at: z.int().nullable(),
  topics: jsonColumn(z.array(z.string())),
  standfirst: z.string().nullable(),
  body: z.string(),
  raw: z.string(),
  runs: jsonColumn(z.array(run)),
  removals: jsonColumn(z.array(removal)),
  pull_quotes: jsonColumn(z.array(z.string())),
});

/** A headline and its row id. */
export interface HeadlineRow {
  readonly rowId: number;
  readonly headline: Headline;
}

export function readHeadline(row: unknown): HeadlineRow {
  const { row_id: rowId, url, published_at: publishedAt, ...rest } = headlineRow.parse(row);
  return { rowId, headline: { ...rest, ...(url !== null && { url }), publishedAt } };
}

export const textColumns = 'a.id, t.title, t.standfirst, t.body';

const textRow = z.object({
  id: z.string(),
  title: z.string(),
  standfirst: z.string().nullable(),
  body: z.string(),
});

export function readTexts(row: unknown): readonly [id: string, texts: ArticleTexts] {
  const { id, title, standfirst, body } = textRow.parse(row);
  return [id, { title, text: body, ...(standfirst !== null && { standfirst }) }];
}

export const versionColumns = `${textColumns}, t.version, t.stored_at`;

const versionRow = z.object({ version: z.int(), stored_at: z.int() });

export function readVersion(row: unknown): ArticleVersion {
  const [, texts] = readTexts(row);
  const { version, stored_at: storedAt } = versionRow.parse(row);
  return { ...texts, version, storedAt };
}

/** Throws, with the mistakes as `cause`, when someone else has written a row that is no article. */
export function readArticle(id: string, row: unknown): Article {
  const { data, error } = articleRow.safeParse(row);
  if (data === undefined) throw new Error(`the stored article ${id} is damaged`, { cause: error });
  const { url, author, standfirst, ...known } = data;
  return {
    id: known.id,
    title: known.title,
    source: known.source,
    ...(url !== null && { url }),
    publishedAt: known.published_at,
    scope: known.scope,
    ...(standfirst !== null && { standfirst }),
    ...(author !== null && { author }),
    topics: known.topics,
    raw: known.raw,
    text: known.body,
    runs: known.runs,
    removals: known.removals,
    pullQuotes: known.pull_quotes,
    storedAt: known.stored_at,
    ...(known.expires_at !== null && { expiresAt: known.expires_at }),
    version: known.version,
  };
}

/**
 * The condition under which an article `a` is still there for readers: not expired by `:now`, unless a post quotes it.
 * The limit keeps PostgreSQL from reading all quoted articles to know of one.
 */
export const isThere = `(a.expires_at is null or a.expires_at > :now
       or exists (select 1 from quoted_article q where q.article_id = a.id limit 1 offset 0))`;

/** Newer first; of one instant, what was stored later. */
export function newestFirst(one: HeadlineRow, other: HeadlineRow): number {
  return other.headline.publishedAt - one.headline.publishedAt || other.rowId - one.rowId;
}
