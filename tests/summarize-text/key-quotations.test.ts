import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyShape, keyQuotations } from '../../src/summarize-text/quotations/key-quotations.ts';
import { findQuotations } from '../../src/summarize-text/quotations/quotations.ts';

const echo = [
  'The ferry to Skarn will stop in May, its owner said on Monday.',
  '“We have run out of money and out of road,” said Arne Holt, the owner.',
  '“Nobody can run a ship on promises alone,” he said.',
  '“The island will not last two winters without a boat,” said Marit Vik, who runs the shop.',
];
const bell = [
  'Islanders on Skarn are to lose their boat.',
  '“The school will have to move to the mainland,” said Jon Vik, its head.',
  'Arne Holt, who owns the ferry, said: “We have run out of money.”',
  '"The island will not last two winters without a boat", Marit Vik, a shopkeeper, said.',
];

const read = (id: string, lines: readonly string[], title = 'Ferry to Skarn to stop') => ({
  id,
  quotations: findQuotations(lines.join('\n\n'), { title }),
});

const key = (articles: Readonly<Record<string, readonly string[]>>, shape: Partial<KeyShape> = {}) =>
  keyQuotations(
    Object.entries(articles).map(([id, lines]) => read(id, lines)),
    { most: 3, leastConfidence: 0.85, ...shape },
  );

const words = (found: ReturnType<typeof key>) =>
  found.map(({ quotation }) => quotation.text.replace(/[.,]$/, ''));

describe('key quotations', () => {
  it('of one article are its best ranked', () => {
    const found = key({ echo });
    expect(found.map(({ quotation }) => quotation.rank)).toEqual([1, 2, 3]);
    expect(found.map(({ sources }) => sources.length)).toEqual([1, 1, 1]);
  });

  it('of several articles come once each, in their longest form, with all their sources', () => {
    const found = key({ echo, bell });
    expect(words(found).slice(0, 2).toSorted()).toEqual([
      'The island will not last two winters without a boat',
      'We have run out of money and out of road',
    ]);
    for (const { sources } of found.slice(0, 2))
      expect(sources.map(({ articleId }) => articleId).toSorted()).toEqual(['bell', 'echo']);
    expect(found[0]?.articleId).toBe(found[0]?.sources[0]?.articleId);
  });

  it('are none of what is shown already, whole or in part', () => {
    const shown = ['“We have run out of money and out of road,” said Arne Holt, the owner.'];
    expect(words(key({ echo, bell }, { shown, most: 9 })).join()).not.toContain('out of money');
    expect(
      words(key({ echo }, { shown: ['Nobody can run a ship on promises alone, they think'] })),
    ).not.toContain('Nobody can run a ship on promises alone');
  });

  it('say what is shown in other words only when nothing else is left', () => {
    const shown = ['The island would not last two winters if it were left without a boat.'];
    const found = words(key({ echo }, { shown }));
    expect(found.at(-1)).toBe('The island will not last two winters without a boat');
  });

  it('do not say the same twice', () => {
    const again = [
      ...echo,
      '“We have run out of money, and out of road,” said Arne Holt once more on Friday.',
    ];
    expect(
      words(key({ echo: again }, { most: 9 })).filter((text) => text.includes('out of money')),
    ).toHaveLength(1);
  });

  it('have a second speaker where there is one', () => {
    const holt = Array.from(
      { length: 5 },
      (_, at) => `“Reason ${at} is the price of oil in town ${at},” said Arne Holt.`,
    );
    const lines = ['The ferry stops.', ...holt, '“I will swim to school if I must,” said Jon Vik.'];
    for (const most of [2, 3])
      expect(new Set(key({ lines }, { most }).map(({ quotation }) => quotation.speaker?.name)).size).toBe(2);
    expect(key({ lines }, { most: 1 })[0]?.quotation.speaker?.name).toBe('Arne Holt');
  });

  it('are nobody’s where two articles give the same words to two speakers', () => {
    const other = [
      'A boat is lost.',
      '“We have run out of money and out of road,” said Marit Vik, the owner.',
    ];
    expect(words(key({ echo, other }, { most: 9 })).join()).not.toContain('out of money');
    const doubted = ['A boat is lost.', '“We have run out of money and out of road.”', 'So it was said.'];
    expect(words(key({ echo, doubted }, { most: 9 })).join()).toContain('out of money');
  });

  it('keep laws whatever the articles are', () => {
    const sentence = fc.constantFrom(
      ...echo,
      ...bell,
      '“Stop,” said Jon Vik.',
      'He called it “a fine old mess”.',
    );
    const lines = fc.array(sentence, { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(lines, { maxLength: 4 }),
        fc.nat(5),
        fc.subarray(echo),
        (articles, most, shown) => {
          const given = articles.map((one, at) => read(String(at), one));
          const found = keyQuotations(given, { most, leastConfidence: 0.85, shown });
          expect(found.length).toBeLessThanOrEqual(most);
          for (const { articleId, quotation, sources } of found) {
            expect(quotation.confidence).toBeGreaterThanOrEqual(0.85);
            expect(quotation.speaker).toBeDefined();
            expect(sources[0]).toEqual({ articleId, quotation });
            expect(new Set(sources.map((source) => source.articleId)).size).toBe(sources.length);
            for (const source of sources)
              expect(given.find(({ id }) => id === source.articleId)?.quotations).toContain(source.quotation);
            expect(shown.join(' ')).not.toContain(quotation.text.replace(/[.,]$/, ''));
          }
          expect(new Set(found.map(({ quotation }) => quotation.text)).size).toBe(found.length);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});
