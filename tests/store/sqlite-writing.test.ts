import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDigestRows } from '../../src/store/sqlite/digest-store.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { openSqlite } from '../../src/store/sqlite/open-sqlite.ts';
import { createPorts } from '../../src/store/sqlite/ports.ts';
import { createWritingThread } from '../../src/store/sqlite/writing-thread.ts';
import { dayMs, everyone, idsOf, newArticle, newDigest, start } from './bench.ts';
import { sqliteBench } from './sqlite-bench.ts';
import { sqliteFlaws } from './sqlite-flaws.ts';

let bench: Awaited<ReturnType<typeof sqliteBench>>;
beforeEach(async () => {
  bench = await sqliteBench();
});
afterEach(() => bench.clean());

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the thread that writes a SQLite file', () => {
  it('leaves the event loop free while another writer holds the file', async () => {
    const { articles } = await bench.open();
    const other = new DatabaseSync(bench.path);
    other.exec('begin immediate');
    const article = newArticle();
    const written = articles.put(article);
    // A turn of the loop and a read go by, though the write cannot be done yet.
    await new Promise((resolve) => setImmediate(resolve));
    expect(await articles.count(everyone)).toBe(0);
    other.exec('rollback');
    other.close();
    expect(await written).toBe('new');
    expect(idsOf(await articles.latest({ scopes: everyone, limit: 9 }))).toEqual([article.id]);
  });

  it('tells of errors with their class and fields', async () => {
    const { articles, digests } = await bench.open();
    expect(await failureOf(articles.put(newArticle({ publishedAt: 0.5 })))).toBeInstanceOf(RangeError);
    const digest = newDigest();
    await digests.add(digest);
    expect(await failureOf(digests.add(digest))).toMatchObject({
      code: 'ERR_SQLITE_ERROR',
      errcode: 1555,
      message: expect.stringContaining('UNIQUE'),
    });
  });

  it('refuses what cannot go to another thread, and writes on', async () => {
    const { articles } = await bench.open();
    const odd = Object.assign(newArticle(), { pullQuotes: [() => 'none'] });
    expect(await failureOf(articles.put(odd))).toMatchObject({ name: 'DataCloneError' });
    expect(await articles.put(newArticle())).toBe('new');
  });

  it('does all that it was given before its store was closed, and nothing afterwards', async () => {
    const store = await bench.open();
    const written = Array.from({ length: 20 }, () => store.articles.put(newArticle()));
    const removed = store.articles.removeScope('guild:1');
    await store.close();
    expect(new Set(await Promise.all(written))).toEqual(new Set(['new']));
    expect(await removed).toBe(0);
    await expect(store.articles.put(newArticle())).rejects.toThrow('closed');
    expect(await (await bench.open()).articles.count(everyone)).toBe(20);
  });

  it('may end: what waits is rejected, and the next write has another', async () => {
    const thread = createWritingThread();
    const store = await openSqlite(bench.path, bench.clock, {}, thread);
    await store.articles.put(newArticle());
    const waiting = [failureOf(store.articles.put(newArticle())), failureOf(store.articles.prune(start))];
    await thread.end();
    for (const failure of await Promise.all(waiting))
      expect(failure).toMatchObject({ message: 'the thread that writes has ended' });
    const next = newArticle();
    expect(await store.articles.put(next)).toBe('new');
    expect(await store.articles.get(next.id, everyone)).toBeDefined();
    await store.close();
    await thread.end();
    expect(sqliteFlaws(bench.url)).toEqual([]);
  });

  it('is needed: the handle that reads refuses to write', async () => {
    await bench.open();
    const db = await openDatabase(bench.path);
    db.exec('pragma query_only = on');
    const { articles, state } = createPorts(db, bench.clock, {});
    await expect(articles.put(newArticle())).rejects.toThrow('readonly');
    await expect(state.clear('settings')).rejects.toThrow('readonly');
    db.close();
  });

  it('cannot write where its file has gone, and says so', async () => {
    const store = await openSqlite(bench.path, bench.clock, {});
    const thread = createWritingThread();
    const call = { kind: 'write', port: 'articles', method: 'prune', asked: [start], now: start } as const;
    const nowhere = { number: 1, path: join(bench.path, 'nowhere') };
    expect(await failureOf(thread.call({ ...call, store: nowhere }))).toMatchObject({ errcode: 14 });
    await thread.end();
    await store.close();
  });
});

