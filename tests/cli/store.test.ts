import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readlink, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/cli/refusal.ts';
import { createProgress } from '../../src/cli/store/progress.ts';
import { runStoreCall } from '../../src/cli/store/run-store.ts';
import { readStoreCall } from '../../src/cli/store/store-call.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Retention, Store } from '../../src/store/store.ts';
import { compiled } from '../compiled.ts';
import { makeFolder, root } from '../end-to-end/bot.ts';
import { describeOnPostgres, newDatabase } from '../postgres/databases.ts';
import { everyone, newArticle, newDigest } from '../store/bench.ts';

const clock = { now: Date.now };
/** Between two looks at a store that another process fills. */
const lookMs = 20;
const dayMs = 24 * 60 * 60 * 1000;

/** Starts the tool as its npm script does, with these variables and no others. */
function start(words: readonly string[], storeUrl: string, env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [join(root, 'src/cli/store.ts'), ...words], {
    cwd: root,
    env: { ...compiled, ...env, STORE_URL: storeUrl },
  });
  child.stdin.on('error', () => undefined); // it may end before it has read all
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([output, complaints, [status]]: [string, string, unknown[]]) => ({ status, output, complaints }),
  );
  return { child, ended };
}

async function runProcess(
  words: readonly string[],
  storeUrl: string,
  { input = '', env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
) {
  const { child, ended } = start(words, storeUrl, env);
  child.stdin.end(input);
  return await ended;
}

/** Does what the process does, in this one. */
async function run(
  words: readonly string[],
  storeUrl: string,
  {
    input = '',
    retention = { days: 90, articles: 300_000 },
  }: { readonly input?: string; readonly retention?: Retention } = {},
) {
  const call = readStoreCall(words);
  if (call.kind === 'help') throw new Error('nothing is to be done');
  const complaints: string[] = [];
  const output = new PassThrough();
  const written = text(output);
  const tool = {
    storeUrl,
    retention,
    clock,
    terminal: {
      write: async (line: string) => void output.write(`${line}\n`),
      note: (line: string) => void complaints.push(`${line}\n`),
    },
    progress: createProgress({ write: (said: string) => complaints.push(said) }, clock),
    input: Readable.from([Buffer.from(input)]),
    output,
    signal: new AbortController().signal,
  };
  try {
    const status = await runStoreCall(call, tool);
    output.end();
    return { status, output: await written, complaints: complaints.join('') };
  } catch (error) {
    output.end();
    if (!(error instanceof Refusal)) throw error;
    return { status: 1, output: await written, complaints: `store: ${error.message}\n` };
  }
}

let folder: Awaited<ReturnType<typeof makeFolder>>;
const stores: Store[] = [];
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await folder.remove();
});

const urlOf = (name: string) => `sqlite:${join(folder.path, name)}`;

async function open(url: string): Promise<Store> {
  const store = await openStore(url, clock);
  stores.push(store);
  return store;
}

/** A store that holds a bit of everything. */
async function filled(url: string, articleCount = 3): Promise<Store> {
  const store = await open(url);
  const storedAt = Date.now();
  const articles = Array.from({ length: articleCount }, () =>
    newArticle({ storedAt, publishedAt: storedAt }),
  );
  for (let from = 0; from < articleCount; from += 100)
    await store.articles.putAll(articles.slice(from, from + 100));
  await store.digests.add(newDigest({ nextRunAt: storedAt + dayMs }));
  return store;
}

/** The lines of an export that are not about when it was made. */
const itemsIn = (exported: string) =>
  exported
    .split('\n')
    .filter((line) => !line.includes('sha256'))
    .slice(1);

