/** More words than anyone searches for; a longer request is searched by its first ones. */
const mostWords = 48;

/**
 * The words of a text in small letters, without apostrophes ("O'Brien" is "obrien"). What is no letter, digit or
 * mark is a gap, so nothing of a query language is left in them.
 */
export function wordsIn(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** The words of a request, each once. */
export function searchWords(text: string): readonly string[] {
  return [...new Set(wordsIn(text))].slice(0, mostWords);
}
