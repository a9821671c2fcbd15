const everyDay: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const groups: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ['daily', everyDay],
  ['every day', everyDay],
  ['everyday', everyDay],
  ['all', everyDay],
  ['weekday', [1, 2, 3, 4, 5]],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['workdays', [1, 2, 3, 4, 5]],
  ['working days', [1, 2, 3, 4, 5]],
  ['weekend', [0, 6]],
  ['weekends', [0, 6]],
]);

/**
 * Weekdays as people write them: "daily", "weekdays and Saturday", "mon/wed", "Mondays and Fridays", "mon-fri". Each
 * once, 0 is Sunday; `undefined` when a word is no day.
 */
export function parseDays(written: string): readonly number[] | undefined {
  const words = written.trim().toLowerCase();
  const group = groups.get(words);
  if (group !== undefined) return group;
  const parts = words
    .replaceAll(/\s*(?:[-–—]|\b(?:to|through|thru|until)\b)\s*/g, '-')
    .split(/[\s,;/&+]+/)
    .filter((part) => !beside.has(part));
  const days = parts.map(daysOf);
  if (parts.length === 0 || !days.every((range) => range !== undefined)) return undefined;
  return [...new Set(days.flat())].sort((a, b) => a - b);
}

/** What stands beside days and says nothing. */
const beside: ReadonlySet<string> = new Set(['', 'and', 'every', 'each']);

function daysOf(part: string): readonly number[] | undefined {
  const group = groups.get(part);
  if (group !== undefined) return group;
  const [first, last, ...more] = part.split('-').map(dayOf);
  if (first === undefined || more.length > 0) return undefined;
  if (!part.includes('-')) return [first];
  if (last === undefined) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => (first + index) % 7);
}

/** "mo" is enough for Monday; plurals are taken. */
function dayOf(word: string): number | undefined {
  const name = word.replace(/(?<=day)s$/, '').replace(/\.$/, '');
  const day = name.length < 2 ? -1 : dayNames.findIndex((known) => known.startsWith(name));
  return day === -1 ? commonShort.get(name) : day;
}

const commonShort: ReadonlyMap<string, number> = new Map([
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
]);

/** What zones are called today. `Intl` takes these names, but lists those of long ago: Asia/Calcutta, Europe/Kiev. */
const todaysNames = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Catamarca',
  'America/Argentina/Cordoba',
  'America/Argentina/Jujuy',
  'America/Argentina/Mendoza',
  'America/Atikokan',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
] as const;

const fold = (zone: string): string =>
  zone
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ');

const cityOf = (zone: string): string => zone.split('/').at(-1) ?? zone;

const listedName = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

const todaysByListed: ReadonlyMap<string, string> = new Map(
  todaysNames.map((name) => [listedName(name), name]),
);

const todaysName = (listed: string): string => todaysByListed.get(listed) ?? listed;

/** Zones that `Intl` lists, and UTC, which it takes but does not list; with what may be typed for them. */
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map(
  (listed) => {
    const name = todaysName(listed);
    const names = [...new Set([name, listed])];
    return { name, names: names.map(fold), cities: names.map((one) => fold(cityOf(one))) };
  },
);

/** The IANA zone that is meant, by its name of today; a city alone will do. `undefined` when there is none. */
export function parseZone(written: string): string | undefined {
  const wanted = fold(written);
  const found = zones.find(({ names, cities }) => names.includes(wanted) || cities.includes(wanted));
  return found?.name ?? otherZone(written.trim());
}

/**
 * Names `Intl` takes, but for something else than most who write them mean: without summer time (EST), or half a world
 * away (BST is Dhaka's there, AST Alaska's, NST New Zealand's).
 */
const ambiguous = /^(?:est|mst|act|agt|art|ast|bet|bst|cnt|ctt|ect|iet|mit|net|nst|plt|pnt|prt|sst|vst)$/i;

/** Names `Intl` takes without listing them (old spellings, links); not offsets, which know no summer time. */
function otherZone(written: string): string | undefined {
  if (!/^[A-Za-z]{2,}[A-Za-z/_+\-0-9]*$/.test(written) || ambiguous.test(written)) return undefined;
  try {
    return todaysName(listedName(written));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Zones for what is typed: those whose city begins with it first, then those that hold it anywhere. */
export function zonesLike(typed: string, most: number): readonly string[] {
  const wanted = fold(typed);
  const begins = zones.filter(({ cities }) => cities.some((city) => city.startsWith(wanted)));
  const holds = zones.filter(({ names }) => names.some((name) => name.includes(wanted)));
  return [...new Set([...begins, ...holds])].slice(0, most).map(({ name }) => name);
}
