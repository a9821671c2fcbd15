import type { Span } from 'summarize-text';
import { foldedWords, stemOf } from '../../domain/folded-words.ts';
import type { SearchQuery } from '../../domain/search.ts';
import { tellingWords } from '../../story/words.ts';

/** A word or words of a text that were searched for; `term` says which. */
export interface Mark extends Span {
  readonly term: number;
}

const written = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * What is marked of a search: its phrases, and the words outside them, but those that tell nothing ("the") only where
 * there are no others. Each as stems.
 */
export function termsOf({
  words,
  phrases,
}: Pick<SearchQuery, 'words' | 'phrases'>): readonly (readonly string[])[] {
  const inPhrases = new Set(phrases.flat());
  const telling = tellingWords(words.join(' '));
  const single = (telling.length > 0 ? telling : words).flatMap(foldedWords).map(stemOf);
  return [...phrases, ...[...new Set(single)].filter((stem) => !inPhrases.has(stem)).map((stem) => [stem])];
}

/** Finds the terms in a text, as stems and whatever letters are large; the longest first where two begin together. */
export function createMarker(terms: readonly (readonly string[])[]): (text: string) => readonly Mark[] {
  const byFirst = Map.groupBy(terms.keys(), (term) => terms[term]?.[0] ?? '');
  const stems = new Map<string, string>();
  const stemIn = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const [folded = ''] = foldedWords(word);
    const stem = stemOf(folded);
    stems.set(word, stem);
    return stem;
  };
  return (text) => {
    const found = Array.from(text.matchAll(written), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      stem: stemIn(word),
    }));
    const marks: Mark[] = [];
    let next = 0;
    found.forEach(({ start, stem }, place) => {
      if (place < next) return;
      const term = byFirst
        .get(stem)
        ?.find((one) => terms[one]?.every((part, offset) => found[place + offset]?.stem === part));
      if (term === undefined) return;
      next = place + (terms[term]?.length ?? 1);
      marks.push({ start, end: found[next - 1]?.end ?? start, term });
    });
    return marks;
  };
}
