import { describeOnPostgres } from '../postgres/databases.ts';
import { postgresBench } from './postgres-bench.ts';
import { storeContract } from './store.contract.ts';

describeOnPostgres('PostgreSQL', () => storeContract(postgresBench));
