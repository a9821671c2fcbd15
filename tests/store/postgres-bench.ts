import { openPostgres } from '../../src/store/postgres/open-postgres.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, newDatabase } from '../postgres/databases.ts';
import { type StoreBench, start } from './bench.ts';

let database: Promise<string> | undefined;

/** A bench on a database of the file's own, which is left empty for the next test. */
export async function postgresBench(): Promise<StoreBench> {
  database ??= newDatabase();
  const url = await database;
  const clock = { at: start, now: () => clock.at };
  const opened: Store[] = [];
  return {
    url,
    clock,
    async open(options = {}) {
      const store = await openPostgres(url, clock, { ...options, leaseClock: clock });
      opened.push(store);
      return store;
    },
    async clean() {
      await Promise.all(opened.map((store) => store.close()));
      await ask(
        url,
        'delete from article; delete from digest; delete from feed; delete from key_value; delete from tally',
      );
    },
  };
}
