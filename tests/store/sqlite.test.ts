import { describe } from 'vitest';
import { sqliteBench } from './sqlite-bench.ts';
import { storeContract } from './store.contract.ts';

describe('SQLite', () => storeContract(sqliteBench));
