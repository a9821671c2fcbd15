import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, median, percentile } from '../../bench/parts/numbers.ts';

const seed = 1;

describe('a percentile', () => {
  it.each([
    ['the middle of five', [5, 1, 4, 2, 3], 0.5, 3],
    ['the middle of four, the lower one', [4, 3, 2, 1], 0.5, 2],
    ['99 of 100', Array.from({ length: 100 }, (_, index) => index + 1), 0.99, 99],
    ['99 of ten, the highest', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.99, 10],
    ['none, the lowest', [3, 1, 2], 0, 1],
    ['all, the highest', [3, 1, 2], 1, 3],
    ['one alone', [7], 0.5, 7],
  ] as const)('is %s', (_, values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  it('is not there without values', () => {
    expect(percentile([], 0.5)).toBeNaN();
    expect(median([])).toBeNaN();
  });

  it('is the least of the values that so many of them do not exceed', () => {
    const values = fc.array(fc.integer(), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (given, share) => {
        const found = percentile(given, share);
        const upTo = (limit: number) => given.filter((value) => value <= limit).length / given.length;
        expect(given).toContain(found);
        expect(upTo(found)).toBeGreaterThanOrEqual(share - 1e-9);
        expect(given.filter((value) => value < found).every((value) => upTo(value) < share + 1e-9)).toBe(
          true,
        );
      }),
      { seed },
    );
  });
});

describe('a median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[9], 9],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('random numbers', () => {
  it('are the same for the same seed, other ones for another, all from 0 up to 1', () => {
    const take = (from: number) => Array.from({ length: 1_000 }, createRandom(from));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
    expect(take(7).every((value) => value >= 0 && value < 1)).toBe(true);
    expect(new Set(take(7)).size).toBeGreaterThan(990);
  });
});
