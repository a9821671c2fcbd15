import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import { placeUrl } from '../../src/render/place-url.ts';
import { placeCases, spanOf } from './place-cases.ts';

const page = 'https://harbour.example/pier';

function article(text: string, given: Partial<Article> = {}): Article {
  return {
    id: 'pier',
    title: 'A title',
    source: 'The Harbour Courier',
    url: page,
    publishedAt: 0,
    storedAt: 0,
    scope: 'public',
    topics: [],
    raw: text,
    text,
    runs: [{ cleanStart: 0, cleanEnd: text.length, rawStart: 0, rawEnd: text.length }],
    removals: [],
    pullQuotes: [],
    version: 1,
    ...given,
  };
}

const placeOf = (text: string, words: string, given: Partial<Article> = {}) => {
  const start = text.lastIndexOf(words);
  return placeUrl(article(text, given), { of: 'text', spans: [{ start, end: start + words.length }] });
};

describe('the address of a place', () => {
  it.each(placeCases)('names $name', (one) => {
    const url = placeUrl(article(one.text, one.title === undefined ? {} : { title: one.title }), {
      of: 'text',
      spans: [spanOf(one)],
    });
    expect(url).toBe(`${page}#:~:text=${one.terms}`);
  });

  it('is shorter where room is short', () => {
    const text = 'The old pier will be closed to everyone before the end of the year.';
    const place = { of: 'text', spans: [{ start: 0, end: text.length }] } as const;
    expect(placeUrl(article(text), place, 'start')).toBe(`${page}#:~:text=The%20old%20pier%20will`);
  });

  it.each([
    ['the page has a fragment of its own', 'The pier closes today.', { url: `${page}#news` }, `${page}#news`],
    ['there is no page', 'The pier closes today.', { url: undefined }, undefined],
    [
      'a mark in it was mended',
      'The “pier” closes today.',
      { runs: [{ cleanStart: 4, cleanEnd: 5, rawStart: 4, rawEnd: 7, repaired: 'encoding' }] },
      page,
    ],
    ['it would be too long for a message', `${'x'.repeat(600)} closes today.`, {}, page],
  ])('is the plain one, or none, where %s', (_, text, given, expected) => {
    const { url, ...rest } = { url: page, ...given };
    const stored = article(text, rest);
    const { url: __, ...without } = stored;
    const asked = url === undefined ? without : { ...stored, url };
    expect(placeUrl(asked, { of: 'text', spans: [{ start: 0, end: text.length }] })).toBe(expected);
  });

  it('takes no words before it in which a mark was mended', () => {
    const text = 'He called it “chaos” on Monday.';
    const mended = {
      runs: [{ cleanStart: 13, cleanEnd: 14, rawStart: 13, rawEnd: 16, repaired: 'encoding' }],
    };
    expect(placeOf(text, 'chaos', mended)).toBe(`${page}#:~:text=chaos`);
  });

  it('is one that a browser takes, with the terms of one directive, whatever the words are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
        fc.nat(),
        fc.nat(),
        (text, one, other) => {
          const [start, end] = [one % text.length, other % text.length].toSorted((a, b) => a - b);
          const url =
            placeUrl(article(text), { of: 'text', spans: [{ start: start ?? 0, end: (end ?? 0) + 1 }] }) ??
            '';
          expect(url.length).toBeLessThanOrEqual(500);
          const directive = new URL(url).hash.replace('#:~:text=', '');
          expect(directive).toMatch(/^(?:[^-,&\s]+-,)?[^-,&\s]*(?:,[^-,&\s]+)?$/);
          for (const term of directive.split(/-?,/)) expect(() => decodeURIComponent(term)).not.toThrow();
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});
