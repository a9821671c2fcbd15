import { z } from 'zod';
import type { ArticleStore } from '../../domain/article-store.ts';
import type { Clock } from '../../domain/clock.ts';
import { createPhraseTest, stemsOf } from '../../domain/phrase-test.ts';
import { type Database, named, type Statement } from './connection.ts';
import { allOf, anyOf } from './index-query.ts';
import { dayOf, facets, quoted } from './index-words.ts';
import { isReadable } from './read-articles.ts';
import { facetsOf } from './search-articles.ts';

type Query = Parameters<ArticleStore['holding']>[0];

/** Through more days than these the words are looked for without the days. */
const mostDays = 40;
/** So many texts are read at a time, to see whether words that an article has stand side by side in it. */
const textsAtOnce = 100;

/** "offset 0" keeps the planner from anything but the index of words: see newest-matching.ts. */
const holding = named(
  `with day as materialized (
     select distinct name from tally where kind = 'day' and scope = any(:scopes) and name::bigint >= :firstDay
   ), sought as materialized (
     select :needed || case when count(*) between 1 and ${mostDays}
                            then ' & (' || string_agg('''@' || name || '''', '|') || ')' else '' end as query
       from day
   )
   select a.id from (select * from article where words @@ (select query from sought)::tsquery offset 0) a
    where a.published_at >= :since::bigint and a.stored_at >= :storedSince::bigint and ${isReadable}
    order by a.published_at desc, a.row_id desc limit :limit::bigint`,
);
const textsOf = (columns: string) =>
  named(
    `select a.id, ${columns} from article a join article_text t on t.id = a.id and t.version = a.version
      where a.id = any(:ids)`,
  );
const titles = textsOf("t.title, '' as body");
const texts = textsOf('t.title, t.body');

const idRow = z.object({ id: z.string() });
const textRow = z.object({ id: z.string(), title: z.string(), body: z.string() });

/** The parts of `tsquery` that an article must fulfil to hold the stems somewhere. */
const hasAll = (stems: readonly string[]): string => `(${allOf([...new Set(stems)].map(quoted))})`;

/** Makes the read of `ArticleStore` by phrases. The index does not know where words stand: for that texts are read. */
export function createHolding(db: Database, clock: Clock): ArticleStore['holding'] {
  async function candidates(needed: readonly string[], query: Query, limit: number) {
    const { scopes, since = Number.MIN_SAFE_INTEGER, storedSince = Number.MIN_SAFE_INTEGER } = query;
    const rows = await db.rows(holding, {
      needed: allOf(needed),
      scopes,
      firstDay: dayOf(since),
      since,
      storedSince,
      now: clock.now(),
      limit,
    });
    return rows.map((row) => idRow.parse(row).id);
  }

  async function standing(
    ids: readonly string[],
    statement: Statement,
    holds: (text: string) => boolean,
  ): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let from = 0; from < ids.length; from += textsAtOnce) {
      const rows = await db.rows(statement, { ids: ids.slice(from, from + textsAtOnce) });
      for (const row of rows) {
        const { id, title, body } = textRow.parse(row);
        if (holds(title) || holds(body)) found.add(id);
      }
    }
    return found;
  }

  return async (query) => {
    const phrases = query.phrases.map(stemsOf).filter(({ length }) => length > 0);
    const { limit, inTitle = false } = query;
    if (phrases.length === 0 || query.scopes.length === 0 || limit <= 0) return new Set();
    const places = query.scopes.includes('public') ? [] : [anyOf(query.scopes.map(facets.scope))];
    const needed = [anyOf(phrases.map((stems) => hasAll(stems))), ...facetsOf(query), ...places];
    if (!inTitle && phrases.every(({ length }) => length === 1))
      return new Set(await candidates(needed, query, limit));
    const ids = await candidates(needed, query, Number.MAX_SAFE_INTEGER);
    const found = await standing(ids, inTitle ? titles : texts, createPhraseTest(phrases));
    return new Set(ids.filter((id) => found.has(id)).slice(0, limit));
  };
}
