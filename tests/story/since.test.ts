import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSince } from '../../src/story/since.ts';

/** A Wednesday. */
const now = Date.UTC(2026, 10, 25, 15, 30);

const since = (written: string, at = now): string | undefined => {
  const found = parseSince(written, at);
  return found === undefined ? undefined : new Date(found).toISOString().slice(0, 16);
};

describe('since when', () => {
  it.each([
    ['7d', '2026-11-18T15:30'],
    ['24h', '2026-11-24T15:30'],
    ['90 min', '2026-11-25T14:00'],
    ['2 weeks', '2026-11-11T15:30'],
    ['2wks', '2026-11-11T15:30'],
    ['3 days ago', '2026-11-22T15:30'],
    ['the last two weeks', '2026-11-11T15:30'],
    ['last week', '2026-11-18T15:30'],
    ['past 3 days', '2026-11-22T15:30'],
    ['a week', '2026-11-18T15:30'],
    ['an hour ago', '2026-11-25T14:30'],
    ['three months', '2026-08-25T15:30'],
    ['1y', '2025-11-25T15:30'],
    [' Since  Yesterday ', '2026-11-24T00:00'],
    ['today', '2026-11-25T00:00'],
    ['this week', '2026-11-23T00:00'],
    ['this month', '2026-11-01T00:00'],
    ['this year', '2026-01-01T00:00'],
    ['Monday', '2026-11-23T00:00'],
    ['tues', '2026-11-24T00:00'],
    ['last Wednesday', '2026-11-18T00:00'],
    ['2026-11-01', '2026-11-01T00:00'],
    ['2026-9-1', '2026-09-01T00:00'],
    ['2026-10', '2026-10-01T00:00'],
    ['1 November 2026', '2026-11-01T00:00'],
    ['1st of Nov', '2026-11-01T00:00'],
    ['Nov 1, 2026', '2026-11-01T00:00'],
    ['Dec. 24', '2025-12-24T00:00'],
    ['september', '2026-09-01T00:00'],
    ['May 2026', '2026-05-01T00:00'],
  ])('is read from %j', (written, at) => {
    expect(since(written)).toBe(at);
  });

  it.each([
    '',
    'since',
    'soon',
    'a',
    '5m',
    '3/4/2026',
    '2026-02-30',
    '2026-13-01',
    '31 Nov 2026',
    '1 Nov 2',
    'tomorrow',
    '2030-01-01',
    '1 December 2026',
    '-3 days',
    'next week',
    '0x7 days',
    '9'.repeat(400),
    `${'last '.repeat(400)}week`,
  ])('is not read from %j', (written) => {
    expect(since(written)).toBeUndefined();
  });

  it('takes the last day of a shorter month', () => {
    expect(since('1 month', Date.UTC(2026, 2, 31, 8))).toBe('2026-02-28T08:00');
    expect(since('1 year', Date.UTC(2028, 1, 29))).toBe('2027-02-28T00:00');
  });

  it('never lies ahead, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 0, max: 4e12 }), (written, at) => {
        expect(parseSince(written, at) ?? at).toBeLessThanOrEqual(at);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('gives back every day written as a date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (day) => {
        const at = day * 86_400_000;
        expect(parseSince(new Date(at).toISOString().slice(0, 10), Date.UTC(2027, 0))).toBe(at);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
