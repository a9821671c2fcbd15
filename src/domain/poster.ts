import type { Reply } from './reply.ts';

export type PostOutcome =
  | { readonly ok: true; readonly messageId: string }
  /** `final`: trying again cannot help (no rights, no channel). `retryMs`: wait at least that long. */
  | { readonly ok: false; readonly final: boolean; readonly reason: string; readonly retryMs?: number };

/** Posts to channels. */
export interface Poster {
  /** Posts once: a second call with the same nonce gives the first message while Discord remembers it. */
  post(channelId: string, reply: Reply, nonce: string): Promise<PostOutcome>;
  /** Looks in the channel's history for our own post that carries the reference. */
  find(channelId: string, reference: string, since: number): Promise<PostFinding>;
  /** The rights the bot lacks in a channel to post there, in Discord's words ("View Channel"); empty when none. */
  missingPermissions(channelId: string): Promise<readonly string[]>;
}

export type PostFinding =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' };
