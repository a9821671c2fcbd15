import type { Pruned } from '../domain/article-store.ts';
import type { BotLock, Retention } from './store.ts';
import type { Damaged } from './transfer/dump-items.ts';
import type { StoreItem } from './transfer/items.ts';
import type { LoadOutcome } from './transfer/load-items.ts';

/** What a store holds. Times are UTC milliseconds. */
export interface StoreStats {
  /** The file, or the database and its server; no password. */
  readonly place: string;
  readonly engine: string;
  /** The form of its tables. */
  readonly form: number;
  /** Bytes: all of it, and the indexes of words within. */
  readonly size: number;
  readonly indexSize: number;
  /** By the kind of scope: anyone's, guilds', persons'. */
  readonly articles: Readonly<Record<'public' | 'guild' | 'person', number>>;
  readonly versions: number;
  readonly sources: number;
  readonly topics: number;
  readonly oldestAt?: number;
  readonly newestAt?: number;
  readonly feeds: number;
  readonly entries: number;
  /** Entries that are to become articles still. */
  readonly waitingEntries: number;
  readonly digests: number;
  readonly deliveries: number;
  readonly openDeliveries: number;
  readonly values: number;
}

/** Something that is damaged, and what helps. */
interface Flaw {
  readonly what: string;
  readonly advice: string;
}

/** How a look at the whole store goes on: what is looked at now, and what was found. */
export type VerifyStep =
  | { readonly kind: 'part'; readonly name: string; readonly total?: number }
  | { readonly kind: 'seen'; readonly count: number }
  | { readonly kind: 'flaw'; readonly flaw: Flaw }
  /** A part that could not be looked at, and why. */
  | { readonly kind: 'left-out'; readonly why: string };

/** What an operator does with a store as a whole. Every step works beside a running bot. */
export interface Upkeep {
  /** The same for every address of the same store. */
  identity(): Promise<string>;
  stats(): Promise<StoreStats>;
  /** Changes nothing. */
  verify(): AsyncIterable<VerifyStep>;
  /** What `prune` would remove. */
  surplus(retention: Retention): Promise<Pruned>;
  /** Removes what has expired, is too old or too much, as the bot does; `told` hears how many so far. */
  prune(retention: Retention, told: (count: number) => void): Promise<Pruned>;
  /** How many items there are of the kinds, roughly: for progress. */
  expected(): Promise<number>;
  /** All that readers can see, as it is at this moment, whatever is written meanwhile. What is damaged is left out. */
  dump(damaged: Damaged): AsyncIterable<readonly StoreItem[]>;
  /** Takes items in, all or none; at most `itemsAtOnce`. What is there already stays, or is completed. */
  load(items: readonly StoreItem[]): Promise<readonly LoadOutcome[]>;
  /** Whether there is nothing in it, or it is not made yet. */
  isEmpty(): Promise<boolean>;
  /**
   * Keeps bots off it where that is possible, and answers `undefined` where one runs. On PostgreSQL, which many may share,
   * it only says whether one is connected now.
   */
  takeBotLock(): Promise<BotLock | undefined>;
  close(): Promise<void>;
}
