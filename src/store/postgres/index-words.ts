import { textKey } from './text-key.ts';

/**
 * The words of the index are made here and not by PostgreSQL's parser, so that they are the same as in the other
 * engine, whatever dictionaries and locale a server has.
 */

const dayMs = 24 * 60 * 60 * 1000;
/** Beginnings up to this length have entries of their own, as so many words share them. */
export const shortBeginning = 3;

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
