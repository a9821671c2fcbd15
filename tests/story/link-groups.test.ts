import { describe, expect, it } from 'vitest';
import { linkGroups } from '../../src/story/link-groups.ts';

/** Likeness of points on a line: 1 at the same place, 0 from a distance of 10. */
const onLine = (points: readonly number[]) =>
  points.map((one) => Float64Array.from(points, (other) => Math.max(0, 1 - Math.abs(one - other) / 10)));
const each = (points: readonly number[]) => points.map((_, place) => [place]);

describe('linkGroups', () => {
  it.each([
    [[], []],
    [[3], [[0]]],
    [
      [0, 1, 20, 21, 40],
      [[0, 1], [2, 3], [4]],
    ],
    [[0, 0, 0], [[0, 1, 2]]],
  ])('groups the points %j as %j', (points, groups) => {
    expect(linkGroups(each(points), onLine(points), 0.5)).toEqual(groups);
  });

  it('does not run along a chain: the mean decides, not the nearest', () => {
    const chain = [0, 4, 8, 12, 16, 20, 24];
    expect(linkGroups(each(chain), onLine(chain), 0.5).length).toBeGreaterThan(1);
  });

  it('keeps what is given as a group together, and counts all who speak for it', () => {
    const points = [0, 30, 2];
    expect(linkGroups([[0, 1], [2]], onLine(points), 0.7)).toEqual([[0], [1]]);
    expect(linkGroups([[0, 2], [1]], onLine(points), 0.7)).toEqual([[0], [1]]);
    expect(linkGroups([[0], [1], [2]], onLine(points), 0.7)).toEqual([[0, 2], [1]]);
  });

  it('lets a loose group take in what is no farther from it than its own are from each other', () => {
    const [near, far] = [0.6, 0.25];
    const loose = [
      Float64Array.of(1, near, near, far),
      Float64Array.of(near, 1, near, far),
      Float64Array.of(near, near, 1, far),
      Float64Array.of(far, far, far, 1),
    ];
    const tight = loose.map((row) => row.map((likeness) => (likeness === near ? 0.95 : likeness)));
    expect(linkGroups([[0, 1, 2], [3]], loose, far)).toHaveLength(2);
    const looser = loose.map((row) => row.map((likeness) => (likeness === near ? 0.3 : likeness)));
    expect(linkGroups([[0, 1, 2], [3]], looser, far)).toHaveLength(1);
    expect(linkGroups([[0, 1, 2], [3]], tight, far)).toHaveLength(2);
  });
});
