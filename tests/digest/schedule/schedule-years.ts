import { fail } from 'node:assert/strict';
import { dayMs, lookAt, seenSlots, timeOf } from '../selection/looked-at.ts';
import { differences, slotsIn } from './croner-slots.ts';

type Span = readonly [number, number];
type Random = (below: number) => number;

const everyDay: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
const aroundMs = 2 * dayMs;

/** How much was compared, and what differed by which rule. */
export interface Totals {
  zones: number;
  changes: number;
  seen: number;
  croner: number;
  skipped: number;
}

export const noTotals = (): Totals => ({ zones: 0, changes: 0, seen: 0, croner: 0, skipped: 0 });

/** Times `step` minutes apart, from `start` on. */
const series = (start: number, step: number): readonly string[] =>
  Array.from({ length: Math.floor((1439 - start) / step) + 1 }, (_, index) => timeOf(start + index * step));

/** A few minutes at a few hours, on some weekdays. */
export function someSchedule(random: Random): {
  readonly times: readonly string[];
  readonly days: readonly number[];
} {
  const hours = new Set(Array.from({ length: 1 + random(3) }, () => random(24)));
  const minutes = new Set(Array.from({ length: 1 + random(2) }, () => random(4) * 15));
  const times = [...hours].flatMap((hour) => [...minutes].map((minute) => timeOf(hour * 60 + minute)));
  const days = everyDay.filter(() => random(3) > 0);
  return { times: times.sort(), days: days.length === 0 ? [random(7)] : days };
}

function expectSame(ours: readonly number[], theirs: readonly number[], where: string): number {
  const at = ours.findIndex((slot, index) => slot !== theirs[index]);
  if (at !== -1 || ours.length !== theirs.length)
    fail(`${where}: run ${at} is ${iso(ours[at])}, it was seen at ${iso(theirs[at])}`);
  return ours.length;
}

const iso = (at: number | undefined): string => (at === undefined ? 'never' : new Date(at).toISOString());

/**
 * Runs against what a zone's clock is seen to show: all quarters of an hour two days before and after each change, and
 * over the whole time a run each hour and a schedule of some times on some weekdays. Answers the changes.
 */
export function compareWithSeen(
  timezone: string,
  span: Span,
  random: Random,
  totals: Totals,
): readonly number[] {
  const [from, until] = span;
  const margin = aroundMs + dayMs;
  const seen = lookAt(timezone, from - margin, until + margin);
  const changes = seen.changes.filter((change) => change >= from && change <= until);
  const wholly = [{ times: series(random(4) * 15, 60), days: everyDay }, someSchedule(random)];
  for (const schedule of wholly) {
    const theirs = seenSlots(seen, schedule, span);
    totals.seen += expectSame(
      slotsIn({ ...schedule, timezone }, span),
      theirs,
      `${timezone} ${schedule.times}`,
    );
  }
  for (const change of changes)
    for (const start of [0, 15]) {
      const schedule = { times: series(start, 30), days: everyDay };
      const near = [change - aroundMs, change + aroundMs] as const;
      const theirs = seenSlots(seen, schedule, near);
      totals.seen += expectSame(
        slotsIn({ ...schedule, timezone }, near),
        theirs,
        `${timezone} near ${iso(change)}`,
      );
    }
  totals.zones += 1;
  totals.changes += changes.length;
  return changes;
}

function compareByCroner(
  schedule: { readonly times: readonly string[]; readonly days: readonly number[] },
  timezone: string,
  span: Span,
  totals: Totals,
): void {
  const all = { ...schedule, timezone };
  const found = differences(all, span);
  if (found.includes('unexplained'))
    fail(
      `${timezone}: croner runs [${schedule.times}] on [${schedule.days}] otherwise from ${iso(span[0])} on`,
    );
  totals.croner += slotsIn(all, span).length;
  totals.skipped += found.length;
}

/** Runs against croner's: each `step`-th quarter of an hour around each change by itself, and all times of a schedule over the whole time. */
export function compareWithCroner(
  timezone: string,
  {
    span,
    changes,
    step,
  }: { readonly span: Span; readonly changes: readonly number[]; readonly step: number },
  random: Random,
  totals: Totals,
): void {
  for (const change of changes) {
    const near = [change - aroundMs, change + aroundMs] as const;
    for (const time of series(random(step) * 15, step * 15))
      compareByCroner({ times: [time], days: everyDay }, timezone, near, totals);
    compareByCroner({ times: series(0, 30), days: everyDay }, timezone, near, totals);
  }
  compareByCroner(someSchedule(random), timezone, span, totals);
}
