import { foldedWords, stemOf } from './folded-words.ts';

/** The stems of a text's words, as searches compare them. */
export const stemsOf = (text: string): readonly string[] => foldedWords(text).map(stemOf);

/** Whether a text holds one of the phrases (stems side by side): only words that one of them has are looked at more closely. */
export function createPhraseTest(phrases: readonly (readonly string[])[]): (text: string) => boolean {
  const wanted = new Set(phrases.flat());
  /** By word: its stem, where a phrase has it. */
  const known = new Map<string, string | undefined>();
  const wantedStem = (word: string): string | undefined => {
    if (known.has(word)) return known.get(word);
    const stem = stemOf(word);
    const found = wanted.has(stem) ? stem : undefined;
    known.set(word, found);
    return found;
  };
  return (text) => {
    const stems = foldedWords(text).map(wantedStem);
    const standsAt = (place: number) =>
      phrases.some((phrase) => phrase.every((stem, offset) => stems[place + offset] === stem));
    return stems.some((stem, place) => stem !== undefined && standsAt(place));
  };
}
