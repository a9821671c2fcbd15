import type { HeadlineQuery } from './article-store.ts';
import type { Scope } from './scope.ts';
import type { FreshStory, Story } from './story.ts';

/** Articles dated and stored since then; the limit is of articles. Times are UTC milliseconds. */
export type FreshQuery = Required<Pick<HeadlineQuery, 'scopes' | 'since' | 'storedSince' | 'limit'>>;

/** An article as it goes into a story: its words, and when it came. Times are UTC milliseconds. */
export interface ArrivedArticle {
  readonly id: string;
  readonly scope: Scope;
  readonly version: number;
  readonly title: string;
  /** Its first 12,000 characters at least. */
  readonly text: string;
  readonly publishedAt: number;
  readonly storedAt: number;
}

/** An article that is in a story already, with the words that it was grouped by. */
export interface GroupedArticle extends ArrivedArticle {
  readonly story: string;
  /** As it was said when it was grouped. */
  readonly arrivedAt: number;
}

/** Where an arrived article belongs, and what that changes of the stories that were. */
export interface StoryGrouping {
  readonly articleId: string;
  /** The version that was looked at. */
  readonly version: number;
  readonly story: string;
  readonly copyOf?: string;
  /** It says too little for its story to be told by it. */
  readonly isStub?: boolean;
  /**
   * Its place in time, UTC milliseconds: later than that of every article of its scope that was grouped before. Absent
   * where it is set aside, and shall not be read to compare it with others.
   */
  readonly arrivedAt?: number;
  /** Other articles that are in another story than before, each with its story. */
  readonly moved: ReadonlyMap<string, string>;
  /** Stories that others took whole, with all of their articles. */
  readonly taken: ReadonlyMap<string, string>;
}

/**
 * Which articles tell of one event. Stories are of one scope: a guild's own article and a public one are never in the
 * same. A person's own articles are each a story by itself. Reads name the scopes they may see.
 */
export interface StoryStore {
  /**
   * The story that an article is in; of one that nobody has grouped yet, a story of its own. An id of a story whose
   * first article is gone still leads to it. `undefined` where there is none to see.
   */
  get(id: string, scopes: readonly Scope[]): Promise<Story | undefined>;
  /** The stories that the newest of the articles asked for are in, in the order of those articles, each once. */
  latest(query: HeadlineQuery): Promise<readonly Story[]>;
  /** The stories of several articles, by article; of those that may not be seen, none. */
  ofArticles(ids: readonly string[], scopes: readonly Scope[]): Promise<ReadonlyMap<string, Story>>;
  /** The ids of the stories of several articles, by article; of those that may not be seen, none. */
  homes(ids: readonly string[], scopes: readonly Scope[]): Promise<ReadonlyMap<string, string>>;
  /** The stories that an article is in which is of the query: of the newest such articles, in their order, each once. */
  fresh(query: FreshQuery): Promise<readonly FreshStory[]>;

  /** Articles whose present words nobody has grouped, in the order in which they were stored; no person's own. */
  arrived(limit: number): Promise<readonly ArrivedArticle[]>;
  /** Articles of a scope that are grouped and arrived at a time or later, in the order in which they were grouped. */
  grouped(scope: Scope, since: number, limit: number): Promise<readonly GroupedArticle[]>;
  /** The latest arrival of a scope's grouped articles; `undefined` where none is grouped. */
  lastArrival(scope: Scope): Promise<number | undefined>;
  /** Keeps groupings, in their order, in one step. What has been removed or changed meanwhile is left out. */
  group(groupings: readonly StoryGrouping[]): Promise<void>;
}
