/** The words of a quotation as they are compared: small letters, no marks. */
export function foldedWords(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu);
  return (words ?? []).join(' ');
}

/** Words in one place of a longer text, whole words of it. Both are folded. */
export function isWithin(short: string, long: string): boolean {
  return short !== '' && ` ${long} `.includes(` ${short} `);
}

/** Fewer words than this stand in many sayings. */
const partWords = 4;

/** Whether the first is the second or a part of it that nobody says by chance. Both are folded. */
export function isSameSaying(part: string, whole: string): boolean {
  return part === whole || (part.split(' ').length >= partWords && isWithin(part, whole));
}

/** Runs of three words, by which wordings are compared; a shorter text is one run. */
export function trigrams(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 3) return new Set([words.join(' ')]);
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

/** The share of the smaller set that is in the other. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return [...small].filter((gram) => large.has(gram)).length / Math.max(1, small.size);
}

const stop =
  /^(?:the|and|for|with|are|was|were|been|its|that|this|they|his|her|their|you|our|not|but|have|has|had|will|would|from|who|what|which|there|said|about|more|than|into|out|all|one|she|him|them|can|could|just|did|does|because|when|very|some|also)$/;

/** The words that say what a text is about. */
export function contentWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.filter((word) => word.length > 2 && !stop.test(word));
}

/** A word without its ending, so that "calls" in a headline is "called" in the text. */
export function stem(word: string): string {
  return word.replace(/(?:ing|ed|es|s)$/, '').slice(0, 6);
}
