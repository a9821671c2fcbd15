import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, ChartBar } from '../../../src/domain/chart.ts';
import { paintChart } from '../../../src/render/chart/paint-chart.ts';
import { type Pixels, readPng } from './read-png.ts';

const margin = 36;

const bar = (value: number, given: Partial<ChartBar> = {}): ChartBar => ({
  label: `berths in harbour ${value}`,
  text: String(value),
  value,
  isApproximate: false,
  ...given,
});

const chartOf = (bars: readonly ChartBar[], given: Partial<Chart> = {}): Chart => ({
  title: 'Harbours of the north coast',
  bars,
  source: 'The Orme Echo, 19 November 2026',
  ...given,
});

function painted(chart: Chart): Pixels {
  const png = paintChart(chart);
  if (png === undefined) throw new Error('no chart was drawn');
  return readPng(png);
}

const isWhite = ([r, g, b]: readonly [number, number, number]): boolean => r > 250 && g > 250 && b > 250;
const isInk = ([r, g, b]: readonly [number, number, number]): boolean => r < 110 && g < 110 && b < 120;
const isFull = ([r, g, b]: readonly [number, number, number]): boolean =>
  Math.abs(r - 0x47) < 6 && Math.abs(g - 0x52) < 6 && Math.abs(b - 0xc4) < 6;
const isLight = ([r, g, b]: readonly [number, number, number]): boolean =>
  Math.abs(r - 0xc3) < 6 && Math.abs(g - 0xc8) < 6 && Math.abs(b - 0xf5) < 6;

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** The rows of the picture in which bars lie, one in the middle of each bar. */
function barRows(pixels: Pixels): number[] {
  const isBar = (y: number) => {
    const pixel = pixels.at(margin + 4, y);
    return isFull(pixel) || isLight(pixel);
  };
  const rows = range(1, pixels.height).filter((y) => isBar(y) && !isBar(y - 1));
  return rows.map((y) => y + 16);
}

const widthOf = (
  pixels: Pixels,
  y: number,
  is: (pixel: readonly [number, number, number]) => boolean,
): number => range(margin, pixels.width).filter((x) => is(pixels.at(x, y))).length;

function inkBetween(pixels: Pixels, from: number, to: number): number {
  let count = 0;
  for (const y of range(from, to))
    for (const x of range(0, pixels.width)) if (isInk(pixels.at(x, y))) count += 1;
  return count;
}

describe('a chart, read back from its picture', () => {
  it('has bars from zero in the proportion of their values', () => {
    const pixels = painted(chartOf([bar(2.5), bar(2.3), bar(0.5)]));
    const widths = barRows(pixels).map((y) => widthOf(pixels, y, isFull));
    expect(widths).toHaveLength(3);
    const perUnit = (widths[0] ?? 0) / 2.5;
    expect(perUnit).toBeGreaterThan(150);
    expect(Math.abs((widths[1] ?? 0) - 2.3 * perUnit)).toBeLessThanOrEqual(2);
    expect(Math.abs((widths[2] ?? 0) - 0.5 * perUnit)).toBeLessThanOrEqual(2);
  });

  it('has ink where its title, its labels, its values and its source stand', () => {
    const pixels = painted(chartOf([bar(40), bar(20)]));
    const [first = 0, second = 0] = barRows(pixels);
    const title = inkBetween(pixels, 30, 72);
    expect(title).toBeGreaterThan(500);
    expect(inkBetween(pixels, 85, first - 20)).toBeGreaterThan(200); // the first label
    expect(inkBetween(pixels, second - 12, second + 12)).toBeGreaterThan(50); // the second value
    expect(inkBetween(pixels, second + 30, pixels.height)).toBeGreaterThan(200); // the source
    const longer = painted(
      chartOf([bar(40), bar(20)], { title: 'Harbours of the north coast and the south' }),
    );
    expect(inkBetween(longer, 30, 72)).toBeGreaterThan(title * 1.2);
  });

  it('draws what is not exact lighter and dashed, and says so', () => {
    const exact = painted(chartOf([bar(40), bar(20)]));
    const rough = painted(chartOf([bar(40), bar(20, { isApproximate: true, text: 'about 20' })]));
    const [, y = 0] = barRows(rough);
    expect(widthOf(rough, y, isLight)).toBeGreaterThan(100);
    expect(widthOf(rough, y, isFull)).toBeLessThan(10);
    const top = range(margin + 5, margin + 200).map((x) => isFull(rough.at(x, y - 16)));
    expect(top.filter((dark, at) => dark !== top[at + 1]).length).toBeGreaterThan(10);
    expect(rough.height).toBeGreaterThan(exact.height);
  });

  it('draws a range from its lower to its upper end', () => {
    const pixels = painted(chartOf([bar(40), bar(20, { value2: 30, text: '20-30' })]));
    const [first = 0, second = 0] = barRows(pixels);
    const perUnit = widthOf(pixels, first, isFull) / 40;
    expect(Math.abs(widthOf(pixels, second, isFull) - 20 * perUnit)).toBeLessThanOrEqual(4);
    expect(Math.abs(widthOf(pixels, second, isLight) - 10 * perUnit)).toBeLessThanOrEqual(6);
  });

  it('keeps all text within the picture, however long and hostile', () => {
    const pieces = [
      'W',
      '</text><rect width="999"/>',
      ' ',
      '&amp;',
      '"',
      'ﬃ',
      'é',
      '\u0301',
      'long words here ',
      '%',
      '€',
    ];
    const words = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 120 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, words, (title, label, source) => {
        const png = paintChart(chartOf([bar(3, { label }), bar(2)], { title, source }));
        if (png === undefined) return; // a character without a glyph
        const pixels = readPng(png);
        const edges = [...range(0, margin - 4), ...range(pixels.width - margin + 4, pixels.width)];
        const isClear = range(0, pixels.height).every((y) => edges.every((x) => isWhite(pixels.at(x, y))));
        expect(isClear).toBe(true);
      }),
      { seed: 20261125, numRuns: 15 },
    );
  });

  it('never cuts the source', () => {
    const short = painted(chartOf([bar(3), bar(2)]));
    const source = 'The Very Long Gazette of the Harbours, Piers and Lighthouses '.repeat(8);
    const long = painted(chartOf([bar(3), bar(2)], { source }));
    expect(long.height - short.height).toBeGreaterThan(4 * 23);
    const last = inkBetween(long, long.height - 60, long.height);
    expect(last).toBeGreaterThan(20);
  });

  it.each([
    ['a character that the font lacks, which would be drawn as nothing', { label: '港口 berths' }],
    [
      'a value whose words leave the bars no room',
      { text: 'about three hundred and forty million Arden crowns' },
    ],
  ])('is not drawn with %s', (_, given) => {
    expect(paintChart(chartOf([bar(3), bar(2, given)]))).toBeUndefined();
  });
});
