import { describe, expect, it } from 'vitest';
import { averageLink } from '../../src/story/average-link.ts';

/** Likeness of points on a line: 1 at the same place, 0 from a distance of 10. */
const onLine = (points: readonly number[]) => (one: number, other: number) =>
  Math.max(0, 1 - Math.abs((points[one] ?? 0) - (points[other] ?? 0)) / 10);
const ones = (points: readonly number[]) => points.map(() => 1);

describe('averageLink', () => {
  it.each([
    [[], []],
    [[3], [[0]]],
    [
      [0, 1, 20, 21, 40],
      [[0, 1], [2, 3], [4]],
    ],
    [[0, 0, 0], [[0, 1, 2]]],
  ])('groups the points %j as %j', (points, groups) => {
    expect(averageLink(ones(points), onLine(points), 0.5)).toEqual(groups);
  });

  it('does not run along a chain: the mean decides, not the nearest', () => {
    const chain = [0, 4, 8, 12, 16];
    expect(averageLink(ones(chain), onLine(chain), 0.5).length).toBeGreaterThan(1);
  });

  it('counts a thing that stands for several as often as it does', () => {
    const points = [0, 3, 8];
    expect(averageLink([1, 1, 1], onLine(points), 0.34)).toEqual([[0, 1, 2]]);
    expect(averageLink([9, 1, 1], onLine(points), 0.34)).toEqual([[0, 1], [2]]);
  });
});
