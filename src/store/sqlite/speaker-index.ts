import type { DatabaseSync } from 'node:sqlite';
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
import { isReadable } from './readable.ts';
import { lowestRowId } from './row-id.ts';
import { inTransaction } from './transaction.ts';

const idRow = z.object({ id: z.string() });
const quotingRow = z.object({ id: z.string(), row_id: z.int(), published_at: z.int() });
const placeRow = z.object({ row_id: z.int(), scope: z.string() });
const speakerRow = z.object({ speaker_id: z.int() });

function prepareNoting(db: DatabaseSync) {
  return {
    scope: db.prepare('select row_id, scope from article where id = :articleId'),
    forget: db.prepare('delete from article_speaker where row_id = :rowId'),
    speaker: db.prepare(
      `insert into speaker (scope, name, words, role) values (:scope, :name, :words, :role)
         on conflict do update set role = coalesce(excluded.role, role)
       returning speaker_id`,
    ),
    quote: db.prepare(
      'insert or ignore into article_speaker (speaker_id, row_id) values (:speakerId, :rowId)',
    ),
    noted: db.prepare('update article set noted = :edition where id = :articleId'),
  };
}

/** Makes `note` of `SpeakerIndex`, within a transaction. */
export function createNoting(
  db: DatabaseSync,
): (articleId: string, names: readonly QuotedName[], edition: number) => void {
  const statements = prepareNoting(db);
  return (articleId, names, edition) => {
    const article = statements.scope.get({ articleId });
    if (article === undefined) return;
    const { row_id: rowId, scope } = placeRow.parse(article);
    statements.forget.run({ rowId });
    for (const { name, words, role } of names) {
      const row = statements.speaker.get({ scope, name, words, role: role ?? null });
      statements.quote.run({ speakerId: speakerRow.parse(row).speaker_id, rowId });
    }
    statements.noted.run({ articleId, edition });
  };
}

function prepare(db: DatabaseSync) {
  const names = 'select s.name, s.role, s.article_count';
  const isQuoted = `exists (
    select 1 from article_speaker q cross join article a on a.row_id = q.row_id
     where q.speaker_id = s.speaker_id and ${isReadable})`;
  const order = 'order by s.article_count desc, s.name limit :limit';
  return {
    unnoted: db.prepare(
      `select ${articleColumns}
         from article a cross join article_text t on t.id = a.id and t.version = a.version
        where a.noted < :edition order by a.noted desc, a.row_id desc limit :limit`,
    ),
    named: db.prepare(
      `${names} from speaker_fts f cross join speaker s on s.speaker_id = f.rowid
        where speaker_fts match :match and s.scope in (select value from json_each(:scopes)) and ${isQuoted}
        ${order}`,
    ),
    mostQuoted: db.prepare(`${names} from speaker s where s.scope = :scope and ${isQuoted} ${order}`),
    ids: db.prepare(
      `select speaker_id from speaker
        where scope in (select value from json_each(:scopes)) and name in (select value from json_each(:names))`,
    ),
    // The order of the joins is fixed: the newest of a speaker come first, and the limit ends it.
    quoting: db.prepare(
      `select a.id, a.row_id, a.published_at
         from article_speaker q cross join article a on a.row_id = q.row_id
        where q.speaker_id = :speakerId and q.row_id >= :lowest
          and a.published_at between :since and :until and ${isReadable}
        order by q.row_id desc limit :limit`,
    ),
  };
}

/** The index of speakers beside the articles it speaks of. */
export function createSpeakerIndex(db: DatabaseSync, clock: Clock): SpeakerIndex {
  const statements = prepare(db);
  const note = createNoting(db);

  function names({ scopes, words, match, limit }: NameQuery): readonly KnownName[] {
    const most = Math.max(0, limit);
    const common = { scopes: JSON.stringify(scopes), now: clock.now(), limit: most * scopes.length };
    const quoted = words.map((word) => `"${word.replaceAll('"', '""')}"${match === 'begun' ? '*' : ''}`);
    const rows =
      words.length === 0
        ? [...new Set(scopes)].flatMap((scope) => statements.mostQuoted.all({ ...common, scope }))
        : statements.named.all({ ...common, match: quoted.join(' AND ') });
    return mergeNames(rows, most);
  }

  /** Asks for each name by itself, since one index cannot give the newest of several in order. */
  function articles({ scopes, names: wanted, since, until, limit }: QuotingQuery): readonly string[] {
    const most = Math.max(0, limit);
    const from = since ?? Number.MIN_SAFE_INTEGER;
    const common = { scopes: JSON.stringify(scopes), now: clock.now() };
    const rows = statements.ids
      .all({ scopes: common.scopes, names: JSON.stringify(wanted) })
      .flatMap((row) =>
        statements.quoting.all({
          ...common,
          speakerId: speakerRow.parse(row).speaker_id,
          lowest: lowestRowId(from),
          since: from,
          until: until ?? Number.MAX_SAFE_INTEGER,
          limit: most,
        }),
      )
      .map((row) => quotingRow.parse(row))
      .toSorted((one, other) => other.published_at - one.published_at || other.row_id - one.row_id);
    return [...new Set(rows.map(({ id }) => id))].slice(0, most);
  }

  return {
    note: async (articleId, quoted, edition) => inTransaction(db, () => note(articleId, quoted, edition)),
    unnoted: async (edition, limit) =>
      statements.unnoted.all({ edition, limit }).map((row) => readArticle(idRow.parse(row).id, row)),
    names: async (query) => names(query),
    articles: async (query) => articles(query),
  };
}
