import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Article, ArticleTexts, ArticleVersion, Headline } from '../../domain/article.ts';
import type { HeadlineQuery } from '../../domain/article-store.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Scope } from '../../domain/scope.ts';
import {
  articleColumns,
  headlineColumns,
  isThere,
  newestFirst,
  readArticle,
  readHeadline,
  readTexts,
  readVersion,
  textColumns,
  versionColumns,
} from '../article-rows.ts';
import { isReadable } from './readable.ts';

const nameRow = z.object({ name: z.string() });
const countRow = z.object({ count: z.int() });

function prepare(db: DatabaseSync) {
  const texts = 'cross join article_text t on t.id = a.id and t.version = a.version';
  const article = `select ${articleColumns} from article a ${texts}`;
  const headline = `select ${headlineColumns} from`;
  return {
    byId: db.prepare(`${article} where a.id = :id and ${isReadable}`),
    texts: db.prepare(
      `select ${textColumns} from article a ${texts}
        where a.id in (select value from json_each(:ids)) and ${isReadable}`,
    ),
    versions: db.prepare(
      `select ${versionColumns} from article a cross join article_text t on t.id = a.id
        where a.id = :id and ${isReadable} order by t.version desc`,
    ),
    byUrl: db.prepare(`${article} where a.url = :url and ${isReadable} order by a.published_at desc limit 1`),
    latest: db.prepare(
      `${headline} article a ${texts}
        where a.scope = :scope and a.published_at >= :since and a.stored_at >= :storedSince and ${isThere}
        order by a.published_at desc, a.row_id desc limit :limit`,
    ),
    latestOfSource: db.prepare(
      `${headline} article a ${texts}
        where a.scope = :scope and a.source = :source and a.published_at >= :since and a.stored_at >= :storedSince and ${isThere}
        order by a.published_at desc, a.row_id desc limit :limit`,
    ),
    latestOfTopic: db.prepare(
      `${headline} article_topic p cross join article a on a.row_id = p.row_id ${texts}
        where p.scope = :scope and p.topic = :topic and p.published_at >= :since
          and a.stored_at >= :storedSince and (:source is null or a.source = :source) and ${isThere}
        order by p.published_at desc, p.row_id desc limit :limit`,
    ),
    names: db.prepare(
      `select name from tally where scope in (select value from json_each(:scopes)) and kind = :kind
        group by name order by sum(count) desc, name`,
    ),
    count: db.prepare(
      `select coalesce(sum(count), 0) as count from tally
        where scope in (select value from json_each(:scopes)) and kind = 'source'`,
    ),
  };
}

/** Makes the reads of `ArticleStore` that need no words. */
export function createArticleReads(db: DatabaseSync, clock: Clock) {
  const statements = prepare(db);

  function latestOf(scope: Scope, { topic, source, since, storedSince, limit }: HeadlineQuery): unknown[] {
    const asked = {
      scope,
      now: clock.now(),
      since: since ?? Number.MIN_SAFE_INTEGER,
      storedSince: storedSince ?? Number.MIN_SAFE_INTEGER,
      limit: Math.max(0, limit),
    };
    if (topic !== undefined) return statements.latestOfTopic.all({ ...asked, topic, source: source ?? null });
    if (source !== undefined) return statements.latestOfSource.all({ ...asked, source });
    return statements.latest.all(asked);
  }

  function one(asked: string, row: unknown): Article | undefined {
    return row === undefined ? undefined : readArticle(asked, row);
  }

  function names(kind: 'topic' | 'source', scopes: readonly Scope[]): readonly string[] {
    return statements.names
      .all({ kind, scopes: JSON.stringify(scopes) })
      .map((row) => nameRow.parse(row).name);
  }

  return {
    get: (id: string, scopes: readonly Scope[]) =>
      one(id, statements.byId.get({ id, scopes: JSON.stringify(scopes), now: clock.now() })),
    texts: (ids: readonly string[], scopes: readonly Scope[]): ReadonlyMap<string, ArticleTexts> =>
      new Map(
        statements.texts
          .all({ ids: JSON.stringify(ids), scopes: JSON.stringify(scopes), now: clock.now() })
          .map(readTexts),
      ),
    versions: (id: string, scopes: readonly Scope[]): readonly ArticleVersion[] =>
      statements.versions.all({ id, scopes: JSON.stringify(scopes), now: clock.now() }).map(readVersion),
    getByUrl: (url: string, scopes: readonly Scope[]) =>
      one(url, statements.byUrl.get({ url, scopes: JSON.stringify(scopes), now: clock.now() })),
    /** Asks each scope by itself, since one index cannot give the newest of several in order. */
    latest: (query: HeadlineQuery): readonly Headline[] =>
      [...new Set(query.scopes)]
        .flatMap((scope) => latestOf(scope, query).map(readHeadline))
        .sort(newestFirst)
        .slice(0, Math.max(0, query.limit))
        .map(({ headline }) => headline),
    topics: (scopes: readonly Scope[]) => names('topic', scopes),
    sources: (scopes: readonly Scope[]) => names('source', scopes),
    count: (scopes: readonly Scope[]) =>
      countRow.parse(statements.count.get({ scopes: JSON.stringify(scopes) })).count,
  };
}
