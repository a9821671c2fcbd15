import { describe, expect, it } from 'vitest';
import { stem, tellingStems, wordsOf } from '../../src/story/words.ts';

describe('words of a request', () => {
  it('are lower-case, without marks, apostrophes closed', () => {
    expect(wordsOf('The Café’s “naïve” O’Hara, 2.5%')).toEqual(['the', 'cafes', 'naive', 'ohara', '2', '5']);
  });

  it.each([
    ['ferries', 'ferry'],
    ['ferry', 'ferry'],
    ['voted', 'votes'],
    ['closing', 'closes'],
    ['boats', 'boat'],
  ])('%s and %s meet', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it('leave out what names no story', () => {
    expect(tellingStems('What is the latest news about the ferries, please?')).toEqual(['ferry']);
    expect(tellingStems('hello there')).toEqual(['hello']);
  });
});
