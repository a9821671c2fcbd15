import type { Clock } from '../domain/clock.ts';
import { ConfigError } from '../domain/errors.ts';
import type { Upkeep } from './upkeep.ts';

// As in open-store.ts: an engine is loaded when it is asked for.
const engines = {
  sqlite: async () => (await import('./sqlite/open-upkeep.ts')).openSqliteUpkeep,
  postgres: async () => (await import('./postgres/open-upkeep.ts')).openPostgresUpkeep,
};

/** The upkeep of the store that an address names, in the forms of STORE_URL. Fails with a `ConfigError` at the first step where the address is the mistake. */
export async function openUpkeep(storeUrl: string, clock: Clock): Promise<Upkeep> {
  const [scheme = '', path = ''] = /^([a-z]+):(.+)$/s.exec(storeUrl)?.slice(1) ?? [];
  switch (scheme) {
    case 'sqlite':
      return (await engines.sqlite())(path, clock);
    case 'postgres':
    case 'postgresql':
      return (await engines.postgres())(storeUrl, clock);
    default:
      throw new ConfigError(['STORE_URL must be sqlite:PATH or postgres://…']);
  }
}
