import { z } from 'zod';
import type { Headline } from '../../domain/article.ts';
import type { ArticleStore, HeadlineQuery } from '../../domain/article-store.ts';
import type { Clock } from '../../domain/clock.ts';
import { searchWords } from '../../domain/search-words.ts';
import { headlineColumns, readHeadline } from '../article-rows.ts';
import { jsonColumn } from '../json-column.ts';
import { bestOf, type Candidate, candidateCount, rarity } from '../worth.ts';
import { type Database, named, type Statement } from './connection.ts';
import { allOf, anyOf, queryBeginnings, queryStems } from './index-query.ts';
import { facets } from './index-words.ts';
import { type Matching, matchingValues, newestMatching } from './newest-matching.ts';

/** Of words in the body (D) and in the title (A), so that the rank tells them apart: in the body alone it is .2 at most. */
const weights = '{0.2, 0.2, 0.2, 1}';
const leastInTitle = 0.4;

const candidatesRow = z.object({
  candidates: jsonColumn(z.array(z.tuple([z.int(), z.int(), z.int(), z.array(z.number())]))),
});

const texts = 'join article_text t on t.id = a.id and t.version = a.version';

const candidatesStatements = new Map<number, Statement>();

/**
 * Candidates as JSON, [row id, time, length, each word's rank]: the fastest way for hundreds of small rows. The
 * words of an article are unfolded once for all its ranks: `ts_delete` answers them as they are where they lack the word,
 * and "" is in none.
 */
function candidatesStatement(wordCount: number): Statement {
  const known = candidatesStatements.get(wordCount);
  if (known !== undefined) return known;
  const ranks = Array.from(
    { length: wordCount },
    (_, word) => `ts_rank('${weights}', m.words, :word${word}::tsquery)`,
  );
  const made = named(
    `${newestMatching()}
     select coalesce(
              json_agg(json_build_array(m.row_id, m.published_at, m.length, array[${ranks.join()}]))::text, '[]'
            ) as candidates
       from (select row_id, published_at, length, ${wordCount > 1 ? "ts_delete(words, '') as words" : 'words'}
               from newest offset 0) m`,
  );
  candidatesStatements.set(wordCount, made);
  return made;
}

const statements = {
  headlines: named(
    `select ${headlineColumns} from article a ${texts} where a.row_id = any(:rowIds::bigint[])`,
  ),
  newest: named(
    `${newestMatching()}
     select ${headlineColumns}
       from newest m join article a on a.row_id = m.row_id ${texts}
      order by m.published_at desc, m.row_id desc`,
  ),
};

type Row = z.infer<typeof candidatesRow>['candidates'][number];

const candidateOf = ([rowId, publishedAt, length, ranks]: Row): Candidate => ({
  rowId,
  publishedAt,
  length,
  has: ranks.map((rank) => (rank > leastInTitle ? 2 : Number(rank > 0))),
});

/** How telling each word is: the fewer of the candidates have it, the more. */
function raritiesOf(candidates: readonly Candidate[], wordCount: number): readonly number[] {
  return Array.from({ length: wordCount }, (_, word) => {
    const holding = candidates.filter(({ has }) => (has[word] ?? 0) > 0).length;
    return rarity(holding, candidates.length);
  });
}

/** What a query names besides words. */
export const facetsOf = ({ topic, source }: Pick<HeadlineQuery, 'topic' | 'source'>): readonly string[] => [
  ...(topic === undefined ? [] : [facets.topic(topic)]),
  ...(source === undefined ? [] : [facets.source(source)]),
];

const isVain = ({ scopes, limit }: Pick<Matching, 'scopes' | 'limit'>): boolean =>
  scopes.length === 0 || limit <= 0;

/** Makes the reads of `ArticleStore` that go by the index of words. */
export function createArticleSearch(db: Database, clock: Clock) {
  async function headlinesOf(rowIds: readonly number[]): Promise<readonly Headline[]> {
    const rows = (await db.rows(statements.headlines, { rowIds })).map(readHeadline);
    const known = new Map(rows.map(({ rowId, headline }) => [rowId, headline]));
    // One that was removed in between is missing.
    return rowIds.flatMap((rowId) => known.get(rowId) ?? []);
  }

  async function newest(needed: readonly string[], query: HeadlineQuery): Promise<readonly Headline[]> {
    if (isVain(query)) return [];
    const rows = await db.rows(statements.newest, matchingValues({ ...query, needed, now: clock.now() }));
    return rows.map((row) => readHeadline(row).headline);
  }

  return {
    async search(query: Parameters<ArticleStore['search']>[0]): Promise<readonly Headline[]> {
      const words = queryStems(searchWords(query.words));
      if (words.length === 0 || isVain(query)) return [];
      const now = clock.now();
      const [row] = await db.rows(candidatesStatement(words.length), {
        ...matchingValues({
          ...query,
          needed: [query.match === 'all' ? allOf(words) : anyOf(words), ...facetsOf(query)],
          now,
          limit: candidateCount,
        }),
        ...Object.fromEntries(words.map((word, index) => [`word${index}`, word])),
      });
      const candidates = candidatesRow.parse(row).candidates.map(candidateOf);
      return await headlinesOf(bestOf(candidates, raritiesOf(candidates, words.length), now, query.limit));
    },
    /** `typed` holds at least one word. */
    titlesWith: (typed: readonly string[], query: Pick<HeadlineQuery, 'scopes' | 'limit'>) =>
      newest(queryBeginnings(typed), query),
    /** The newest of a topic or a source. */
    latestOf: (query: HeadlineQuery) => newest(facetsOf(query), query),
  };
}
