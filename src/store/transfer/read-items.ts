import { z } from 'zod';
import { removal, run } from '../article-rows.ts';
import { readDelivery, readDigest } from '../digest-rows.ts';
import { readFeed } from '../feed-rows.ts';
import { jsonColumn } from '../json-column.ts';
import { scope } from '../scope-column.ts';
import type {
  ArticleFacts,
  ArticleText,
  DeliveryItem,
  DigestItem,
  EntryItem,
  FeedItem,
  GuildItem,
  ValueItem,
} from './items.ts';

const texts = jsonColumn(z.array(z.string()));

const factsRow = z.object({
  id: z.string(),
  scope,
  version: z.int(),
  source: z.string(),
  url: z.string().nullable(),
  author: z.string().nullable(),
  published_at: z.int(),
  stored_at: z.int(),
  expires_at: z.int().nullable(),
  topics: texts,
  feeds: texts,
  grouped_version: z.int().nullable(),
  story: z.string().nullable(),
  copy_of: z.string().nullable(),
  // SQLite has numbers for truth.
  is_stub: z.union([z.boolean(), z.int()]).nullable(),
  arrived_at: z.int().nullable(),
  edition: z.int().nullable(),
  speakers: jsonColumn(z.array(z.object({ name: z.string(), role: z.string().nullable() }))),
});

function notedOf({ edition, speakers }: z.infer<typeof factsRow>): Pick<ArticleFacts, 'noted'> {
  if (edition === null || edition === 0) return {};
  return {
    noted: {
      edition,
      speakers: speakers.map(({ name, role }) => ({ name, ...(role !== null && { role }) })),
    },
  };
}

function groupingOf(known: z.infer<typeof factsRow>): Pick<ArticleFacts, 'grouping'> {
  const { grouped_version: version, story, copy_of: copyOf, is_stub: isStub, arrived_at: arrivedAt } = known;
  if (version === null || story === null) return {};
  return {
    grouping: {
      version,
      story,
      ...(copyOf !== null && { copyOf }),
      isStub: isStub === true || isStub === 1,
      ...(arrivedAt !== null && { arrivedAt }),
    },
  };
}

/** An article's facts; here and below every item has its keys in one order, so that equal ones are equal as JSON. */
export function readFacts(row: unknown): ArticleFacts {
  const known = factsRow.parse(row);
  return {
    kind: 'article',
    id: known.id,
    scope: known.scope,
    version: known.version,
    source: known.source,
    ...(known.url !== null && { url: known.url }),
    ...(known.author !== null && { author: known.author }),
    publishedAt: known.published_at,
    storedAt: known.stored_at,
    ...(known.expires_at !== null && { expiresAt: known.expires_at }),
    topics: known.topics,
    feeds: known.feeds,
    ...groupingOf(known),
    ...notedOf(known),
  };
}

export const textRowColumns = `t.id, t.version, t.stored_at, t.title, t.standfirst, t.body, t.raw, t.runs, t.removals,
  t.pull_quotes`;

const textRow = z.object({
  id: z.string(),
  version: z.int(),
  stored_at: z.int(),
  title: z.string(),
  standfirst: z.string().nullable(),
  body: z.string(),
  raw: z.string(),
  runs: jsonColumn(z.array(run)),
  removals: jsonColumn(z.array(removal)),
  pull_quotes: texts,
});

export function readText(row: unknown): ArticleText {
  const known = textRow.parse(row);
  return {
    kind: 'text',
    id: known.id,
    version: known.version,
    storedAt: known.stored_at,
    title: known.title,
    ...(known.standfirst !== null && { standfirst: known.standfirst }),
    text: known.body,
    raw: known.raw,
    runs: known.runs,
    removals: known.removals,
    pullQuotes: known.pull_quotes,
  };
}

const guildRow = z.object({ id: z.string(), left_at: z.int() });

export function readGuildItem(row: unknown): GuildItem {
  const { id, left_at: leftAt } = guildRow.parse(row);
  return { kind: 'guild', id, leftAt };
}

