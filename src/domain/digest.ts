/** A digest of a channel: when it comes and what it holds. Times are UTC milliseconds. */
export interface Digest {
  readonly id: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly name: string;
  /** Local wall-clock time, "HH:MM". */
  readonly time: string;
  /** Weekdays on which it comes, 0 is Sunday. */
  readonly days: readonly number[];
  /** IANA name, as `Intl` knows it. */
  readonly timezone: string;
  readonly topics: readonly string[];
  /** How many articles at most, 1 to 7. */
  readonly stories: number;
  readonly style: 'cards' | 'lines';
  /** Post nothing when nothing is new, rather than say so. */
  readonly skipEmpty: boolean;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly nextRunAt: number;
  readonly pausedAt?: number;
}

type DeliveryState = 'pending' | 'claimed' | 'posted' | 'empty' | 'skipped' | 'failed' | 'uncertain';

/** One run of a digest: `slot` is the instant it was scheduled for, UTC milliseconds. */
export interface Delivery {
  readonly digestId: string;
  readonly slot: number;
  readonly channelId: string;
  readonly guildId: string;
  /** Same for every try of this delivery, at most 25 characters; Discord refuses a second message with it. */
  readonly nonce: string;
  /** Six characters shown in the post's footer; by it a post is found again in the channel. */
  readonly reference: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** The reply as it was first sent, JSON; every later try sends the same. */
  readonly payload?: string;
  /** The articles in the payload, so that the next digest leaves them out. */
  readonly articleIds: readonly string[];
  readonly firstTriedAt?: number;
  readonly claimedBy?: string;
  readonly leaseUntil?: number;
  readonly messageId?: string;
  readonly reason?: string;
  readonly settledAt?: number;
}
