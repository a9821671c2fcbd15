import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NewArticle } from '../../src/domain/article.ts';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { describeOnPostgres } from '../postgres/databases.ts';
import { dayMs, idsOf, newArticle, start } from './bench.ts';
import { postgresBench } from './postgres-bench.ts';
import { sqliteBench } from './sqlite-bench.ts';

const parts = [
  ...[
    'sea',
    'Seas',
    'ferry',
    'FERRIES',
    'o’brien',
    "O'Brien",
    'Málaga',
    '10,000',
    'x-y',
    '漢字',
    '😀',
    'Straße',
    'ж',
  ],
  ...[
    '\0',
    '\ud800',
    '\udfff',
    '\ufdd0',
    '\ufdd00',
    '"',
    '*',
    "'",
    '\\',
    ':',
    '(',
    ')',
    '--',
    'NEAR',
    'OR',
    '__proto__',
  ],
];
const part = fc.constantFrom(...parts);
const words = fc
  .array(fc.tuple(part, fc.constantFrom(' ', '', '\n')), { maxLength: 8 })
  .map((pairs) => pairs.flat().join(''));
const id = fc.constantFrom('one', '__proto__', `t'"wo`, 'th\0ree', 'f\ud800our');
const scope = fc.constantFrom<Scope>('public', 'guild:1', 'person:1');

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const article = fc.record({
  id,
  scope,
  title: words,
  text: words,
  source: part,
  topics: fc.array(part, { maxLength: 3 }),
  expiresInDays: maybe(fc.integer({ min: 0, max: 20 })),
});

/** One step of many kinds: each takes of these what it needs. */
const step = fc.record({
  kind: fc.constantFrom(
    ...(['put', 'put', 'put', 'putAll', 'remove', 'removeScope', 'prune', 'get'] as const),
    ...(['search', 'search', 'titles', 'latest', 'sums'] as const),
  ),
  articles: fc.array(article, { minLength: 1, maxLength: 3 }),
  id,
  scope,
  scopes: fc.subarray<Scope>(['public', 'guild:1', 'person:1']),
  words,
  match: fc.constantFrom<'all' | 'any'>('all', 'any'),
  limit: fc.constantFrom(0, 1, 3, 99, -1, Number.NaN, Number.POSITIVE_INFINITY),
  since: fc.constantFrom(start, start + 2500, Number.NaN, Number.NEGATIVE_INFINITY),
  topic: maybe(part),
  source: maybe(part),
  day: fc.integer({ min: 0, max: 20 }),
});
type Step = typeof step extends fc.Arbitrary<infer Given> ? Given : never;

function articlesOf({ articles }: Step, index: number): NewArticle[] {
  return articles.map(({ expiresInDays, ...given }, place) => {
    const at = start + index * 1000 + place;
    const expiry = expiresInDays === undefined ? {} : { expiresAt: start + expiresInDays * dayMs };
    return newArticle({
      ...given,
      raw: `${given.text}\0`,
      publishedAt: at,
      storedAt: at,
      runs: [],
      ...expiry,
    });
  });
}

async function run(given: Step, store: ArticleStore, index: number): Promise<unknown> {
  const { kind, scopes, limit, since, topic, source } = given;
  const query = {
    scopes,
    limit,
    since,
    ...(topic !== undefined && { topic }),
    ...(source !== undefined && { source }),
  };
  switch (kind) {
    case 'put':
      return await Promise.all(articlesOf(given, index).slice(0, 1).map(store.put));
    case 'putAll':
      return await store.putAll(articlesOf(given, index));
    case 'remove':
      return await store.remove(given.id);
    case 'removeScope':
      return await store.removeScope(given.scope);
    case 'prune':
      return await store.prune(start + given.day * dayMs);
    case 'get':
      return [
        await store.get(given.id, scopes),
        await store.versions(given.id, scopes),
        [...(await store.texts([given.id, 'one'], scopes))].toSorted(),
      ];
    case 'search': {
      // Each engine puts what it finds in an order of its own.
      const rows = await store.search({ ...query, words: given.words, match: given.match, limit: 99 });
      return idsOf(rows).toSorted();
    }
    case 'titles':
      return idsOf(await store.titles({ scopes, typed: given.words, limit }));
    case 'latest':
      return await store.latest(query);
    default:
      return [
        await store.count(scopes),
        (await store.topics(scopes)).toSorted(),
        (await store.sources(scopes)).toSorted(),
      ];
  }
}

describeOnPostgres('both engines of the store', () => {
  it('answer any steps with hostile letters alike, and are whole after them', async () => {
    // Of several that are refused either may be named.
    const answerOf = (given: Step, store: ArticleStore, index: number) =>
      run(given, store, index).catch((error: unknown) =>
        String(error).replace(/article .* belongs/s, 'it belongs'),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
        const benches = [await sqliteBench(), await postgresBench()] as const;
        try {
          const [one, other] = [(await benches[0].open()).articles, (await benches[1].open()).articles];
          for (const [index, given] of steps.entries())
            expect(await answerOf(given, one, index)).toEqual(await answerOf(given, other, index));
          for (const bench of benches) expect(await bench.flaws()).toEqual([]);
        } finally {
          for (const bench of benches) await bench.clean();
        }
      }),
      { numRuns: 5, seed: 29 },
    );
  });
});
