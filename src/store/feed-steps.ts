import { z } from 'zod';
import type { Feed, FollowedFeed, Subscription } from '../domain/feed.ts';
import type { FeedStore } from '../domain/feed-store.ts';
import { readFeed, readFollowed } from './feed-rows.ts';
import { toJson } from './json-column.ts';

const placeRow = z.object({ id: z.string(), scope: z.string() });

const byTitle = new Intl.Collator('en', { numeric: true });

const strangerTo = ({ id }: Feed) => new Error(`feed ${id} belongs to another scope`);

/** A guild's own feed is never followed by another: that would show one guild's text to another. */
export function refuseStrangers(feed: Feed, { guildId, feedId }: Subscription): void {
  if (feedId !== feed.id) throw new Error(`a subscription to ${feedId} cannot follow feed ${feed.id}`);
  if (feed.scope !== 'public' && feed.scope !== `guild:${guildId}`) throw strangerTo(feed);
}

/** The id of the stored feed that a feed to be followed is; fails where that is another scope's. */
export function knownId(feed: Feed, row: unknown): string {
  const known = placeRow.parse(row);
  if (known.scope !== feed.scope) throw strangerTo(feed);
  return known.id;
}

/** A feed for `feed`. */
export function writtenFeed({ id, address, scope, title, siteUrl, language, addedAt, state }: Feed) {
  return {
    id,
    address,
    scope,
    title,
    siteUrl: siteUrl ?? null,
    language: language ?? null,
    addedAt,
    state: toJson(state),
  };
}

/** A subscription for `subscription`, to the feed that is stored as `feedId`. */
export function writtenSubscription(
  { guildId, addedBy, addedAt, mutedAt, groups }: Subscription,
  feedId: string,
) {
  return { guildId, feedId, addedBy, addedAt, mutedAt: mutedAt ?? null, groups: toJson(groups) };
}

/** What a poll changes of a feed; `null` is what stays. */
export function writtenChange(feedId: string, { state, ...change }: Parameters<FeedStore['update']>[1]) {
  const { address = null, title = null, siteUrl = null, language = null } = change;
  return { feedId, address, title, siteUrl, language, state: toJson(state) };
}

/** What a guild follows, by title. */
export function followedInOrder(rows: readonly unknown[]): readonly FollowedFeed[] {
  return rows
    .map(readFollowed)
    .sort(
      ({ feed: one }, { feed: other }) =>
        byTitle.compare(one.title, other.title) || (one.id < other.id ? -1 : 1),
    );
}

/** Of the feeds that are heard, those that have not stopped. */
export function goingOn(rows: readonly unknown[]): readonly Feed[] {
  return rows.map(readFeed).filter(({ state }) => state.stoppedAt === undefined);
}
