import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smoothed } from '../../src/story/smoothed.ts';

const rows = (...given: readonly (readonly number[])[]) => given.map((row) => Float64Array.from(row));

describe('smoothed likenesses', () => {
  it('bring two together between which a third stands', () => {
    const [account, , answer] = smoothed(rows([1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]));
    expect(account?.[2]).toBeGreaterThan(0.3);
    expect(answer?.[0]).toBe(account?.[2]);
  });

  it('leave what is like nothing as it is', () => {
    expect(smoothed(rows([1, 0, 0.4], [0, 1, 0], [0.4, 0, 1]))[1]).toEqual(Float64Array.of(0, 1, 0));
    expect(smoothed([])).toEqual([]);
  });

  it('lend little where the nearest are far', () => {
    const [far] = smoothed(rows([1, 0.02, 0], [0.02, 1, 0.02], [0, 0.02, 1]));
    expect(far?.[2]).toBeLessThan(0.02);
  });

  it('stay between 0 and 1, the same from both sides, and 1 to oneself', () => {
    const likeness = fc.integer({ min: 0, max: 100 }).map((part) => part / 100);
    const size = 20;
    fc.assert(
      fc.property(fc.array(likeness, { minLength: size * size, maxLength: size * size }), (given) => {
        const matrix = Array.from({ length: size }, (_, one) =>
          Float64Array.from({ length: size }, (__, other) =>
            one === other ? 1 : (given[Math.min(one, other) * size + Math.max(one, other)] ?? 0),
          ),
        );
        smoothed(matrix).forEach((row, one) => {
          row.forEach((value, other) => {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeCloseTo(smoothed(matrix)[other]?.[one] ?? -1, 10);
          });
          expect(row[one]).toBeCloseTo(1, 10);
        });
      }),
      { numRuns: 3, seed: 8 },
    );
  });
});
