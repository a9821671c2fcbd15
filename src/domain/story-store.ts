import type { HeadlineQuery } from './article-store.ts';
import type { Scope } from './scope.ts';
import type { Story } from './story.ts';

/** An article as it goes into a story: its words, and when it came. Times are UTC milliseconds. */
export interface ArrivedArticle {
  readonly id: string;
  readonly scope: Scope;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number;
  readonly storedAt: number;
}

/** An article that is in a story already. */
export interface GroupedArticle extends ArrivedArticle {
  readonly story: string;
}

/** Where an arrived article belongs, and what that changes of the stories that were. */
export interface StoryGrouping {
  readonly articleId: string;
  /** The version that was looked at. */
  readonly version: number;
  readonly story: string;
  readonly copyOf?: string;
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

  /** Articles whose present words nobody has grouped, in the order in which they were stored; no person's own. */
  arrived(limit: number): Promise<readonly ArrivedArticle[]>;
  /** Articles of a scope that were stored since a time and are grouped, in the order in which they were stored. */
  grouped(
    scope: Scope,
    since: number,
    limit: number,
    after?: GroupedArticle,
  ): Promise<readonly GroupedArticle[]>;
  /** Keeps groupings, in their order, in one step. What has been removed or changed meanwhile is left out. */
  group(groupings: readonly StoryGrouping[]): Promise<void>;
}
