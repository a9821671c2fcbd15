import { ask, describeOnPostgres } from '../postgres/databases.ts';
import { postgresBench } from './postgres-bench.ts';
import { transferContract } from './transfer.contract.ts';

async function damage(url: string, sql: string): Promise<void> {
  await ask(url, sql);
}

describeOnPostgres('a PostgreSQL database as a whole', () => transferContract(postgresBench, damage));
