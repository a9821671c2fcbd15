import { expect, it } from 'vitest';
import { ConfigError } from '../../src/domain/errors.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createArticleStore } from '../../src/store/postgres/article-store.ts';
import { openDatabase } from '../../src/store/postgres/connection.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import { migrations } from '../../src/store/postgres/migrations.ts';
import { createTidier } from '../../src/store/postgres/tidier.ts';
import { ask, describeOnPostgres, newDatabase, newSchema } from '../postgres/databases.ts';
import { everyone, newArticle, start } from './bench.ts';
import { expectOldRows, postgresRows } from './old-rows.ts';
import { postgresFlaws } from './postgres-flaws.ts';

const clock = { now: () => start };

/** The tables, columns and indexes of a database, in words that can be compared. */
const schemaOf = (url: string) =>
  ask(
    url,
    `select table_name, column_name, data_type, is_nullable from information_schema.columns
      where table_schema = current_schema()
     union all select tablename, indexname, replace(indexdef, schemaname, ''), '' from pg_indexes
      where schemaname = current_schema() order by 1, 2`,
  );

const formOf = (url: string) => ask(url, 'select form from standfirst_form');

async function bringTo(url: string, forms: readonly string[]): Promise<void> {
  const db = openDatabase(url);
  await migrate(db, forms, 'news').finally(() => db.close());
}

/** Three forms of a made-up database, each migration needing what the one before has made. */
const forms = [
  'create table note (words text)',
  "insert into note values ('two'); alter table note add column mark integer",
  'update note set mark = 3; create index note_mark on note (mark)',
];

async function mistakes(url: string): Promise<unknown> {
  const error: unknown = await openStore(url, clock).catch((thrown: unknown) => thrown);
  return error instanceof ConfigError ? error.mistakes.join() : error;
}

describeOnPostgres('migrations of PostgreSQL', () => {
  it.each(migrations.map((_, form) => form))('lead from form %i to the newest', async (form) => {
    const [url, fresh] = [await newSchema(), await newSchema()];
    await bringTo(url, migrations.slice(0, form));
    for (const each of [url, fresh]) await bringTo(each, migrations);
    expect(await schemaOf(url)).toEqual(await schemaOf(fresh));
    const store = await openStore(url, clock);
    await store.articles.put(newArticle());
    expect(await store.articles.count(everyone)).toBe(1);
    await store.close();
    await store.close();
  });

  it.each(migrations.map((_, form) => form + 1))(
    'keep all that versions up to %i have written, and lose nothing of it',
    async (form) => {
      const url = await newSchema();
      for (let each = 1; each <= form; each += 1) {
        await bringTo(url, migrations.slice(0, each));
        await ask(url, postgresRows[each] ?? '');
      }
      const stores = await Promise.all([openStore(url, clock), openStore(url, clock)]);
      for (const store of stores.slice(0, 1))
        await expectOldRows(store, { speakers: true, feeds: true, stories: form >= 2 });
      await Promise.all(stores.map((store) => store.close()));
      expect(await postgresFlaws(url)).toEqual([]);
    },
  );

  it('let the articles that were there wait to be grouped, in the order in which they were stored', async () => {
    const url = await newSchema();
    const old = openDatabase(url);
    await migrate(old, migrations.slice(0, 1), 'news');
    const tidier = createTidier(old);
    const articles = createArticleStore(old, tidier, clock, undefined);
    const [later, earlier] = [newArticle({ storedAt: start + 2 }), newArticle({ storedAt: start + 1 })];
    await articles.putAll([later, earlier, newArticle({ scope: 'person:7' })]);
    await articles.put({ ...later, text: 'The ferry stops in June.' });
    await tidier.settled();
    await old.close();
    const store = await openStore(url, clock);
    expect((await store.stories.arrived(9)).map(({ id, version }) => [id, version])).toEqual([
      [earlier.id, 1],
      [later.id, 2],
    ]);
    await store.close();
  });

  it.each([0, 1, 2, 3])('are applied in order and once, from form %i', async (form) => {
    const url = await newSchema();
    await bringTo(url, forms.slice(0, form));
    await Promise.all([bringTo(url, forms), bringTo(url, forms)]);
    await bringTo(url, forms);
    expect(await ask(url, 'select words, mark from note')).toEqual([{ words: 'two', mark: 3 }]);
    expect(await formOf(url)).toEqual([{ form: 3 }]);
  });

  it('that fail leave the database as it was', async () => {
    const url = await newSchema();
    await bringTo(url, forms.slice(0, 1));
    const before = await schemaOf(url);
    await expect(bringTo(url, [...forms, 'insert into nowhere values (1)'])).rejects.toThrow('nowhere');
    expect(await schemaOf(url)).toEqual(before);
    expect(await formOf(url)).toEqual([{ form: 1 }]);
  });
});

describeOnPostgres('opening a store in PostgreSQL', () => {
  it('refuses the database of another application, and leaves it as it was', async () => {
    const url = await newSchema();
    await ask(url, 'create table article (name text)');
    expect(await mistakes(url)).toContain('another application');
    expect(await schemaOf(url)).toHaveLength(1);
  });

  it('refuses a database of a newer version', async () => {
    const url = await newSchema();
    await bringTo(url, migrations);
    await ask(url, 'update standfirst_form set form = form + 1');
    expect(await mistakes(url)).toContain('written by a newer version');
  });

  it('refuses a database of another encoding', async () => {
    const url = await newDatabase(`encoding 'LATIN1' template template0`);
    expect(await mistakes(url)).toContain('encoding LATIN1');
  });

  it('refuses a role that may make no tables', async () => {
    const url = await newSchema();
    await ask(url, 'create role reader login');
    expect(await mistakes(url.replace('postgres@', 'reader:secret@'))).toMatch(/permission denied|no schema/);
    await ask(url, 'drop role reader');
  });

  it('refuses a database that is not there, and says which', async () => {
    const url = (await newSchema())
      .replace('/postgres?', '/nowhere?')
      .replace('postgres@', 'postgres:secret@');
    const said = await mistakes(url);
    expect(said).toContain('nowhere on localhost cannot be opened (database "nowhere" does not exist)');
    expect(said).not.toContain('secret');
  });

  it('refuses an address that cannot be read, without repeating its password', async () => {
    const said = await mistakes('postgres://user:secret@[news');
    expect(said).toContain('cannot be opened');
    expect(said).not.toContain('secret');
  });

  it('fails otherwise where no server answers, as one may come up', async () => {
    const error = await mistakes('postgres://user:secret@localhost/news?host=/nowhere');
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toContain('secret');
  });

  it('lets several bots run on it', async () => {
    const url = await newSchema();
    const stores = [await openStore(url, clock), await openStore(url, clock)];
    for (const store of stores) expect(store.takeBotLock()).toBeDefined();
    await Promise.all(stores.map((store) => store.close()));
  });
});
