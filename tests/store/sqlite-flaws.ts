import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { everyone } from './bench.ts';
import { sqliteBench } from './sqlite-bench.ts';
import { startStoreProcess } from './store-process.ts';

/** What SQLite itself finds wrong with a file, its full-text indexes compared with the articles included. */
export function sqliteFlaws(url: string): unknown[] {
  const db = new DatabaseSync(url.replace('sqlite:', ''));
  try {
    for (const index of ['article_fts', 'title_fts'])
      db.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
    const rows = [
      ...db.prepare('pragma integrity_check').all(),
      ...db.prepare('pragma foreign_key_check').all(),
    ];
    return rows.filter((row) => row.integrity_check !== 'ok');
  } finally {
    db.close();
  }
}

/** Has four processes open a new file at the same time; none may fail. */
export async function openByFour(): Promise<void> {
  const fresh = await sqliteBench();
  const openers = ['a', 'b', 'c', 'd'].map((name) => startStoreProcess('open', fresh.url, name));
  for (const opener of openers) opener.go();
  expect(await Promise.all(openers.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
  expect(await (await fresh.open()).articles.count(everyone)).toBe(0);
  expect(sqliteFlaws(fresh.url)).toEqual([]);
  await fresh.clean();
}
