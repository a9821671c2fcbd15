import { z } from 'zod';
import type { Delivery, Digest, Pause } from '../domain/digest.ts';
import type { FrozenPost, Settlement } from '../domain/digest-store.ts';
import { jsonColumn, toJson } from './json-column.ts';

export const digestColumns = `id, guild_id, channel_id, name, times, days, timezone, topics, sources, words, except_words,
  stories, style, skip_empty, chart, publish, mention_role_id, created_by, created_at, next_run_at, paused_at, paused_by,
  missing`;

const texts = jsonColumn(z.array(z.string()));
const pausedBy = z.enum(['person', 'rights', 'gone']);

const digestRow = z.object({
  id: z.string(),
  guild_id: z.string(),
  channel_id: z.string(),
  name: z.string(),
  times: texts,
  days: jsonColumn(z.array(z.int().min(0).max(6))),
  timezone: z.string(),
  topics: texts,
  sources: texts,
  words: texts,
  except_words: texts,
  stories: z.int(),
  style: z.enum(['cards', 'lines', 'threads']),
  skip_empty: z.int(),
  chart: z.int(),
  publish: z.int(),
  mention_role_id: z.string().nullable(),
  created_by: z.string(),
  created_at: z.int(),
  next_run_at: z.int(),
  paused_at: z.int().nullable(),
  paused_by: pausedBy.nullable(),
  missing: texts.nullable(),
});

function pauseOf({
  paused_at: at,
  paused_by: by,
  missing,
}: z.infer<typeof digestRow>): Pick<Digest, 'pause'> {
  if (at === null) return {};
  return { pause: { at, by: by ?? 'person', ...(missing !== null && { missing }) } };
}

export function readDigest(row: unknown): Digest {
  const known = digestRow.parse(row);
  return {
    id: known.id,
    guildId: known.guild_id,
    channelId: known.channel_id,
    name: known.name,
    times: known.times,
    days: known.days,
    timezone: known.timezone,
    topics: known.topics,
    sources: known.sources,
    words: known.words,
    exceptWords: known.except_words,
    stories: known.stories,
    style: known.style,
    skipEmpty: known.skip_empty !== 0,
    chart: known.chart !== 0,
    publish: known.publish !== 0,
    ...(known.mention_role_id !== null && { mentionRoleId: known.mention_role_id }),
    createdBy: known.created_by,
    createdAt: known.created_at,
    nextRunAt: known.next_run_at,
    ...pauseOf(known),
  };
}

/** Of `delivery d`; `listed` is the engine's own expression for the articles `q` as JSON, in their order. */
export const deliveryColumns = (listed: string): string =>
  `d.digest_id, d.slot, d.channel_id, d.guild_id, d.is_asked, d.nonce, d.reference, d.state, d.attempts, d.payload,
  d.record, d.first_tried_at, d.claimed_by, d.lease_until, d.message_id, d.reason, d.settled_at, d.afterwards, d.alert,
  (select ${listed} from delivery_article q
    where q.digest_id = d.digest_id and q.slot = d.slot) as article_ids`;

const deliveryRow = z.object({
  digest_id: z.string(),
  slot: z.int(),
  channel_id: z.string(),
  guild_id: z.string(),
  is_asked: z.int(),
  nonce: z.string(),
  reference: z.string(),
  state: z.enum(['pending', 'claimed', 'posted', 'empty', 'skipped', 'failed', 'uncertain']),
  attempts: z.int(),
  payload: z.string().nullable(),
  article_ids: texts,
  record: z.string().nullable(),
  first_tried_at: z.int().nullable(),
  claimed_by: z.string().nullable(),
  lease_until: z.int().nullable(),
  message_id: z.string().nullable(),
  reason: z.string().nullable(),
  settled_at: z.int().nullable(),
  afterwards: z.string().nullable(),
});

export function readDelivery(row: unknown): Delivery {
  const known = deliveryRow.parse(row);
  return {
    digestId: known.digest_id,
    slot: known.slot,
    channelId: known.channel_id,
    guildId: known.guild_id,
    isAsked: known.is_asked !== 0,
    nonce: known.nonce,
    reference: known.reference,
    state: known.state,
    attempts: known.attempts,
    ...(known.payload !== null && { payload: known.payload }),
    articleIds: known.article_ids,
    ...(known.record !== null && { record: known.record }),
    ...(known.first_tried_at !== null && { firstTriedAt: known.first_tried_at }),
    ...(known.claimed_by !== null && { claimedBy: known.claimed_by }),
    ...(known.lease_until !== null && { leaseUntil: known.lease_until }),
    ...(known.message_id !== null && { messageId: known.message_id }),
    ...(known.reason !== null && { reason: known.reason }),
    ...(known.settled_at !== null && { settledAt: known.settled_at }),
    ...(known.afterwards !== null && { afterwards: known.afterwards }),
  };
}

/** Why and since when a digest rests, as its row has it; all null where it does not. */
export const writtenPause = (pause: Pause | undefined) => ({
  pausedAt: pause?.at ?? null,
  pausedBy: pause?.by ?? null,
  missing: pause?.missing === undefined ? null : toJson(pause.missing),
});

/** What of a digest can change: all but whose it is, and who made it when. */
export function changeableOf(digest: Digest) {
  return {
    id: digest.id,
    guildId: digest.guildId,
    channelId: digest.channelId,
    name: digest.name,
    times: toJson(digest.times),
    days: toJson(digest.days),
    timezone: digest.timezone,
    topics: toJson(digest.topics),
    sources: toJson(digest.sources),
    words: toJson(digest.words),
    exceptWords: toJson(digest.exceptWords),
    stories: digest.stories,
    style: digest.style,
    skipEmpty: digest.skipEmpty ? 1 : 0,
    chart: digest.chart ? 1 : 0,
    publish: digest.publish ? 1 : 0,
    mentionRoleId: digest.mentionRoleId ?? null,
    nextRunAt: digest.nextRunAt,
    ...writtenPause(digest.pause),
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

/** By what a delivery's row is found. */
export const keyOf = ({ digestId, slot }: Delivery) => ({ digestId, slot });

export const frozenOf = (delivery: Delivery, { payload, record }: FrozenPost) => ({
  ...keyOf(delivery),
  payload,
  record: record ?? null,
});

/** How a delivery ends, for its row. */
export function settlementOf(delivery: Delivery, claimant: string, settlement: Settlement) {
  const { state } = settlement;
  const key = { ...keyOf(delivery), claimant, state };
  const nothing = { messageId: null, reason: null, record: null, afterwards: null, alert: null };
  switch (state) {
    case 'posted': {
      const afterwards = settlement.afterwards === true ? 'due' : null;
      return { ...key, ...nothing, messageId: settlement.messageId, afterwards };
    }
    case 'empty':
      return { ...key, ...nothing, reason: settlement.reason, record: settlement.record ?? null };
    default:
      return {
        ...key,
        ...nothing,
        reason: settlement.reason,
        alert: settlement.alert === true ? 'due' : null,
      };
  }
}

/** The pause that comes with an end, if one does. */
export const pauseWith = (settlement: Settlement): Omit<Pause, 'at'> | undefined =>
  'pause' in settlement ? settlement.pause : undefined;
