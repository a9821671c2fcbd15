import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { HeadlineQuery } from '../../domain/article-store.ts';
import { jsonColumn, toJson } from '../json-column.ts';
import { candidateCount } from '../worth.ts';
import { isReadable } from './readable.ts';
import { lowestRowId } from './row-id.ts';

/**
 * So many articles that hold the words are looked at, and then so many more, as long as too few of them are of the topic,
 * the source and the scopes that are asked for.
 */
const looks = [candidateCount, 800, 4_000];
const mostLookedAt = 5_000;
/** Then articles of such a topic, source or scope are asked for the words: so many times, once a word, each as long as a hundred of those. */
const mostAsked = 60;

const holdingRow = z.object({
  row_id: z.int(),
  published_at: z.int(),
  title: z.string(),
  length: z.int(),
});
const rowIdRow = z.object({ row_id: z.int() });
const rowIds = jsonColumn(z.array(z.int()));
const rowIdsRow = z.object({ row_ids: rowIds });
const wordRow = z.object({ sampled: z.int(), row_ids: rowIds });

export type HoldingRow = z.infer<typeof holdingRow>;

/** `match` is in the syntax of FTS5, and of so many words. */
export interface Holding extends Omit<HeadlineQuery, 'limit'> {
  readonly match: string;
  readonly wordCount: number;
  readonly now: number;
}

/** A number of JavaScript comes as a float, and by floats FTS5 bounds no search: it would read on to its oldest row. */
const bound = (name: string) => `cast(${name} as integer)`;

function prepare(db: DatabaseSync) {
  const holding = (condition: string) =>
    `select rowid from article_fts where article_fts match :match and ${condition}`;
  const newest = (condition: string) =>
    `${holding(`rowid >= ${bound(':lowest')} ${condition}`)} order by rowid desc`;
  const listed = (rows: string) => db.prepare(`select json_group_array(rowid) as row_ids from (${rows})`);
  const newestOf = (table: string, condition: string) =>
    db.prepare(
      `select row_id from ${table}
        where scope = :scope ${condition} and published_at >= :since and row_id < :below
        order by published_at desc limit :count`,
    );
  return {
    newest: listed(`${newest(`and rowid < ${bound(':below')}`)} limit :count`),
    among: listed(holding('rowid in (select value from json_each(:rowIds))')),
    readable: db.prepare(
      `select a.row_id, a.published_at, t.title, octet_length(t.body) as length
         from json_each(:rowIds) f cross join article a on a.row_id = f.value
              cross join article_text t on t.id = a.id and t.version = a.version
        where a.published_at >= :since and a.stored_at >= :storedSince and (:source is null or a.source = :source)
          and (:topic is null or exists (select 1 from json_each(a.topics) where value = :topic))
          and ${isReadable}`,
    ),
    ofScope: newestOf('article', ''),
    ofSource: newestOf('article', 'and source = :source'),
    ofTopic: newestOf('article_topic', 'and topic = :topic'),
    word: db.prepare(
      `select count(*) filter (where rowid >= :sampleFrom) as sampled,
              json_group_array(rowid) filter (where rowid in (select value from json_each(:rowIds))) as row_ids
         from (${newest('')} limit ${mostLookedAt})`,
    ),
  };
}

/** Makes reads of the index of words that end early, however many articles hold a word. */
export function createHoldings(db: DatabaseSync) {
  const statements = prepare(db);

  /** The newest articles below a row that are of the topic, the source or the scopes. */
  function newestOf(query: Holding, below: number): readonly number[] {
    const { scopes, topic, source, since = Number.MIN_SAFE_INTEGER } = query;
    const count = Math.ceil(mostAsked / query.wordCount);
    const asked = { since, below, count };
    const rows = scopes.flatMap((scope) => {
      if (source !== undefined) return statements.ofSource.all({ ...asked, scope, source });
      if (topic !== undefined) return statements.ofTopic.all({ ...asked, scope, topic });
      return statements.ofScope.all({ ...asked, scope });
    });
    return rows
      .map((row) => rowIdRow.parse(row).row_id)
      .sort((one, other) => other - one)
      .slice(0, count);
  }

  /** The newest that match, newest first, 200 at most. */
  function newest(query: Holding): readonly HoldingRow[] {
    const { match, now, since = Number.MIN_SAFE_INTEGER, topic = null, source = null } = query;
    const { storedSince = Number.MIN_SAFE_INTEGER } = query;
    const conditions = { now, since, storedSince, topic, source, scopes: toJson(query.scopes) };
    const rows: HoldingRow[] = [];
    const take = (found: readonly number[]) => {
      for (const row of statements.readable.iterate({ ...conditions, rowIds: toJson(found) })) {
        if (rows.length >= candidateCount) return;
        rows.push(holdingRow.parse(row));
      }
    };
    let below = Number.MAX_SAFE_INTEGER;
    for (const count of looks) {
      const asked = { match, lowest: lowestRowId(since), below, count };
      const found = rowIdsRow.parse(statements.newest.get(asked)).row_ids;
      take(found);
      if (rows.length >= candidateCount || found.length < count) return rows;
      below = found.at(-1) ?? below;
    }
    const asked = { match, rowIds: toJson(newestOf(query, below)) };
    take(rowIdsRow.parse(statements.among.get(asked)).row_ids.toSorted((one, other) => other - one));
    return rows;
  }

  return {
    newest,
    /** Which of some articles hold a word, and how many do from a row on. */
    ofWord(match: string, candidates: readonly number[], sampleFrom: number) {
      const lowest = Math.min(sampleFrom, ...candidates);
      const row = statements.word.get({ match, rowIds: toJson(candidates), sampleFrom, lowest });
      const { sampled, row_ids: holders } = wordRow.parse(row);
      return { sampled, holders: new Set(holders) };
    },
  };
}
