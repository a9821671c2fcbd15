import type { Headline } from './article.ts';
import type { Passage } from './brief.ts';

/** What a person searches for. Phrases and what is not wanted are stems that stand side by side. */
export interface SearchQuery {
  readonly typed: string;
  /** All that an article must have, in small letters, those of the phrases among them. */
  readonly words: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  readonly unwanted: readonly (readonly string[])[];
  /** Of publishing, UTC milliseconds; `until` is of a search that is done again, so that its pages stay as they were. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly source?: string | undefined;
}

/** An article that was found, and how many others have its text. */
export interface FoundArticle {
  readonly id: string;
  readonly copyCount: number;
}

/** What was found for a search, best first. */
export interface FoundArticles {
  readonly found: readonly FoundArticle[];
  /** There are more, and these are the best of the newest. */
  readonly isCapped: boolean;
}

/** A search of which somebody turns the pages. */
export interface Search extends FoundArticles {
  readonly query: SearchQuery;
  /** UTC milliseconds. */
  readonly askedAt: number;
}

/** Words of an article, of which some are what was searched for. */
export interface MarkedPassage {
  readonly passage: Passage;
  readonly isMatch: boolean;
}

/** A sentence, or the parts of it around the words that were searched for. */
export interface Snippet {
  /** Parts that follow each other; between two there are words left out. */
  readonly parts: readonly (readonly MarkedPassage[])[];
  readonly hasBeginning: boolean;
  readonly hasEnd: boolean;
}

export interface SearchHit {
  readonly headline: Headline;
  readonly copyCount: number;
  /** Absent where fair dealing leaves no words to show. */
  readonly snippet?: Snippet;
}

/** A page of what was found; `number` counts from 0. */
export interface SearchPage extends FoundArticles {
  readonly hits: readonly SearchHit[];
  readonly number: number;
  readonly pageCount: number;
}

/** Searches as far as this process remembers them: some minutes, and nowhere else, as their words are the person's own. */
export interface Searches {
  /** Answers by which key it is known. */
  keep(search: Search, personId: string): string;
  get(key: string): Search | undefined;
  forget(personId: string): void;
}
