import type { Digest } from '../../domain/digest.ts';

/** What a digest asks for, in one form for all that ask for the same. */
export interface Choice {
  readonly topics: readonly string[];
  readonly sources: readonly string[];
  readonly words: readonly string[];
  readonly exceptWords: readonly string[];
}

/** A name as it is compared: letters without marks, small, and no article before it. */
export const foldedName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

const unique = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))].sort();

export const choiceOf = ({ topics, sources, words, exceptWords }: Digest): Choice => ({
  topics: unique(topics.map((topic) => topic.toLowerCase())),
  sources: unique(sources.map(foldedName)),
  words: unique(words),
  exceptWords: unique(exceptWords),
});
