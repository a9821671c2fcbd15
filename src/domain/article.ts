import type { Removal, Run } from 'summarize-text';
import type { Scope } from './scope.ts';

/** A headline: what lists and autocomplete need of an article. Times are UTC milliseconds. */
export interface Headline {
  /** 22 characters of base64url, stable for the same scope and address (or text, where there is no address). */
  readonly id: string;
  readonly title: string;
  /** The publisher's name. */
  readonly source: string;
  readonly url?: string;
  /** As the publisher dates it; when it was stored where it does not. */
  readonly publishedAt: number;
}

/** An article's own words, of which passages are made. */
export type ArticleTexts = Pick<NewArticle, 'title' | 'standfirst' | 'text'>;

/** An article's words as they were at some time. `storedAt` in UTC milliseconds. */
export interface ArticleVersion extends ArticleTexts {
  readonly version: number;
  readonly storedAt: number;
}

/** An article before it is stored; the store gives the version. */
export interface NewArticle extends Headline {
  readonly scope: Scope;
  readonly standfirst?: string;
  readonly author?: string;
  readonly topics: readonly string[];
  /** As it came in, never changed. */
  readonly raw: string;
  /** The clean body; everything shown is spans of it (or the title). `runs` map it to `raw`. */
  readonly text: string;
  readonly runs: readonly Run[];
  readonly removals: readonly Removal[];
  readonly pullQuotes: readonly string[];
  readonly storedAt: number;
  /** When it must be gone; absent: by the store's retention. */
  readonly expiresAt?: number;
}

export interface Article extends NewArticle {
  /** Counts from 1; a changed text under the same id is a new version. */
  readonly version: number;
}
