import type { Span } from 'summarize-text';

/** A whole reply shows at most half of an article's words, and never more than this many. */
const mostWords = 250;

/** The words of an article that a reply may show, each counted once however often it is shown. */
export interface WordBudget {
  /** Takes the spans into the reply if their words are within the limit; `false` changes nothing. */
  spend(spans: readonly Span[]): boolean;
}

export function createWordBudget(text: string): WordBudget {
  const words = [...text.matchAll(/\S+/g)].map(({ index }) => index);
  const limit = Math.min(mostWords, Math.floor(words.length / 2));
  const shown = new Set<number>();
  return {
    spend(spans) {
      const fresh = words.filter(
        (start) => !shown.has(start) && spans.some((span) => start >= span.start && start < span.end),
      );
      if (shown.size + fresh.length > limit) return false;
      for (const start of fresh) shown.add(start);
      return true;
    },
  };
}
