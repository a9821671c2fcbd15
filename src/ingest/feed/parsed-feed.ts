/** An entry as its feed has it. Addresses are absolute; times are UTC milliseconds; summary and content are HTML. */
export interface ParsedEntry {
  /** The feed's own name for it: guid, atom:id, JSON Feed's id. */
  readonly guid?: string;
  readonly url?: string;
  /** Where the page itself is, where the feed's own link leads through a counter of clicks. */
  readonly originalUrl?: string;
  /** Plain text. */
  readonly title?: string;
  readonly author?: string;
  readonly publishedAt?: number;
  readonly updatedAt?: number;
  readonly summary?: string;
  readonly content?: string;
  readonly categories: readonly string[];
  readonly enclosures: readonly { readonly url: string; readonly type?: string; readonly length?: number }[];
}

/** A feed of any format. */
export interface ParsedFeed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json';
  readonly title?: string;
  readonly siteUrl?: string;
  readonly id?: string;
  readonly subtitle?: string;
  readonly language?: string;
  readonly author?: string;
  readonly publishedAt?: number;
  readonly updatedAt?: number;
  /** In the feed's order. */
  readonly entries: readonly ParsedEntry[];
  /** It was not well-formed and had to be mended. */
  readonly isMended: boolean;
}

/** A feed's bytes and where they came from. */
export interface FeedSource {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Where redirects led to: relative addresses are seen from here. */
  readonly url: string;
}

export type FeedReading =
  | { readonly ok: true; readonly feed: ParsedFeed }
  /** A page: the feeds it names itself, best first. */
  | { readonly ok: false; readonly reason: 'page'; readonly feeds: readonly NamedFeed[] }
  | { readonly ok: false; readonly reason: 'no-feed' | 'binary' | 'empty' | 'unreadable' };

/** A feed that a page or an OPML file names. */
export interface NamedFeed {
  readonly address: string;
  readonly title?: string;
}
