import type { NewArticle } from '../domain/article.ts';
import type { PutOutcome } from '../domain/article-store.ts';
import type { OutlineFeed } from '../ingest/feed/opml.ts';
import type { ParsedFeed } from '../ingest/feed/parsed-feed.ts';
import type { Reading } from '../ingest/read-document.ts';
import type { ItemKind } from './item-kind.ts';

/** Where an item is, as it was named. */
export type Place = { readonly file: string } | { readonly url: string };

/** What became of one item. */
export type Outcome =
  | { readonly kind: 'page' | 'text'; readonly ok: true; readonly read: ReadArticle }
  | { readonly kind: 'feed'; readonly ok: true; readonly feed: ParsedFeed }
  | { readonly kind: 'opml'; readonly ok: true; readonly feeds: readonly OutlineFeed[] }
  | { readonly kind: ItemKind; readonly ok: false; readonly reason: string };

export interface ItemReport {
  readonly place: Place;
  readonly outcome: Outcome;
}

export interface ReadArticle {
  readonly article: NewArticle;
  /** As the page or its feed dates it; absent where nothing does. */
  readonly publishedAt?: number;
  /** What a page says of itself. */
  readonly page?: Extract<Reading, { ok: true }>['page'];
  /** Absent where nothing is stored. */
  readonly stored?: PutOutcome;
}
