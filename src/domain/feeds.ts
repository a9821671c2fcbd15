import type { AttachedFile } from './command.ts';
import type { FeedFailure, FeedLook, FoundFeed, ImportProgress } from './feed.ts';
import type { FeedStore } from './feed-store.ts';
import type { OutgoingFile } from './reply.ts';
import type { Reader } from './scope.ts';

/** A list of feeds that comes with the bot, by its file's name. Nobody has verified that its feeds answer. */
export interface Pack {
  readonly name: string;
  readonly title: string;
  readonly feedCount: number;
}

/** Who follows, and under which outline groups. */
export interface Follower {
  readonly guildId: string;
  readonly personId: string;
  readonly groups?: readonly string[];
}

/** What commands do with feeds. */
export interface Feeds extends Pick<FeedStore, 'list' | 'get' | 'count' | 'unfollow' | 'mute'> {
  /** Fetches and reads a feed, or the feed that a page names, and keeps nothing. Never throws for what is wrong out there. */
  look(address: string, reader: Reader): Promise<FeedLook>;
  /** Follows what was looked at, and asks for its entries soon. Fails with a `UserError` tooManyFeeds. */
  follow(found: FoundFeed, by: Follower): Promise<'new' | 'known'>;
  /**
   * Follows the feeds of an OPML file or a pack, several at a time; says how far it is after each. Ends by itself before
   * an interaction's time is over ('out-of-time'). Fails with a `UserError`: fileUnreachable, tooLarge, notOpml, noSuchPack.
   */
  import(
    source: { readonly file: AttachedFile } | { readonly pack: string },
    by: Follower & { readonly importId: string },
  ): AsyncIterable<ImportProgress>;
  /** `false` when there is no such import any more. */
  cancelImport(importId: string, guildId: string): boolean;
  /** What the guild follows, as an OPML file. */
  export(guildId: string): Promise<OutgoingFile>;
  readonly packs: readonly Pack[];
}

/** What the followers of a feed are told once: it was ended, it fails for long, or it has fallen silent. */
export interface FeedAlert {
  readonly kind: 'stopped' | 'failing' | 'silent';
  readonly feedId: string;
  readonly title: string;
  readonly address: string;
  /** Since when, UTC milliseconds; of a silent feed its newest entry's date. */
  readonly since: number;
  readonly failure?: Pick<FeedFailure, 'reason' | 'status'>;
  readonly usualGapMs?: number;
}
