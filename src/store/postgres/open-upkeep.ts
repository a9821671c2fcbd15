import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import { ConfigError } from '../../domain/errors.ts';
import { countItems } from '../transfer/count-items.ts';
import { type Damaged, dumpItems } from '../transfer/dump-items.ts';
import { expectedItems } from '../transfer/expected-items.ts';
import type { StoreItem } from '../transfer/items.ts';
import { type LoadOutcome, loadItems } from '../transfer/load-items.ts';
import { surplusOf } from '../transfer/surplus.ts';
import type { StoreStats, Upkeep } from '../upkeep.ts';
import { type Database, named, openDatabase } from './connection.ts';
import { createArticleLoading } from './load-articles.ts';
import { formOf } from './migrate.ts';
import { migrations } from './migrations.ts';
import { explained, nameOf, openMigrated } from './open-postgres.ts';
import { createArticleRemovals } from './remove-articles.ts';
import { createSession } from './session.ts';
import { createTidier } from './tidier.ts';
import { verifyDatabase } from './verify-database.ts';

/** As the server knows these connections: others of the name "standfirst" are bots. */
const program = 'standfirst-store';

const identity = named(
  `select current_database() || '.' || current_schema() || ' on the server of ' || pg_postmaster_start_time() as place`,
);
const placeRow = z.object({ place: z.string() });

const inUse = named(
  `select exists (select 1 from pg_stat_activity
                   where datname = current_database() and application_name = 'standfirst') as "isInUse"`,
);
const inUseRow = z.object({ isInUse: z.boolean() });

const sizes = named(
  `select cast(coalesce(sum(pg_total_relation_size(c.oid)), 0) as bigint) as size,
          cast(coalesce(sum(pg_relation_size(to_regclass('article_words'))) filter (where c.relname = 'article'), 0)
            as bigint) as "indexSize"
     from pg_class c
    where c.relnamespace = to_regnamespace(quote_ident(current_schema())) and c.relkind in ('r', 'p')`,
);
const sizesRow = z.object({ size: z.int(), indexSize: z.int() });

/** Opens a database to be read; it is not brought to another form. */
async function openReading(url: string): Promise<Database> {
  const name = nameOf(url);
  let db: Database | undefined;
  try {
    db = openDatabase(url, program);
    const form = await formOf(db, name);
    const refusal = (why: string) => new ConfigError([`STORE_URL: ${name} ${why}`]);
    if (form === 0) throw refusal('is empty (its tables are made when the bot first starts)');
    if (form < migrations.length)
      throw refusal(
        `has the form ${form} of an earlier version, this one knows ${migrations.length}: \`npm run doctor\` brings it there`,
      );
    if (form > migrations.length)
      throw refusal(`was written by a newer version (form ${form}, this one knows ${migrations.length})`);
    return db;
  } catch (error) {
    await db?.close();
    throw explained(error, name);
  }
}

/** Makes what opens a database once, when it is asked for first. */
function once(open: () => Promise<Database>) {
  let opened: Promise<Database> | undefined;
  return {
    get(): Promise<Database> {
      opened ??= open();
      return opened;
    },
    close: async () => await (await opened?.catch(() => undefined))?.close(),
  };
}

async function* dump(db: Database, now: number, damaged: Damaged) {
  const snapshot = await db.snapshot();
  try {
    yield* dumpItems(createSession(snapshot), now, damaged);
  } finally {
    await snapshot.end();
  }
}

const load = (db: Database, items: readonly StoreItem[], now: number): Promise<readonly LoadOutcome[]> =>
  db.transaction((connection) => {
    const session = createSession(connection);
    const loadArticles = createArticleLoading(connection, session);
    return loadItems(session, items, { loadArticles, now });
  });

/** The upkeep of a store in a database. Only `load` makes tables where there are none. */
export function openPostgresUpkeep(url: string, clock: Clock): Upkeep {
  const reading = once(() => openReading(url));
  const writing = once(() => openMigrated(url, program));
  const session = async () => createSession(await reading.get());
  let tidier: ReturnType<typeof createTidier> | undefined;

  async function stats(): Promise<StoreStats> {
    const [row] = await (await reading.get()).rows(sizes);
    const counts = await countItems(await session());
    return {
      place: nameOf(url),
      engine: 'PostgreSQL',
      form: migrations.length,
      ...sizesRow.parse(row),
      ...counts,
    };
  }

  return {
    async identity() {
      // Not the address, of which there can be many; a database that cannot be read is no other one either.
      const db = openDatabase(url, program);
      try {
        return `postgres:${placeRow.parse((await db.rows(identity))[0]).place}`;
      } catch (error) {
        throw explained(error, nameOf(url));
      } finally {
        await db.close();
      }
    },
    stats,
    async *verify() {
      yield* verifyDatabase(await reading.get());
    },
    surplus: async (retention) => await surplusOf(await session(), clock.now(), retention),
    async prune(retention, told) {
      await reading.get(); // refuses an empty one
      return await createArticleRemovals(await writing.get(), retention, told).prune(clock.now());
    },
    expected: async () => await expectedItems(await session()),
    async *dump(damaged) {
      yield* dump(await reading.get(), clock.now(), damaged);
    },
    async load(items) {
      const db = await writing.get();
      tidier ??= createTidier(db);
      await tidier.room();
      const outcomes = await load(db, items, clock.now());
      const written = items.filter(
        ({ kind }, place) => kind === 'article' && outcomes[place] !== 'known',
      ).length;
      if (written > 0) tidier.after(written);
      return outcomes;
    },
    async isEmpty() {
      const db = openDatabase(url, program);
      try {
        return (await formOf(db, nameOf(url))) === 0 || (await expectedItems(createSession(db))) === 0;
      } catch (error) {
        throw explained(error, nameOf(url));
      } finally {
        await db.close();
      }
    },
    async takeBotLock() {
      const [row] = await (await reading.get()).rows(inUse);
      return inUseRow.parse(row).isInUse ? undefined : { release: () => undefined };
    },
    async close() {
      await tidier?.settled();
      await reading.close();
      await writing.close();
    },
  };
}
