import { describe, it } from 'vitest';
import { processesContract } from './processes.contract.ts';
import { sqliteBench } from './sqlite-bench.ts';
import { openByFour, sqliteFlaws } from './sqlite-flaws.ts';

describe('a SQLite file that processes share', () => {
  processesContract(sqliteBench, sqliteFlaws);

  it('is made once when four processes open it at the same time', openByFour);
});
