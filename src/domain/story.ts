import type { Headline } from './article.ts';

/** An article of a story. */
export interface StoryArticle extends Headline {
  /** The article whose text this one has, cut or lightly edited: an agency's words, or a second feed of one publisher. */
  readonly copyOf?: string;
}

/** Articles on one event, as far as a reader may see them. Times are UTC milliseconds. */
export interface Story {
  /** The id of its first article. An id that was given once leads to the story which that article is in now. */
  readonly id: string;
  /** The newest article that is no copy of another in the story: by it the story is told. */
  readonly lead: StoryArticle;
  /** Newest first, the lead among them; at most 50, the newest. */
  readonly articles: readonly StoryArticle[];
  /** How many there are. */
  readonly articleCount: number;
  /** Names of publishers, each once, the lead's first. */
  readonly sources: readonly string[];
  /** When its first and its newest article came out. */
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

/** An article as far as its story is chosen or left by it. */
export interface FreshArticle extends Pick<StoryArticle, 'id' | 'source' | 'publishedAt' | 'copyOf'> {
  readonly storedAt: number;
  readonly topics: readonly string[];
  /** It says too little for its story to be told by it; of an article that nobody has grouped yet it is not known. */
  readonly isStub: boolean;
}

/** A story that something has come into, without the words of its articles: newest first, at most 200. */
export interface FreshStory {
  readonly id: string;
  readonly articles: readonly FreshArticle[];
}
