import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/summarize-text/segment/segment.ts';
import type { Sentence } from '../../src/summarize-text/types.ts';
import { segmentGroups } from './segment-cases.ts';

const textsOf = (text: string) => segment(text).map((sentence) => sentence.text);

describe.each(segmentGroups)('sentences: $phenomenon', ({ lines, gap = ' ' }) => {
  it.each(lines.map((sentences) => ({ line: sentences.join(gap), sentences })))(
    '$line',
    ({ line, sentences }) => {
      expect(textsOf(line)).toEqual(sentences);
    },
  );
});

it('the table holds at least 60 lines', () => {
  expect(segmentGroups.flatMap(({ lines }) => lines).length).toBeGreaterThanOrEqual(60);
});

it('the table asks for more than the sentence rules of Unicode', () => {
  const unicode = new Intl.Segmenter('en', { granularity: 'sentence' });
  const asked = segmentGroups.flatMap(({ lines, gap = ' ' }) =>
    lines.map((sentences) => ({ line: sentences.join(gap), sentences })),
  );
  const right = asked.filter(({ line, sentences }) => {
    const found = Array.from(unicode.segment(line), ({ segment: words }) => words.trim());
    return found.join('¶') === sentences.join('¶');
  });
  expect(right.length).toBeLessThan(asked.length * 0.65);
});

describe('paragraphs', () => {
  it('are the lines that hold something, counted from 0', () => {
    const text = 'The pier shut. Nobody knew.\n\n\n  \r\nThe sea did.\nIt always does.';
    expect(segment(text).map(({ paragraph, index }) => [paragraph, index])).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('end a sentence that has no stop', () => {
    expect(textsOf('Pier shuts\nThe sea is high')).toEqual(['Pier shuts', 'The sea is high']);
  });

  it('part a quotation that runs over several of them', () => {
    const text = 'She said: “The nets are empty.\n\n“The sea is warm.\n\n“And we are old.”';
    expect(textsOf(text)).toEqual([
      'She said: “The nets are empty.',
      '“The sea is warm.',
      '“And we are old.”',
    ]);
  });
});

const pieces = fc.constantFrom(
  ...[
    'Mr.',
    'No.',
    'U.S.',
    'the sea',
    'The sea',
    'A.',
    '1.',
    '“',
    '”',
    '"',
    '‘',
    '’',
    '(',
    ')',
    '[...]',
    '…',
    '...',
  ],
  ...[
    '?',
    '!',
    '.',
    ' ',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '\u00a0',
    '。',
    '船',
    '😀',
    'iPhone',
    'p.m.',
    '3.5',
    '•',
    '1)',
    'É',
  ],
);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
);

/** The text with its sentences taken out. */
function rest(text: string, sentences: readonly Sentence[]): string {
  const ends = [0, ...sentences.map(({ end }) => end)];
  const gaps = sentences.map(({ start }, at) => text.slice(ends[at], start));
  return gaps.join('') + text.slice(ends.at(-1));
}

describe('any text', () => {
  it('is the text of its sentences at their spans', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end, text: words } of segment(text)) expect(text.slice(start, end)).toBe(words);
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  it('lies in its sentences but for blanks, and no two sentences overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const sentences = segment(text);
        expect(rest(text, sentences).trim()).toBe('');
        let end = 0;
        for (const sentence of sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.text.trim()).toBe(sentence.text);
          expect(sentence.text).not.toBe('');
          end = sentence.end;
        }
      }),
      { seed: 8, numRuns: 2_000 },
    );
  });

  it('counts its sentences from 0 and never counts its paragraphs back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const sentences = segment(text);
        expect(sentences.map(({ index }) => index)).toEqual(sentences.map((_, at) => at));
        const paragraphs = sentences.map(({ paragraph }) => paragraph);
        expect(paragraphs).toEqual(paragraphs.toSorted((a, b) => a - b));
        expect(paragraphs[0] ?? 0).toBe(0);
      }),
      { seed: 9, numRuns: 1_000 },
    );
  });

  it('in English gives the same sentences when its paragraphs are read alone', () => {
    const english = fc
      .array(pieces, { maxLength: 60 })
      .map((parts) => `${parts.join('')} The end and all of it.`);
    fc.assert(
      fc.property(fc.array(english, { maxLength: 4 }), (paragraphs) => {
        const lines = paragraphs.map((words) => words.replace(/\s+/g, ' '));
        expect(textsOf(lines.join('\n\n'))).toEqual(lines.flatMap(textsOf));
      }),
      { seed: 10, numRuns: 500 },
    );
  });
});

describe.each(['.', '"', '“', '(', 'A. ', 'U.S. ', ' . ', '1. ', '“a. ', '• ', 'a.A'])(
  'a page of %j',
  (part) => {
    it('is read to its end', () => {
      const longest = part.repeat(200_000 / part.length);
      expect(rest(longest, segment(longest)).trim()).toBe('');
    });
  },
);
