import { z } from 'zod';
import { isThere } from '../article-rows.ts';
import { deliveryColumns, digestColumns } from '../digest-rows.ts';
import { feedColumns } from '../feed-rows.ts';
import {
  type ArticleFacts,
  type ArticleItem,
  type ArticleText,
  itemsAtOnce,
  type StoreItem,
} from './items.ts';
import {
  readDeliveryItem,
  readDigestItem,
  readEntryItem,
  readFacts,
  readFeedItem,
  readGuildItem,
  readText,
  readValueItem,
  textRowColumns,
} from './read-items.ts';
import { reasonOf } from './reason-of.ts';
import type { Dialect, Session, Values } from './session.ts';

/** So many bytes of texts are in memory at the same time, unless one article has more. */
const bytesAtOnce = 16_000_000;

const placeRow = z.object({ row_id: z.int() });
const sizeRow = z.object({ id: z.string(), row_id: z.int(), bytes: z.int() });
const idRow = z.object({ id: z.string() });
const deliveryPlace = z.object({ digest_id: z.string(), slot: z.int() });
const valuePlace = z.object({ namespace: z.string(), place: z.string() });

/** The facts of articles `a`, with the story that each is in. */
export function factsFrom(dialect: Dialect): string {
  const { column, of } = dialect.storyKey;
  return `select a.id, a.scope, a.version, a.source, a.url, a.author, a.published_at, a.stored_at, a.expires_at,
         a.topics, g.version as grouped_version, g.story, g.copy_of, g.is_stub, g.arrived_at,
         ${dialect.notedColumns},
         (select ${dialect.gathered('x.feed_id', 'x.feed_id')} from feed_article x where x.article_id = a.id) as feeds
    from article a left join story_article g on g.${column} = a.${of}`;
}

/**
 * What is read of each kind, a page at a time, from behind the place where the last page ended. Only pages have an order:
 * for another one PostgreSQL, which is kept from sorting, would go through the whole of an index.
 */
export function pageStatements(dialect: Dialect) {
  const { valueKey } = dialect;
  return {
    guild:
      'select guild_id as id, left_at from left_guild where guild_id > :after order by guild_id limit :limit',
    digest: `select ${digestColumns} from digest where id > :after order by id limit :limit`,
    delivery: `select ${deliveryColumns(dialect.gathered('q.article_id', 'q.position'))}
         from delivery d where (d.digest_id, d.slot) > (:after, :slot) order by d.digest_id, d.slot limit :limit`,
    feed: `select ${feedColumns} from feed f where f.id > :after order by f.id limit :limit`,
    followers:
      'select guild_id, added_by, added_at, muted_at, groups from subscription where feed_id = :feedId',
    entry: `select row_id, feed_id, guid, url, content_hash, first_seen_at, payload, turn, attempts, reason
         from feed_entry where row_id > :after order by row_id limit :limit`,
    size: `select a.id, a.row_id, cast(coalesce((select sum(octet_length(t.body) + octet_length(t.raw))
              from article_text t where t.id = a.id), 0) as bigint) as bytes
         from article a where a.row_id > :after and ${isThere} order by a.row_id limit :limit`,
    facts: `${factsFrom(dialect)} where ${dialect.isAmong('a.id', 'ids')}`,
    texts: `select ${textRowColumns} from article_text t where ${dialect.isAmong('t.id', 'ids')}`,
    value: `select namespace, ${valueKey} as place, key, value, value as written, expires_at from key_value
        where (namespace, ${valueKey}) > (:after, :key) and (expires_at is null or expires_at > :now)
        order by namespace, ${valueKey} limit :limit`,
  } as const;
}

type Pages = AsyncGenerator<readonly StoreItem[]>;

/** Hears of a row that cannot be read; it is left out. */
export type Damaged = (reason: string) => void;

function readable<Row, Item>(
  rows: readonly Row[],
  read: (row: Row) => Item,
  damaged: Damaged,
): readonly Item[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      damaged(reasonOf(error));
      return [];
    }
  });
}

/** Pages of rows, until there are no more; `placeOf` says where the next page begins. */
export async function* pagesOf(
  session: Session,
  sql: string,
  first: Values,
  placeOf: (row: unknown) => Values,
): AsyncGenerator<readonly unknown[]> {
  for (let place: Values = first; ; ) {
    const rows = await session.rows(sql, { ...place, limit: itemsAtOnce });
    if (rows.length > 0) yield rows;
    if (rows.length < itemsAtOnce) return;
    place = { ...first, ...placeOf(rows.at(-1)) };
  }
}

