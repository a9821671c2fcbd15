import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Clock } from '../../domain/clock.ts';
import type { Delivery, Digest } from '../../domain/digest.ts';
import type { DigestDraft, DigestRun, DraftDigest } from '../../domain/digest-draft.ts';
import type { DigestStore, Settlement } from '../../domain/digest-store.ts';
import { freezePost } from './frozen-reply.ts';

interface FreezeParts {
  readonly digests: Pick<DigestStore, 'freeze'>;
  readonly draft: DraftDigest;
  readonly clock: Clock;
}

/** What is sent, or that there is nothing to send. */
export type Frozen = { readonly payload: string } | Extract<Settlement, { readonly state: 'empty' }>;

/** One is written while another waits for the store. */
const draftsAtOnce = 2;

/**
 * Makes what writes the posts of deliveries and fixes them in the store. Few are written at a time, and whatever else the
 * process has to do comes between them.
 */
export function createFreezer({ digests, draft, clock }: FreezeParts) {
  const lasts: Promise<unknown>[] = Array.from({ length: draftsAtOnce }, () => Promise.resolve());

  /** After the one that was begun first of those before it. */
  function draftInTurn(run: DigestRun): Promise<DigestDraft> {
    const drafted = Promise.resolve(lasts.shift()).then(() => draft(run));
    lasts.push(drafted.catch(() => undefined).then(() => othersTurn()));
    return drafted;
  }

  return async (delivery: Delivery, digest: Digest): Promise<Frozen> => {
    const { slot, isAsked, reference } = delivery;
    const { reply, threadReply, articleIds, record } = await draftInTurn({
      digest,
      slot,
      isAsked,
      reference,
      at: clock.now(),
    });
    const told = JSON.stringify(record);
    if (reply === undefined) return { state: 'empty', reason: 'nothing new', record: told };
    const payload = freezePost({ reply, ...(threadReply !== undefined && { threadReply }) });
    return { payload: await digests.freeze(delivery, { payload, articleIds, record: told }) };
  };
}
