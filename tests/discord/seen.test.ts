import { describe, expect, it } from 'vitest';
import { createSeen } from '../../src/discord/seen.ts';

describe('an event that Discord sends twice', () => {
  it('is first once', () => {
    const seen = createSeen();
    expect([seen.isFirst('1'), seen.isFirst('1'), seen.isFirst('2')]).toEqual([true, false, true]);
  });

  it('is forgotten only after very many others, the oldest first', () => {
    const seen = createSeen();
    for (let id = 0; id <= 10_000; id += 1) expect(seen.isFirst(String(id))).toBe(true);
    expect([seen.isFirst('1'), seen.isFirst('0')]).toEqual([false, true]);
  });
});
