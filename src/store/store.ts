import type { z } from 'zod';
import type { ArticleStore } from '../domain/article-store.ts';
import type { DigestStore } from '../domain/digest-store.ts';
import type { FeedStore } from '../domain/feed-store.ts';
import type { GuildStore } from '../domain/guild-store.ts';
import type { KeyValue } from '../domain/key-value.ts';
import type { RequestTurns } from '../domain/request-turns.ts';
import type { SpeakerIndex } from '../domain/speaker-index.ts';
import type { StoryStore } from '../domain/story-store.ts';
import type { Forgetting } from './forget.ts';

/** How long and how many articles are kept, of those that have no time of expiry of their own. */
export interface Retention {
  readonly days: number;
  readonly articles: number;
}

export interface StoreOptions {
  /** Without it articles stay until they expire or are removed. */
  readonly retention?: Retention;
}

/** What keeps a second bot off the store; it ends with its process, however that ends. */
export interface BotLock {
  release(): void;
}

/**
 * Everything that is kept, behind one address. Forgetting a guild or a person leaves nothing of theirs in any row or index:
 * what is public stays.
 */
export interface Store extends Forgetting {
  readonly articles: ArticleStore;
  readonly digests: DigestStore;
  readonly feeds: FeedStore;
  readonly speakers: SpeakerIndex;
  readonly guilds: GuildStore;
  readonly stories: StoryStore;
  /** Of all processes on the store. */
  readonly requestTurns: RequestTurns;
  /**
   * State of one concern. The key of what is a guild's or a person's is their id, or begins with it and a colon. A value
   * that `schema` does not know (any more) reads as absent.
   */
  keyValue<T>(namespace: string, schema: z.ZodType<T>): KeyValue<T>;
  /** Answers `undefined` while another bot runs on the store. */
  takeBotLock(): BotLock | undefined;
  close(): Promise<void>;
}
