import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedEntry } from '../../../src/ingest/feed/parsed-feed.ts';
import { habitOf, isSilent } from '../../../src/ingest/poll/habit.ts';
import { waitAfterFailure, waitAfterPoll, waitAfterStart } from '../../../src/ingest/poll/pace.ts';
import { dayMs, hourMs, minuteMs, startAt } from './polling.ts';

const limits = { shortestMs: 10 * minuteMs, longestMs: 12 * hourMs };
const now = startAt;
const dated = (...dates: readonly number[]): ParsedEntry[] =>
  dates.map((publishedAt) => ({ publishedAt, categories: [], enclosures: [] }));
const every = (gapMs: number, count: number) =>
  dated(...Array.from({ length: count }, (_, place) => now - place * gapMs));

describe('the habit of a feed', () => {
  it.each([
    ['one an hour', every(hourMs, 10), { newestEntryAt: now, usualGapMs: hourMs }],
    ['too few to tell', every(hourMs, 4), { newestEntryAt: now }],
    ['none with a date', [{ categories: [], enclosures: [] }], {}],
    ['of the future', dated(now + dayMs, now - hourMs), { newestEntryAt: now }],
    [
      'ten at once every day',
      [0, 1, 2].flatMap((day) => dated(...Array.from({ length: 10 }, () => now - day * dayMs))),
      { newestEntryAt: now, usualGapMs: dayMs },
    ],
    [
      'of years ago besides',
      [...every(hourMs, 30), ...dated(now - 2000 * dayMs)],
      { newestEntryAt: now, usualGapMs: hourMs },
    ],
  ])('with entries %s is known', (_, entries, habit) => expect(habitOf(entries, now)).toEqual(habit));

  it('is broken when it is silent for five usual gaps, and three days', () => {
    const silent = (days: number, usualGapMs?: number) =>
      isSilent({ newestEntryAt: now - days * dayMs, ...(usualGapMs !== undefined && { usualGapMs }) }, now);
    expect([silent(2.9, hourMs), silent(3.1, hourMs)]).toEqual([false, true]);
    expect([silent(34, 7 * dayMs), silent(36, 7 * dayMs)]).toEqual([false, true]);
    expect(silent(900)).toBe(false);
  });
});

describe('the wait for the next poll', () => {
  const at = { now, random: 0 };

  it.each([
    ['a busy feed', { newestEntryAt: now, usualGapMs: 4 * minuteMs }, 10 * minuteMs],
    ['an hourly feed', { newestEntryAt: now, usualGapMs: hourMs }, 30 * minuteMs],
    ['a daily feed', { newestEntryAt: now, usualGapMs: dayMs }, 12 * hourMs],
    [
      'a busy feed that has been silent for a week',
      { newestEntryAt: now - 7 * dayMs, usualGapMs: hourMs },
      12 * hourMs,
    ],
    ['a feed without dates that has just changed', { changedAt: now }, 10 * minuteMs],
    ['a feed without dates that changed yesterday', { changedAt: now - dayMs }, 2.4 * hourMs],
  ])('of %s is %o: %i ms', (_, state, ms) => expect(waitAfterPoll(state, limits, at)).toBe(ms));

  it('is as long as the publisher says that nothing changes, up to an hour', () => {
    const state = { newestEntryAt: now, usualGapMs: minuteMs };
    expect(waitAfterPoll(state, limits, { ...at, freshMs: 20 * minuteMs })).toBe(20 * minuteMs);
    expect(waitAfterPoll(state, limits, { ...at, freshMs: 30 * dayMs })).toBe(hourMs);
    expect(waitAfterPoll(state, limits, { ...at, freshMs: 1 })).toBe(10 * minuteMs);
  });

  it('is never below the operator’s shortest, nor a fifth above the longest, whatever the feed', () => {
    const times = fc.option(fc.integer({ min: 0, max: now }), { nil: 0 });
    fc.assert(
      fc.property(
        times,
        times,
        times,
        fc.integer({ min: 0 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (newestEntryAt, changedAt, usualGapMs, freshMs, random) => {
          const ms = waitAfterPoll({ newestEntryAt, changedAt, usualGapMs }, limits, {
            now,
            random,
            freshMs,
          });
          expect(ms).toBeGreaterThanOrEqual(limits.shortestMs);
          expect(ms).toBeLessThanOrEqual(limits.longestMs * 1.2);
        },
      ),
      { seed: 7 },
    );
  });

  it('after failures doubles up to a day, and is as long as the server asks', () => {
    const waits = [1, 2, 3, 8, 9, 500].map(
      (count) => waitAfterFailure({ count }, limits, { random: 0 }) / minuteMs,
    );
    expect(waits).toEqual([10, 20, 40, 1280, 1440, 1440]);
    expect(waitAfterFailure({ count: 1 }, limits, { random: 0, retryAfterMs: hourMs })).toBe(hourMs);
  });

  it('after a start is none for a new feed, some minutes for another, and what is left for one that fails', () => {
    const known = { bodyHash: 'a' };
    const failure = { reason: 'status', since: 0, lastAt: now - hourMs, count: 5 } as const;
    expect(waitAfterStart({}, limits, { now, random: 0.9 })).toBe(0);
    expect(waitAfterStart(known, limits, { now, random: 0.5 })).toBe(2.5 * minuteMs);
    expect(waitAfterStart({ failure }, limits, { now, random: 0 })).toBe(100 * minuteMs);
  });
});
