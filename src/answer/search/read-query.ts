import { foldedWords, stemOf } from '../../domain/folded-words.ts';
import type { SearchQuery } from '../../domain/search.ts';

/** A quoted phrase or a word, each with a minus where it is not wanted. */
const part = /(?<minus>-?)"(?<phrase>[^"]{1,200})"|(?<![^\s"])(?<not>-?)(?<word>[^\s"]+)/g;

/** Reads what was typed: words, "phrases", and -what is not wanted. A minus within a word is part of it. */
export function readQuery(typed: string): Pick<SearchQuery, 'typed' | 'words' | 'phrases' | 'unwanted'> {
  const words: string[] = [];
  const phrases: (readonly string[])[] = [];
  const unwanted: (readonly string[])[] = [];
  for (const { groups = {} } of typed.replace(/[“”„«»]/g, '"').matchAll(part)) {
    const found = foldedWords(groups.phrase ?? groups.word ?? '');
    const stems = found.map(stemOf);
    if (stems.length === 0) continue;
    if (groups.minus === '-' || groups.not === '-') {
      unwanted.push(stems);
      continue;
    }
    words.push(...found);
    if (groups.phrase !== undefined && stems.length > 1) phrases.push(stems);
  }
  return { typed, words: [...new Set(words)], phrases, unwanted };
}
