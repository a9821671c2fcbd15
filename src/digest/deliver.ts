import { randomBytes } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import type { Delivery, Digest } from '../domain/digest.ts';
import type { DigestStore, Settlement } from '../domain/digest-store.ts';
import type { Log } from '../domain/log.ts';
import type { Poster } from '../domain/poster.ts';
import type { Reply } from '../domain/reply.ts';
import { freezeReply, thawReply } from './frozen-reply.ts';
import { nextRun } from './next-run.ts';

export interface DelivererParts {
  readonly digests: DigestStore;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly log: Log;
  /** This process, among those that share the store. */
  readonly claimant: string;
  readonly draft: (
    digest: Digest,
    reference: string,
  ) => Promise<{ readonly reply: Reply; readonly articleIds: readonly string[] } | undefined>;
}

export interface Deliverer {
  /** Plans what is due and delivers it, once each; calls wait for each other. */
  tick(): Promise<void>;
}

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
/** Longer than a post takes with its retries: another process must not take the delivery over meanwhile. */
const leaseMs = 30 * secondMs;
const claimedAtOnce = 10;
/** A digest later than this is no news; what it held goes into the next. */
export const tooLateMs = 360 * minuteMs;
/** Discord remembers a nonce for some minutes; after this time we look for our post before we send it again. */
const nonceTrustedMs = minuteMs;
const firstWaitMs = 15 * secondMs;
const longestWaitMs = 15 * minuteMs;

/** What became of a try: an end, or another try later. */
type Outcome = Settlement | { readonly state: 'again'; readonly waitMs: number; readonly reason: string };

export function createDeliverer(parts: DelivererParts): Deliverer {
  const { digests, clock, log, claimant } = parts;
  let last: Promise<void> = Promise.resolve();

  async function deliverClaimed(delivery: Delivery): Promise<void> {
    const fields = { digestId: delivery.digestId, slot: delivery.slot, attempt: delivery.attempts };
    const outcome = await outcomeOf(delivery, parts).catch((error: unknown): Outcome => {
      const reference = randomBytes(4).toString('hex');
      log.error('digest.failed', { ...fields, reference }, error);
      return {
        state: 'again',
        waitMs: waitAfter(delivery.attempts),
        reason: `something broke (${reference})`,
      };
    });
    if (outcome.state === 'again') {
      await digests.release(delivery, claimant, outcome.waitMs, outcome.reason);
      log.warn('digest.delayed', { ...fields, waitMs: outcome.waitMs, reason: outcome.reason });
      return;
    }
    const isSettled = await digests.settle(delivery, claimant, outcome);
    const reason = outcome.state === 'posted' ? undefined : outcome.reason;
    log.info('digest.settled', { ...fields, state: outcome.state, reason, isSettled });
  }

  async function deliverDue(): Promise<void> {
    const now = clock.now();
    for (let planned = -1; planned !== 0; ) planned = await digests.plan(now, nextRun);
    for (;;) {
      const claimed = await digests.claim(claimant, leaseMs, claimedAtOnce);
      if (claimed.length === 0) return;
      await Promise.all(claimed.map(deliverClaimed));
    }
  }

  return {
    tick() {
      const current = last.then(deliverDue);
      last = current.catch(() => undefined); // the caller of this tick is told; the next one begins afresh
      return current;
    },
  };
}

/** 15 seconds, then twice as long each time, up to a quarter of an hour. */
function waitAfter(attempts: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.max(0, attempts - 1));
}

async function outcomeOf(delivery: Delivery, parts: DelivererParts): Promise<Outcome> {
  const { digests, poster } = parts;
  const over = await overAlready(delivery, parts);
  if (over !== undefined) return over;
  const missing = await poster.missingPermissions(delivery.channelId);
  if (missing.length > 0) return { state: 'failed', reason: `I need: ${missing.join(', ')}` };
  const payload = delivery.payload ?? (await freeze(delivery, parts));
  if (payload === undefined) return { state: 'empty', reason: 'nothing new' };
  await digests.begin(delivery);
  return await post(delivery, thawReply(payload), poster);
}

/** Whether it came too late, or an earlier try has posted it without our knowing; `undefined`: it is to be sent. */
async function overAlready(
  { slot, firstTriedAt, channelId, reference, reason }: Delivery,
  { poster, clock }: DelivererParts,
): Promise<Settlement | undefined> {
  const now = clock.now();
  const isTooLate = now - slot > tooLateMs;
  if (firstTriedAt === undefined) {
    const minutes = Math.floor((now - slot) / minuteMs);
    return isTooLate ? { state: 'skipped', reason: `${minutes} minutes late` } : undefined;
  }
  if (now - firstTriedAt <= nonceTrustedMs) return undefined;
  const found = await poster.find(channelId, reference, firstTriedAt);
  if (found.kind === 'found') return { state: 'posted', messageId: found.messageId };
  if (found.kind === 'unreadable')
    return { state: 'uncertain', reason: 'it may have been posted, but I may not read the channel to see' };
  return isTooLate ? { state: 'failed', reason: reason ?? 'Discord did not take it in time' } : undefined;
}

/** Makes the post and keeps it; `undefined` when there is nothing to say, or the digest is gone. */
async function freeze(delivery: Delivery, { digests, draft }: DelivererParts): Promise<string | undefined> {
  const digest = await digests.get(delivery.digestId, delivery.guildId);
  const drafted = digest === undefined ? undefined : await draft(digest, delivery.reference);
  if (drafted === undefined) return undefined;
  return await digests.freeze(delivery, freezeReply(drafted.reply), drafted.articleIds);
}

async function post(delivery: Delivery, reply: Reply, poster: Poster): Promise<Outcome> {
  const outcome = await poster.post(delivery.channelId, reply, delivery.nonce);
  if (outcome.ok) return { state: 'posted', messageId: outcome.messageId };
  const { reason } = outcome;
  if (outcome.final) return { state: 'failed', reason };
  return { state: 'again', waitMs: outcome.retryMs ?? waitAfter(delivery.attempts), reason };
}
