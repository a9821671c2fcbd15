import type { Article } from './article.ts';
import type { Scope } from './scope.ts';

/** Somebody whom an article quotes, as it names them. */
export interface QuotedName {
  readonly name: string;
  /** The name as it is searched for: its words in small letters without marks, parted by spaces. */
  readonly words: string;
  readonly role?: string;
}

/** A name that stored articles quote. */
export interface KnownName {
  readonly name: string;
  /** As the article noted last says. */
  readonly role?: string;
  readonly articleCount: number;
}

/** `whole`: each word is one of the name's; `begun`: each begins one. Without words every name fits. */
export interface NameQuery {
  readonly scopes: readonly Scope[];
  readonly words: readonly string[];
  readonly match: 'whole' | 'begun';
  readonly limit: number;
}

/** `since` and `until` in UTC milliseconds, of `publishedAt`, both included. */
export interface QuotingQuery {
  readonly scopes: readonly Scope[];
  readonly names: readonly string[];
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly limit: number;
}

/**
 * Who is quoted in which article. The words themselves are found anew in the article whenever they are shown; the
 * index only says where to look. What a stored article loses (it is changed, removed, expires) the index loses
 * with it.
 */
export interface SpeakerIndex {
  /** Notes whom an article quotes, in place of what was noted before. An article that is gone stays gone. */
  note(articleId: string, names: readonly QuotedName[], edition: number): Promise<void>;
  /** Articles of any scope whose text nobody has noted yet in this edition or a later one, newest first. */
  unnoted(edition: number, limit: number): Promise<readonly Article[]>;
  /** Names of the readable articles of the scopes, those of most articles first. */
  names(query: NameQuery): Promise<readonly KnownName[]>;
  /** Ids of the articles that quote somebody by one of the names, newest first. */
  articles(query: QuotingQuery): Promise<readonly string[]>;
}
