import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../src/summarize-text/quotations/quotations.ts';

const paragraphs = [
  'The ferry to Skarn will stop in May, its owner said on Monday.',
  '“We have run out of money and out of road,” said Arne Holt, the owner.',
  'Holt called the subsidy “a joke”. “Nobody can run a ship on promises,” he said.',
  '“The island will not last two winters without a boat,” said Marit Vik, who runs the shop.',
  '“I will swim to school if I must,” said Jon Vik, 12.',
];
const text = paragraphs.join('\n\n');

const ranked = (options: Parameters<typeof findQuotations>[1], body = text): readonly string[] =>
  findQuotations(body, options)
    .filter(({ rank }) => rank !== undefined)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((quotation) => quotation.text);

describe('key quotations', () => {
  test('an early whole sentence comes before a fragment', () => {
    const order = ranked({ title: 'Ferry to Skarn to stop' });
    expect(order[0]).toBe('We have run out of money and out of road,');
    expect(order.indexOf('Nobody can run a ship on promises,')).toBeLessThan(order.indexOf('a joke'));
  });

  test('words an editor put into the headline or pulled out come first', () => {
    expect(ranked({ title: '‘Swim to school’: ferry to Skarn stops' })[0]).toBe(
      'I will swim to school if I must,',
    );
    expect(ranked({ pullQuotes: ['The island will not last two winters'] })[0]).toMatch(/^The island/);
  });

  test('the first three give two speakers their say where the article has two', () => {
    const speakers = findQuotations(text, { title: '' })
      .filter(({ rank }) => rank !== undefined && rank <= 3)
      .map(({ speaker }) => speaker?.name);
    expect(new Set(speakers).size).toBeGreaterThan(1);
  });

  test('the same words are ranked once, and a headline’s not at all', () => {
    const repeated = `Owner: ‘We have run out of money and out of road’\n\n${text}\n\n“We have run out of money and out of road,” Holt said again.`;
    const order = ranked({}, repeated);
    expect(order.filter((words) => words.startsWith('We have run out'))).toHaveLength(1);
  });
});
