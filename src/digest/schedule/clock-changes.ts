import type { LeaptTimes } from '../../domain/digest.ts';
import { type Schedule, timeOfDay } from './next-run.ts';
import { stretchesBetween, wallClock } from './zone-clock.ts';

const dayMs = 86_400_000;

/** The next leap of the zone's clock, `days` after `from` at most, over a time of the schedule on one of its weekdays. */
export function nextLeap(schedule: Schedule, from: number, days: number): LeaptTimes | undefined {
  const { timezone } = schedule;
  let last: number | undefined;
  for (const { from: at, offset } of stretchesBetween(from, from + days * dayMs, timezone)) {
    const leapt =
      last !== undefined && last < offset && at > from ? leaptAt(schedule, at, at + last) : undefined;
    if (leapt !== undefined) return leapt;
    last = offset;
  }
  return undefined;
}

/** What a leap at an instant leaves out: what the clock would have shown from `wall` on, were there none. */
function leaptAt(schedule: Schedule, at: number, wall: number): LeaptTimes | undefined {
  const end = wallClock(at, schedule.timezone);
  for (let day = Math.floor(wall / dayMs) * dayMs; day < end; day += dayMs) {
    if (!schedule.days.includes(new Date(day).getUTCDay())) continue;
    const times = schedule.times.filter(
      (time) => day + timeOfDay(time) >= wall && day + timeOfDay(time) < end,
    );
    if (times.length > 0) return { day, times, at };
  }
  return undefined;
}
