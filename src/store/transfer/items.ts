import { z } from 'zod';
import { removal, run } from '../article-rows.ts';
import { feedState } from '../feed-rows.ts';
import { latestTime, longestId, mostTopics } from '../guard.ts';
import { scope } from '../scope-column.ts';

/** As far as a date reaches: see guard.ts. */
const time = z.int().min(-latestTime).max(latestTime);

const listOf = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** In which story an article is, by the words of which version, and in which order of arrival. */
const grouping = z.strictObject({
  version: z.int().min(1),
  story: z.string().min(1),
  copyOf: z.string().exactOptional(),
  isStub: z.boolean(),
  arrivedAt: time.exactOptional(),
});

/** Whom an article quotes, by name, as an edition of the finder has found it. */
const noted = z.strictObject({
  edition: z.int().min(1),
  speakers: listOf(z.strictObject({ name: z.string().min(1), role: z.string().exactOptional() })),
});

/**
 * All of an article but its words. `feeds`: those it came from. Without a grouping it waits to be grouped, and without a
 * note of whom it quotes to be read for that.
 */
export const articleFacts = z.strictObject({
  kind: z.literal('article'),
  id: z.string().min(1).max(longestId),
  scope,
  version: z.int().min(1),
  source: z.string(),
  url: z.string().exactOptional(),
  author: z.string().exactOptional(),
  publishedAt: time,
  storedAt: time,
  expiresAt: time.exactOptional(),
  topics: z.array(z.string()).max(mostTopics).readonly(),
  feeds: listOf(z.string()),
  grouping: grouping.exactOptional(),
  noted: noted.exactOptional(),
});

/** The words of one version of an article. */
export const articleText = z.strictObject({
  kind: z.literal('text'),
  id: z.string().min(1),
  version: z.int().min(1),
  storedAt: time,
  title: z.string(),
  standfirst: z.string().exactOptional(),
  text: z.string(),
  raw: z.string(),
  runs: listOf(run.strict()),
  removals: listOf(removal.strict()),
  pullQuotes: listOf(z.string()),
});

/** A guild that the bot has left: what it has rests. */
export const guildItem = z.strictObject({ kind: z.literal('guild'), id: z.string().min(1), leftAt: time });

const pause = z.strictObject({
  at: time,
  by: z.enum(['person', 'rights', 'gone']),
  missing: listOf(z.string()).exactOptional(),
});
const wallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

const writtenDigest = z.strictObject({
  kind: z.literal('digest'),
  id: z.string().min(1),
  guildId: z.string(),
  channelId: z.string(),
  name: z.string(),
  times: listOf(wallTime).exactOptional(),
  days: listOf(z.int().min(0).max(6)),
  timezone: z.string(),
  topics: listOf(z.string()),
  sources: listOf(z.string()).default([]),
  words: listOf(z.string()).default([]),
  exceptWords: listOf(z.string()).default([]),
  stories: z.int(),
  style: z.enum(['cards', 'lines', 'threads']),
  skipEmpty: z.boolean(),
  chart: z.boolean().default(false),
  publish: z.boolean().default(false),
  mentionRoleId: z.string().exactOptional(),
  createdBy: z.string(),
  createdAt: time,
  nextRunAt: time,
  pause: pause.exactOptional(),
  /** As digests were written while they had one time, and only people paused them. */
  time: wallTime.exactOptional(),
  pausedAt: time.exactOptional(),
});

/** A digest, also as it was written while it had one time a day. */
export const digestItem = writtenDigest.transform(({ time: only, pausedAt, ...item }, context) => {
  const written = item.times ?? (only === undefined ? [] : [only]);
  const times: readonly string[] = [...new Set(written)].sort();
  if (times.length === 0) {
    context.addIssue({ code: 'custom', message: 'it has no time', path: ['times'] });
    return z.NEVER;
  }
  const person = pausedAt === undefined ? {} : { pause: { at: pausedAt, by: 'person' as const } };
  return { ...person, ...item, times };
});

/**
 * A delivery without its names, which are made of digest and slot, and without whoever had claimed it: that is pending
 * again, though not before its lease has ended.
 */
export const deliveryItem = z.strictObject({
  kind: z.literal('delivery'),
  digestId: z.string(),
  slot: time,
  channelId: z.string(),
  guildId: z.string(),
  isAsked: z.boolean().default(false),
  state: z.enum(['pending', 'posted', 'empty', 'skipped', 'failed', 'uncertain']),
  attempts: z.int().min(0),
  payload: z.string().exactOptional(),
  articleIds: listOf(z.string()),
  record: z.string().exactOptional(),
  firstTriedAt: time.exactOptional(),
  notBefore: time.exactOptional(),
  messageId: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  settledAt: time.exactOptional(),
  afterwards: z.string().exactOptional(),
  /** The guild is to be told. */
  alert: z.literal('due').exactOptional(),
});

const follower = z.strictObject({
  guildId: z.string(),
  addedBy: z.string(),
  addedAt: time,
  mutedAt: time.exactOptional(),
  groups: listOf(z.string()),
});

/** A feed and who follows it, by guild; what is one guild's own no other follows. */
export const feedItem = z
  .strictObject({
    kind: z.literal('feed'),
    id: z.string().min(1),
    address: z.string(),
    scope: z.union([z.literal('public'), z.templateLiteral(['guild:', z.string().min(1)])]),
    title: z.string(),
    siteUrl: z.string().exactOptional(),
    language: z.string().exactOptional(),
    addedAt: time,
    state: feedState,
    followers: listOf(follower),
  })
  .refine(
    ({ scope: own, followers }) =>
      own === 'public' || followers.every(({ guildId }) => own === `guild:${guildId}`),
    'it is followed by another guild than its own',
  );

/** An entry that is known, and while it has a payload waits to be taken in. */
export const entryItem = z.strictObject({
  kind: z.literal('entry'),
  feedId: z.string(),
  guid: z.string().exactOptional(),
  url: z.string().exactOptional(),
  contentHash: z.string(),
  firstSeenAt: time,
  payload: z.string().exactOptional(),
  turn: time,
  attempts: z.int().min(0),
  reason: z.string().exactOptional(),
});

/** State by key, as its namespace writes it. */
export const valueItem = z.strictObject({
  kind: z.literal('value'),
  namespace: z.string(),
  key: z.string(),
  value: z.string(),
  expiresAt: time.exactOptional(),
});

export type ArticleFacts = z.infer<typeof articleFacts>;
export type ArticleText = z.infer<typeof articleText>;
export type GuildItem = z.infer<typeof guildItem>;
export type DigestItem = z.infer<typeof digestItem>;
export type DeliveryItem = z.infer<typeof deliveryItem>;
export type FeedItem = z.infer<typeof feedItem>;
export type EntryItem = z.infer<typeof entryItem>;
export type ValueItem = z.infer<typeof valueItem>;

/** An article with all of its versions that are kept, the oldest first. */
export interface ArticleItem {
  readonly kind: 'article';
  readonly facts: ArticleFacts;
  readonly texts: readonly ArticleText[];
}

/** What a store is made of, each whole by itself, whichever engine it is kept in. */
export type StoreItem =
  | GuildItem
  | ArticleItem
  | DigestItem
  | DeliveryItem
  | FeedItem
  | EntryItem
  | ValueItem;

export type ItemKind = StoreItem['kind'];

/** So many items go into one transaction at most. */
export const itemsAtOnce = 100;
