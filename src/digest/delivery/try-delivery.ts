import type { Clock } from '../../domain/clock.ts';
import type { Delivery, Digest } from '../../domain/digest.ts';
import type { DigestRun } from '../../domain/digest-draft.ts';
import type { DigestStore, Settlement } from '../../domain/digest-store.ts';
import type { ChannelAccess, Poster } from '../../domain/poster.ts';
import type { Reply } from '../../domain/reply.ts';
import { accessFor } from '../access-for.ts';
import { isMoreDue, type Place } from './afterwards.ts';
import type { Claim, Claims } from './claims.ts';
import { findEarlierPost } from './earlier-post.ts';
import type { Frozen } from './freeze-draft.ts';
import { thawPost } from './frozen-reply.ts';
import { obstacleTo, refusedBy } from './obstacles.ts';
import { lookAtOthers } from './other-runs.ts';
import { postTitle } from './post-title.ts';
import { type Again, waitAfter } from './tries.ts';

/** Says of a post how late it is, where it was written earlier than it is sent. */
export type Dated = (reply: Reply, run: Pick<DigestRun, 'slot' | 'at' | 'isAsked'>) => Reply;

export interface TryParts {
  readonly digests: Pick<DigestStore, 'get' | 'begin' | 'openDeliveries'>;
  readonly poster: Pick<Poster, 'access' | 'find' | 'post'>;
  readonly clock: Clock;
  readonly claims: Pick<Claims, 'isHeld'>;
  /** So long Discord remembers a nonce for sure. */
  readonly nonceMs: number;
  readonly dated?: Dated;
  readonly freeze: (delivery: Delivery, digest: Digest) => Promise<Frozen>;
}

/** What became of a try: an end, another try later, or nothing, since the delivery may be another's by now. */
export type Outcome = Settlement | Again | { readonly state: 'lost' };

/**
 * One try of a claimed delivery. What may have been posted by an earlier try is looked for first; nothing is sent where
 * rights lack, nor when the claim may be another's by now.
 */
export async function tryDelivery(claim: Claim, parts: TryParts): Promise<Outcome> {
  const { delivery } = claim;
  const { digests, poster, clock } = parts;
  const digest = await digests.get(delivery.digestId, delivery.guildId);
  if (digest === undefined) return { state: 'skipped', reason: 'the digest was removed' };
  const access = accessFor(digest, delivery.channelId, poster);
  const { overtaken, wait } = await lookAtOthers(claim, digest, digests);
  const obstacle = obstacleTo(delivery, { digest, access, at: clock.now() }) ?? overtaken;
  const found = await findEarlierPost(claim, { access, obstacle }, parts);
  const place = { digest, access };
  if (found?.state === 'posted') return postedAs(found.messageId, place, delivery.payload);
  const over = found ?? obstacle;
  if (over !== undefined) return over;
  if (wait !== undefined) return { state: 'again', ...wait };
  const frozen = await frozenOf(delivery, digest, parts);
  return 'payload' in frozen ? await send(claim, { ...place, payload: frozen.payload }, parts) : frozen;
}

const frozenOf = async (delivery: Delivery, digest: Digest, { freeze }: TryParts): Promise<Frozen> =>
  delivery.payload === undefined ? await freeze(delivery, digest) : { payload: delivery.payload };

function postedAs(messageId: string, place: Place, payload: string | undefined): Settlement {
  return { state: 'posted', messageId, ...(isMoreDue(place, payload) && { afterwards: true }) };
}

/** A post in a forum is a thread, which has a name. */
const titledKinds: ReadonlySet<ChannelAccess['kind']> = new Set(['forum', 'unknown']);

async function send(
  claim: Claim,
  { digest, access, payload }: Place & { readonly payload: string },
  parts: TryParts,
): Promise<Outcome> {
  const { digests, poster, claims, clock, dated = (reply) => reply } = parts;
  const { delivery } = claim;
  const { channelId, guildId, nonce, slot, isAsked } = delivery;
  const reply = dated(thawPost(payload).reply, { slot, isAsked, at: clock.now() });
  await digests.begin(delivery);
  if (!(await claims.isHeld(claim))) return { state: 'lost' };
  const outcome = await poster.post({
    channelId,
    guildId,
    reply,
    nonce,
    ...(titledKinds.has(access.kind) && { title: postTitle(digest, slot) }),
    ...(digest.mentionRoleId !== undefined && { mentionRoleId: digest.mentionRoleId }),
  });
  if (outcome.ok) return postedAs(outcome.messageId, { digest, access }, payload);
  if (outcome.final) {
    const obstacle = refusedBy(outcome, access);
    const found = await findEarlierPost(claim, { access, obstacle }, parts); // by a try before rights were taken
    return found?.state === 'posted'
      ? postedAs(found.messageId, { digest, access }, payload)
      : (found ?? obstacle);
  }
  const { reason, retryMs } = outcome;
  return { state: 'again', waitMs: waitAfter(delivery, retryMs), reason };
}
