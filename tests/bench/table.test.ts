import { describe, expect, it } from 'vitest';
import { layOut, numberText } from '../../bench/parts/table.ts';

describe('a number in a table', () => {
  it.each([
    [0, '0'],
    [0.012345, '0.0123'],
    [1.2345, '1.23'],
    [12.345, '12.3'],
    [123.45, '123'],
    [12_345.6, '12,346'],
    [-1.2345, '-1.23'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('%d is shown as %s', (value, expected) => {
    expect(numberText(value)).toBe(expected);
  });
});

describe('a table', () => {
  it('is Markdown with its columns aligned, numbers to the right', () => {
    const table = {
      title: 'Cold start',
      columns: ['', 'ms', 'MB'],
      rows: [
        ['the bot', 1234.5, 98.76],
        ['nothing', 3.21, undefined],
      ],
      notes: ['Three starts each.'],
    };
    expect(layOut(table).split('\n')).toEqual([
      '### Cold start',
      '',
      '|         |    ms |   MB |',
      '| ------- | ----: | ---: |',
      '| the bot | 1,235 | 98.8 |',
      '| nothing |  3.21 |    – |',
      '',
      '- Three starts each.',
    ]);
  });

  it('keeps a bar in a name from ending its column', () => {
    const table = { title: 'T', columns: ['a|b'], rows: [['c|d']], notes: [] };
    expect(layOut(table)).toBe('### T\n\n| a\\|b |\n| ---- |\n| c\\|d |');
  });
});
