import { describe, expect, it } from 'vitest';
import type { FoundFigure } from '../../bench/parts/figure-finders.ts';
import { goldSet } from '../../bench/parts/figure-texts.ts';
import { scoreFigures } from '../../bench/parts/score-figures.ts';

const { texts } = goldSet();

const scoreOf = (change: (found: FoundFigure) => readonly FoundFigure[]) =>
  scoreFigures(texts.map((gold) => [gold, gold.figures.flatMap(change)] as const));

describe('the score of figures', () => {
  it('is full for the gold itself', () => {
    expect(scoreOf((found) => [found])).toEqual({ value: 100, valueAndUnit: 100 });
  });

  it('is nothing where nothing is found', () => {
    expect(scoreOf(() => [])).toEqual({ value: 0, valueAndUnit: 0 });
  });

  it('tells wrong units from wrong values', () => {
    expect(scoreOf((found) => [{ ...found, unit: 'a thing that is not there' }])).toEqual({
      value: 100,
      valueAndUnit: 0,
    });
    expect(scoreOf((found) => [{ ...found, value: found.value * 1.37 }]).value).toBeLessThan(5);
  });

  it('falls with what is found too much', () => {
    expect(scoreOf((found) => [found, found]).value).toBeCloseTo(200 / 3);
  });

  it.each<[string, FoundFigure, FoundFigure, boolean]>([
    ['a plural', { value: 4, unit: 'tonnes' }, { value: 4, unit: 'tonne' }, true],
    ['the noun of a longer name', { value: 4, unit: 'ticket sale' }, { value: 4, unit: 'sales' }, true],
    ['a rate and its amount', { value: 4, unit: 'GBP/week' }, { value: 4, unit: 'GBP' }, false],
    ['another currency', { value: 4, unit: 'GBP' }, { value: 4, unit: 'USD' }, false],
    ['a range and its lower end', { value: 4, value2: 5, unit: '%' }, { value: 4, unit: '%' }, false],
  ])('%s', (_, gold, found, isRight) => {
    const { valueAndUnit } = scoreFigures([[{ text: '', figures: [gold] }, [found]]]);
    expect(valueAndUnit).toBe(isRight ? 100 : 0);
  });
});
