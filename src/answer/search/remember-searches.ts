import { randomBytes } from 'node:crypto';
import type { Search, Searches } from '../../domain/search.ts';

/** How long after its last page a search is remembered, and how many are: some megabytes. */
const rememberedMs = 30 * 60_000;
const mostRemembered = 500;

interface Remembered {
  readonly search: Search;
  readonly personId: string;
  readonly at: number;
}

/** Remembers searches in this process alone. */
export function createSearches(now: () => number): Searches {
  const remembered = new Map<string, Remembered>();

  function forgetOld(): void {
    const excess = remembered.size - mostRemembered;
    [...remembered].forEach(([key, { at }], index) => {
      if (index < excess || at < now() - rememberedMs) remembered.delete(key);
    });
  }

  return {
    keep(search, personId) {
      const key = randomBytes(8).toString('base64url');
      remembered.set(key, { search, personId, at: now() });
      forgetOld();
      return key;
    },
    get(key) {
      forgetOld();
      const found = remembered.get(key);
      if (found === undefined) return undefined;
      remembered.delete(key); // the last in the map is the last asked for
      remembered.set(key, { ...found, at: now() });
      return found.search;
    },
    forget(personId) {
      for (const [key, one] of remembered) if (one.personId === personId) remembered.delete(key);
    },
  };
}
