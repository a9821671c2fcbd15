import type { Digest } from '../domain/digest.ts';

/** When a digest comes: local wall-clock time, weekdays (0 is Sunday), IANA zone. */
export type Schedule = Pick<Digest, 'time' | 'days' | 'timezone'>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Years in which a day of the week is missing twice running do not exist: Samoa left out one Friday in 2011. */
const longestSearchDays = 16;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timezone, format);
  return format;
}

/** The wall clock of a zone at an instant, written as if it were UTC. */
export function wallClock(instant: number, timezone: string): number {
  const parts = formatOf(timezone).formatToParts(instant);
  const part = (name: Intl.DateTimeFormatPartTypes) => Number(parts.find(({ type }) => type === name)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/**
 * The first instant at which the zone's clock shows `wall` (written as if it were UTC). A time that comes twice
 * is its first; a time that the clock leaps over is the first minute after the leap.
 */
function instantOf(wall: number, timezone: string): number {
  const around = [-dayMs, -3 * hourMs, 0, 3 * hourMs, dayMs].map((distance) => wall + distance);
  const offsets = new Set(around.map((instant) => wallClock(instant, timezone) - instant));
  const candidates = [...offsets].map((offset) => wall - offset);
  const exact = candidates.filter((instant) => wallClock(instant, timezone) === wall);
  return exact.length > 0 ? Math.min(...exact) : afterLeap(wall, timezone, Math.min(...candidates));
}

function afterLeap(wall: number, timezone: string, near: number): number {
  let before = near - dayMs;
  let after = near + 2 * dayMs;
  while (after - before > minuteMs) {
    const middle = Math.floor((before + after) / 2 / minuteMs) * minuteMs;
    if (wallClock(middle, timezone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

/**
 * The next instant after `after` (UTC milliseconds) at which a digest comes. In the hour that summer time leaps
 * over it comes at the first minute after the leap; in the hour that comes twice, the first time only.
 */
export function nextRun({ time, days, timezone }: Schedule, after: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const today = Math.floor(wallClock(after, timezone) / dayMs) * dayMs;
  for (let count = -1; count < longestSearchDays; count += 1) {
    const day = today + count * dayMs;
    if (!days.includes(new Date(day).getUTCDay())) continue;
    const instant = instantOf(day + hours * hourMs + minutes * minuteMs, timezone);
    if (instant > after) return instant;
  }
  throw new RangeError(`a digest at ${time} on days [${days.join(', ')}] in ${timezone} never comes`);
}
