import { z } from 'zod';
import type { Feed, FeedFailure, FeedState, FollowedFeed } from '../domain/feed.ts';
import { jsonColumn } from './json-column.ts';
import { scope } from './scope-column.ts';

const failureShape = {
  reason: z.enum([
    'refused-address',
    'private',
    'unreachable',
    'too-slow',
    'too-large',
    'redirects',
    'status',
    'gone',
    'no-feed',
    'unreadable',
  ]),
  status: z.int().exactOptional(),
  since: z.int(),
  lastAt: z.int(),
  count: z.int(),
} satisfies Record<keyof FeedFailure, z.ZodType>;

const stateShape = {
  etag: z.string().exactOptional(),
  lastModified: z.string().exactOptional(),
  bodyHash: z.string().exactOptional(),
  newestEntryAt: z.number().exactOptional(),
  usualGapMs: z.number().exactOptional(),
  changedAt: z.int().exactOptional(),
  failure: z.object(failureShape).exactOptional(),
  stoppedAt: z.int().exactOptional(),
  told: z.enum(['failing', 'stopped', 'silent']).exactOptional(),
} satisfies Record<keyof FeedState, z.ZodType>;

export const feedState = z.object(stateShape);

/** A state that cannot be read any more is that of a feed which nobody has asked yet: the next poll makes it anew. */
const state = jsonColumn(feedState).catch({});

/** Of `feed f`. */
export const feedColumns = 'f.id, f.address, f.scope, f.title, f.site_url, f.language, f.added_at, f.state';

const feedRow = z.object({
  id: z.string(),
  address: z.string(),
  scope,
  title: z.string(),
  site_url: z.string().nullable(),
  language: z.string().nullable(),
  added_at: z.int(),
  state,
});

export function readFeed(row: unknown): Feed {
  const { site_url: siteUrl, language, added_at: addedAt, ...known } = feedRow.parse(row);
  return {
    ...known,
    addedAt,
    ...(siteUrl !== null && { siteUrl }),
    ...(language !== null && { language }),
  };
}

/** Of `feed f` and `subscription s`. */
export const followedColumns = `${feedColumns}, s.guild_id, s.added_by, s.added_at as followed_at, s.muted_at, s.groups,
  (select count(*) from feed_article x where x.feed_id = f.id) as article_count`;

const followedRow = z.object({
  guild_id: z.string(),
  added_by: z.string(),
  followed_at: z.int(),
  muted_at: z.int().nullable(),
  groups: jsonColumn(z.array(z.string())).catch([]),
  article_count: z.int(),
});

export function readFollowed(row: unknown): FollowedFeed {
  const feed = readFeed(row);
  const known = followedRow.parse(row);
  return {
    feed,
    subscription: {
      guildId: known.guild_id,
      feedId: feed.id,
      addedBy: known.added_by,
      addedAt: known.followed_at,
      ...(known.muted_at !== null && { mutedAt: known.muted_at }),
      groups: known.groups,
    },
    articleCount: known.article_count,
  };
}
