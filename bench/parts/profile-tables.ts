import type { CrowdOutcome } from './crowd.ts';
import { type Share, summariseProfile } from './profile.ts';
import type { Table } from './table.ts';

const mostPlaces = 14;
const mostFunctions = 14;

/** What took the time of the bot, by package and by function, in all and per reply. */
export function profileTables(what: string, outcome: CrowdOutcome, profile: unknown): readonly Table[] {
  const { busyMs, places, functions } = summariseProfile(profile);
  const count = [...outcome.waits.values()].reduce((sum, waits) => sum + waits.length, 0);
  const rows = (shares: readonly Share[]) =>
    shares.map(({ name, ms }) => [name, (100 * ms) / busyMs, ms / count] as const);
  const columns = ['self time', '% of busy time', 'ms a reply'];
  return [
    {
      title: `Where the time goes: ${what}`,
      columns,
      rows: [...rows(places.slice(0, mostPlaces)), ['all', 100, busyMs / count]],
      notes: [`${count} replies while the profiler ran, which itself takes some of the time.`],
    },
    {
      title: `The same by function: ${what}`,
      columns,
      rows: rows(functions.slice(0, mostFunctions)),
      notes: [],
    },
  ];
}
