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
import { type Database, named } from './connection.ts';
import { textKey } from './text-key.ts';

const nameRow = z.object({ name: z.string() });
const countRow = z.object({ count: z.int() });

/** The condition under which an article `a` may be read: it is there, and in one of the scopes. */
export const isReadable = `a.scope = any(:scopes) and ${isThere}`;

const texts = 'join article_text t on t.id = a.id and t.version = a.version';
const article = `select ${articleColumns} from article a ${texts}`;

const statements = {
  byId: named(`${article} where a.id = :id and ${isReadable}`),
  texts: named(`select ${textColumns} from article a ${texts} where a.id = any(:ids) and ${isReadable}`),
  versions: named(
    `select ${versionColumns} from article a join article_text t on t.id = a.id
      where a.id = :id and ${isReadable} order by t.version desc`,
  ),
  byUrl: named(
    `${article} where a.url_key = :urlKey and a.url = :url and ${isReadable} order by a.published_at desc limit 1`,
  ),
  // Each scope by itself, since one index cannot give the newest of several in order; then the titles of those alone.
  latest: named(
    `select ${headlineColumns} from unnest(:scopes::text[]) s cross join lateral (
       select a.* from article a
        where a.scope = s and a.published_at >= :since and a.stored_at >= :storedSince and ${isThere}
        order by a.published_at desc, a.row_id desc limit :limit) a ${texts}`,
  ),
  names: named(
    `select name from tally where scope = any(:scopes) and kind = :kind
      group by name having sum(count) > 0 order by sum(count) desc, name`,
  ),
  count: named(
    `select coalesce(sum(count), 0)::bigint as count from tally where scope = any(:scopes) and kind = 'source'`,
  ),
};

/** Makes the reads of `ArticleStore` that need no words. */
export function createArticleReads(db: Database, clock: Clock) {
  async function one(asked: string, rows: Promise<readonly unknown[]>): Promise<Article | undefined> {
    const [row] = await rows;
    return row === undefined ? undefined : readArticle(asked, row);
  }

  const names = async (kind: 'topic' | 'source', scopes: readonly Scope[]): Promise<readonly string[]> =>
    (await db.rows(statements.names, { kind, scopes })).map((row) => nameRow.parse(row).name);

  return {
    get: (id: string, scopes: readonly Scope[]) =>
      one(id, db.rows(statements.byId, { id, scopes, now: clock.now() })),
    async texts(
      ids: readonly string[],
      scopes: readonly Scope[],
    ): Promise<ReadonlyMap<string, ArticleTexts>> {
      return new Map((await db.rows(statements.texts, { ids, scopes, now: clock.now() })).map(readTexts));
    },
    versions: async (id: string, scopes: readonly Scope[]): Promise<readonly ArticleVersion[]> =>
      (await db.rows(statements.versions, { id, scopes, now: clock.now() })).map(readVersion),
    getByUrl: (url: string, scopes: readonly Scope[]) =>
      one(url, db.rows(statements.byUrl, { url, urlKey: textKey(url), scopes, now: clock.now() })),
    async latest({ scopes, since, storedSince, limit }: HeadlineQuery): Promise<readonly Headline[]> {
      const most = Math.max(0, limit);
      const rows = await db.rows(statements.latest, {
        scopes: [...new Set(scopes)],
        now: clock.now(),
        since: since ?? Number.MIN_SAFE_INTEGER,
        storedSince: storedSince ?? Number.MIN_SAFE_INTEGER,
        limit: most,
      });
      return rows
        .map(readHeadline)
        .toSorted(newestFirst)
        .slice(0, most)
        .map(({ headline }) => headline);
    },
    topics: (scopes: readonly Scope[]) => names('topic', scopes),
    sources: (scopes: readonly Scope[]) => names('source', scopes),
    count: async (scopes: readonly Scope[]) =>
      countRow.parse((await db.rows(statements.count, { scopes }))[0]).count,
  };
}
