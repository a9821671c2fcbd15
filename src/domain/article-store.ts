import type { Article, ArticleTexts, ArticleVersion, Headline, NewArticle } from './article.ts';
import type { Scope } from './scope.ts';

/** Which headlines: all conditions given must hold. `since` is in UTC milliseconds, of `publishedAt`. */
export interface HeadlineQuery {
  readonly scopes: readonly Scope[];
  readonly topic?: string;
  readonly source?: string;
  readonly since?: number;
  /** Of `storedAt`: when it came in, whatever date it bears. */
  readonly storedSince?: number;
  readonly limit: number;
}

/** How many articles were removed, by the rule that they fell under. */
export interface Pruned {
  /** Their own time was over. */
  readonly expired: number;
  /** Stored longer ago than articles are kept. */
  readonly old: number;
  /** More than are kept. */
  readonly excess: number;
}

export type PutOutcome = 'new' | 'unchanged' | 'changed';

/**
 * Articles, findable by words. Every read names the scopes it may see; an article outside them is
 * `undefined`, as if it were not there. An acknowledged write survives `kill -9`.
 */
export interface ArticleStore {
  /**
   * Stores an article; the same id with another text is a new version, the old one is kept. Of an article that changes
   * without end the first version and the newest 19 are kept.
   */
  put(article: NewArticle): Promise<PutOutcome>;
  /** Stores several as `put` does, in one step: all of them, or none where one is refused. 100 at most at a time. */
  putAll(articles: readonly NewArticle[]): Promise<readonly PutOutcome[]>;
  get(id: string, scopes: readonly Scope[]): Promise<Article | undefined>;
  /** The words alone of several articles, by id; those that may not be seen are missing. */
  texts(ids: readonly string[], scopes: readonly Scope[]): Promise<ReadonlyMap<string, ArticleTexts>>;
  /** The versions that are kept of an article, newest first; none where it may not be seen. */
  versions(id: string, scopes: readonly Scope[]): Promise<readonly ArticleVersion[]>;
  getByUrl(url: string, scopes: readonly Scope[]): Promise<Article | undefined>;
  /** Newest first. */
  latest(query: HeadlineQuery): Promise<readonly Headline[]>;
  /**
   * Articles that hold the words (stemmed, in title or body), best first: rank by words and age among the
   * newest 200 that match. `match` is "all" words or "any" of them. Words are data, never query syntax.
   */
  search(
    query: HeadlineQuery & { readonly words: string; readonly match: 'all' | 'any' },
  ): Promise<readonly Headline[]>;
  /** Articles that hold one of the words or phrases (stemmed as in `search`) in title or body, by id: the newest. */
  holding(
    query: HeadlineQuery & { readonly phrases: readonly string[]; readonly inTitle?: boolean },
  ): Promise<ReadonlySet<string>>;
  /** For autocomplete: titles in which every typed word begins a word; newest first. No typed words: the newest. */
  titles(query: {
    readonly scopes: readonly Scope[];
    readonly typed: string;
    readonly limit: number;
  }): Promise<readonly Headline[]>;
  /** The topics and sources that the scopes hold, most articles first. */
  topics(scopes: readonly Scope[]): Promise<readonly string[]>;
  sources(scopes: readonly Scope[]): Promise<readonly string[]>;
  count(scopes: readonly Scope[]): Promise<number>;
  remove(id: string): Promise<boolean>;
  /** Forgets all a scope holds; answers how many articles. */
  removeScope(scope: Scope): Promise<number>;
  /** Removes what has expired by `now`, and what the retention does not keep. */
  prune(now: number): Promise<Pruned>;
}
