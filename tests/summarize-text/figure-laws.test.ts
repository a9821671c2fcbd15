import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Figure } from 'summarize-text';
import { findFigures } from 'summarize-text';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cpuMsOf } from '../cpu-time.ts';
import { moneyCases } from './figure-cases-money.ts';
import { notCases } from './figure-cases-not.ts';
import { thingCases } from './figure-cases-things.ts';

const seed = 20_261_125;
const sentences = [...moneyCases, ...thingCases, ...notCases].flatMap(({ cases }) =>
  cases.map(([sentence]) => sentence),
);

function expectLaws(text: string, figures: readonly Figure[]): void {
  let last = 0;
  for (const { start, end, text: words, value, value2, label } of figures) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(text.slice(start, end)).toBe(words);
    expect(Number.isFinite(value)).toBe(true);
    expect(Number.isFinite(value2 ?? 0)).toBe(true);
    expect(label.length).toBeLessThanOrEqual(2);
    let labelled = 0;
    for (const span of label) {
      expect(span.start).toBeGreaterThanOrEqual(labelled);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
      expect(span.end <= start || span.start >= end).toBe(true);
      expect(text.slice(span.start, span.end)).toMatch(/^[\p{L}\p{N}]/u);
      expect(text.slice(span.start, span.end)).toMatch(/[\p{L}\p{M}\p{N}²³%).’']$/u);
      labelled = span.end;
    }
    last = end;
  }
}

describe('the laws of figures hold', () => {
  const piece = fc.oneof(
    fc.constantFrom(...sentences),
    fc.constantFrom(
      '£',
      '$',
      '%',
      '-',
      '–',
      ' ',
      '\n',
      '. ',
      ', ',
      'm',
      'bn',
      ' a ',
      ' of ',
      ' and ',
      ' to ',
      'half',
      'one',
      'hundred',
      'one in ',
      '½',
      '/',
      ':',
      '(',
      ')',
      '’',
      'Â',
      'ā',
    ),
    fc.nat().map(String),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );

  it('for joined pieces of news', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expectLaws(text, findFigures(text));
      }),
      { seed, numRuns: 400 },
    );
  });

  it('for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) =>
        expectLaws(text, findFigures(text, { title: text })),
      ),
      { seed, numRuns: 300 },
    );
  });

  it('a sentence gives the same figures wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.constantFrom(...sentences), (first, second) => {
        const bare = ({ start: _start, label: _label, end: _end, rank: _rank, ...rest }: Figure) => rest;
        const apart = [...findFigures(first), ...findFigures(second)].map(bare);
        expect(findFigures(`${first}\n\n${second}`).map(bare)).toEqual(apart);
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('time grows with the length of the text, whatever it holds', () => {
  it.each([
    ['digits', '1,'],
    ['amounts', '5% '],
    ['words of numbers', 'one hundred and two thousand '],
    ['parts', 'half of a '],
    ['one sentence without an end', 'he paid £5m for 3 of 7 big red cars, '],
    ['one word', 'a'],
  ])('%s', (_name, unit) => {
    const text = unit.repeat(Math.ceil(30_000 / unit.length));
    expect(cpuMsOf(() => findFigures(text))).toBeLessThan(10_000);
  });
});

const goldSchema = z.object({
  title: z.string(),
  body: z.array(z.string()),
  figures: z.array(
    z.object({
      text: z.string(),
      value: z.number(),
      value2: z.number().optional(),
      unit: z.string(),
      kind: z.string(),
      modifier: z.string(),
    }),
  ),
  keyFigures: z.array(z.string()),
  notFigures: z.array(z.string()),
});
const goldFolder = new URL('../../data/gold/', import.meta.url);
const samples = readdirSync(goldFolder).map((file) => ({
  file,
  gold: goldSchema.parse(JSON.parse(readFileSync(new URL(file, goldFolder), 'utf8'))),
}));

function signature(figure: {
  readonly text: string;
  readonly value: number;
  readonly value2?: number | undefined;
  readonly unit: string;
  readonly kind: string;
  readonly modifier: string;
}): string {
  const { text, value, value2, unit, kind, modifier } = figure;
  return [text, value.toPrecision(8), value2?.toPrecision(8), unit.split(' ').at(-1), kind, modifier].join(
    '|',
  );
}

describe('the figures of our own samples', () => {
  it.each(samples)('$file: nearly all are found as they are written down', ({ gold }) => {
    const text = gold.body.join('\n\n');
    const found = new Set(findFigures(text, { title: gold.title }).map(signature));
    const missed = gold.figures.filter((figure) => !found.has(signature(figure)));
    expect(missed.length).toBeLessThanOrEqual(2);
  });

  it('a story of four figures has those and no others, the pledge beside what is spent', () => {
    const gold = samples.find(({ file }) => file === 'skelder-patrol-boats.json')?.gold;
    const ranked = findFigures(gold?.body.join('\n\n') ?? '', { title: gold?.title })
      .filter(({ rank }) => rank !== undefined)
      .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ text }) => text);
    expect(ranked.toSorted()).toEqual(gold?.keyFigures.toSorted());
    expect(Math.abs(ranked.indexOf('1.8%') - ranked.indexOf('1.5%'))).toBe(1);
  });

  it('of all samples at least 96 % are right in text, value, unit, kind and modifier', () => {
    let right = 0;
    let all = 0;
    for (const { gold } of samples) {
      const found = new Set(findFigures(gold.body.join('\n\n'), { title: gold.title }).map(signature));
      right += gold.figures.filter((figure) => found.has(signature(figure))).length;
      all += gold.figures.length;
    }
    expect(right / all).toBeGreaterThanOrEqual(0.96);
  });

  it('two in three of the key figures are among the first five', () => {
    const hits = samples.flatMap(({ gold }) => {
      const first = findFigures(gold.body.join('\n\n'), { title: gold.title })
        .filter(({ rank = 99 }) => rank <= 5)
        .map(({ text }) => text);
      return gold.keyFigures.map((key) => first.includes(key));
    });
    expect(hits.filter(Boolean).length / hits.length).toBeGreaterThanOrEqual(0.66);
  });

  it.each(samples)('$file: what is no figure is not taken for one', ({ gold }) => {
    const text = gold.body.join('\n\n');
    const figures = findFigures(text).filter(({ trivial }) => !trivial);
    for (const words of gold.notFigures.filter((words) => /\d/.test(words))) {
      const start = text.indexOf(words);
      expect(start).toBeGreaterThanOrEqual(0);
      const inside = figures.filter((figure) => figure.start >= start && figure.end <= start + words.length);
      expect(inside).toEqual([]);
    }
  });
});
