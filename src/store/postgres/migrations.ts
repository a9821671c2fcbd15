import { schema1 } from './schema-1.ts';
import { schema2 } from './schema-2.ts';
import { schema3 } from './schema-3.ts';
import { schema4 } from './schema-4.ts';

/** In order, the first from an empty database. Only ever added to. */
export const migrations: readonly string[] = [schema1, schema2, schema3, schema4];
