import { describe, it } from 'vitest';
import { describeOnPostgres } from '../postgres/databases.ts';
import { numbers } from '../seeded-numbers.ts';
import { openByFour } from './open-by-four.ts';
import { postgresBench } from './postgres-bench.ts';
import { killServers, postgresFlaws } from './postgres-flaws.ts';
import { killWriters } from './processes.contract.ts';
import { sqliteBench } from './sqlite-bench.ts';
import { sqliteFlaws } from './sqlite-flaws.ts';

const rounds = 50;
/** Another one each time; LONG_SEED repeats a run. */
const seed = Number(process.env.LONG_SEED ?? Date.now() % 1_000_000);
process.stdout.write(`LONG_SEED=${seed}\n`);

describe('a SQLite file', () => {
  it(`holds every write it acknowledged when ${rounds} writers are killed`, async () => {
    const bench = await sqliteBench();
    await killWriters(bench, sqliteFlaws, { rounds, seed });
    await bench.clean();
  });

  it('is made once whenever four processes open it at the same time', async () => {
    for (let round = 1; round <= 10; round += 1) await openByFour();
  });
});

describeOnPostgres('a PostgreSQL database', () => {
  it(`holds every write it acknowledged when ${rounds} writers are killed`, async () => {
    const bench = await postgresBench();
    await killWriters(bench, postgresFlaws, { rounds, seed });
    await bench.clean();
  });

  it(`holds every write it acknowledged when its server is killed ${rounds} times`, async () => {
    const random = numbers(seed);
    await killServers(Array.from({ length: rounds }, () => 10 + random(60)));
  });
});
