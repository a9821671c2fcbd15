import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { NewArticle } from '../../domain/article.ts';
import type { PutOutcome } from '../../domain/article-store.ts';
import { jsonColumn, toJson } from './json-column.ts';
import { createRowIds } from './row-id.ts';
import { inTransaction } from './transaction.ts';

/** Of an article's versions the first and the newest stay. */
const newestVersions = 19;

const storedRow = z.object({
  scope: z.string(),
  version: z.int(),
  row_id: z.int(),
  published_at: z.int(),
  expires_at: z.int().nullable(),
  topics: jsonColumn(z.array(z.string())),
  title: z.string(),
  standfirst: z.string().nullable(),
  body: z.string(),
});

type StoredRow = z.infer<typeof storedRow>;

/** Whether a reader could see a difference: everything shown is of the title, the standfirst or the text. */
function saysTheSame(stored: StoredRow, article: NewArticle): boolean {
  return (
    stored.body === article.text.toWellFormed() &&
    stored.title === article.title.toWellFormed() &&
    (stored.standfirst ?? '') === (article.standfirst ?? '').toWellFormed()
  );
}

function prepare(db: DatabaseSync) {
  return {
    stored: db.prepare(
      `select a.scope, a.version, a.row_id, a.published_at, a.expires_at, a.topics, t.title, t.standfirst, t.body
         from article a join article_text t on t.id = a.id and t.version = a.version
        where a.id = :id`,
    ),
    words: db.prepare(
      `insert into article_text
              (id, version, stored_at, title, standfirst, body, raw, runs, removals, pull_quotes)
       values (:id, :version, :storedAt, :title, :standfirst, :body, :raw, :runs, :removals, :pullQuotes)`,
    ),
    add: db.prepare(
      `insert into article
              (row_id, id, scope, version, source, url, author, published_at, stored_at, expires_at, topics)
       values (:rowId, :id, :scope, :version, :source, :url, :author, :publishedAt, :storedAt, :expiresAt, :topics)`,
    ),
    change: db.prepare(
      `update article
          set row_id = :rowId, version = :version, source = :source, url = :url, author = :author,
              published_at = :publishedAt, stored_at = :storedAt, expires_at = :expiresAt, topics = :topics
        where id = :id and scope = :scope`,
    ),
    thin: db.prepare('delete from article_text where id = :id and version > 1 and version <= :upTo'),
    refresh: db.prepare('update article set expires_at = :expiresAt, topics = :topics where id = :id'),
  };
}

/** The later of two times of expiry; without one an article outlasts every other. */
function laterExpiry(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.max(one, other);
}

function wordsOf(article: NewArticle, version: number) {
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

function factsOf(article: NewArticle, version: number, rowId: number) {
  return {
    rowId,
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

/**
 * Makes `put` of `ArticleStore`. A text that is the same keeps its first dates; its topics grow and the later
 * expiry holds. An id never changes its scope: that throws, as it would show one guild's text to another.
 */
export function createPut(db: DatabaseSync): (article: NewArticle) => PutOutcome {
  const statements = prepare(db);
  const freeRowId = createRowIds(db);

  function add(article: NewArticle): PutOutcome {
    statements.words.run(wordsOf(article, 1));
    statements.add.run(factsOf(article, 1, freeRowId(article.publishedAt)));
    return 'new';
  }

  function change(article: NewArticle, stored: StoredRow): PutOutcome {
    const version = stored.version + 1;
    const isRedated = article.publishedAt !== stored.published_at;
    statements.words.run(wordsOf(article, version));
    statements.change.run(
      factsOf(article, version, isRedated ? freeRowId(article.publishedAt) : stored.row_id),
    );
    statements.thin.run({ id: article.id, upTo: version - newestVersions });
    return 'changed';
  }

  function refresh(article: NewArticle, stored: StoredRow): PutOutcome {
    const expiresAt = laterExpiry(stored.expires_at, article.expiresAt ?? null);
    const topics = [...new Set([...stored.topics, ...article.topics])];
    if (expiresAt !== stored.expires_at || topics.length > stored.topics.length)
      statements.refresh.run({ id: article.id, expiresAt, topics: toJson(topics) });
    return 'unchanged';
  }

  return (article) =>
    inTransaction(db, () => {
      const row = statements.stored.get({ id: article.id });
      if (row === undefined) return add(article);
      const stored = storedRow.parse(row);
      if (stored.scope !== article.scope.toWellFormed())
        throw new Error(`article ${article.id} belongs to another scope already`);
      return saysTheSame(stored, article) ? refresh(article, stored) : change(article, stored);
    });
}
