import type { Delivery, Digest, Pause } from './digest.ts';

/** How a delivery ended. */
export type Settlement =
  /** `afterwards`: something is to be done once the post is recorded. */
  | { readonly state: 'posted'; readonly messageId: string; readonly afterwards?: boolean }
  | { readonly state: 'empty'; readonly reason: string; readonly record?: string }
  | {
      readonly state: 'skipped' | 'failed' | 'uncertain';
      readonly reason: string;
      /** The digest is paused in the same step, unless it is already. */
      readonly pause?: Omit<Pause, 'at'>;
      /** The guild is to be told. */
      readonly alert?: boolean;
    };

/** What a delivery sends, fixed before its first try. */
export interface FrozenPost {
  readonly payload: string;
  readonly articleIds: readonly string[];
  /** A `RunRecord`, JSON. */
  readonly record?: string;
}

/** Gives the runs of a digest: the first after an instant. */
export type NextRun = (digest: Digest, after: number) => number;

/**
 * Digests and their deliveries. Claims are rows with a lease by the store's own clock; all steps are
 * conditional, so two processes never hold one delivery. An acknowledged write survives `kill -9`.
 */
export interface DigestStore {
  add(digest: Digest): Promise<void>;
  get(id: string, guildId: string): Promise<Digest | undefined>;
  list(guildId: string): Promise<readonly Digest[]>;
  /** Changes what a person may change; `false` when it is gone. Deliveries on their way keep their channel. */
  update(digest: Digest): Promise<boolean>;
  remove(id: string, guildId: string): Promise<boolean>;
  removeGuild(guildId: string): Promise<number>;
  /** Pauses the digests of a channel that are not paused yet; answers how many. */
  pauseChannel(guildId: string, channelId: string, pause: Pause): Promise<number>;

  /**
   * Takes digests due by `now` (not paused), and in one transaction writes one delivery each for the newest slot that is
   * due, one that is skipped ("missed") for each earlier one (of many the newest 50, the oldest of these says how many came
   * before), and moves `nextRunAt` on by `next` past `now`. A digest for which `next` fails with a `RangeError` (its time
   * zone is none any more) gets a delivery that has failed, of which the guild is to be told, and is looked at again a day
   * later. Where none are due, those whose next run is farther off than any schedule has it (a clock was wrong) are given
   * their first one after `now`. Answers how many digests; more may be due still.
   */
  plan(now: number, next: NextRun): Promise<number>;
  /** Writes a delivery for a slot now, as a person asks for it; `false` when that slot exists or the digest is gone. */
  planNow(digest: Digest, slot: number): Promise<boolean>;
  /** A failed delivery is open again, to be tried at once; `false` where it is not failed. */
  reopen(digestId: string, slot: number): Promise<boolean>;

  /**
   * Takes up to `limit` open deliveries whose lease has run out (or never began); not those of paused digests that nobody
   * asked for, unless a try has begun. Guilds take turns: the second of one comes after the first of each other.
   */
  claim(claimant: string, leaseMs: number, limit: number): Promise<readonly Delivery[]>;
  /** Holds on to claims for so much longer; those that were lost meanwhile are not held. */
  extend(deliveries: readonly Delivery[], claimant: string, leaseMs: number): Promise<void>;
  /** Fixes what is sent, before the first try; a payload frozen earlier stays and is returned. */
  freeze(delivery: Delivery, post: FrozenPost): Promise<string>;
  /** Marks that a try begins now; answers when the first one began. */
  begin(delivery: Delivery): Promise<number>;
  /** Ends a delivery; `false` when the claim was lost meanwhile or it is settled already. */
  settle(delivery: Delivery, claimant: string, settlement: Settlement): Promise<boolean>;
  /** Gives a claim back, to be tried again no sooner than after `waitMs`. */
  release(delivery: Delivery, claimant: string, waitMs: number, reason: string): Promise<void>;

  /** Takes up to `limit` posted deliveries with something due afterwards whose lease has run out (or never began). */
  claimAfterwards(claimant: string, leaseMs: number, limit: number): Promise<readonly Delivery[]>;
  /** What was due afterwards is done, or was not and why; `false` when the claim was lost meanwhile. */
  finish(delivery: Delivery, claimant: string, outcome: string): Promise<boolean>;
  /** Gives such a claim back. */
  releaseAfterwards(delivery: Delivery, claimant: string, waitMs: number): Promise<void>;

  /** Deliveries of which the guild is to be told still, earliest first. */
  alertsDue(limit: number): Promise<readonly Delivery[]>;
  /** The guild has been told, or cannot be. */
  alerted(delivery: Delivery): Promise<void>;

  /** Newest first. */
  deliveries(digestId: string, limit: number): Promise<readonly Delivery[]>;
  /** Those of a digest that have not ended, newest first. */
  openDeliveries(digestId: string): Promise<readonly Delivery[]>;
  /** Removes deliveries that were settled by `before`, but for the newest 50 of each digest; answers how many. */
  pruneDeliveries(before: number): Promise<number>;
}
