import type { Clock } from '../../domain/clock.ts';
import { ConfigError } from '../../domain/errors.ts';
import { guardArticles, guardDigests, guardSpeakers, guardStories } from '../guard.ts';
import { createKeyValue } from '../key-value.ts';
import type { Store, StoreOptions } from '../store.ts';
import { createArticleStore } from './article-store.ts';
import { type Database, openDatabase } from './connection.ts';
import { createDigestStore } from './digest-store.ts';
import { createFeedStore } from './feed-store.ts';
import { createForget } from './forget.ts';
import { createGuildStore } from './guild-store.ts';
import { createKeyValueRows } from './key-value-rows.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { createRequestTurns } from './request-turns.ts';
import { createSpeakerIndex } from './speaker-index.ts';
import { createStoryStore } from './story-store.ts';
import { createTidier } from './tidier.ts';

/** SQLSTATEs and errors of the system that say that the address or the rights are wrong, not that a server is down. */
const mistaken: ReadonlySet<unknown> = new Set([
  '28000', // invalid_authorization_specification
  '28P01', // invalid_password
  '3D000', // invalid_catalog_name: no such database
  '42501', // insufficient_privilege
  'ENOTFOUND',
]);

/** The address without its user and password. */
export function nameOf(url: string): string {
  if (!URL.canParse(url)) return 'the database';
  const { host, pathname, searchParams } = new URL(url);
  return `${decodeURIComponent(pathname.slice(1)) || 'the database'} on ${host || (searchParams.get('host') ?? 'localhost')}`;
}

/** An address that cannot be used is a mistake of the configuration; a server that is down or a broken migration is not. */
export function explained(error: unknown, name: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  const isUnreadable = code === 'ERR_INVALID_URL';
  if (!mistaken.has(code) && !isUnreadable) return error;
  const reason = isUnreadable ? 'the address cannot be read' : error.message;
  // No cause where the address itself is in it, with its password.
  return new ConfigError(
    [`STORE_URL: ${name} cannot be opened (${reason})`],
    isUnreadable ? {} : { cause: error },
  );
}

/** Opens a database and brings it to the newest form. */
export async function openMigrated(url: string, program?: string): Promise<Database> {
  const name = nameOf(url);
  let db: Database | undefined;
  try {
    db = openDatabase(url, program);
    await migrate(db, migrations, name);
    return db;
  } catch (error) {
    await db?.close();
    throw explained(error, name);
  }
}

export interface PostgresOptions extends StoreOptions {
  /** Times leases in place of the database's own clock; for tests. */
  readonly leaseClock?: Clock;
}

/**
 * The store in a PostgreSQL database, which many processes on many machines may share; several bots may, too. `clock`
 * times age and expiry of articles; leases are timed by the database, which all have in common.
 */
export async function openPostgres(
  url: string,
  clock: Clock,
  { retention, leaseClock }: PostgresOptions = {},
): Promise<Store> {
  const db = await openMigrated(url);
  const tidier = createTidier(db);
  const at = () => ({ now: leaseClock?.now() ?? null });
  const kept = {
    articles: guardArticles(createArticleStore(db, tidier, clock, retention)),
    digests: guardDigests(createDigestStore(db, at)),
    feeds: createFeedStore(db, leaseClock),
    guilds: createGuildStore(db),
  };
  return {
    ...kept,
    ...createForget(db, kept),
    speakers: guardSpeakers(createSpeakerIndex(db, clock)),
    stories: guardStories(createStoryStore(db, clock)),
    requestTurns: createRequestTurns(db, at),
    keyValue: (namespace, schema) => createKeyValue(createKeyValueRows(db, namespace), schema),
    takeBotLock: () => ({ release: () => undefined }),
    async close() {
      await tidier.settled();
      await db.close();
    },
  };
}
