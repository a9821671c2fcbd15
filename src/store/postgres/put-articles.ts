import { z } from 'zod';
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
import { BeginAgain, type Connection, type Database, named } from './connection.ts';
import { type IndexEntry, indexEntries, indexEntry } from './index-entry.ts';
import { type Tallied, tally } from './tallies.ts';
import { textKey } from './text-key.ts';
import type { Tidier } from './tidier.ts';

/** What is asked of an article that is stored already. */
export const articleStatements = {
  /** In one order, so that two writers of the same articles do not wait for each other. */
  stored: named(
    `select ${storedColumns}
       from article a join article_text t on t.id = a.id and t.version = a.version
      where a.id = any(:ids) order by a.id for update of a`,
  ),
  change: named(
    `update article
        set version = :version, source = :source, url = :url, url_key = :urlKey, author = :author,
            published_at = :publishedAt, stored_at = :storedAt, expires_at = :expiresAt, topics = :topics,
            words = :words::tsvector, length = :length
      where id = :id and scope = :scope`,
  ),
  thin: named(thinVersions),
  refresh: named(
    'update article set expires_at = :expiresAt, topics = :topics, words = :words::tsvector where id = :id',
  ),
  forgetSpeakers: named('delete from article_speaker where row_id = :rowId'),
  forgetNote: named('update article_note set edition = 0, published_at = :publishedAt where row_id = :rowId'),
};

export const articleFields = [
  'id',
  'scope',
  'version',
  'source',
  'url',
  'url_key',
  'author',
  'published_at',
  'stored_at',
  'expires_at',
  'topics',
  'words',
  'length',
] as const;

export const textFields = [
  'id',
  'version',
  'stored_at',
  'title',
  'standfirst',
  'body',
  'raw',
  'runs',
  'removals',
  'pull_quotes',
] as const;

export const addedRow = z.object({ id: z.string(), row_id: z.int(), published_at: z.int() });

const urlKeyOf = ({ url }: NewArticle): string | null => (url === undefined ? null : textKey(url));

function factRow(article: NewArticle, { words, length }: IndexEntry) {
  const facts = factsOf(article, 1);
  return [
    facts.id,
    facts.scope,
    facts.version,
    facts.source,
    facts.url,
    urlKeyOf(article),
    facts.author,
    facts.publishedAt,
    facts.storedAt,
    facts.expiresAt,
    facts.topics,
    words,
    length,
  ];
}

const textRow = (article: NewArticle, version: number) => Object.values(wordsOf(article, version));

const storedTally = (stored: StoredRow): Tallied => ({
  scope: stored.scope,
  source: stored.source,
  topics: stored.topics,
  publishedAt: stored.published_at,
});

/** Adds those whose ids are free still; answers the ids. */
async function add(db: Connection, articles: readonly NewArticle[]): Promise<ReadonlySet<string>> {
  if (articles.length === 0) return new Set();
  const entries = await indexEntries(articles);
  const rows = articles.flatMap((article, index) => {
    const entry = entries[index];
    return entry === undefined ? [] : [factRow(article, entry)];
  });
  const added = await db.insert(
    'article',
    articleFields,
    rows,
    'on conflict (id) do nothing returning id, row_id, published_at',
  );
  const notes = added.map((row) => addedRow.parse(row));
  const ids = new Set(notes.map(({ id }) => id));
  const fresh = articles.filter(({ id }) => ids.has(id));
  await db.insert(
    'article_text',
    textFields,
    fresh.map((article) => textRow(article, 1)),
  );
  await db.insert(
    'article_note',
    ['row_id', 'published_at'],
    notes.map((note) => [note.row_id, note.published_at]),
  );
  await tally(
    db,
    fresh.map((of) => ({ of, by: 1 })),
  );
  return ids;
}

