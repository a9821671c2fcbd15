import type { Clock } from '../domain/clock.ts';
import { ConfigError } from '../domain/errors.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import type { Store, StoreOptions } from './store.ts';

/**
 * Opens the store that STORE_URL names: `sqlite:PATH` (`sqlite::memory:` is gone when closed) or `postgres://…`.
 * Fails with a `ConfigError` where the address is the mistake. `clock` times leases, expiry and age.
 */
export async function openStore(storeUrl: string, clock: Clock, options: StoreOptions = {}): Promise<Store> {
  const [scheme = '', path = ''] = /^([a-z]+):(.+)$/s.exec(storeUrl)?.slice(1) ?? [];
  switch (scheme) {
    case 'sqlite':
      return await openSqlite(path, clock, options);
    case 'postgres':
    case 'postgresql':
      return await openPostgres(storeUrl, clock, options);
    default:
      throw new ConfigError(['STORE_URL must be sqlite:PATH or postgres://…']);
  }
}
