import { expect, it } from 'vitest';
import { numbers } from '../../seeded-numbers.ts';
import { simulateDays } from './simulated-days.ts';

const seed = 9;

it(`each slot of ten days in March ends in one delivery, through outages and clocks that are set back (seed ${seed})`, async () => {
  const span = [Date.UTC(2026, 2, 24), Date.UTC(2026, 3, 3)] as const;
  const pace = { mostMinutes: 12, oneIn: 400 };
  const { problems, slots, ends } = await simulateDays(span, { count: 15, pace }, numbers(seed));
  expect(problems).toEqual([]);
  expect(slots).toBeGreaterThan(200);
  for (const end of ['posted', 'late', 'missed'] as const) expect(ends[end]).toBeGreaterThan(0);
});
