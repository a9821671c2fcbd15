import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createArticleStore } from '../../src/store/postgres/article-store.ts';
import { openDatabase } from '../../src/store/postgres/connection.ts';
import { createTidier } from '../../src/store/postgres/tidier.ts';
import { ask, describeOnPostgres, newSchema } from '../postgres/databases.ts';
import { everyone, newArticle, start } from './bench.ts';

const clock = { now: () => start };
/** Pages that may wait: with fewer a merge does nothing. */
const fewPages = 8;
const articles = Array.from({ length: 600 }, (_, place) =>
  newArticle({
    title: `Ferry ${place}`,
    text: Array.from({ length: 40 }, (__, word) => `w${word}`).join(' '),
  }),
);

/** How many pages wait to be merged; they are merged by asking. */
const pagesWaiting = async (url: string): Promise<number> =>
  Number((await ask(url, `select gin_clean_pending_list('article_words') as pages`))[0]?.pages);

describeOnPostgres('what is appended to the index of words of PostgreSQL', () => {
  it('waits as long as nobody merges it, and is found all the same', async () => {
    const url = await newSchema();
    await openStore(url, clock).then((store) => store.close());
    const db = openDatabase(url);
    const nothing = async () => undefined;
    const store = createArticleStore(
      db,
      { after: () => undefined, room: nothing, settled: nothing },
      clock,
      undefined,
    );
    await store.putAll(articles);
    expect(
      await store.search({ scopes: ['public'], words: 'ferry 599', match: 'all', limit: 9 }),
    ).toHaveLength(1);
    expect(await pagesWaiting(url)).toBeGreaterThan(fewPages);
    await db.close();
  });

  it('is merged when the store is closed, with nothing left of how', async () => {
    const url = await newSchema();
    const store = await openStore(url, clock);
    await store.articles.putAll(articles);
    await store.close();
    expect(await pagesWaiting(url)).toBeLessThanOrEqual(fewPages);
    const again = await openStore(url, clock);
    expect(await again.articles.count(everyone)).toBe(articles.length);
    expect(await again.stories.arrived(1_000)).toHaveLength(articles.length);
    expect(
      await again.articles.search({ scopes: ['public'], words: 'ferry 599', match: 'all', limit: 9 }),
    ).toHaveLength(1);
    await again.close();
  });

  it('is merged by one process after the other, each waiting for its turn', async () => {
    const url = await newSchema();
    const stores = await Promise.all([openStore(url, clock), openStore(url, clock)]);
    await Promise.all(
      stores.map((store, which) => store.articles.putAll(articles.slice(which * 300, which * 300 + 300))),
    );
    await Promise.all(stores.map((store) => store.close()));
    expect(await pagesWaiting(url)).toBeLessThanOrEqual(fewPages);
  });

  it('holds a writer up for a moment only, however long merging takes', async () => {
    const merging = Promise.withResolvers<void>();
    const db = { script: () => merging.promise, transaction: () => Promise.reject(new Error('unused')) };
    const tidier = createTidier(db);
    await tidier.room();
    tidier.after(3_000);
    const before = performance.now();
    await tidier.room();
    expect(performance.now() - before).toBeGreaterThan(50);
    const [settled] = [tidier.settled(), merging.resolve()];
    await settled;
    await tidier.room();
  });

  it('is left to the next turn where merging fails', async () => {
    const db = openDatabase('postgres://nobody@127.0.0.1:1/none');
    const tidier = createTidier(db);
    tidier.after(1);
    await tidier.settled();
    await expect(tidier.room()).resolves.toBeUndefined();
    await db.close();
  });
});
