import { detect } from 'tinyld/light';

/** Words of English that stand in every few lines of it, and seldom so close in any other language. */
const english = /\b(?:the|and|of|to|in|is|was|for|that|with|on|at|he|she|it|are|has|said)\b/gi;
const fewestEnglish = 2;
/** Units of text that are read to tell its language. */
const longestLook = 600;

/**
 * The language of a text as a tag of two letters, from its beginning; `undefined` for English and where it cannot
 * be told. English is known by its commonest words, without asking the detector.
 */
export function languageOf(text: string): string | undefined {
  const beginning = text.slice(0, longestLook);
  if ((beginning.match(english)?.length ?? 0) >= fewestEnglish || !/\p{L}/u.test(beginning)) return undefined;
  const found = detect(beginning);
  return found === '' || found === 'en' ? undefined : found;
}
