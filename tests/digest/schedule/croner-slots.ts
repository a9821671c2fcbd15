import { Cron } from 'croner';
import { nextRun, type Schedule } from '../../../src/digest/schedule/next-run.ts';
import { dayMs } from '../selection/looked-at.ts';

type Span = readonly [number, number];

/** The runs of a schedule after the first and by the second of two instants. */
export function slotsIn(schedule: Schedule, [from, until]: Span): readonly number[] {
  const slots: number[] = [];
  for (let slot = nextRun(schedule, from); slot <= until; slot = nextRun(schedule, slot)) slots.push(slot);
  return slots;
}

/** The same by croner. The times have to be all minutes of one list at all hours of another. */
function cronerSlots({ times, days, timezone }: Schedule, [from, until]: Span): readonly number[] {
  const list = (start: number) =>
    [...new Set(times.map((time) => Number(time.slice(start, start + 2))))].join(',');
  const cron = new Cron(`${list(3)} ${list(0)} * * ${days.join(',')}`, {
    timezone,
    paused: true,
    fixedTimeRule: 'no-wildcard',
  });
  const slots: number[] = [];
  for (
    let run = cron.nextRun(new Date(from));
    run !== null && run.getTime() <= until;
    run = cron.nextRun(run)
  )
    slots.push(run.getTime());
  return slots;
}

/** What of croner's is not as ours: by the rule that explains it, or "unexplained". */
export type Difference = 'skipped where the clock leaps into another day' | 'unexplained';

export function differences(schedule: Schedule, span: Span): readonly Difference[] {
  const ours = slotsIn(schedule, span);
  const theirs = cronerSlots(schedule, span);
  const isTheirs = new Set(theirs);
  const isOurs = new Set(ours);
  const isSkipped = leapsIntoAnotherDay(schedule);
  return [
    ...theirs.filter((slot) => !isOurs.has(slot)).map(() => 'unexplained' as const),
    ...ours
      .filter((slot) => !isTheirs.has(slot))
      .map((slot) => (isSkipped(slot) ? 'skipped where the clock leaps into another day' : 'unexplained')),
  ];
}

/** Croner looks for what a leap leaves out on the same day only: at 23:30 before a leap from 23:00 to 00:00 it finds nothing. */
function leapsIntoAnotherDay({ times, days, timezone }: Schedule): (slot: number) => boolean {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const wallAt = (at: number) => Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
  return (slot) => {
    const before = wallAt(slot - 1000);
    const after = wallAt(slot);
    if (after <= before + 1000) return false;
    const lastDay = Math.floor(after / dayMs) * dayMs;
    for (let day = Math.floor(before / dayMs) * dayMs; day < lastDay; day += dayMs)
      for (const time of times) {
        const wall = Date.parse(`${new Date(day).toISOString().slice(0, 10)}T${time}Z`);
        if (wall > before && wall < after && days.includes(new Date(day).getUTCDay())) return true;
      }
    return false;
  };
}