async function change(db: Connection, article: NewArticle, stored: StoredRow): Promise<PutOutcome> {
  const version = stored.version + 1;
  await db.insert('article_text', textFields, [textRow(article, version)]);
  await db.change(articleStatements.change, {
    ...factsOf(article, version),
    urlKey: urlKeyOf(article),
    ...indexEntry(article),
  });
  await db.change(articleStatements.thin, { id: article.id, version });
  await db.change(articleStatements.forgetSpeakers, { rowId: stored.row_id });
  await db.change(articleStatements.forgetNote, { rowId: stored.row_id, publishedAt: article.publishedAt });
  await tally(db, [
    { of: storedTally(stored), by: -1 },
    { of: article, by: 1 },
  ]);
  return 'changed';
}

async function refresh(db: Connection, article: NewArticle, stored: StoredRow): Promise<PutOutcome> {
  const fresh = refreshmentOf(stored, article);
  if (fresh === undefined) return 'unchanged';
  const { expiresAt, topics } = fresh;
  const before = storedTally(stored);
  const { words } = indexEntry({
    ...before,
    title: stored.title,
    text: stored.body,
    scope: article.scope,
    topics,
  });
  await db.change(articleStatements.refresh, { id: article.id, expiresAt, topics: toJson(topics), words });
  await tally(db, [
    { of: before, by: -1 },
    { of: { ...before, topics }, by: 1 },
  ]);
  return 'unchanged';
}

async function putAgain(
  db: Connection,
  article: NewArticle,
  stored: StoredRow | undefined,
): Promise<PutOutcome> {
  // Another process had the id when this one wanted it, and has removed it since.
  if (stored === undefined) throw new BeginAgain();
  checkScope(stored, article);
  return saysTheSame(stored, article)
    ? await refresh(db, article, stored)
    : await change(db, article, stored);
}

/** Locks those that are stored already. */
async function storedOf(db: Connection, ids: readonly string[]): Promise<ReadonlyMap<string, StoredRow>> {
  const rows = ids.length === 0 ? [] : (await db.rows(articleStatements.stored, { ids })).map(readStored);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Puts articles of different ids. */
async function putDifferent(
  db: Connection,
  articles: readonly NewArticle[],
): Promise<ReadonlyMap<string, PutOutcome>> {
  const inOrder = articles.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const stored = new Map(
    await storedOf(
      db,
      inOrder.map(({ id }) => id),
    ),
  );
  const fresh = inOrder.filter(({ id }) => !stored.has(id));
  const added = await add(db, fresh);
  const lost = fresh.filter(({ id }) => !added.has(id)).map(({ id }) => id);
  for (const [id, row] of await storedOf(db, lost)) stored.set(id, row);
  const outcomes = new Map<string, PutOutcome>();
  for (const article of inOrder)
    outcomes.set(
      article.id,
      added.has(article.id) ? 'new' : await putAgain(db, article, stored.get(article.id)),
    );
  return outcomes;
}

/** The articles in order, parted so that no part has an id twice. */
function parted(articles: readonly NewArticle[]): readonly (readonly NewArticle[])[] {
  const parts: NewArticle[][] = [];
  let ids = new Set<string>();
  for (const article of articles) {
    if (parts.length === 0 || ids.has(article.id)) {
      parts.push([]);
      ids = new Set();
    }
    ids.add(article.id);
    parts.at(-1)?.push(article);
  }
  return parts;
}

/**
 * Makes `putAll` of `ArticleStore`. A text that is the same keeps its first dates; its topics grow and the later
 * expiry holds. An id never changes its scope.
 */
export function createPut(db: Database, tidier: Tidier) {
  return async (articles: readonly NewArticle[]): Promise<readonly PutOutcome[]> => {
    await tidier.room();
    const all = await db.transaction(async (connection) => {
      const outcomes: PutOutcome[] = [];
      for (const part of parted(articles)) {
        const ofIds = await putDifferent(connection, part);
        outcomes.push(...part.flatMap(({ id }) => ofIds.get(id) ?? []));
      }
      return outcomes;
    });
    const written = all.filter((outcome) => outcome !== 'unchanged').length;
    if (written > 0) tidier.after(written);
    return all;
  };
}