const afterId = (row: unknown): Values => ({ after: idRow.parse(row).id });
const afterRow = (row: unknown): Values => ({ after: placeRow.parse(row).row_id });
const beforeRows = { after: Number.MIN_SAFE_INTEGER };

function afterDelivery(row: unknown): Values {
  const { digest_id: after, slot } = deliveryPlace.parse(row);
  return { after, slot };
}

function afterValue(row: unknown): Values {
  const { namespace: after, place: key } = valuePlace.parse(row);
  return { after, key };
}

/** Articles whose words may be read at once. */
function chunksOf(rows: readonly unknown[]): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let room = 0;
  for (const { id, bytes } of rows.map((row) => sizeRow.parse(row))) {
    if (chunks.length === 0 || bytes > room) {
      chunks.push([]);
      room = bytesAtOnce;
    }
    room -= bytes;
    chunks.at(-1)?.push(id);
  }
  return chunks;
}

function wholeArticle(facts: ArticleFacts, texts: ReadonlyMap<string, readonly ArticleText[]>): ArticleItem {
  const own = texts.get(facts.id) ?? [];
  if (own.every(({ version }) => version !== facts.version))
    throw new Error(`article ${facts.id} lacks the text of its version ${facts.version}`);
  return { kind: 'article', facts, texts: own.toSorted((one, other) => one.version - other.version) };
}

/** Articles with their versions, by id. Fails where one is damaged. */
export async function readArticles(
  session: Session,
  ids: readonly string[],
): Promise<readonly ArticleItem[]> {
  const sql = pageStatements(session.dialect);
  const asked = { ids: session.dialect.list(ids) };
  const texts = Map.groupBy((await session.rows(sql.texts, asked)).map(readText), ({ id }) => id);
  return (await session.rows(sql.facts, asked)).map((row) => wholeArticle(readFacts(row), texts));
}

function inOrder(ids: readonly string[], articles: readonly ArticleItem[]): readonly ArticleItem[] {
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = ({ facts: { id } }: ArticleItem) => places.get(id) ?? 0;
  return articles.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** An article whose shown version is damaged is left out, and of the others a version that is. */
async function* articles(session: Session, now: number, damaged: Damaged): Pages {
  const { size, facts, texts } = pageStatements(session.dialect);
  for await (const rows of pagesOf(session, size, { ...beforeRows, now }, afterRow)) {
    for (const ids of chunksOf(rows)) {
      const asked = { ids: session.dialect.list(ids) };
      const versions = Map.groupBy(
        readable(await session.rows(texts, asked), readText, damaged),
        ({ id }) => id,
      );
      const found = readable(
        await session.rows(facts, asked),
        (row) => wholeArticle(readFacts(row), versions),
        damaged,
      );
      yield inOrder(ids, found);
    }
  }
}

async function* feeds(session: Session, damaged: Damaged): Pages {
  const statements = pageStatements(session.dialect);
  for await (const rows of pagesOf(session, statements.feed, { after: '' }, afterId)) {
    const followed: (readonly [row: unknown, followers: readonly unknown[]])[] = [];
    for (const row of rows)
      followed.push([row, await session.rows(statements.followers, { feedId: idRow.parse(row).id })]);
    yield readable(followed, ([row, followers]) => readFeedItem(row, followers), damaged);
  }
}

/**
 * All that readers can see by `now`, a page at a time, in the order in which it can be loaded. A row that is damaged is
 * left out and told of.
 */
export async function* dumpItems(session: Session, now: number, damaged: Damaged): Pages {
  const sql = pageStatements(session.dialect);

  async function* plain(
    statement: string,
    first: Values,
    placeOf: (row: unknown) => Values,
    read: (row: unknown) => StoreItem,
  ): Pages {
    for await (const rows of pagesOf(session, statement, first, placeOf)) yield readable(rows, read, damaged);
  }

  yield* plain(sql.guild, { after: '' }, afterId, readGuildItem);
  yield* plain(sql.digest, { after: '' }, afterId, readDigestItem);
  yield* plain(sql.delivery, { after: '', slot: 0 }, afterDelivery, readDeliveryItem);
  yield* feeds(session, damaged);
  yield* plain(sql.entry, beforeRows, afterRow, readEntryItem);
  yield* articles(session, now, damaged);
  yield* plain(sql.value, { after: '', key: '', now }, afterValue, readValueItem);
}
