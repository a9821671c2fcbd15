import type { Clock } from '../domain/clock.ts';
import { ConfigError } from '../domain/errors.ts';
import type { Store, StoreOptions } from './store.ts';

// An engine is loaded when it is asked for: a bot on a file has no use for the client of a server, and starts sooner.
const engines = {
  sqlite: async () => (await import('./sqlite/open-sqlite.ts')).openSqlite,
  postgres: async () => (await import('./postgres/open-postgres.ts')).openPostgres,
};

/**
 * Opens the store that STORE_URL names: `sqlite:PATH` (`sqlite::memory:` is gone when closed) or `postgres://…`.
 * Fails with a `ConfigError` where the address is the mistake. `clock` times leases, expiry and age.
 */
export async function openStore(storeUrl: string, clock: Clock, options: StoreOptions = {}): Promise<Store> {
  const [scheme = '', path = ''] = /^([a-z]+):(.+)$/s.exec(storeUrl)?.slice(1) ?? [];
  switch (scheme) {
    case 'sqlite':
      return await (await engines.sqlite())(path, clock, options);
    case 'postgres':
    case 'postgresql':
      return await (await engines.postgres())(storeUrl, clock, options);
    default:
      throw new ConfigError(['STORE_URL must be sqlite:PATH or postgres://…']);
  }
}
