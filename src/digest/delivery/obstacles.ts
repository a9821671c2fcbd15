import type { Delivery, Digest } from '../../domain/digest.ts';
import type { Settlement } from '../../domain/digest-store.ts';
import type { ChannelAccess, PostFailure } from '../../domain/poster.ts';
import { isTooLate, latenessWords } from './lateness.ts';

/** An end without a post. */
export type NoPost = Extract<Settlement, { readonly state: 'skipped' | 'failed' | 'uncertain' }>;

function tooLate(delivery: Delivery, at: number): NoPost {
  const wasTried = delivery.firstTriedAt !== undefined || delivery.reason !== undefined;
  return wasTried
    ? { state: 'failed', reason: delivery.reason ?? 'Discord did not take it in time', alert: true }
    : { state: 'skipped', reason: latenessWords(delivery, at), alert: true };
}

const lackOf = (missing: readonly string[]): NoPost => ({
  state: 'failed',
  reason: `I need: ${missing.join(', ')}`,
  pause: { by: 'rights', missing },
  alert: true,
});

const goneChannel: NoPost = {
  state: 'failed',
  reason: 'the channel is gone',
  pause: { by: 'gone' },
  alert: true,
};

/** Why a delivery is not to be sent, as far as it is known without asking Discord. */
export function obstacleTo(
  delivery: Delivery,
  { digest, access, at }: { readonly digest: Digest; readonly access: ChannelAccess; readonly at: number },
): NoPost | undefined {
  if (access.kind === 'gone') return goneChannel;
  if (isTooLate(delivery, at)) return tooLate(delivery, at);
  if (digest.pause !== undefined && !delivery.isAsked) return { state: 'skipped', reason: 'paused' };
  if (access.kind === 'none')
    return { state: 'failed', reason: 'the channel takes no messages', alert: true };
  return access.missing.length > 0 ? lackOf(access.missing) : undefined;
}

/** How a delivery ends that Discord refused for good: what people can mend pauses its digest, so that nothing more is refused. */
export function refusedBy({ reason, trouble }: PostFailure, { missing }: ChannelAccess): NoPost {
  const refused = { state: 'failed', reason, alert: true } as const;
  switch (trouble) {
    case 'gone':
      return { ...refused, pause: { by: 'gone' } };
    case 'rights':
      return { ...refused, pause: { by: 'rights', ...(missing.length > 0 && { missing }) } };
    default:
      return refused;
  }
}
