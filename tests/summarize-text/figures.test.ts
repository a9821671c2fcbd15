import { findFigures } from 'summarize-text';
import { describe, expect, it } from 'vitest';
import type { ExpectedFigure } from './figure-cases.ts';
import { moneyCases } from './figure-cases-money.ts';
import { notCases } from './figure-cases-not.ts';
import { thingCases } from './figure-cases-things.ts';

function found(sentence: string): readonly ExpectedFigure[] {
  return findFigures(sentence)
    .filter(({ trivial }) => !trivial)
    .map(({ text, kind, value, value2, unit, modifier }) => ({
      text,
      kind,
      value,
      ...(value2 === undefined ? {} : { value2 }),
      unit,
      modifier,
    }));
}

const groups = [...moneyCases, ...thingCases, ...notCases];

describe.each(groups)('$phenomenon', ({ cases }) => {
  it.each(cases.map(([sentence, ...expected]) => ({ sentence, expected })))('$sentence', (line) => {
    const near = line.expected.map((figure) => ({ ...figure, value: expect.closeTo(figure.value, 6) }));
    expect(found(line.sentence)).toEqual(near);
  });
});

it('the tables hold at least 160 sentences in 40 groups', () => {
  expect(groups.length).toBeGreaterThanOrEqual(40);
  expect(groups.reduce((sum, { cases }) => sum + cases.length, 0)).toBeGreaterThanOrEqual(160);
});
