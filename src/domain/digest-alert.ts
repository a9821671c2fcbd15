import type { Delivery, Digest } from './digest.ts';

/** What a guild is told of its digests, unasked. */
export type DigestAlert =
  /** A run that ended without a post, or that may have. */
  | { readonly kind: 'run'; readonly delivery: Delivery; readonly digest: Digest }
  /** A channel was deleted, and its digests are paused. */
  | { readonly kind: 'gone'; readonly digests: readonly Digest[] }
  /** The bot has the rights again for which these were paused, and they go on. */
  | { readonly kind: 'resumed'; readonly digests: readonly Digest[] };

/** Alerts that reached nobody, since the last that did. */
export interface UntoldAlerts {
  readonly count: number;
  /** UTC milliseconds. */
  readonly lastAt: number;
  /** Why the last one did not; absent where the guild has chosen no channel. */
  readonly reason?: string;
}
