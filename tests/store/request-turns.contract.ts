import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RequestTurns } from '../../src/domain/request-turns.ts';
import { type StoreBench, start } from './bench.ts';

const mostInASecond = 50;
/** How much longer one request may be on its way than another, in milliseconds. */
const leewayMs = 50;

/** Somebody takes turns after so long. */
const takings = fc.array(
  fc.record({
    afterMs: fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 3000 })),
    count: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 60 })),
  }),
  { minLength: 1, maxLength: 25 },
);

/** The turns of any store. */
export function requestTurnsContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let turns: RequestTurns;
  beforeEach(async () => {
    bench = await makeBench();
    turns = (await bench.open()).requestTurns;
  });
  afterEach(() => bench.clean());

  it('are never more than Discord takes in a second, and none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(takings, async (taken) => {
        // Long after everything that was taken before.
        bench.clock.at += 3_600_000;
        const times: number[] = [];
        for (const { afterMs, count } of taken) {
          bench.clock.at += afterMs;
          const now = bench.clock.at;
          const waits = await turns.take(count);
          expect(waits).toHaveLength(count);
          // The first at once, where the last one before it is long over.
          const last = times.at(-1) ?? 0;
          for (const [index, waitMs] of waits.entries()) {
            times.push(now + waitMs);
            expect(waitMs).toBeLessThanOrEqual(Math.max(0, last + 21 - now) + index * 21);
          }
        }
        expect(times).toEqual(times.toSorted((one, other) => one - other));
        for (const [index, at] of times.entries()) {
          const after = times[index + mostInASecond] ?? Number.POSITIVE_INFINITY;
          expect(after - at).toBeGreaterThanOrEqual(1000 + leewayMs);
        }
      }),
      { numRuns: bench.runs(200), seed: 50 },
    );
  });

  it('begin anew when the clock was set back, rather than after an hour', async () => {
    bench.clock.at = start + 3_600_000;
    await turns.take(10);
    bench.clock.at = start;
    expect(await turns.take(2)).toEqual([0, 21]);
    expect(await turns.take(1)).toEqual([42]);
  });

  it.each([-1, 0.5, 101, Number.NaN])('are not taken %d at once', async (count) => {
    await expect(turns.take(count)).rejects.toThrow(RangeError);
  });
}