describe('the tool of the store, as a process', () => {
  it('ends with status 2 where it is called wrongly, and 78 where the store is none', async () => {
    const none = urlOf('none.sqlite');
    const [word, missing] = await Promise.all([runProcess(['import'], none), runProcess(['stats'], none)]);
    expect(word).toEqual({ status: 2, output: '', complaints: 'store: import needs a file, or -\n' });
    expect(missing).toMatchObject({ status: 78, output: '' });
    expect(missing.complaints).toContain('none.sqlite is not there');
  });

  it.each([
    [[]],
    [['eat']],
    [['stats', '--live']],
    [['stats', 'more']],
    [['import', 'a', 'b']],
    [['--loud']],
  ])('does not know %j', (words) => {
    expect(() => readStoreCall(words)).toThrow(UsageError);
  });

  it('writes an export that only its owner may read, beside a bot, and takes it in once', async () => {
    const store = await filled(folder.storeUrl);
    const lock = store.takeBotLock();
    const file = join(folder.path, 'backup.jsonl.gz');
    const written = await runProcess(['export', file], folder.storeUrl);
    expect(written).toMatchObject({ status: 0, output: '' });
    expect(written.complaints).toContain('keep it as you keep passwords');
    expect(written.complaints).toContain(`exported 3 articles, 1 digest to ${file}`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const other = urlOf('deep/other.sqlite');
    const [first, second] = [await runProcess(['import', file], other), await run(['import', file], other)];
    expect([first.status, first.output]).toEqual([0, 'imported 4 items: 4 new, 0 completed, 0 known\n']);
    expect(second.output).toBe('imported 4 items: 0 new, 0 completed, 4 known\n');
    const [here, there] = [await runProcess(['export'], folder.storeUrl), await run(['export', '-'], other)];
    expect(itemsIn(there.output)).toEqual(itemsIn(here.output));
    lock?.release();
  });

  it('writes no export over what is no file, and behind a link to one', async () => {
    await filled(folder.storeUrl);
    const said = async (file: string) => (await run(['export', file], folder.storeUrl)).complaints;
    const linkOf = async (name: string, target: string) => {
      await symlink(target, join(folder.path, name));
      return join(folder.path, name);
    };
    const device = await linkOf('device', '/dev/null');
    expect(await said(device)).toContain(`store: ${device} is no file: - writes to the output`);
    expect(await readlink(device)).toBe('/dev/null');
    expect(await said(folder.path)).toContain(`store: ${folder.path} is a folder`);
    expect(await said('/no/such/backup')).toContain('store: there is no folder /no/such');
    const first = join(folder.path, 'first.jsonl');
    await run(['export', first], folder.storeUrl);
    const latest = await linkOf('latest.jsonl', first);
    const before = await stat(first);
    expect((await run(['export', latest], folder.storeUrl)).status).toBe(0);
    expect(await readlink(latest)).toBe(first);
    expect((await stat(first)).ino).not.toBe(before.ino);
  });

  it.skipIf(!existsSync('/dev/full'))('says in a line that the output cannot be written', async () => {
    await filled(folder.storeUrl);
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [join(root, 'src/cli/store.ts'), 'stats'], {
      cwd: root,
      env: { ...compiled, STORE_URL: folder.storeUrl },
      stdio: ['ignore', full, 'pipe'],
    });
    const [complaints, [status]] = await Promise.all([
      text(child.stderr ?? Readable.from([])),
      once(child, 'close'),
    ]);
    closeSync(full);
    expect(status).toBe(1);
    expect(complaints).toMatch(/^store: the output cannot be written: ENOSPC.*\n$/);
  });

  it('says what the store holds and what retention removes, and removes it', async () => {
    const store = await filled(folder.storeUrl);
    await store.articles.put(newArticle({ storedAt: Date.now() - 8 * dayMs }));
    const env = { RETENTION_DAYS: '7' };
    const retention = { days: 7, articles: 300_000 };
    const { output } = await runProcess(['stats', '--json'], folder.storeUrl, { env });
    expect(JSON.parse(output)).toMatchObject({
      engine: 'SQLite',
      articles: { public: 4, guild: 0, person: 0 },
      digests: 1,
      retention: { days: 7, surplus: 1 },
    });
    const dry = await run(['prune', '--dry-run'], folder.storeUrl, { retention });
    expect([dry.status, await store.articles.count(everyone)]).toEqual([0, 4]);
    expect(dry.output).toBe('1 article to go: 0 expired, 1 older than 7 days, 0 more than 300,000\n');
    const real = await run(['prune'], folder.storeUrl, { retention });
    expect([real.output, await store.articles.count(everyone)]).toEqual([
      `${dry.output}1 article removed\n`,
      3,
    ]);
  });

  it('copies a store to another one, and refuses where something would be lost', async () => {
    const store = await filled(folder.storeUrl);
    const lock = store.takeBotLock();
    const target = urlOf('target.sqlite');
    const running = await run(['migrate-to', target], folder.storeUrl);
    expect(running).toMatchObject({ status: 1, output: '' });
    expect(running.complaints).toContain('a bot runs on the store');
    expect((await run(['migrate-to', target, '--live'], folder.storeUrl)).output).toContain(
      'both hold 3 articles, 1 digest (checksum ',
    );
    lock?.release();
    const again = await run(['migrate-to', target], folder.storeUrl);
    expect([again.status, again.complaints]).toEqual([
      1,
      'store: the other store holds something already: --merge adds to it, and takes nothing away\n',
    ]);
    await store.articles.put(newArticle());
    const merged = await run(['migrate-to', target, '--merge'], folder.storeUrl);
    expect(merged.output).toContain(
      'copied 5 items: 1 new, 0 completed, 4 known\nthe other store holds all 5 items',
    );
    const self = await run(
      ['migrate-to', `sqlite:${folder.path}/./store.sqlite`, '--merge'],
      folder.storeUrl,
    );
    expect([self.status, self.complaints]).toEqual([
      1,
      'store: that is the store itself: name another one\n',
    ]);
    expect(await store.articles.count(everyone)).toBe(4);
  });

  it('refuses an article that is another’s here', async () => {
    const [store, other] = [await open(folder.storeUrl), await open(urlOf('other.sqlite'))];
    const article = newArticle({ scope: 'guild:1' });
    await store.articles.put(article);
    await other.articles.put({ ...article, scope: 'guild:2' });
    const { output } = await run(['export'], urlOf('other.sqlite'));
    expect(await run(['import', '-'], folder.storeUrl, { input: output })).toMatchObject({
      status: 1,
      complaints: `store: the input, behind line 2: article ${article.id} belongs to another scope here\n`,
    });
    expect(await store.articles.get(article.id, ['guild:2'])).toBeUndefined();
  });

  it('names what is damaged, with what to do, and ends with status 1', async () => {
    await filled(folder.storeUrl);
    expect(await run(['verify'], folder.storeUrl)).toMatchObject({
      status: 0,
      output: 'ok    the store is whole: 3 articles and all else read\n',
    });
    const db = new DatabaseSync(join(folder.path, 'store.sqlite'));
    db.exec("update article_text set body = 'Other words.' where rowid = 1");
    db.close();
    const { status, output } = await run(['verify'], folder.storeUrl);
    expect(status).toBe(1);
    expect(output).toMatch(
      /^fails article_fts does not hold the words of what is stored .* -> export the store/m,
    );
    expect(output).toMatch(/^1 flaw; 3 articles/m);
  });
});

