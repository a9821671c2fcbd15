import { foldedWords, stemOf } from '../../domain/folded-words.ts';
import { quoted, shortBeginning, titleBeginning, titleWord } from './index-words.ts';

/** The stems of words that are searched for, each once, in the syntax of `tsquery` as all that is made here. */
export const queryStems = (words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap(foldedWords).map(stemOf).map(quoted)),
];

/** What finds a title in which the word begins a word. */
const begun = (word: string): string =>
  [...word].length <= shortBeginning ? titleBeginning(word) : `${titleWord(word)}:*`;

export const queryBeginnings = (words: readonly string[]): readonly string[] =>
  words.flatMap(foldedWords).map(begun);

export const allOf = (parts: readonly string[]): string => parts.map((part) => `(${part})`).join(' & ');
export const anyOf = (parts: readonly string[]): string => parts.join(' | ');

/** A speaker's name as a `tsvector`. */
export const nameVector = (words: string): string => [...new Set(foldedWords(words).map(quoted))].join(' ');

export const queryName = (words: readonly string[], match: 'whole' | 'begun'): string =>
  allOf(words.flatMap(foldedWords).map((word) => `${quoted(word)}${match === 'begun' ? ':*' : ''}`));
