import type { Clock } from './clock.ts';
import type { RequestTurns } from './request-turns.ts';

/**
 * Between two turns. Discord takes 50 requests a second of a bot; with a gap of 21 ms any 51 take 1,050 ms, so that some
 * may be on their way for 50 ms longer than others. That is 95 % of the limit.
 */
export const turnGapMs = 21;

/** Nobody waits longer: a next turn that is further off was told by a clock that has been set back since. */
export const longestWaitMs = 60_000;

/** So many are taken at once at most; several processes may do so before anyone waits too long. */
const mostAtOnce = 100;

/** Fails where so many turns cannot be taken at once. */
export function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 0 || count > mostAtOnce)
    throw new RangeError(`${count} turns cannot be taken at once`);
}

/** The waits of several turns, where the first one comes after so long. */
export const waitsFrom = (firstMs: number, count: number, gapMs = turnGapMs): readonly number[] =>
  Array.from({ length: count }, (_, index) => firstMs + index * gapMs);

/** Turns of one process; a wider gap leaves the rest to others. */
export function createOwnTurns(clock: Clock, gapMs = turnGapMs): RequestTurns {
  let nextAt = Number.NEGATIVE_INFINITY;
  return {
    async take(count) {
      checkCount(count);
      const now = clock.now();
      const firstAt = nextAt < now || nextAt > now + longestWaitMs ? now : nextAt;
      nextAt = firstAt + count * gapMs;
      return waitsFrom(firstAt - now, count, gapMs);
    },
  };
}
