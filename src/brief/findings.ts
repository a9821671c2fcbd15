import {
  findFigures,
  findQuotations,
  type Sentence,
  type SummaryLength,
  segment,
  summarise,
} from 'summarize-text';
import type { Article } from '../domain/article.ts';
import type { FindIn, Findings } from '../domain/brief.ts';

/** Gives what the first call gave. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Looks into the article itself, and for each thing once. */
export function findIn({ text, title, pullQuotes }: Article): Findings {
  const summaries = new Map<SummaryLength, readonly Sentence[]>();
  return {
    sentences: once(() => segment(text)),
    quotations: once(() => findQuotations(text, { title, pullQuotes })),
    figures: once(() => findFigures(text, { title })),
    summary(length, focus) {
      const known = focus === undefined ? summaries.get(length) : undefined;
      const summary = known ?? summarise(text, { title, length, focus });
      if (focus === undefined) summaries.set(length, summary);
      return summary;
    },
  };
}

/** All that the findings depend on. */
const wordsOf = ({ text, title, pullQuotes }: Article): string => JSON.stringify([title, pullQuotes, text]);

/**
 * Remembers what was found in the articles asked about last, up to so many characters of text. It knows an article
 * by its words, so that a changed one is read anew, wherever it was changed.
 */
export function createFinder(mostCharacters: number): FindIn {
  const known = new Map<string, Findings>();
  let characters = 0;

  function forgetOldest(): void {
    for (const words of known.keys()) {
      if (characters <= mostCharacters) return;
      known.delete(words);
      characters -= words.length;
    }
  }

  return (article) => {
    const words = wordsOf(article);
    const findings = known.get(words) ?? findIn(article);
    if (known.delete(words)) characters -= words.length;
    known.set(words, findings); // the last in the map is the last asked about
    characters += words.length;
    forgetOldest();
    return findings;
  };
}
