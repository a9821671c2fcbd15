import { type Database, openDatabase } from '../../src/store/postgres/connection.ts';
import { openPostgres } from '../../src/store/postgres/open-postgres.ts';
import type { Store, StoreOptions } from '../../src/store/store.ts';
import { ask, newSchema } from '../postgres/databases.ts';
import { type StoreBench, start } from './bench.ts';
import { postgresFlaws } from './postgres-flaws.ts';

interface Place {
  readonly url: string;
  /** To clean it. */
  readonly db: Database;
}

// What follows is shared by all files of a worker, and ends with it.
const clock = { at: start, now: () => clock.at };
let place: Promise<Place> | undefined;
/** Stores that no test uses at the moment, by their options: a connection costs more than what most tests ask. */
const idle = new Map<string, Store[]>();

async function makePlace(): Promise<Place> {
  const url = await newSchema();
  return { url, db: openDatabase(url) };
}

/** Every value of every table. */
async function dumpPostgres(url: string): Promise<string> {
  const tables = await ask(
    url,
    'select tablename from pg_tables where schemaname = current_schema() order by 1',
  );
  const rows = await Promise.all(
    tables.map(({ tablename }) => ask(url, `select t::text as row from "${String(tablename)}" t order by 1`)),
  );
  return rows
    .flat()
    .map(({ row }) => String(row))
    .join('\n')
    .toLowerCase();
}

/** A bench on a schema of the worker's own, which is left empty for the next test, as are the stores that it has opened. */
export async function postgresBench(): Promise<StoreBench> {
  place ??= makePlace();
  const { url, db } = await place;
  clock.at = start;
  const inUse = new Map<Store, string>();

  async function open(options: StoreOptions = {}): Promise<Store> {
    const kind = JSON.stringify(options);
    const store =
      idle.get(kind)?.pop() ?? (await openPostgres(url, clock, { ...options, leaseClock: clock }));
    inUse.set(store, kind);
    return {
      ...store,
      async close() {
        inUse.delete(store);
        await store.close();
      },
    };
  }

  return {
    url,
    clock,
    open,
    flaws: () => postgresFlaws(url),
    dump: () => dumpPostgres(url),
    // What a property tries is in code that both engines share, or goes the same way to the server.
    runs: (many) => Math.ceil(many / 5),
    async clean() {
      for (const [store, kind] of inUse) idle.set(kind, [...(idle.get(kind) ?? []), store]);
      await db.script(
        'delete from article; delete from digest; delete from feed; delete from key_value; delete from tally; delete from left_guild; delete from request_turn',
      );
    },
  };
}
