import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtWord } from '../../src/ingest/cut-at-word.ts';
import { type IncomingArticle, makeArticle } from '../../src/ingest/make-article.ts';
import { paragraphs } from './page/pages.ts';

const incoming: IncomingArticle = {
  raw: paragraphs.join('\n'),
  source: 'The Brannoch Bell',
  scope: 'public',
  storedAt: Date.UTC(2026, 1, 4),
};
const url = 'https://bell.example/sula-ferry';

describe('an article made of what came in', () => {
  it('keeps the raw text, and its clean text holds every sentence', () => {
    const article = makeArticle(incoming);
    expect(article.raw).toBe(incoming.raw);
    expect(article.text.split('\n\n')).toEqual(paragraphs);
  });

  it('has an id of 22 characters that is the same for the same scope and address, whatever the text', () => {
    const { id } = makeArticle({ ...incoming, url });
    expect(id).toMatch(/^[\w-]{22}$/);
    const spellings = [`${url}?utm_source=x#top`, `http://www.${url.slice(8)}/`];
    for (const spelling of spellings)
      expect(makeArticle({ ...incoming, url: spelling, raw: 'Other words.' }).id).toBe(id);
    expect(makeArticle({ ...incoming, url: spellings[0] }).url).toBe(url);
    expect(makeArticle({ ...incoming, url, scope: 'guild:1' }).id).not.toBe(id);
    expect(makeArticle({ ...incoming, url: `${url}-2` }).id).not.toBe(id);
  });

  it('has an id by its text where it has no address', () => {
    const { id } = makeArticle(incoming);
    expect(makeArticle({ ...incoming, source: 'Elsewhere' }).id).toBe(id);
    expect(makeArticle({ ...incoming, raw: `${incoming.raw} ` }).id).not.toBe(id);
  });

  it('is dated by when it was stored where nobody dates it, and holds no empty fields', () => {
    const article = makeArticle({ ...incoming, title: '  ', author: undefined, url: undefined });
    expect(article.publishedAt).toBe(incoming.storedAt);
    expect(Object.values(article)).not.toContain(undefined);
  });

  it('has the title it is given', () => {
    expect(makeArticle({ ...incoming, title: ' Night ferry stops ' }).title).toBe('Night ferry stops');
  });

  it.each([
    ['boats\u202e gnol\u202c', 'boats gnol'],
    ['bo\u200bats\u0007\n go\ufeff', 'boats go'],
    [`z${'\u0301'.repeat(500)}algo`, `z${'\u0301'.repeat(4)}algo`],
    ['می\u200cخواهم 👩\u200d🚀', 'می\u200cخواهم 👩\u200d🚀'],
  ])('has titles and names that change nothing of the words around them: %j', (written, shown) => {
    const { title, source, author } = makeArticle({
      ...incoming,
      title: written,
      source: written,
      author: written,
    });
    expect({ title, source, author }).toEqual({ title: shown, source: shown, author: shown });
  });

  it('has no title or author in which there is nothing to see', () => {
    const article = makeArticle({ ...incoming, title: '\u200b\u2060', author: '\u202e' });
    expect(article.title).toBe(makeArticle(incoming).title);
    expect(article.author).toBeUndefined();
  });

  it('takes its title from the text, in its own words and at most 100 characters, where none is given', () => {
    const { title, raw } = makeArticle(incoming);
    expect(raw.startsWith(`${title} `)).toBe(true);
    expect(title.length).toBeLessThanOrEqual(100);
    expect(title.length).toBeGreaterThan(80);
  });

  it('is called by its source where cleaning leaves no words', () => {
    expect(makeArticle({ ...incoming, raw: ' \n ' }).title).toBe('The Brannoch Bell');
  });
});

describe('words cut to a length', () => {
  it('end before a blank, without a hanging comma', () => {
    expect(cutAtWord('The board, on Tuesday, voted', 21)).toBe('The board, on');
    expect(cutAtWord('The board, on Tuesday, voted', 22)).toBe('The board, on Tuesday');
    expect(cutAtWord('Short', 5)).toBe('Short');
  });

  it('are always a well-formed beginning of the words, no longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (words, longest) => {
        const cut = cutAtWord(words, longest);
        expect(words.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(longest);
        expect(cut.isWellFormed()).toBe(true);
      }),
      { seed: 43 },
    );
  });
});
