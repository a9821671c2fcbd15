import type { Clock } from '../../domain/clock.ts';
import type { Delivery, Digest } from '../../domain/digest.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import type { Poster } from '../../domain/poster.ts';
import { accessFor } from '../access-for.ts';
import { tooLateMs } from '../delivery/lateness.ts';
import { nextRun } from '../schedule/next-run.ts';

export interface CheckParts {
  readonly digests: Pick<DigestStore, 'get' | 'update' | 'reopen' | 'deliveries'>;
  readonly poster: Pick<Poster, 'access'>;
  readonly clock: Clock;
}

/** What was found, and done about it. */
export type Checked =
  /** The digest was removed. */
  | { readonly kind: 'removed' }
  /** A person paused it: that stays. */
  | { readonly kind: 'paused'; readonly digest: Digest }
  | { readonly kind: 'channel-gone'; readonly digest: Digest }
  /** The channel takes no messages, or the bot lacks these rights there still. */
  | { readonly kind: 'missing'; readonly digest: Digest; readonly missing: readonly string[] }
  /** It is not paused any more, as far as it was; `isReopened`: the run that failed is to be tried at once. */
  | {
      readonly kind: 'fine';
      readonly digest: Digest;
      readonly isResumed: boolean;
      readonly isReopened: boolean;
    };

/** The digest without its pause, next due as if it had been added now. */
export function resumedAt(digest: Digest, at: number): Digest {
  const { pause: _pause, ...rest } = digest;
  return { ...rest, nextRunAt: nextRun(digest, at) };
}

/** So many runs back an alert's buttons still find theirs: 48 a day are the most. */
const runsLookedAt = 50;

/** A run whose digest has another channel by now is left: it would go to the old one. */
async function runToReopen(
  digest: Digest,
  slot: number,
  { digests, clock }: CheckParts,
): Promise<Delivery | undefined> {
  if (clock.now() - slot > tooLateMs) return undefined;
  const runs = await digests.deliveries(digest.id, runsLookedAt);
  return runs.find(
    (run) => run.slot === slot && run.state === 'failed' && run.channelId === digest.channelId,
  );
}

async function goOn(digest: Digest, slot: number | undefined, parts: CheckParts): Promise<Checked> {
  const { digests, clock } = parts;
  const resumed = digest.pause === undefined ? digest : resumedAt(digest, clock.now());
  if (resumed !== digest && !(await digests.update(resumed))) return { kind: 'removed' };
  const run = slot === undefined ? undefined : await runToReopen(digest, slot, parts);
  const isReopened = run !== undefined && (await digests.reopen(run.digestId, run.slot));
  return { kind: 'fine', digest: resumed, isResumed: resumed !== digest, isReopened };
}

/** Looks again whether a digest can be posted; where it can, it goes on, and the run in `slot` that failed is open again. */
export async function checkAgain(
  {
    digestId,
    guildId,
    slot,
  }: { readonly digestId: string; readonly guildId: string; readonly slot?: number },
  parts: CheckParts,
): Promise<Checked> {
  const digest = await parts.digests.get(digestId, guildId);
  if (digest === undefined) return { kind: 'removed' };
  if (digest.pause?.by === 'person') return { kind: 'paused', digest };
  const { kind, missing } = accessFor(digest, digest.channelId, parts.poster);
  if (kind === 'gone') return { kind: 'channel-gone', digest };
  if (kind === 'none' || missing.length > 0) return { kind: 'missing', digest, missing };
  return await goOn(digest, slot, parts);
}
