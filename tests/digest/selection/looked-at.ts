import type { Schedule } from '../../../src/digest/schedule/next-run.ts';

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;
export const dayMs = 1440 * minuteMs;

/** What a zone's clock was seen to show. Both lists go together, and so on in time. */
export interface Seen {
  /** Each quarter of an hour, as if it were UTC, */
  readonly walls: readonly number[];
  /** and the instant at which the clock first showed it or had leapt over it. */
  readonly instants: readonly number[];
  /** The instants at which the clock was set. */
  readonly changes: readonly number[];
}

/** Each quarter of an hour, and each minute of one in which the clock was set: in Newfoundland that was at 00:01 once. */
function* looks(
  wallAt: (at: number) => number,
  from: number,
  until: number,
): Generator<readonly [number, number]> {
  let last = wallAt(from - quarterMs);
  for (let at = from; at < until; at += quarterMs) {
    const wall = wallAt(at);
    if (wall !== last + quarterMs)
      for (let minute = at - quarterMs + minuteMs; minute < at; minute += minuteMs)
        yield [minute, wallAt(minute)];
    yield [at, wall];
    last = wall;
  }
}

/** Looks at a zone's clock, by what `Intl` shows of date and time. */
export function lookAt(timeZone: string, from: number, until: number): Seen {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const wallAt = (at: number) => Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
  const walls: number[] = [];
  const instants: number[] = [];
  const changes: number[] = [];
  let offset = wallAt(from) - from;
  let next = Math.ceil(wallAt(from) / quarterMs) * quarterMs;
  for (const [at, wall] of looks(wallAt, from, until)) {
    if (wall - at !== offset) changes.push(at);
    offset = wall - at;
    for (; next <= wall; next += quarterMs) {
      walls.push(next);
      instants.push(at);
    }
  }
  return { walls, instants, changes };
}

export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The slots of a schedule of quarters of an hour, of what was seen between two instants. */
export function seenSlots(
  { walls, instants }: Seen,
  { times, days }: Omit<Schedule, 'timezone'>,
  [from, until]: readonly [number, number],
): readonly number[] {
  const wanted = new Set(times);
  const slots = new Set<number>();
  for (const [index, at] of instants.entries()) {
    const wall = walls[index] ?? 0;
    if (at <= from || at > until || !days.includes(new Date(wall).getUTCDay())) continue;
    if (wanted.has(timeOf((wall % dayMs) / minuteMs))) slots.add(at);
  }
  return [...slots];
}
