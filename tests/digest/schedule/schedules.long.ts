import { describe, expect, it } from 'vitest';
import { numbers } from '../../seeded-numbers.ts';
import { listedZones, zoneNames } from './every-zone.ts';
import { compareWithCroner, compareWithSeen, noTotals } from './schedule-years.ts';
import { simulateDays } from './simulated-days.ts';

/** Another one each time; LONG_SEED repeats a run. */
const seed = Number(process.env.LONG_SEED ?? Date.now() % 1_000_000);
process.stdout.write(`LONG_SEED=${seed}\n`);

/** In the older years Samoa left out a day, Morocco and Egypt went back for Ramadan, Russia and others gave summer time up. */
const spans = [
  { years: '2026 and 2027', zones: zoneNames, span: [Date.UTC(2026, 0, 1), Date.UTC(2028, 0, 1)] },
  { years: '2010 to 2012', zones: listedZones, span: [Date.UTC(2010, 0, 1), Date.UTC(2013, 0, 1)] },
] as const;

describe('schedules', () => {
  it.each(spans)(
    'of $years run in every zone as its clock is seen to go, and as croner runs them',
    ({ years, zones, span }) => {
      const random = numbers(seed);
      const totals = noTotals();
      const began = process.cpuUsage();
      for (const zone of zones) {
        const changes = compareWithSeen(zone, span, random, totals);
        compareWithCroner(zone, { span, changes, step: 1 }, random, totals);
      }
      const { user, system } = process.cpuUsage(began);
      process.stdout.write(
        `${years}: ${totals.zones} names of zones, ${totals.changes} changes of clocks; ` +
          `${totals.seen} runs as seen, ${totals.croner} compared with croner's, of which it skips ${totals.skipped} ` +
          `where a clock leaps into another day; unexplained 0; ${Math.round((user + system) / 1e6)} s of CPU\n`,
      );
    },
  );
});

describe('digests', () => {
  it('of two years end in one delivery for each slot, through outages and clocks that are set back', async () => {
    const began = process.cpuUsage();
    const pace = { mostMinutes: 1, oneIn: 4000 };
    const { problems, looks, slots, ends } = await simulateDays(
      spans[0].span,
      { count: 120, pace },
      numbers(seed),
    );
    const { user, system } = process.cpuUsage(began);
    process.stdout.write(
      `120 digests, ${looks} looks at the clock, ${slots} slots: ${JSON.stringify(ends)}; ` +
        `missing or doubled ${problems.length}; ${Math.round((user + system) / 1e6)} s of CPU\n`,
    );
    expect(problems).toEqual([]);
  });
});
