import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { everyone } from './bench.ts';
import { openByFour, processesContract } from './processes.contract.ts';
import { sqliteBench } from './sqlite-bench.ts';

/** What SQLite itself finds wrong with a file, its full-text indexes compared with the articles included. */
function flawsOf(url: string): unknown[] {
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

describe('a SQLite file that processes share', () => {
  processesContract(sqliteBench, flawsOf);

  it('is made once when four processes open it at the same time', async () => {
    for (const _ of [1, 2, 3]) {
      const fresh = await sqliteBench();
      await openByFour(fresh.url);
      expect(await (await fresh.open()).articles.count(everyone)).toBe(0);
      expect(flawsOf(fresh.url)).toEqual([]);
      await fresh.clean();
    }
  });
});
