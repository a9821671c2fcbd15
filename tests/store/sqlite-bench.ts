import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../src/store/sqlite/open-sqlite.ts';
import { createWritingThread } from '../../src/store/sqlite/writing-thread.ts';
import type { Store } from '../../src/store/store.ts';
import { type StoreBench, start } from './bench.ts';
import { dumpSqlite } from './sqlite-dump.ts';
import { sqliteFlaws } from './sqlite-flaws.ts';

/** One for all stores of a test file, as starting one takes longer than most tests. */
const thread = createWritingThread();

/** An empty store, made once: to make its tables takes longer than most tests. */
let empty: Promise<Buffer> | undefined;

async function makeEmpty(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-empty-'));
  const path = join(folder, 'store.sqlite');
  await (await openSqlite(path, { now: () => start }, {}, thread)).close();
  const bytes = await readFile(path);
  await rm(folder, { recursive: true });
  return bytes;
}

/** A bench on a file in a folder of its own. */
export async function sqliteBench(): Promise<StoreBench & { readonly path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-store-'));
  const path = join(folder, 'store.sqlite');
  empty ??= makeEmpty();
  await writeFile(path, await empty);
  const clock = { at: start, now: () => clock.at };
  const opened: Store[] = [];
  return {
    path,
    url: `sqlite:${path}`,
    clock,
    async open(options) {
      const store = await openSqlite(path, clock, options ?? {}, thread);
      opened.push(store);
      return store;
    },
    dump: async () => dumpSqlite(path),
    flaws: async () => sqliteFlaws(`sqlite:${path}`),
    runs: (many) => many,
    async clean() {
      await Promise.all(opened.map((store) => store.close()));
      await rm(folder, { recursive: true });
    },
  };
}
