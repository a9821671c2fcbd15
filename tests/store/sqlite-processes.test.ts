import { describe, it } from 'vitest';
import { openByFour } from './open-by-four.ts';
import { processesContract } from './processes.contract.ts';
import { sqliteBench } from './sqlite-bench.ts';
import { sqliteFlaws } from './sqlite-flaws.ts';

describe('a SQLite file that processes share', () => {
  processesContract(sqliteBench, sqliteFlaws);

  it('is made once when four processes open it at the same time', openByFour);
});
