import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewArticle } from '../../src/domain/article.ts';
import { ConfigError } from '../../src/domain/errors.ts';
import { openStore } from '../../src/store/open-store.ts';
import { migrate } from '../../src/store/sqlite/migrate.ts';
import { migrations } from '../../src/store/sqlite/migrations.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { openSqlite } from '../../src/store/sqlite/open-sqlite.ts';
import { createWritingThread } from '../../src/store/sqlite/writing-thread.ts';
import { everyone, idsOf, newArticle, start } from './bench.ts';
import { followed } from './feed-bench.ts';
import { expectOldRows, sqliteRows } from './old-rows.ts';
import { sqliteFlaws } from './sqlite-flaws.ts';
import { startStoreProcess } from './store-process.ts';

const clock = { now: () => start };
/** One for all, as starting one takes longer than a test. */
const thread = createWritingThread();
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standfirst-migrate-'));
  path = join(folder, 'store.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

/** The schema of a database, in words that can be compared. */
function schemaOf(db: DatabaseSync): unknown {
  return db.prepare('select type, name, sql from sqlite_schema order by type, name').all();
}

function at(version: number): DatabaseSync {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  migrate(db, migrations.slice(0, version), path);
  return db;
}

/** Stores an article as the first version did. */
function storeAtFirst(db: DatabaseSync, article: NewArticle): void {
  const { id, scope, title, text, source, publishedAt, storedAt } = article;
  db.exec('begin');
  db.prepare(
    `insert into article_text (id, version, stored_at, title, body, raw, runs, removals, pull_quotes)
     values (?, 1, ?, ?, ?, ?, '[]', '[]', '[]')`,
  ).run(id, storedAt, title, text, text);
  db.prepare(
    `insert into article (id, scope, version, source, published_at, stored_at, topics)
     values (?, ?, 1, ?, ?, ?, '["sea"]')`,
  ).run(id, scope, source, publishedAt, storedAt);
  db.exec('commit');
}

/** Three forms of a made-up database, each migration needing what the one before has made. */
const forms = [
  'create table note (words text) strict',
  "insert into note values ('two'); alter table note add column mark integer",
  'update note set mark = 3; create index note_mark on note (mark)',
];

describe('migrations', () => {
  it.each(migrations.map((_, version) => version))(
    'lead from version %i to the newest form',
    async (version) => {
      at(version).close();
      const db = await openDatabase(path);
      const fresh = await openDatabase(':memory:');
      expect(schemaOf(db)).toEqual(schemaOf(fresh));
      fresh.close();
      db.close();
      const store = await openSqlite(path, clock, {}, thread);
      await store.articles.put(newArticle());
      expect(await store.articles.count(everyone)).toBe(1);
      const feed = await followed(store.feeds);
      expect(await store.feeds.active()).toEqual([feed]);
      await store.close();
    },
  );

  it.each(migrations.map((_, version) => version + 1))(
    'keep all that versions up to %i have written, and lose nothing of it',
    async (version) => {
      for (let form = 1; form <= version; form += 1) {
        const db = at(form);
        db.exec(sqliteRows[form] ?? '');
        db.close();
      }
      const store = await openSqlite(path, clock, {}, thread);
      await expectOldRows(store, { speakers: version >= 2, feeds: version >= 3, stories: version >= 4 });
      await store.close();
      expect(sqliteFlaws(`sqlite:${path}`)).toEqual([]);
    },
  );

  it('are done once by two processes that open an old file at the same time', async () => {
    const old = at(1);
    old.exec(sqliteRows[1] ?? '');
    old.close();
    const openers = ['a', 'b'].map((name) => startStoreProcess('open', `sqlite:${path}`, name));
    for (const opener of openers) opener.go();
    expect(await Promise.all(openers.map(({ ended }) => ended))).toEqual([0, 0]);
    const store = await openSqlite(path, clock, {}, thread);
    await expectOldRows(store, { speakers: false, feeds: false, stories: false });
    await store.close();
  });

  it.each([1, 2, 3, 4])('find what version %i has stored, and keep it findable', async (version) => {
    const article = newArticle({ text: 'A lantern.' });
    const db = at(version);
    storeAtFirst(db, article);
    db.close();
    const store = await openSqlite(path, clock, {}, thread);
    const found = async (words: string) =>
      idsOf(await store.articles.search({ scopes: everyone, words, match: 'all', limit: 9 }));
    expect(await found('lantern')).toEqual([article.id]);
    expect(await store.articles.put({ ...article, text: 'A beacon.' })).toBe('changed');
    expect([await found('lantern'), await found('beacon')]).toEqual([[], [article.id]]);
    await store.close();
    expect(sqliteFlaws(`sqlite:${path}`)).toEqual([]);
  });

  it.each([0, 1, 2, 3])('are applied in order and once, from version %i', (version) => {
    const db = new DatabaseSync(path);
    migrate(db, forms.slice(0, version), path);
    migrate(db, forms, path);
    migrate(db, forms, path);
    expect(db.prepare('select words, mark from note').all()).toEqual([{ words: 'two', mark: 3 }]);
    expect(db.prepare('pragma user_version').get()).toEqual({ user_version: 3 });
    db.close();
  });

  it('that fail leave the file as it was', () => {
    const db = new DatabaseSync(path);
    migrate(db, forms.slice(0, 1), path);
    const before = schemaOf(db);
    const broken = [...forms, 'insert into nowhere values (1)'];
    expect(() => migrate(db, broken, path)).toThrow('nowhere');
    expect(schemaOf(db)).toEqual(before);
    expect(db.prepare('pragma user_version').get()).toEqual({ user_version: 1 });
    db.close();
  });

  it('let the articles that were there wait to be grouped, in the order in which they were stored', async () => {
    const old = at(3);
    const [later, earlier] = [newArticle({ storedAt: start + 2 }), newArticle({ storedAt: start + 1 })];
    for (const article of [later, earlier, newArticle({ scope: 'person:7' })]) storeAtFirst(old, article);
    old
      .prepare(
        `insert into article_text select id, 2, stored_at, title, standfirst, body || ' More.', raw, runs, removals,
                pull_quotes from article_text where id = ?`,
      )
      .run(later.id);
    old.prepare('update article set version = 2 where id = ?').run(later.id);
    old.close();
    const store = await openSqlite(path, clock, {}, thread);
    expect((await store.stories.arrived(9)).map(({ id, version }) => [id, version])).toEqual([
      [earlier.id, 1],
      [later.id, 2],
    ]);
    await store.close();
  });

  it('keep what is stored when the file is opened again', async () => {
    const article = newArticle();
    const store = await openSqlite(path, clock, {}, thread);
    await store.articles.put(article);
    await store.close();
    await store.close();
    const again = await openSqlite(path, clock, {}, thread);
    expect((await again.articles.get(article.id, everyone))?.text).toBe(article.text);
    await again.close();
  });
});

it('reads no article of a row that is damaged, and says which', async () => {
  const [damaged, whole] = [newArticle(), newArticle()];
  const store = await openSqlite(path, clock, {}, thread);
  for (const article of [damaged, whole]) await store.articles.put(article);
  const db = await openDatabase(path);
  db.prepare(`update article_text set runs = '[{"cleanStart":"0"}]' where id = ?`).run(damaged.id);
  db.close();
  await expect(store.articles.get(damaged.id, everyone)).rejects.toThrow(`${damaged.id} is damaged`);
  expect(await store.articles.get(whole.id, everyone)).toBeDefined();
  expect(await store.articles.latest({ scopes: everyone, limit: 9 })).toHaveLength(2);
  await store.close();
});

describe('opening a store', () => {
  const mistakes = async (url: string) => {
    const error: unknown = await openStore(url, clock).catch((thrown: unknown) => thrown);
    return error instanceof ConfigError ? error.mistakes.join() : error;
  };

  it('makes the folders of its file', async () => {
    const store = await openStore(`sqlite:${join(folder, 'a', 'b', 'store.sqlite')}`, clock);
    await store.close();
    expect(await mistakes(`sqlite:${folder}`)).toContain('cannot be opened');
  });

  it('waits for another process that is making the file', async () => {
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    const opening = openStore(`sqlite:${path}`, clock);
    await new Promise((resolve) => setImmediate(resolve));
    other.exec('commit');
    other.close();
    const store = await opening;
    expect(await store.articles.count(everyone)).toBe(0);
    await store.close();
  });

  it('in memory shares nothing', async () => {
    const [one, other] = [
      await openStore('sqlite::memory:', clock),
      await openStore('sqlite::memory:', clock),
    ];
    await one.articles.put(newArticle());
    expect([await one.articles.count(everyone), await other.articles.count(everyone)]).toEqual([1, 0]);
    await Promise.all([one.close(), other.close()]);
  });

  it.each(['', 'sqlite:', 'mysql://db.example/news', 'data/store.sqlite'])('refuses "%s"', async (url) => {
    expect(await mistakes(url)).toContain('must be sqlite:PATH');
  });

  it('refuses a file that is no database and leaves it as it was', async () => {
    await writeFile(path, 'A letter, not a database. '.repeat(100));
    expect(await mistakes(`sqlite:${path}`)).toContain('cannot be opened (file is not a database)');
  });

  it('refuses a folder that cannot be made', async () => {
    await writeFile(path, '');
    expect(await mistakes(`sqlite:${join(path, 'deeper', 'store.sqlite')}`)).toContain('cannot be opened');
  });

  it('refuses the database of another application', async () => {
    await mkdir(dirname(path), { recursive: true });
    const db = new DatabaseSync(path);
    db.exec('create table article (name text)');
    expect(await mistakes(`sqlite:${path}`)).toContain('another application');
    expect(schemaOf(db)).toHaveLength(1);
    db.close();
  });

  it('refuses a file of a newer version', async () => {
    at(migrations.length).exec(`pragma user_version = ${migrations.length + 1}`);
    expect(await mistakes(`sqlite:${path}`)).toContain('written by a newer version');
  });

  it('switches on what an acknowledged write rests on', async () => {
    const db = await openDatabase(path);
    const pragma = (name: string) => Object.values(db.prepare(`pragma ${name}`).get() ?? {})[0];
    expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma)).toEqual([
      'wal',
      2,
      1,
      5000,
    ]);
    db.close();
  });
});
