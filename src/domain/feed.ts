import type { Scope } from './scope.ts';

/** Why a feed could not be read. 'status' has the number; 'gone' is the publisher's word that it is over (410). */
export type FeedFailureReason =
  | 'refused-address'
  | 'private'
  | 'unreachable'
  | 'too-slow'
  | 'too-large'
  | 'redirects'
  | 'status'
  | 'gone'
  | 'no-feed'
  | 'unreadable';

/** A run of failures, from the first to the last. Times are UTC milliseconds. */
export interface FeedFailure {
  readonly reason: FeedFailureReason;
  readonly status?: number;
  readonly since: number;
  readonly lastAt: number;
  /** In a row. */
  readonly count: number;
}

/** What is remembered from one poll to the next. */
export interface FeedState {
  /** The publisher's validators, sent back as they came. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Of the bytes that were read last: the same bytes are not read again. */
  readonly bodyHash?: string;
  /** The newest entry's date, and the usual time from one entry to the next. */
  readonly newestEntryAt?: number;
  readonly usualGapMs?: number;
  /** When something here was last found to be different. */
  readonly changedAt?: number;
  /** Absent while it works. */
  readonly failure?: FeedFailure;
  /** It is not asked again: the publisher has ended it. */
  readonly stoppedAt?: number;
  /** Of what the guilds have been told since it last worked. */
  readonly told?: 'failing' | 'stopped' | 'silent';
}

/** A feed as it is stored: once for all who follow it. */
export interface Feed {
  /** 22 characters of base64url, made of the scope and the first address. */
  readonly id: string;
  /** Where it is now; a permanent redirect moves it. */
  readonly address: string;
  /** Whose its articles are: everyone's, or one guild's where its address carries a secret. */
  readonly scope: Scope;
  readonly title: string;
  readonly siteUrl?: string;
  readonly language?: string;
  readonly addedAt: number;
  readonly state: FeedState;
}

/** That a guild follows a feed. */
export interface Subscription {
  readonly guildId: string;
  readonly feedId: string;
  readonly addedBy: string;
  readonly addedAt: number;
  /** Its articles stay out of the guild's digests, and the guild hears nothing of it. */
  readonly mutedAt?: number;
  /** The outline groups it was imported under, outermost first. */
  readonly groups: readonly string[];
}

export interface FollowedFeed {
  readonly feed: Feed;
  readonly subscription: Subscription;
  /** How many stored articles came from it. */
  readonly articleCount: number;
}

/** What makes an entry the same one next time, and what tells that its words changed. Dates are neither. */
export interface EntryMark {
  readonly guid?: string;
  /** In canonical spelling. */
  readonly url?: string;
  readonly contentHash: string;
}

/** An entry of a feed, waiting to become an article or an article already. */
export interface FeedEntry extends EntryMark {
  readonly id: string;
  readonly feedId: string;
  readonly firstSeenAt: number;
  /** What the feed itself says of it: JSON, made and read by the intake of entries. */
  readonly payload: string;
  readonly attempts: number;
}

export type EntryOutcome =
  | { readonly kind: 'taken'; readonly articleId: string }
  /** To be tried again, no sooner than after `waitMs`. */
  | { readonly kind: 'again'; readonly waitMs: number; readonly reason: string }
  /** Gave no article, and will not. */
  | { readonly kind: 'left'; readonly reason: string };

/** A step on the way to a feed's entries, with how long it took and what came of it. */
export interface FeedStep {
  readonly step: 'address' | 'fetch' | 'discover' | 'read' | 'article';
  readonly ok: boolean;
  readonly ms: number;
  /** Facts in words of ours: "200, 14 kB, application/rss+xml, utf-8". */
  readonly detail: string;
}

/** A feed that was looked at, and nothing of it kept. */
export interface FoundFeed {
  readonly address: string;
  readonly scope: Scope;
  readonly title: string;
  readonly siteUrl?: string;
  readonly language?: string;
  readonly entryCount: number;
  /** Newest first, at most five. */
  readonly newest: readonly {
    readonly title: string;
    readonly url?: string;
    readonly publishedAt?: number;
  }[];
  readonly newestEntryAt?: number;
  readonly usualGapMs?: number;
}

/** `found` is absent where a step failed: then `failure` says why. */
export interface FeedLook {
  readonly steps: readonly FeedStep[];
  readonly found?: FoundFeed;
  readonly failure?: Pick<FeedFailure, 'reason' | 'status'>;
  /** Other feeds that the page names, where the address is a page's. */
  readonly others: readonly { readonly title?: string; readonly address: string }[];
}

/** Where an import stands. */
export interface ImportProgress {
  readonly id: string;
  readonly total: number;
  readonly added: number;
  /** Followed already: a second run goes on where the first one ended. */
  readonly known: number;
  readonly failed: readonly {
    readonly address: string;
    readonly failure: Pick<FeedFailure, 'reason' | 'status'>;
  }[];
  readonly state: 'running' | 'done' | 'cancelled' | 'out-of-time';
}
