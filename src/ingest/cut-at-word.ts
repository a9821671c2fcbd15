/**
 * The beginning of a text up to `longest` UTF-16 code units, cut before a blank, without the comma or colon it
 * would end on. A single longer word is cut inside, never inside a surrogate pair. Always a prefix of `words`.
 */
export function cutAtWord(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const blank = words.slice(0, longest + 1).search(/\s\S*$/);
  if (blank > 0) return words.slice(0, blank).replace(/[\s,;:–—-]{1,9}$/, '');
  const isPair = /[\uD800-\uDBFF]/.test(words.charAt(longest - 1));
  return words.slice(0, isPair ? longest - 1 : longest);
}