describe('planning in a SQLite file', () => {
  it.each([
    ['was planned by another process', { nextRunAt: start + dayMs }],
    ['was paused', { pause: { at: start, by: 'person' as const } }],
    ['was set to other days', { days: [0] }],
    ['is to be posted elsewhere', { channelId: '201' }],
  ])('leaves out a digest that %s since it was read', async (_, change) => {
    const { digests } = await bench.open();
    const [changed, due] = [newDigest(), newDigest()];
    for (const digest of [changed, due]) await digests.add(digest);
    const db = await openDatabase(bench.path);
    const rows = createDigestRows(db, bench.clock);
    const read = await rows.due(start);
    await digests.update({ ...changed, ...change });
    const planned = read.map((digest) => ({ digest, slot: start, ended: [], nextRunAt: start + dayMs }));
    expect(await rows.moveOn(planned)).toBe(1);
    db.close();
    expect(await digests.get(changed.id, '100')).toEqual({ ...changed, ...change });
    expect(await digests.deliveries(changed.id, 9)).toEqual([]);
    expect(await digests.deliveries(due.id, 9)).toHaveLength(1);
  });
});

it('articles that a batch changes or repeats are found by their last words alone', async () => {
  const { articles } = await bench.open();
  const [first, other] = [newArticle({ text: 'A lantern.' }), newArticle({ text: 'A lighthouse.' })];
  const outcomes = await articles.putAll([
    first,
    other,
    { ...first, text: 'A beacon.' },
    other,
    newArticle(),
  ]);
  expect(outcomes).toEqual(['new', 'new', 'changed', 'unchanged', 'new']);
  const found = async (words: string) =>
    idsOf(await articles.search({ scopes: everyone, words, match: 'all', limit: 9 }));
  expect([await found('lantern'), await found('beacon'), await found('lighthouse')]).toEqual([
    [],
    [first.id],
    [other.id],
  ]);
  expect(sqliteFlaws(bench.url)).toEqual([]);
});

it('of everyday words, those in the title count, then how new an article is', async () => {
  const { articles } = await bench.open();
  const many = Array.from({ length: 500 }, (_, index) =>
    newArticle({
      publishedAt: start + index * 1000,
      text: 'The harbour was quiet, and the quiet was good.',
    }),
  );
  const titled = newArticle({ title: 'A quiet harbour', publishedAt: start + 350_500, text: 'The harbour.' });
  const rare = newArticle({
    text: 'The quiet harbour has a lantern, a lantern, a lantern.',
    publishedAt: start,
  });
  for (const few of [many, [titled, rare]])
    for (let from = 0; from < few.length; from += 100) await articles.putAll(few.slice(from, from + 100));
  bench.clock.at = start + 500_000;
  const found = async (words: string, limit: number) =>
    idsOf(await articles.search({ scopes: everyone, words, match: 'all', limit }));
  expect(await found('harbours quiet', 4)).toEqual([titled.id, ...idsOf(many.slice(-3).toReversed())]);
  expect(await found('quiet harbour', 9999)).toHaveLength(200);
  expect(await found('harbour lantern', 9)).toEqual([rare.id]);
});

it('where few of the newest 5,000 with the word are of a topic, source or scope, the newest of those are asked', async () => {
  const { articles } = await bench.open();
  const of = (count: number, from: number, given: object) =>
    Array.from({ length: count }, (_, index) =>
      newArticle({ title: 'Tide', text: 'High.', publishedAt: start + (from + index) * 1000, ...given }),
    );
  const few = of(70, 0, { topics: ['eels'], source: 'Eel News', scope: 'guild:1' });
  const many = [...few, ...of(5_000, 100, {})];
  for (let from = 0; from < many.length; from += 100) await articles.putAll(many.slice(from, from + 100));
  bench.clock.at = start + 6_000_000;
  const query = { words: 'tide', match: 'all', limit: 99, scopes: [...everyone, 'guild:1'] } as const;
  const newest = idsOf(few.slice(-60).toReversed());
  expect(idsOf(await articles.search({ ...query, topic: 'eels' }))).toEqual(newest);
  expect(idsOf(await articles.search({ ...query, source: 'Eel News', match: 'any' }))).toEqual(newest);
  expect(idsOf(await articles.search({ ...query, scopes: ['guild:1'] }))).toEqual(newest);
  expect(idsOf(await articles.search({ ...query, words: 'tide high', topic: 'eels' }))).toEqual(
    newest.slice(0, 30),
  );
  expect(await articles.search({ ...query, topic: 'eels', since: start + 80_000 })).toEqual([]);
});
