import type {
  EntryMark,
  EntryOutcome,
  Feed,
  FeedEntry,
  FeedState,
  FollowedFeed,
  Subscription,
} from './feed.ts';

/**
 * Feeds, who follows them, and their entries. An acknowledged write survives `kill -9`. A guild sees only what it
 * follows itself.
 */
export interface FeedStore {
  /**
   * Stores the feed, where nobody follows it yet, and the subscription. 'known': the guild follows it already. A feed
   * that has moved to this address is the same one, under its own id. Throws where the feed is another guild's.
   */
  follow(feed: Feed, subscription: Subscription): Promise<'new' | 'known'>;
  /** A feed that nobody follows any more is forgotten with its entries; its articles stay. */
  unfollow(guildId: string, feedId: string): Promise<boolean>;
  /** `undefined` ends the muting. */
  mute(guildId: string, feedId: string, mutedAt: number | undefined): Promise<boolean>;
  /** By title. */
  list(guildId: string): Promise<readonly FollowedFeed[]>;
  get(guildId: string, feedId: string): Promise<FollowedFeed | undefined>;
  count(guildId: string): Promise<number>;
  /** Forgets a guild's subscriptions, and the feeds of its own scope; answers how many subscriptions. */
  removeGuild(guildId: string): Promise<number>;
  /** Guilds that follow a feed and have not muted it. */
  followers(feedId: string): Promise<readonly string[]>;
  /** Whether the guild has muted a feed. */
  mutes(guildId: string): Promise<boolean>;
  /** Which of the articles came only from feeds that the guild has muted (and follows). */
  mutedArticles(guildId: string, articleIds: readonly string[]): Promise<readonly string[]>;

  /** Feeds to be polled: followed by someone who has not muted them, and not stopped. */
  active(): Promise<readonly Feed[]>;
  /** Keeps what a poll has changed. */
  update(
    feedId: string,
    change: Partial<Pick<Feed, 'address' | 'title' | 'siteUrl' | 'language'>> & { readonly state: FeedState },
  ): Promise<void>;
  /**
   * Compares the entries of a poll with those known, by guid, else by address, else by content, and keeps those that
   * are new or whose content has changed, to be taken in. Answers how many of each. At most 100 at a time are written.
   * A guid or an address that several entries share names none of them; the same content at another place of the site
   * is another entry. Of each feed the newest 2,000 are remembered, besides those of the poll.
   */
  note(
    feedId: string,
    entries: readonly (EntryMark & { readonly payload: string })[],
    now: number,
  ): Promise<{ readonly fresh: number; readonly changed: number }>;
  /**
   * Hands out entries to take in, each to one caller while its lease lasts; of unmuted feeds, oldest first, though no
   * feed holds up the others by its length.
   */
  claimEntries(leaseMs: number, limit: number): Promise<readonly (FeedEntry & { readonly feed: Feed })[]>;
  /** What is said of an entry that has changed or was handed to another meanwhile ends nothing. */
  settleEntry(entryId: string, outcome: EntryOutcome): Promise<void>;
}
