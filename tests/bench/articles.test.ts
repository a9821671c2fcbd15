import { describe, expect, it } from 'vitest';
import { longText, sampleArticles, variedArticles, withOtherDigits } from '../../bench/parts/articles.ts';
import { asks, createAsks } from '../../bench/parts/asks.ts';
import { createRandom } from '../../bench/parts/numbers.ts';

const samples = await sampleArticles();

describe('varied articles', () => {
  it('are no two alike, and the same for the same seed', () => {
    const varied = variedArticles(samples, 40, 7);
    expect(new Set(varied.map(({ id }) => id)).size).toBe(40);
    expect(new Set(varied.map(({ title }) => title)).size).toBe(40);
    expect(new Set(varied.map(({ text }) => text)).size).toBe(40);
    expect(variedArticles(samples, 40, 7).map(({ raw }) => raw)).toEqual(varied.map(({ raw }) => raw));
  });

  it('have other figures of the same length', () => {
    const other = withOtherDigits('In 1987 it cost £1,205.60, or 7 %.', createRandom(3));
    expect(other).toMatch(/^In [1-9]\d{3} it cost £[1-9],[1-9]\d{2}\.[1-9]\d, or [1-9] %\.$/);
  });

  it.each([10_000, 100_000])('make a text of about %d bytes', (bytes) => {
    const length = Buffer.byteLength(longText(samples, bytes, 7));
    expect(length).toBeGreaterThan(bytes * 0.8);
    expect(length).toBeLessThan(bytes * 1.2);
  });
});

describe('what a crowd asks', () => {
  it('is one of each kind in turn, about the stories in turn', () => {
    const stories = ['a', 'b', 'c'].map((id) => ({ id, title: `Title ${id}` }));
    const next = createAsks([asks.summary, asks.help], stories);
    const asked = Array.from({ length: 8 }, next);
    expect(asked.map(({ kind }) => kind)).toEqual(Array(4).fill(['/summary', '/help']).flat());
    const named = asked.flatMap((ask) => ('call' in ask ? (ask.call.options?.story ?? []) : []));
    expect(named).toEqual(['a', 'c', 'b', 'Title a']);
  });
});
