import { z } from 'zod';
import type { Delivery, Digest } from '../domain/digest.ts';
import type { Settlement } from '../domain/digest-store.ts';
import { jsonColumn, toJson } from './json-column.ts';

export const digestColumns = `id, guild_id, channel_id, name, time, days, timezone, topics, stories, style,
  skip_empty, created_by, created_at, next_run_at, paused_at`;

const digestRow = z.object({
  id: z.string(),
  guild_id: z.string(),
  channel_id: z.string(),
  name: z.string(),
  time: z.string(),
  days: jsonColumn(z.array(z.int().min(0).max(6))),
  timezone: z.string(),
  topics: jsonColumn(z.array(z.string())),
  stories: z.int(),
  style: z.enum(['cards', 'lines']),
  skip_empty: z.int(),
  created_by: z.string(),
  created_at: z.int(),
  next_run_at: z.int(),
  paused_at: z.int().nullable(),
});

export function readDigest(row: unknown): Digest {
  const { paused_at: pausedAt, ...known } = digestRow.parse(row);
  return {
    id: known.id,
    guildId: known.guild_id,
    channelId: known.channel_id,
    name: known.name,
    time: known.time,
    days: known.days,
    timezone: known.timezone,
    topics: known.topics,
    stories: known.stories,
    style: known.style,
    skipEmpty: known.skip_empty !== 0,
    createdBy: known.created_by,
    createdAt: known.created_at,
    nextRunAt: known.next_run_at,
    ...(pausedAt !== null && { pausedAt }),
  };
}

/** Of `delivery d`; `listed` is the engine's own expression for the articles `q` as JSON, in their order. */
export const deliveryColumns = (listed: string): string =>
  `d.digest_id, d.slot, d.channel_id, d.guild_id, d.nonce, d.reference, d.state, d.attempts, d.payload,
  d.first_tried_at, d.claimed_by, d.lease_until, d.message_id, d.reason, d.settled_at,
  (select ${listed} from delivery_article q
    where q.digest_id = d.digest_id and q.slot = d.slot) as article_ids`;

const deliveryRow = z.object({
  digest_id: z.string(),
  slot: z.int(),
  channel_id: z.string(),
  guild_id: z.string(),
  nonce: z.string(),
  reference: z.string(),
  state: z.enum(['pending', 'claimed', 'posted', 'empty', 'skipped', 'failed', 'uncertain']),
  attempts: z.int(),
  payload: z.string().nullable(),
  article_ids: jsonColumn(z.array(z.string())),
  first_tried_at: z.int().nullable(),
  claimed_by: z.string().nullable(),
  lease_until: z.int().nullable(),
  message_id: z.string().nullable(),
  reason: z.string().nullable(),
  settled_at: z.int().nullable(),
});

export function readDelivery(row: unknown): Delivery {
  const known = deliveryRow.parse(row);
  return {
    digestId: known.digest_id,
    slot: known.slot,
    channelId: known.channel_id,
    guildId: known.guild_id,
    nonce: known.nonce,
    reference: known.reference,
    state: known.state,
    attempts: known.attempts,
    ...(known.payload !== null && { payload: known.payload }),
    articleIds: known.article_ids,
    ...(known.first_tried_at !== null && { firstTriedAt: known.first_tried_at }),
    ...(known.claimed_by !== null && { claimedBy: known.claimed_by }),
    ...(known.lease_until !== null && { leaseUntil: known.lease_until }),
    ...(known.message_id !== null && { messageId: known.message_id }),
    ...(known.reason !== null && { reason: known.reason }),
    ...(known.settled_at !== null && { settledAt: known.settled_at }),
  };
}

/** What of a digest can change: all but whose it is, and who made it when. */
export function changeableOf(digest: Digest) {
  return {
    id: digest.id,
    guildId: digest.guildId,
    channelId: digest.channelId,
    name: digest.name,
    time: digest.time,
    days: toJson(digest.days),
    timezone: digest.timezone,
    topics: toJson(digest.topics),
    stories: digest.stories,
    style: digest.style,
    skipEmpty: digest.skipEmpty ? 1 : 0,
    nextRunAt: digest.nextRunAt,
    pausedAt: digest.pausedAt ?? null,
  };
}

export const writtenOf = (digest: Digest) => ({
  ...changeableOf(digest),
  createdBy: digest.createdBy,
  createdAt: digest.createdAt,
});

/** A delivery has one row; a step that finds it gone (its digest was removed) fails with this. */
function gone({ digestId, slot }: Delivery): Error {
  return new Error(`delivery ${digestId} ${slot} is gone or settled`);
}

const payloadRow = z.object({ payload: z.string().nullable() });
const triedRow = z.object({ first_tried_at: z.int() });
const quotedRow = z.object({ article_id: z.string() });

/** The payload that is frozen in a delivery's row; fails where there is none (any more). */
export function readPayload(delivery: Delivery, row: unknown): string {
  const { payload } = payloadRow.parse(row ?? { payload: null });
  if (payload === null) throw gone(delivery);
  return payload;
}

export function readFirstTry(delivery: Delivery, row: unknown): number {
  if (row === undefined) throw gone(delivery);
  return triedRow.parse(row).first_tried_at;
}

export const readQuoted = (row: unknown): string => quotedRow.parse(row).article_id;

/** How a delivery ends, for its row. */
export function settlementOf({ digestId, slot }: Delivery, claimant: string, settlement: Settlement) {
  const [messageId, reason] =
    settlement.state === 'posted' ? [settlement.messageId, null] : [null, settlement.reason];
  return { digestId, slot, claimant, state: settlement.state, messageId, reason };
}
