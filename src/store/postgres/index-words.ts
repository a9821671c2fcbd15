import { wordsIn } from '../search-words.ts';
import { stem } from './porter.ts';
import { textKey } from './text-key.ts';

/**
 * The words of the index are made here and not by PostgreSQL's parser, so that they are the same as in the other
 * engine, whatever dictionaries and locale a server has.
 */

const dayMs = 24 * 60 * 60 * 1000;
/** Longer words are found by so many letters: an index of PostgreSQL takes no endless ones. */
const wordLength = 100;
/** Beginnings up to this length have entries of their own, as so many words share them. */
export const shortBeginning = 3;
const rememberedStems = 50_000;

/** A lexeme in a `tsvector` or `tsquery`; those of this index hold neither quotation marks nor backslashes. */
export const quoted = (lexeme: string): string => `'${lexeme}'`;

export const dayOf = (publishedAt: number): number => Math.floor(publishedAt / dayMs);

/** Entries for where an article belongs. They begin with marks that no word can begin with. */
export const facets = {
  day: (day: number) => quoted(`@${day}`),
  scope: (scope: string) => quoted(`%${textKey(scope)}`),
  source: (source: string) => quoted(`=${textKey(source)}`),
  topic: (topic: string) => quoted(`#${textKey(topic)}`),
} as const;

/** The entry of a title's word, and of how one begins. */
export const titleWord = (word: string): string => quoted(`^${word}`);
export const titleBeginning = (beginning: string): string => quoted(`^${beginning}*`);

const stems = new Map<string, string>();

export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= rememberedStems) stems.clear();
  const found = stem(word);
  stems.set(word, found);
  return found;
}

const isForeign = /[^ -~\s]/;

/** Never between the halves of a surrogate pair. */
function cut(word: string): string {
  return word.length <= wordLength ? word : word.slice(0, wordLength).replace(/[\ud800-\udbff]$/, '');
}

/** Words without marks over or under their letters, where those are Latin, Greek or Cyrillic. */
export function foldedWords(text: string): readonly string[] {
  const plain = isForeign.test(text)
    ? text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]+/g, '')
        .normalize('NFC')
    : text;
  return wordsIn(plain).map(cut);
}
