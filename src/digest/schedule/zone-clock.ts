const dayMs = 86_400_000;

/** While a zone is `offset` milliseconds ahead of UTC; `from` and `until` are instants, UTC milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  readonly days: Map<number, readonly Stretch[]>;
}

/** `Intl` knows fewer names than that. */
const mostZones = 700;
/** A week that digests are planned in, and room for what somebody asks of another time. */
const mostDays = 32;

const clocks = new Map<string, ZoneClock>();

function clockOf(timezone: string): ZoneClock {
  const known = clocks.get(timezone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  const made = { format, days: new Map() };
  if (clocks.size >= mostZones) clocks.clear();
  clocks.set(timezone, made);
  return made;
}

/** Milliseconds that a zone is ahead of UTC at an instant, by "1/1/2026, GMT-03:30" (or "GMT-00:44:30" long ago). */
function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const words = format.format(instant);
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(words);
  if (match === null) throw new Error(`“${words}” has no offset from UTC`);
  const [, sign, hours = 0, minutes = 0, seconds = 0] = match;
  const ahead = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return sign === '-' ? -ahead : ahead;
}

/** The first second in a day (UTC) at which the offset is no longer that of its beginning. */
function changeIn(format: Intl.DateTimeFormat, day: number, before: number): number {
  let last = day;
  let first = day + dayMs;
  while (first - last > 1000) {
    const middle = Math.floor((last + first) / 2000) * 1000;
    if (readOffset(format, middle) === before) last = middle;
    else first = middle;
  }
  return first;
}

/** The stretches of a day (UTC, given by its beginning): two where a zone changes its clocks, no zone does so twice a day. */
function stretchesOf(day: number, { format, days }: ZoneClock): readonly Stretch[] {
  const known = days.get(day);
  if (known !== undefined) return known;
  const until = day + dayMs;
  const before = readOffset(format, day);
  const after = readOffset(format, until);
  const change = before === after ? until : changeIn(format, day, before);
  const made = [{ from: day, until: change, offset: before }];
  if (change < until) made.push({ from: change, until, offset: after });
  if (days.size >= mostDays) days.clear();
  days.set(day, made);
  return made;
}

const dayOf = (instant: number): number => Math.floor(instant / dayMs) * dayMs;

/** The stretches from one instant to another, in order, and what of their days lies before and after. */
export function* stretchesBetween(from: number, until: number, timezone: string): Generator<Stretch> {
  const clock = clockOf(timezone);
  for (let day = dayOf(from); day <= until; day += dayMs) yield* stretchesOf(day, clock);
}

/** What a zone's clock shows at an instant, written as if it were UTC. Fails with a `RangeError` on an unknown zone. */
export function wallClock(instant: number, timezone: string): number {
  const stretch = stretchesOf(dayOf(instant), clockOf(timezone)).find(({ until }) => instant < until);
  return instant + (stretch?.offset ?? Number.NaN);
}

/**
 * The first instant at which a zone's clock shows `wall` (written as if it were UTC) or, where it leaps over that,
 * anything later: a time that the clock shows twice comes once, at the first; one that it never shows comes with the
 * first minute after the leap.
 */
export function instantOf(wall: number, timezone: string): number {
  // No zone is a day off UTC: the clock shows less at the first of these instants, and more at the last.
  for (const { from, until, offset } of stretchesBetween(wall - dayMs, wall + dayMs, timezone))
    if (until + offset > wall) return Math.max(from, wall - offset);
  return Number.NaN;
}