export const readDigestItem = (row: unknown): DigestItem => ({ kind: 'digest', ...readDigest(row) });

const alertRow = z.object({ alert: z.literal('due').nullable() });

/** A claim ends with the process that holds it; its lease holds off the next one all the same. */
export function readDeliveryItem(row: unknown): DeliveryItem {
  const known = readDelivery(row);
  const { alert } = alertRow.parse(row);
  return {
    kind: 'delivery',
    digestId: known.digestId,
    slot: known.slot,
    channelId: known.channelId,
    guildId: known.guildId,
    isAsked: known.isAsked,
    state: known.state === 'claimed' ? 'pending' : known.state,
    attempts: known.attempts,
    ...(known.payload !== undefined && { payload: known.payload }),
    articleIds: known.articleIds,
    ...(known.record !== undefined && { record: known.record }),
    ...(known.firstTriedAt !== undefined && { firstTriedAt: known.firstTriedAt }),
    ...(known.leaseUntil !== undefined && { notBefore: known.leaseUntil }),
    ...(known.messageId !== undefined && { messageId: known.messageId }),
    ...(known.reason !== undefined && { reason: known.reason }),
    ...(known.settledAt !== undefined && { settledAt: known.settledAt }),
    ...(known.afterwards !== undefined && { afterwards: known.afterwards }),
    ...(alert !== null && { alert }),
  };
}

const followerRow = z.object({
  guild_id: z.string(),
  added_by: z.string(),
  added_at: z.int(),
  muted_at: z.int().nullable(),
  groups: texts.catch([]),
});

function readFollower(row: unknown): FeedItem['followers'][number] {
  const known = followerRow.parse(row);
  return {
    guildId: known.guild_id,
    addedBy: known.added_by,
    addedAt: known.added_at,
    ...(known.muted_at !== null && { mutedAt: known.muted_at }),
    groups: known.groups,
  };
}

export function readFeedItem(row: unknown, followerRows: readonly unknown[]): FeedItem {
  const feed = readFeed(row);
  if (feed.scope !== 'public' && !feed.scope.startsWith('guild:'))
    throw new Error(`feed ${feed.id} is a person's`);
  return {
    kind: 'feed',
    id: feed.id,
    address: feed.address,
    scope: feed.scope === 'public' ? 'public' : `guild:${feed.scope.slice('guild:'.length)}`,
    title: feed.title,
    ...(feed.siteUrl !== undefined && { siteUrl: feed.siteUrl }),
    ...(feed.language !== undefined && { language: feed.language }),
    addedAt: feed.addedAt,
    state: feed.state,
    followers: followerRows
      .map(readFollower)
      .toSorted((one, other) => (one.guildId < other.guildId ? -1 : 1)),
  };
}

const entryRow = z.object({
  feed_id: z.string(),
  guid: z.string().nullable(),
  url: z.string().nullable(),
  content_hash: z.string(),
  first_seen_at: z.int(),
  payload: z.string().nullable(),
  turn: z.int(),
  attempts: z.int(),
  reason: z.string().nullable(),
});

export function readEntryItem(row: unknown): EntryItem {
  const known = entryRow.parse(row);
  return {
    kind: 'entry',
    feedId: known.feed_id,
    ...(known.guid !== null && { guid: known.guid }),
    ...(known.url !== null && { url: known.url }),
    contentHash: known.content_hash,
    firstSeenAt: known.first_seen_at,
    ...(known.payload !== null && { payload: known.payload }),
    turn: known.turn,
    attempts: known.attempts,
    ...(known.reason !== null && { reason: known.reason }),
  };
}

const valueRow = z.object({
  namespace: z.string(),
  key: z.string(),
  value: jsonColumn(z.unknown()),
  written: z.string(),
  expires_at: z.int().nullable(),
});

export function readValueItem(row: unknown): ValueItem {
  const known = valueRow.parse(row);
  return {
    kind: 'value',
    namespace: known.namespace,
    key: known.key,
    value: known.written,
    ...(known.expires_at !== null && { expiresAt: known.expires_at }),
  };
}
