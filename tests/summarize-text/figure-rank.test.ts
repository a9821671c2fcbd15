import type { Figure } from 'summarize-text';
import { findFigures } from 'summarize-text';
import { describe, expect, it } from 'vitest';

function ranked(text: string, title?: string): readonly string[] {
  return findFigures(text, title === undefined ? {} : { title })
    .filter((figure): figure is Figure & { rank: number } => figure.rank !== undefined)
    .toSorted((a, b) => a.rank - b.rank)
    .map((figure) => figure.text);
}

describe('the rank of figures', () => {
  it('a figure of the title comes first', () => {
    const text = 'Fares rise by 3% in May. A berth will cost £65. The line is 90 miles long.';
    expect(ranked(text, 'Night berths to cost £65')[0]).toBe('£65');
  });

  it('a title that rounds still lifts its figure', () => {
    const text = 'The mayor spoke for 40% of us. The bridge needs £1.96bn. Ten boats came.';
    expect(ranked(text, 'Bridge needs £2bn')[0]).toBe('£1.96bn');
  });

  it('a repeated figure is ranked once, where the article says most of it', () => {
    const text =
      'The plan is 1.8%. Ministers repeated the pledge to lift the sea patrol budget to 1.8% of national income.';
    const figures = findFigures(text);
    expect(figures.map(({ rank }) => rank !== undefined)).toEqual([false, true]);
  });

  it('a conversion in brackets comes after all else', () => {
    expect(
      ranked('The pier sold for $61m (£47.2m). It lost $3m last year and 12% of its planks.').at(-1),
    ).toBe('£47.2m');
  });

  it('what says nothing by itself is flagged and has no rank', () => {
    const [one, five] = findFigures('One of the ships sank with 5,000 crates.');
    expect(one).toMatchObject({ text: 'One', trivial: true });
    expect(one).not.toHaveProperty('rank');
    expect(five?.rank).toBe(1);
  });

  it('two amounts said of the same stand together', () => {
    const text =
      'Ministers will lift spending on patrols to 1.8% of national income. A storm sank 1,400 boats off the cape, the harbour said. Ardmoor spends 1.5% of national income on patrols.';
    const order = ranked(text);
    expect(Math.abs(order.indexOf('1.8%') - order.indexOf('1.5%'))).toBe(1);
  });

  it('at most ten have a rank, 1 to 10', () => {
    const text = Array.from(
      { length: 30 },
      (_, index) => `Mill ${'abcdefgh'[index % 8]} made £${index + 3}m.`,
    ).join(' ');
    const ranks = findFigures(text).flatMap(({ rank }) => (rank === undefined ? [] : [rank]));
    expect(ranks.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
