import { describe, expect, it } from 'vitest';
import { readNumber } from '../../src/summarize-text/figures/numbers.ts';
import { figureTokens } from '../../src/summarize-text/figures/tokens.ts';
import { currencyNames, measureNames } from '../../src/summarize-text/figures/unit-names.ts';
import { kindOfUnit, readUnit, unitCode } from '../../src/summarize-text/figures/units.ts';
import { looksPlural, singular } from '../../src/summarize-text/figures/words.ts';

describe('numbers', () => {
  it.each([
    ['ninety-nine', 99],
    ['two hundred and five', 205],
    ['nine hundred and sixty-four thousand and eight', 964_008],
    ['one hundred thousand', 100_000],
    ['a hundred', 100],
    ['three dozen', 36],
    ['two-and-a-half', 2.5],
    ['six and a half million', 6_500_000],
    ['seven point two million', 7_200_000],
    ['five crore forty lakh', 54_000_000],
    ['21,470 million', 21_470_000_000],
    ['47 300', 47_300],
    ['3.400.000', 3_400_000],
    ['2½', 2.5],
    ['2 1/2', 2.5],
    ['.75', 0.75],
    ['12,34,567', 1_234_567],
  ])('%s is %d', (words, value) => {
    const tokens = figureTokens(words);
    expect(readNumber(tokens, 0)).toMatchObject({ value, to: tokens.length });
  });

  it.each(['million', 'half', 'and', 'first', 'someone'])('%s is no number', (word) => {
    expect(readNumber(figureTokens(word), 0)).toBeUndefined();
  });
});

describe('units', () => {
  const named = [...measureNames, ...currencyNames].flatMap(([code, names]) =>
    names.split('|').map((name) => ({ code, name })),
  );

  it('every code is its own name', () => {
    for (const { code } of named) expect(unitCode(code)).toBe(code);
  });

  it('every name leads to its code, and no name to two', () => {
    for (const { code, name } of named) expect([name, unitCode(name)]).toEqual([name, code]);
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
  });

  it('every code has a kind', () => {
    expect(named.filter(({ code }) => kindOfUnit(code) === undefined)).toEqual([]);
  });

  it.each([
    ['5 miles per hour', 'mph'],
    ['5 square metres', 'm2'],
    ['5 kilowatt-hours', 'kWh'],
    ['5 degrees Celsius', 'C'],
    ['5 per cent', '%'],
    ['5 per cent points', 'pp'],
  ])('the longest name counts: %s', (text, unit) => {
    expect(readUnit(figureTokens(text), 1)?.unit).toBe(unit);
  });
});

describe('words', () => {
  it.each([
    ['people', 'person'],
    ['households', 'household'],
    ['buses', 'bus'],
    ['churches', 'church'],
    ['countries', 'country'],
    ['staff', 'staff'],
    ['midwives', 'midwife'],
    ['firemen', 'fireman'],
    ['species', 'species'],
  ])('the singular of %s is %s', (plural, one) => {
    expect(singular(plural)).toBe(one);
  });

  it.each(['is', 'this', 'various', 'glass', 'always'])('%s is no plural', (word) => {
    expect(looksPlural(word)).toBe(false);
  });
});
