import { describe, expect, it } from 'vitest';
import { digestSets, ndcg, precision } from '../../bench/parts/digests/digest-gold.ts';
import { rankHalf } from '../../bench/parts/digests/rank-gold.ts';

describe('stories of digests that an editor has judged', () => {
  it.each([
    ['tuning', 0.77],
    ['held-out', 0.66],
  ] as const)(
    'are chosen better than the newest are: the %s half, with nDCG from %s',
    async (half, floor) => {
      const { ours, 'newest first': newest, 'at random': random } = await rankHalf(half);
      expect(ours?.ndcg).toBeGreaterThan(floor);
      expect(ours?.ndcg).toBeGreaterThan(newest?.ndcg ?? 1);
      expect(ours?.ndcg).toBeGreaterThan(random?.ndcg ?? 1);
      expect(ours?.precision).toBeGreaterThan(newest?.precision ?? 1);
    },
  );

  it('are of two halves that share no event', () => {
    const eventsOf = (half: string) =>
      new Set(
        digestSets
          .filter((set) => set.half === half)
          .flatMap(({ stories }) => stories.map((one) => one.event)),
      );
    expect(digestSets.length).toBeGreaterThanOrEqual(15);
    expect([...eventsOf('tuning')].filter((event) => eventsOf('held-out').has(event))).toEqual([]);
  });
});

describe('an order of stories', () => {
  it('is worth 1 where it is the best there could be, less where good ones stand behind or are missing', () => {
    const all = [3, 2, 2, 1, 0, 0];
    expect(ndcg([3, 2, 2, 1, 0], all, 5)).toBe(1);
    expect(ndcg([2, 3, 2, 1, 0], all, 5)).toBeLessThan(1);
    expect(ndcg([3, 2, 2], all, 5)).toBeLessThan(1);
    expect(ndcg([], all, 5)).toBe(0);
    expect(ndcg([], [0, 0], 5)).toBe(1);
  });

  it('is as precise as many of its first belong there, of as many as could', () => {
    expect(precision([3, 0, 2, 1], [3, 2, 2, 1, 0], 5)).toBeCloseTo(2 / 3);
    expect(precision([3, 0, 2], [3, 2, 2], 2)).toBe(0.5);
    expect(precision([1], [1, 0], 5)).toBe(1);
  });
});
