import { stem } from './porter.ts';
import { wordsIn } from './search-words.ts';

/** Longer words are found by so many letters: an index of PostgreSQL takes no endless ones. */
const wordLength = 100;
const rememberedStems = 50_000;

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
