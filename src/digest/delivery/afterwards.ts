import type { Clock } from '../../domain/clock.ts';
import { threadNames } from '../../domain/delivery-names.ts';
import type { Delivery, Digest } from '../../domain/digest.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import type { ChannelAccess, Poster, PostFailure, PostOutcome } from '../../domain/poster.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Claim } from './claims.ts';
import { ageOf, earliestOf } from './earlier-post.ts';
import { thawPost } from './frozen-reply.ts';
import { tooLateMs } from './lateness.ts';
import { postTitle } from './post-title.ts';
import { waitAfterAge } from './tries.ts';

export interface AfterwardsParts {
  readonly digests: Pick<DigestStore, 'get'>;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly nonceMs: number;
}

/** Whose post it is, and where it stands. */
export interface Place {
  readonly digest: Digest;
  readonly access: ChannelAccess;
}

/** What became of it: `outcome` when it is over, "done" or why not; else how long to wait. */
export type Afterwards = { readonly outcome: string } | { readonly waitMs: number; readonly reason: string };

const isPublished = ({ digest, access: { kind } }: Place): boolean =>
  digest.publish && (kind === 'announcements' || kind === 'unknown');

const threadReplyOf = (payload: string | undefined): Reply | undefined =>
  payload === undefined ? undefined : thawPost(payload).threadReply;

/** Whether something is to be done once the post is recorded. */
export const isMoreDue = (place: Place, payload: string | undefined): boolean =>
  isPublished(place) || threadReplyOf(payload) !== undefined;

/** `undefined`: done. */
type Failure = PostFailure | undefined;

const failureOf = (outcome: PostOutcome): Failure => (outcome.ok ? undefined : outcome);

/** Discord takes few publications an hour: a post is published now or not at all. */
async function publish({ channelId }: Delivery, messageId: string, poster: Poster): Promise<Failure> {
  const failure = failureOf(await poster.publish(channelId, messageId));
  return failure?.retryMs === undefined ? failure : { ...failure, final: true };
}

/** The thread, or a guess at it: then `refusal` says why there is none if that is wrong. */
type Thread = PostOutcome & { readonly refusal?: PostFailure };

/**
 * Where the thread's reply goes. A post in a forum is a thread already; in a thread none can be opened. Of a channel that
 * this process does not know, a refusal may mean that it is a forum.
 */
async function threadOf(
  { channelId, slot }: Delivery,
  messageId: string,
  { digest, access: { kind } }: Place,
  poster: Poster,
): Promise<Thread> {
  if (kind === 'forum') return { ok: true, messageId };
  if (kind === 'thread') return { ok: true, messageId: channelId };
  const opened = await poster.openThread(channelId, messageId, postTitle(digest, slot));
  const mayBeForum = kind === 'unknown' && !opened.ok && opened.final && opened.trouble === undefined;
  return mayBeForum ? { ok: true, messageId, refusal: opened } : opened;
}

/** Whether the reply stands in the thread already; it is looked for where Discord may have forgotten its nonce. */
async function isThere(
  claim: Claim,
  threadId: string,
  { poster, clock, nonceMs }: AfterwardsParts,
): Promise<boolean | 'unknown'> {
  const { settledAt, guildId } = claim.delivery;
  if (settledAt === undefined || ageOf(settledAt, claim, clock.now()) <= nonceMs) return false;
  const { reference } = threadNames(claim.delivery);
  const since = earliestOf(settledAt, claim);
  const { kind } = await poster.find({ channelId: threadId, guildId, reference, since });
  return kind === 'unreadable' ? 'unknown' : kind === 'found';
}

/** A thread that this process has not heard of yet may be seen later, or by another. */
const unseen: PostFailure = {
  ok: false,
  final: false,
  reason: 'it may be there, but I could not look into the thread to see',
};

async function fillThread(
  claim: Claim,
  { messageId, reply, place }: { readonly messageId: string; readonly reply: Reply; readonly place: Place },
  parts: AfterwardsParts,
): Promise<Failure> {
  const thread = await threadOf(claim.delivery, messageId, place, parts.poster);
  if (!thread.ok) return thread;
  const threadId = thread.messageId;
  const found = await isThere(claim, threadId, parts);
  if (found === 'unknown') return unseen;
  if (found) return undefined;
  const { guildId } = claim.delivery;
  const { nonce } = threadNames(claim.delivery);
  const failure = failureOf(await parts.poster.post({ channelId: threadId, guildId, reply, nonce }));
  return failure?.final === true ? (thread.refusal ?? failure) : failure;
}

/**
 * Does what is due after a post: its publication, and what goes into its thread. Whatever was done by an earlier try is
 * not done again.
 */
export async function doAfterwards(claim: Claim, parts: AfterwardsParts): Promise<Afterwards> {
  const { delivery } = claim;
  const { digests, poster, clock } = parts;
  const { digestId, guildId, channelId, messageId, payload, settledAt = claim.claimedAt } = delivery;
  const digest = await digests.get(digestId, guildId);
  if (digest === undefined || messageId === undefined) return { outcome: 'the digest was removed' };
  const place = { digest, access: poster.access(channelId, 'message') };
  const reply = threadReplyOf(payload);
  const failures: readonly (readonly [string, Failure])[] = [
    ['not published', isPublished(place) ? await publish(delivery, messageId, poster) : undefined],
    ['no thread', reply && (await fillThread(claim, { messageId, reply, place }, parts))],
  ];
  const failed = failures.flatMap(([what, failure]) =>
    failure === undefined ? [] : [{ ...failure, reason: `${what}: ${failure.reason}` }],
  );
  const reason = failed.map((failure) => failure.reason).join('; ');
  const age = ageOf(settledAt, claim, clock.now());
  if (failed.every(({ final }) => final) || age > tooLateMs) return { outcome: reason || 'done' };
  return { waitMs: waitAfterAge(age, Math.max(...failed.map(({ retryMs = 0 }) => retryMs))), reason };
}
