import type { Digest } from '../../domain/digest.ts';
import { instantOf, wallClock } from './zone-clock.ts';

/** When a digest comes: local wall-clock times, weekdays (0 is Sunday), IANA zone. */
export type Schedule = Pick<Digest, 'times' | 'days' | 'timezone'>;

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** Once a week at least, and a zone may set its clock back by a day at most. */
const longestSearchDays = 8;

/** Milliseconds from midnight to "HH:MM". */
export function timeOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * minuteMs;
}

/**
 * The next instant after `after` (UTC milliseconds) at which a digest comes: when the zone's clock first shows one of
 * its times, or leaps over it. So what summer time leaps over comes at the first minute after the leap, and what comes
 * twice comes the first time only. Times that fall on one instant are one run.
 *
 * A weekday is the local day on which the time is written. Where midnight is leapt over, 23:30 to 00:30, the run of
 * Monday 23:30 comes on Tuesday at 00:30; where a zone leaves out a whole Friday, Friday's runs come as Saturday begins.
 */
export function nextRun({ times, days, timezone }: Schedule, after: number): number {
  const now = wallClock(after, timezone);
  const today = Math.floor(now / dayMs) * dayMs;
  for (let day = today; day <= today + longestSearchDays * dayMs; day += dayMs) {
    if (!days.includes(new Date(day).getUTCDay())) continue;
    for (const time of times) {
      const wall = day + timeOfDay(time);
      if (wall <= now) continue; // the clock has shown it
      const instant = instantOf(wall, timezone);
      if (instant > after) return instant;
    }
  }
  throw new RangeError(
    `a digest at [${times.join(', ')}] on days [${days.join(', ')}] in ${timezone} never comes`,
  );
}
