import fc from 'fast-check';
import { type Sentence, segment } from 'summarize-text';
import { describe, expect, it } from 'vitest';
import { sentenceDiff } from '../../src/brief/sentence-diff.ts';

const words = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text);

/** Texts whose sentences come from a few, so that versions share some of them. */
const sentence = fc.constantFrom(
  'It rained.',
  'The ferry stops.',
  'Nobody came.',
  'It  rained.',
  'Why?',
  '雨が降った。',
);
const text = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));
const anyText = fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 200 }));

describe('two versions of a text', () => {
  it.each<[string, string, string, readonly string[], readonly string[]]>([
    ['the same', 'It rained. Nobody came.', 'It rained. Nobody came.', [], []],
    ['set in other lines', 'It rained. Nobody came.', 'It  rained.\n\nNobody\u00a0came.', [], []],
    ['in another order', 'It rained. Nobody came.', 'Nobody came. It rained.', [], []],
    ['with a sentence more', 'It rained.', 'It rained. Nobody came.', ['Nobody came.'], []],
    ['with a sentence less', 'It rained. Nobody came.', 'Nobody came.', [], ['It rained.']],
    ['with a word changed', 'It rained. Ten came.', 'It rained. Nine came.', ['Nine came.'], ['Ten came.']],
    ['with a sentence said once more', 'It rained.', 'It rained. It rained.', ['It rained.'], []],
    ['with nothing in common', 'It rained.', 'Ten came.', ['Ten came.'], ['It rained.']],
    ['where the first was empty', '', 'Ten came.', ['Ten came.'], []],
  ])('%s', (_, older, newer, added, removed) => {
    const diff = sentenceDiff(older, newer);
    expect([words(diff.added), words(diff.removed)]).toEqual([added, removed]);
  });

  it('account for each sentence of both once, at its place', () => {
    fc.assert(
      fc.property(anyText, anyText, (older, newer) => {
        const { added, removed, kept } = sentenceDiff(older, newer);
        const byPlace = (one: Sentence, other: Sentence) => one.start - other.start;
        expect([...added, ...kept.map((pair) => pair.newer)].sort(byPlace)).toEqual(segment(newer));
        expect([...removed, ...kept.map((pair) => pair.older)].sort(byPlace)).toEqual(segment(older));
        for (const pair of kept)
          expect(pair.older.text.replace(/\s+/g, ' ')).toBe(pair.newer.text.replace(/\s+/g, ' '));
        for (const { text: shown, start, end } of added) expect(newer.slice(start, end)).toBe(shown);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('say the same of each other the other way round, and nothing of themselves', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const counts = (texts: readonly Sentence[]) =>
          words(texts)
            .map((line) => line.replace(/\s+/g, ' '))
            .sort();
        expect(counts(sentenceDiff(one, other).added)).toEqual(counts(sentenceDiff(other, one).removed));
        expect(sentenceDiff(one, one)).toMatchObject({ added: [], removed: [] });
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it('of a hundred thousand sentences are compared at once', () => {
    const long = 'It rained. '.repeat(100_000);
    const { added, kept } = sentenceDiff(long, `Nobody came. ${long}`);
    expect([added.length, kept.length]).toEqual([1, 100_000]);
  });
});
