import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/domain/reply.ts';
import { escapeMarkdown, lineToMarkdown } from '../../src/render/markdown.ts';

const line = (...pieces: Piece[]) => lineToMarkdown({ kind: 'text', pieces });

/** What Discord shows of text that is all escaped: it drops a backslash before any punctuation mark. */
const asShown = (markdown: string) => markdown.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');

describe('markdown', () => {
  it.each([
    ['a *bold* claim', 'a \\*bold\\* claim'],
    ['__init__ and `code`', '\\_\\_init\\_\\_ and \\`code\\`'],
    ['||spoiler||', '\\|\\|spoiler\\|\\|'],
    ['[click](https://evil.example)', '\\[click\\](https\\://evil.example)'],
    ['@everyone <@123> <#1> <t:0>', '\\@everyone \\<\\@123> \\<#1> \\<t:0>'],
    ['two\nlines', 'two lines'],
    ['5% of $3bn, co-operation', '5% of $3bn, co-operation'],
  ])('shows %j letter for letter', (words, markdown) => {
    expect(escapeMarkdown(words)).toBe(markdown);
  });

  it.each([
    ['# not a heading', '\\# not a heading'],
    ['-# not small', '\\-# not small'],
    ['> not a quotation', '\\> not a quotation'],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '1\\. not a list'],
  ])('keeps %j from opening a line as markup', (words, markdown) => {
    expect(line(words)).toBe(markdown);
  });

  it('shows any outside text as it is, but for white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(asShown(line(words))).toBe(words.replace(/\s+/g, ' '));
      }),
      { seed: 1 },
    );
  });

  it('leaves no markup of outside text unescaped', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('*', '_', '`', '[', ']', '(', '<', '@', '\\', '|', '~', 'a', ' '),
        }),
        (words) => {
          const unescaped = line(words).replace(/\\./g, '');
          expect(unescaped).not.toMatch(/[*_`[\]<@|~]/);
        },
      ),
      { seed: 1 },
    );
  });

  it('links to http addresses only, and no address can end its link early', () => {
    const to = (url: string) => line({ kind: 'link', url, of: 'title' });
    expect(to('https://a.example/x')).toBe('[title](<https://a.example/x>)');
    expect(to('https://a.example/x)(y> z')).toBe('[title](<https://a.example/x%29%28y%3E%20z>)');
    expect(to('javascript:alert(1)')).toBe('title');
    expect(to('nonsense')).toBe('title');
  });

  it('marks headings, small print and quotations at the line’s start', () => {
    const of = (kind: 'heading' | 'small' | 'quotation') => ({ kind, pieces: ['words'] });
    expect((['heading', 'small', 'quotation'] as const).map((kind) => lineToMarkdown(of(kind)))).toEqual([
      '### words',
      '-# words',
      '> words',
    ]);
  });
});
