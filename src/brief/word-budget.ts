import type { Span } from 'summarize-text';

/** A whole reply shows at most half of an article's words, and never more than this many. */
const mostWords = 250;

/** The words of an article that a reply may show, each counted once however often it is shown. */
export interface WordBudget {
  /** Takes the spans into the reply if their words are within the limit; `false` changes nothing. */
  spend(spans: readonly Span[]): boolean;
}

/** The words that a reply may show of all its articles together. */
export interface WordRoom {
  /** Takes so many if there is room for them. */
  take(count: number): boolean;
}

export function createWordRoom(): WordRoom {
  let left = mostWords;
  return {
    take(count) {
      if (count > left) return false;
      left -= count;
      return true;
    },
  };
}

export function createWordBudget(text: string, room: WordRoom = createWordRoom()): WordBudget {
  const words = [...text.matchAll(/\S+/g)].map(({ index }) => index);
  const limit = Math.floor(words.length / 2);
  const shown = new Set<number>();
  return {
    spend(spans) {
      const fresh = words.filter(
        (start) => !shown.has(start) && spans.some((span) => start >= span.start && start < span.end),
      );
      if (shown.size + fresh.length > limit || !room.take(fresh.length)) return false;
      for (const start of fresh) shown.add(start);
      return true;
    },
  };
}
