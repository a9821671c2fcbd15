import type { Delivery, Digest } from './digest.ts';

/** How a delivery ended. */
export type Settlement =
  | { readonly state: 'posted'; readonly messageId: string }
  | { readonly state: 'empty' | 'skipped' | 'failed' | 'uncertain'; readonly reason: string };

/**
 * Digests and their deliveries. Claims are rows with a lease by the store's own clock; all steps are
 * conditional, so two processes never hold one delivery. An acknowledged write survives `kill -9`.
 */
export interface DigestStore {
  add(digest: Digest): Promise<void>;
  get(id: string, guildId: string): Promise<Digest | undefined>;
  list(guildId: string): Promise<readonly Digest[]>;
  update(digest: Digest): Promise<boolean>;
  remove(id: string, guildId: string): Promise<boolean>;
  removeGuild(guildId: string): Promise<number>;
  /**
   * Takes digests due by `now` (not paused), writes one delivery each for the newest slot that is due and moves
   * `nextRunAt` on by `next` past `now`, in one transaction. Answers how many; more may be due still.
   */
  plan(now: number, next: (digest: Digest, after: number) => number): Promise<number>;
  /** Writes a delivery for a slot now, outside the schedule; `false` when that slot exists. */
  planNow(digest: Digest, slot: number): Promise<boolean>;
  /** Takes up to `limit` open deliveries whose lease has run out (or never began). */
  claim(claimant: string, leaseMs: number, limit: number): Promise<readonly Delivery[]>;
  /** Fixes what is sent, before the first try; a payload frozen earlier stays and is returned. */
  freeze(delivery: Delivery, payload: string, articleIds: readonly string[]): Promise<string>;
  /** Marks that a try begins now; answers when the first one began. */
  begin(delivery: Delivery): Promise<number>;
  /** Ends a delivery; `false` when the claim was lost meanwhile or it is settled already. */
  settle(delivery: Delivery, claimant: string, settlement: Settlement): Promise<boolean>;
  /** Gives a claim back, to be tried again no sooner than after `waitMs`. */
  release(delivery: Delivery, claimant: string, waitMs: number, reason: string): Promise<void>;
  /** Newest first. */
  deliveries(digestId: string, limit: number): Promise<readonly Delivery[]>;
  /** Articles in the newest `count` posted deliveries of a digest. */
  postedArticles(digestId: string, count: number): Promise<readonly string[]>;
}
