import type { DatabaseSync } from 'node:sqlite';
import type { NewArticle } from '../../domain/article.ts';
import type { PutOutcome } from '../../domain/article-store.ts';
import { toJson } from '../json-column.ts';
import {
  checkScope,
  factsOf,
  readStored,
  refreshmentOf,
  type StoredRow,
  saysTheSame,
  storedColumns,
  thinVersions,
  wordsOf,
} from '../stored-article.ts';
import { createIndexing } from './index-articles.ts';
import { createRowIds } from './row-id.ts';
import { inTransaction } from './transaction.ts';

function prepare(db: DatabaseSync) {
  return {
    stored: db.prepare(
      `select ${storedColumns}
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
    thin: db.prepare(thinVersions),
    refresh: db.prepare('update article set expires_at = :expiresAt, topics = :topics where id = :id'),
  };
}

/**
 * Makes `put` and `putAll` of `ArticleStore`. A text that is the same keeps its first dates; its topics grow and the
 * later expiry holds. An id never changes its scope.
 */
export function createPut(db: DatabaseSync) {
  const statements = prepare(db);
  const freeRowId = createRowIds(db);
  const index = createIndexing(db);

  function add(article: NewArticle): number {
    const rowId = freeRowId(article.publishedAt);
    statements.words.run(wordsOf(article, 1));
    statements.add.run({ ...factsOf(article, 1), rowId });
    return rowId;
  }

  function change(article: NewArticle, stored: StoredRow): PutOutcome {
    const version = stored.version + 1;
    const isRedated = article.publishedAt !== stored.published_at;
    const rowId = isRedated ? freeRowId(article.publishedAt) : stored.row_id;
    statements.words.run(wordsOf(article, version));
    statements.change.run({ ...factsOf(article, version), rowId });
    statements.thin.run({ id: article.id, version });
    return 'changed';
  }

  function refresh(article: NewArticle, stored: StoredRow): PutOutcome {
    const fresh = refreshmentOf(stored, article);
    if (fresh !== undefined)
      statements.refresh.run({ id: article.id, expiresAt: fresh.expiresAt, topics: toJson(fresh.topics) });
    return 'unchanged';
  }

  function putKnown(article: NewArticle, row: unknown): PutOutcome {
    const stored = readStored(row);
    checkScope(stored, article);
    return saysTheSame(stored, article) ? refresh(article, stored) : change(article, stored);
  }

  /** `added` are row ids that the indexes do not have yet. */
  function putOne(article: NewArticle, added: number[]): PutOutcome {
    const row = statements.stored.get({ id: article.id });
    if (row !== undefined) {
      // It may have been added just now, and what changes an article needs it in the indexes.
      index(added.splice(0));
      return putKnown(article, row);
    }
    added.push(add(article));
    return 'new';
  }

  function inOneStep<T>(steps: (added: number[]) => T): T {
    return inTransaction(db, () => {
      const added: number[] = [];
      const outcome = steps(added);
      index(added);
      return outcome;
    });
  }

  return {
    put: (article: NewArticle): PutOutcome => inOneStep((added) => putOne(article, added)),
    putAll: (articles: readonly NewArticle[]): readonly PutOutcome[] =>
      inOneStep((added) => articles.map((article) => putOne(article, added))),
  };
}
