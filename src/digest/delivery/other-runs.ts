import type { Delivery, Digest } from '../../domain/digest.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import type { Claim } from './claims.ts';
import type { NoPost } from './obstacles.ts';

const secondMs = 1_000;
/** Another process is at it. */
const underwayMs = 2 * secondMs;

/** What other runs of the same digest mean for one: that it is not to be sent, or only after them. */
export interface OtherRuns {
  readonly overtaken?: NoPost;
  readonly wait?: { readonly waitMs: number; readonly reason: string };
}

/** Nobody takes a run of a digest that rests, before it has been tried. */
const isResting = ({ state, isAsked, firstTriedAt }: Delivery, { pause }: Digest): boolean =>
  state === 'pending' && pause !== undefined && !isAsked && firstTriedAt === undefined;

/** A run that could not be sent in time leaves its stories to the next one: both would tell the same. */
const overtaken: NoPost = { state: 'skipped', reason: 'the next run came before it could be posted' };

/** How long an earlier run is waited for: until it is tried again. */
function waitFor({ state, leaseUntil }: Delivery, { claimedAt }: Claim): number {
  const leftMs = state === 'pending' && leaseUntil !== undefined ? leaseUntil - claimedAt : 0;
  return Math.max(0, leftMs) + underwayMs;
}

/**
 * Looks at the runs of a digest that are open beside a claimed one. What these tell is not known before they have ended, so
 * that of two runs one after the other goes first: the earlier one, unless it has been tried in vain or a later slot is due.
 */
export async function lookAtOthers(
  claim: Claim,
  digest: Digest,
  digests: Pick<DigestStore, 'openDeliveries'>,
): Promise<OtherRuns> {
  const { slot, attempts } = claim.delivery;
  const runs = await digests.openDeliveries(digest.id);
  const others = runs.filter((run) => !isResting(run, digest));
  if (others.some((other) => other.slot > slot && (attempts > 1 || !other.isAsked))) return { overtaken };
  const before = others.filter((other) => other.slot < slot);
  if (before.length === 0) return {};
  const waitMs = Math.min(...before.map((other) => waitFor(other, claim)));
  return { wait: { waitMs, reason: 'an earlier run is on its way' } };
}
