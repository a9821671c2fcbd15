import { DatabaseSync } from 'node:sqlite';

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
