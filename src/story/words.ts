/** Words that name no story: articles, pronouns, auxiliaries and what people wrap around a request. */
const emptyWords = new Set(
  (
    'a about after again all also am an and any are as ask at be been before being but by can could did do does doing ' +
    'for from get give had happened happening has have he her here him his how i if in into is it its just know latest ' +
    'let like me more my new news no not now of on or our out over please say said saying says see she should show so ' +
    'some story stories such summarise summary summarize tell than that the their them then there these they thing ' +
    'things this those to today told up us was we were what whats when where which who why will with would you your'
  ).split(' '),
);

/** The words of a text, lower-case and without marks over or under letters. */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word without the endings that English adds most: "ferries" and "ferry" meet. */
export function stem(word: string): string {
  if (word.length < 5) return word.replace(/s$/, '');
  return word
    .replace(/ies$/, 'y')
    .replace(/(?:ing|ed|es|s)$/, '')
    .replace(/e$/, '');
}

/** The words that can name a story, stemmed, each once. */
export function tellingStems(text: string): string[] {
  return [...new Set(wordsOf(text).filter((word) => !emptyWords.has(word)))].map(stem);
}

/** The words that can name a story, as they are written in a search. */
export const tellingWords = (text: string): string[] =>
  wordsOf(text).filter((word) => tellingStems(word).length > 0);

/** All words of a text, stemmed. */
export const stemsOf = (text: string): ReadonlySet<string> => new Set(wordsOf(text).map(stem));

/** Whether every one of the words that are begun goes on as a word of the text. */
export function holdsBegun(text: string, begun: readonly string[]): boolean {
  const words = wordsOf(text);
  return begun.every((begin) => words.some((word) => word.startsWith(begin)));
}
