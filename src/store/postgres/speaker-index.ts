import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type {
  KnownName,
  NameQuery,
  QuotedName,
  QuotingQuery,
  SpeakerIndex,
} from '../../domain/speaker-index.ts';
import { articleColumns, readArticle } from '../article-rows.ts';
import { mergeNames } from '../known-names.ts';
import { type Connection, type Database, named } from './connection.ts';
import { nameVector, queryName } from './index-query.ts';
import { isReadable } from './read-articles.ts';
import { textKey } from './text-key.ts';

const idRow = z.object({ id: z.string() });
const placeRow = z.object({ row_id: z.int(), scope: z.string(), published_at: z.int() });
const speakerRow = z.object({ speaker_id: z.int(), name_key: z.string() });
const quotingRow = z.object({ id: z.string(), published_at: z.int(), row_id: z.int() });

const names = 'select s.name, s.role, s.article_count';
const isQuoted = `exists (
    select 1 from article_speaker q join article a on a.row_id = q.row_id
     where q.speaker_id = s.speaker_id and ${isReadable})`;
const order = 'order by s.article_count desc, s.name limit :limit';

const statements = {
  /** Locked, so that whoever changes or removes the article comes before or after all of it. */
  article: named('select row_id, scope, published_at from article where id = :articleId for update'),
  forget: named('delete from article_speaker where row_id = :rowId'),
  noted: named('update article_note set edition = :edition where row_id = any(:rowIds::bigint[])'),
  unnoted: named(
    `select ${articleColumns}
       from article_note n join article a on a.row_id = n.row_id
            join article_text t on t.id = a.id and t.version = a.version
      where n.edition < :edition order by n.edition desc, n.published_at desc, n.row_id desc limit :limit`,
  ),
  begun: named(
    `${names} from speaker s
      where s.words @@ :words::tsquery and s.scope = any(:scopes) and ${isQuoted} ${order}`,
  ),
  // Each scope by itself, since one index cannot give the most quoted of several in order.
  mostQuoted: named(
    `select n.* from unnest(:scopes::text[]) scope cross join lateral (
       ${names} from speaker s where s.scope = scope.scope and ${isQuoted} ${order}) n`,
  ),
  quoting: named(
    `select n.* from speaker s cross join lateral (
       select a.id, q.published_at, q.row_id from article_speaker q join article a on a.row_id = q.row_id
        where q.speaker_id = s.speaker_id and q.published_at between :since and :until and ${isReadable}
        order by q.published_at desc, q.row_id desc limit :limit) n
      where s.scope = any(:scopes) and s.name_key = any(:nameKeys)
      order by n.published_at desc, n.row_id desc`,
  ),
};

/** An article's row, and whom it quotes. */
export interface Noted {
  readonly rowId: number;
  readonly scope: string;
  readonly publishedAt: number;
  readonly names: readonly QuotedName[];
}

/** A statement takes 65,535 values at most. */
const rowsAtOnce = 5000;

async function insertAll(
  db: Connection,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  end?: string,
): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    answers.push(...(await db.insert(table, columns, rows.slice(from, from + rowsAtOnce), end)));
  return answers;
}

/** Names in the order of their keys, so that two writers do not wait for each other; each once, as it was said last. */
async function speakersOf(
  db: Connection,
  scope: string,
  quoted: readonly QuotedName[],
): Promise<ReadonlyMap<string, number>> {
  const byKey = new Map<string, QuotedName>();
  for (const name of quoted) {
    const key = textKey(name.name);
    const role = name.role ?? byKey.get(key)?.role;
    byKey.set(key, { ...name, ...(role !== undefined && { role }) });
  }
  const rows = [...byKey]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, { name, words, role }]) => [scope, name, key, nameVector(words), role ?? null]);
  const written = await insertAll(
    db,
    'speaker',
    ['scope', 'name', 'name_key', 'words', 'role'],
    rows,
    `on conflict (scope, name_key) do update set role = coalesce(excluded.role, speaker.role)
       returning speaker_id, name_key`,
  );
  return new Map(
    written.map((row) => {
      const { name_key: key, speaker_id: speakerId } = speakerRow.parse(row);
      return [key, speakerId];
    }),
  );
}

/** Notes articles of which nothing is noted. */
export async function noteAll(db: Connection, articles: readonly Noted[], edition: number): Promise<void> {
  const byScope = [...Map.groupBy(articles, ({ scope }) => scope)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  for (const [scope, own] of byScope) {
    const speakers = await speakersOf(
      db,
      scope,
      own.flatMap(({ names: quoted }) => quoted),
    );
    await insertAll(
      db,
      'article_speaker',
      ['speaker_id', 'published_at', 'row_id'],
      own.flatMap(({ rowId, publishedAt, names: quoted }) =>
        [...new Set(quoted.map(({ name }) => speakers.get(textKey(name)) ?? 0))].map((speakerId) => [
          speakerId,
          publishedAt,
          rowId,
        ]),
      ),
    );
  }
  await db.change(statements.noted, { edition, rowIds: articles.map(({ rowId }) => rowId) });
}

export async function note(
  db: Connection,
  articleId: string,
  quoted: readonly QuotedName[],
  edition: number,
): Promise<void> {
  const [row] = await db.rows(statements.article, { articleId });
  if (row === undefined) return;
  const { row_id: rowId, scope, published_at: publishedAt } = placeRow.parse(row);
  await db.change(statements.forget, { rowId });
  await noteAll(db, [{ rowId, scope, publishedAt, names: quoted }], edition);
}

/** The index of speakers beside the articles it speaks of. */
export function createSpeakerIndex(db: Database, clock: Clock): SpeakerIndex {
  async function known({ scopes, words, match, limit }: NameQuery): Promise<readonly KnownName[]> {
    const most = Math.max(0, limit);
    const asked = { scopes: [...new Set(scopes)], now: clock.now(), limit: most * scopes.length };
    const query = queryName(words, match);
    if (words.length > 0 && query === '') return [];
    const rows =
      words.length === 0
        ? await db.rows(statements.mostQuoted, asked)
        : await db.rows(statements.begun, { ...asked, words: query });
    return mergeNames(rows, most);
  }

  async function articles({
    scopes,
    names: wanted,
    since,
    until,
    limit,
  }: QuotingQuery): Promise<readonly string[]> {
    const most = Math.max(0, limit);
    const rows = await db.rows(statements.quoting, {
      scopes,
      nameKeys: wanted.map(textKey),
      since: since ?? Number.MIN_SAFE_INTEGER,
      until: until ?? Number.MAX_SAFE_INTEGER,
      limit: most,
      now: clock.now(),
    });
    return [...new Set(rows.map((row) => quotingRow.parse(row).id))].slice(0, most);
  }

  return {
    note: (articleId, quoted, edition) =>
      db.transaction((connection) => note(connection, articleId, quoted, edition)),
    unnoted: async (edition, limit) =>
      (await db.rows(statements.unnoted, { edition, limit })).map((row) =>
        readArticle(idRow.parse(row).id, row),
      ),
    names: known,
    articles,
  };
}
