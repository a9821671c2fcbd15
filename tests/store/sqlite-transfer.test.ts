import { DatabaseSync } from 'node:sqlite';
import { describe } from 'vitest';
import { sqliteBench } from './sqlite-bench.ts';
import { transferContract } from './transfer.contract.ts';

async function damage(url: string, sql: string): Promise<void> {
  const db = new DatabaseSync(url.replace('sqlite:', ''), { enableForeignKeyConstraints: false });
  db.exec(sql);
  db.close();
}

describe('a SQLite file as a whole', () => transferContract(sqliteBench, damage));