describe('an import that is broken off', () => {
  /** Starts an import of which only the first half comes, and waits until some of that is in the store. */
  async function begun(exported: string, target: string) {
    const { child, ended } = start(['import', '-'], target);
    child.stdin.write(exported.slice(0, exported.length / 2));
    const store = await open(target);
    while ((await store.articles.count(everyone)) < 100) await wait(lookMs);
    return { child, ended };
  }

  it('by kill -9 or by Ctrl-C goes on where it stands when it is run again, and is whole then', async () => {
    await filled(folder.storeUrl, 400);
    const { output: exported } = await run(['export'], folder.storeUrl);
    const targets = [urlOf('killed.sqlite'), urlOf('interrupted.sqlite')];
    const [killed, interrupted] = await Promise.all(targets.map((target) => begun(exported, target)));
    killed?.child.kill('SIGKILL');
    interrupted?.child.kill('SIGINT');
    await killed?.ended;
    expect(await interrupted?.ended).toEqual({
      status: 130,
      output: '',
      complaints: expect.stringMatching(/^interrupted behind line \d+ \(/),
    });
    for (const target of targets) {
      const last = await run(['import', '-'], target, { input: exported });
      expect(last.output).toMatch(/^imported 401 items: [1-9]\d* new, 0 completed, [1-9]\d* known\n$/);
      const again = await run(['export'], target);
      expect(itemsIn(again.output).toSorted()).toEqual(itemsIn(exported).toSorted());
      expect((await run(['verify'], target)).status).toBe(0);
    }
  });
});

describeOnPostgres('the tool of the store, on PostgreSQL', () => {
  it('moves a store there and back, and both times says that nothing is lost', async () => {
    await filled(folder.storeUrl);
    const url = await newDatabase('');
    const back = urlOf('back.sqlite');
    const [there, whole] = [
      await runProcess(['migrate-to', url], folder.storeUrl),
      await run(['verify'], url),
    ];
    expect(there).toMatchObject({ status: 0, complaints: '' });
    expect(there.output).toContain('both hold 3 articles, 1 digest (checksum ');
    expect([whole.status, whole.output]).toEqual([
      0,
      'ok    the store is whole: 3 articles and all else read\n',
    ]);
    expect((await run(['migrate-to', back], url)).output).toContain('both hold 3 articles, 1 digest');
    const [first, last] = [await run(['export'], folder.storeUrl), await run(['export'], back)];
    expect(itemsIn(last.output).toSorted()).toEqual(itemsIn(first.output).toSorted());
  });

  it('says in a line that a server or a database is not there', async () => {
    const { status, complaints } = await run(['stats'], 'postgres://localhost:1/news');
    expect([status, complaints]).toEqual([1, expect.stringMatching(/^store: .*ECONNREFUSED/)]);
    await filled(folder.storeUrl);
    const gone = (await newDatabase('')).replace(/\/test_\w+/, '/gone');
    await expect(run(['migrate-to', gone], folder.storeUrl)).rejects.toThrow(
      'the other store: gone on localhost cannot be opened',
    );
  });
});
