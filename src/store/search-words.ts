/** More words than anyone searches for; a longer request is searched by its first ones. */
const mostWords = 48;

/**
 * The words of a request, each once, without apostrophes ("O'Brien" is "OBrien", as in the index). What is no
 * letter, digit or mark is a gap, so nothing of a query language is left in them.
 */
export function searchWords(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return [...new Set(words ?? [])].slice(0, mostWords);
}
