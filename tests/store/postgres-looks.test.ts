import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NewArticle } from '../../src/domain/article.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { type Database, named, openDatabase } from '../../src/store/postgres/connection.ts';
import { queryBeginnings } from '../../src/store/postgres/index-query.ts';
import { type Looks, matchingValues, newestMatching } from '../../src/store/postgres/newest-matching.ts';
import { describeOnPostgres } from '../postgres/databases.ts';
import { dayMs, newArticle, type StoreBench, start } from './bench.ts';
import { postgresBench } from './postgres-bench.ts';

const count = 400;

/** One article in so many has the word; "dawn" and "dusk" stand in the newest and the oldest ones alone. */
function titleOf(place: number): string {
  const often = [1, 2, 9, 40, 150].filter((every) => place % every === 0).map((every) => `in${every}`);
  return [...often, ...(place > count - 30 ? ['dawn'] : []), ...(place < 60 ? ['dusk'] : [])].join(' ');
}

const articles: readonly NewArticle[] = Array.from({ length: count }, (_, place) =>
  newArticle({
    title: titleOf(place),
    text: 'Tides.',
    scope: place % 3 === 0 ? 'guild:1' : 'public',
    publishedAt: start + Math.floor(place * 0.2) * dayMs + ((place * 7) % 24) * 3_600_000,
  }),
);

const looks: readonly (readonly [string, Looks])[] = [
  ['at the newest first, then as far back as is needed', { firstLook: 12, manyMatching: 3 }],
  ['at the newest first, then at all', { firstLook: 12, manyMatching: 1_000 }],
  ['at half of them first', { firstLook: 200, manyMatching: 3 }],
  ['at all at once', { firstLook: 1_000, manyMatching: 3_000 }],
];

const asked = [['in1'], ['in2'], ['in9'], ['in40'], ['in150'], ['dawn'], ['dusk'], ['in2', 'in9'], ['none']];

describeOnPostgres('what matches, looked for in PostgreSQL', () => {
  let bench: StoreBench;
  let db: Database;
  beforeEach(async () => {
    bench = await postgresBench();
    db = openDatabase(bench.url);
    const store = await bench.open();
    for (let from = 0; from < count; from += 100)
      await store.articles.putAll(articles.slice(from, from + 100));
  });
  afterEach(async () => {
    await db.close();
    await bench.clean();
  });

  it.each(looks)('is the newest when it looks %s', async (_, look) => {
    const statement = named(
      `${newestMatching(look)} select id from newest order by published_at desc, row_id desc`,
    );
    for (const scopes of [['public', 'guild:1'], ['guild:1'], ['person:9']] satisfies Scope[][])
      for (const words of asked)
        for (const limit of [1, 10, 50]) {
          const values = matchingValues({ scopes, needed: queryBeginnings(words), now: start, limit });
          const found = await db.rows(statement, values);
          const expected = articles
            .filter(
              ({ scope, title }) =>
                scopes.some((one) => one === scope) && words.every((word) => title.split(' ').includes(word)),
            )
            .toReversed()
            .toSorted((one, other) => other.publishedAt - one.publishedAt)
            .slice(0, limit);
          expect(found, `${words.join(' ')}, ${limit} of ${scopes.join()}`).toEqual(
            expected.map(({ id }) => ({ id })),
          );
        }
  });
});
