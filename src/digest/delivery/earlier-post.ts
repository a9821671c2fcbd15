import type { Clock } from '../../domain/clock.ts';
import type { Settlement } from '../../domain/digest-store.ts';
import type { ChannelAccess, Poster, PostFinding } from '../../domain/poster.ts';
import type { Claim } from './claims.ts';
import { isTooLate } from './lateness.ts';
import type { NoPost } from './obstacles.ts';
import { type Again, waitAfter } from './tries.ts';

export interface EarlierPostParts {
  readonly poster: Pick<Poster, 'find'>;
  readonly clock: Clock;
  /** So long Discord remembers a nonce for sure. */
  readonly nonceMs: number;
}

/** Where Discord knows a message again by its nonce. */
const nonceKinds: ReadonlySet<ChannelAccess['kind']> = new Set(['messages', 'announcements', 'thread']);

/** How old a time of the store is, whatever the two clocks show. */
export const ageOf = (storedAt: number, { claimedAt, askedAt }: Claim, now: number): number =>
  claimedAt - storedAt + (now - askedAt);

/** A time of the store, by whichever of the two clocks says it was earlier. */
export const earliestOf = (storedAt: number, { claimedAt, askedAt }: Claim): number =>
  Math.min(storedAt, storedAt + askedAt - claimedAt);

/**
 * Looks whether an earlier try has posted a delivery without our knowing, where the nonce alone does not keep it from
 * being posted twice, or where it is to end without a post. `undefined`: it has not. What cannot be seen in a channel that
 * this process does not know is left to one that does.
 */
export async function findEarlierPost(
  claim: Claim,
  { access, obstacle }: { readonly access: ChannelAccess; readonly obstacle: NoPost | undefined },
  { poster, clock, nonceMs }: EarlierPostParts,
): Promise<Settlement | Again | undefined> {
  const { firstTriedAt, channelId, guildId, reference } = claim.delivery;
  if (firstTriedAt === undefined || access.kind === 'gone') return undefined;
  const isRemembered = nonceKinds.has(access.kind) && ageOf(firstTriedAt, claim, clock.now()) <= nonceMs;
  if (isRemembered && obstacle === undefined) return undefined;
  const sought = { channelId, guildId, reference, since: earliestOf(firstTriedAt, claim) };
  const found = await poster.find(sought).catch((error: unknown): PostFinding => {
    if (isTooLate(claim.delivery, clock.now())) return { kind: 'unreadable' };
    throw error;
  });
  switch (found.kind) {
    case 'found':
      return { state: 'posted', messageId: found.messageId };
    case 'absent':
      return undefined;
    case 'unreadable': {
      const reason = 'it may have been posted, but I could not look into the channel to see';
      if (access.kind === 'unknown' && !isTooLate(claim.delivery, clock.now()))
        return { state: 'again', waitMs: waitAfter(claim.delivery), reason };
      return { ...obstacle, state: 'uncertain', reason, alert: true };
    }
  }
}
