import { describe, expect, test } from 'vitest';
import { findMarkedSpans } from '../../src/summarize-text/quotations/marks.ts';

const marked = (text: string, pullQuotes: readonly string[] = []): readonly string[] =>
  findMarkedSpans(text, pullQuotes).map(({ inner }) => text.slice(inner.start, inner.end));

describe('words between marks', () => {
  test.each([
    ['“one” and “two”', ['one', 'two']],
    ['"one" and "two"', ['one', 'two']],
    ["''one'' and ``two''", ['one', 'two']],
    ['‘one two’ and ‘three four’', ['one two', 'three four']],
    ["'one two' and 'three four'", ['one two', 'three four']],
    ['„one“ and «two»', ['one', 'two']],
    ['“one ‘two’ three”', ['one ‘two’ three']],
    ['‘one “two” three’', ['one “two” three']],
    ['‘one “two’ three four’', ['one “two’ three four']],
    ['“one two.’ And three', ['one two.']],
    ["the boys' hats and the girls' hats", []],
    ["It's '90s rock 'n' roll, isn't it", []],
    ['a 6" nail and a 4" nail', []],
    ["'the ministers' plan' was late", ["the ministers' plan"]],
    ['“one two. “Three four.”', ['one two.', 'Three four.']],
    ['“A sentence whose end was forgotten.', ['A sentence whose end was forgotten.']],
    ['a stray “ mark', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });
});

describe('a statement that goes on in the next paragraph', () => {
  const continues = (text: string, pullQuotes: readonly string[] = []) =>
    findMarkedSpans(text, pullQuotes).map((span) => span.continues);

  test('opens again without having been closed', () => {
    expect(continues('He said: “One.\n\n“Two.\n\n“Three.”')).toEqual([false, true, true]);
    expect(continues('He said: ‘One two.\n\n‘Three four.’')).toEqual([false, true]);
  });

  test('is not parted by a pulled-out line', () => {
    const pulled = 'We must do more, and we must do it together, now.';
    expect(continues(`He said: “One.\n\n${pulled}\n\n“Two.”`, [pulled])).toEqual([false, true]);
  });

  test('ends where its mark is closed', () => {
    expect(continues('He said: “One.”\n\n“Two.”')).toEqual([false, false]);
  });
});
