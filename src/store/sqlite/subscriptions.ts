import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Feed, FollowedFeed, Subscription } from '../../domain/feed.ts';
import { readFollowed } from '../feed-rows.ts';
import { feedStatements, feedsAtOnce } from '../feed-statements.ts';
import {
  followedInOrder,
  knownId,
  refuseStrangers,
  writtenFeed,
  writtenSubscription,
} from '../feed-steps.ts';
import { repeatedly } from '../repeatedly.ts';
import { inTransaction } from './transaction.ts';

const idRow = z.object({ id: z.string() });
const countRow = z.object({ count: z.int() });

function prepareReads(db: DatabaseSync) {
  const mutes = `exists (
    select 1 from subscription s where s.guild_id = :guildId and s.feed_id = x.feed_id and s.muted_at is not null)`;
  return {
    list: db.prepare(feedStatements.list),
    get: db.prepare(feedStatements.get),
    count: db.prepare(feedStatements.count),
    followers: db.prepare(feedStatements.followers),
    mutes: db.prepare(feedStatements.mutes),
    mutedArticles: db.prepare(
      `select x.article_id as id from feed_article x
        where x.article_id in (select value from json_each(:ids))
        group by x.article_id having min(${mutes}) = 1`,
    ),
  };
}

function prepareSteps(db: DatabaseSync) {
  return {
    known: db.prepare(feedStatements.known),
    add: db.prepare(feedStatements.add),
    subscribe: db.prepare(feedStatements.subscribe),
    unsubscribe: db.prepare(feedStatements.unsubscribe),
    mute: db.prepare(feedStatements.mute),
    leaveSome: db.prepare(
      `delete from subscription where guild_id = :guildId and feed_id in (
         select feed_id from subscription where guild_id = :guildId limit ${feedsAtOnce})`,
    ),
    forgetSome: db.prepare(
      `delete from feed where id in (select id from feed where scope = :scope and scope <> 'public' limit ${feedsAtOnce})`,
    ),
  };
}

/** Makes the reads of `FeedStore` that are a guild's. Each starts from the guild's own subscriptions. */
export function createSubscriptionReads(db: DatabaseSync) {
  const statements = prepareReads(db);
  return {
    list: (guildId: string): readonly FollowedFeed[] => followedInOrder(statements.list.all({ guildId })),
    get(guildId: string, feedId: string): FollowedFeed | undefined {
      const row = statements.get.get({ guildId, feedId });
      return row === undefined ? undefined : readFollowed(row);
    },
    count: (guildId: string): number => countRow.parse(statements.count.get({ guildId })).count,
    followers: (feedId: string): readonly string[] =>
      statements.followers.all({ feedId }).map((row) => idRow.parse(row).id),
    mutes: (guildId: string): boolean => statements.mutes.get({ guildId }) !== undefined,
    mutedArticles: (guildId: string, articleIds: readonly string[]): readonly string[] =>
      statements.mutedArticles
        .all({ guildId, ids: JSON.stringify(articleIds) })
        .map((row) => idRow.parse(row).id),
  };
}

/** Makes the steps of `FeedStore` by which guilds come to a feed and leave it; the last one out takes it along. */
export function createSubscriptionSteps(db: DatabaseSync) {
  const statements = prepareSteps(db);

  function storedId(feed: Feed): string {
    const { id, address, scope } = feed;
    const row = statements.known.get({ id, address, scope });
    if (row !== undefined) return knownId(feed, row);
    statements.add.run(writtenFeed(feed));
    return id;
  }

  function follow(feed: Feed, subscription: Subscription): 'new' | 'known' {
    refuseStrangers(feed, subscription);
    const written = statements.subscribe.run(writtenSubscription(subscription, storedId(feed)));
    return written.changes > 0 ? 'new' : 'known';
  }

  return {
    follow: (feed: Feed, subscription: Subscription) => inTransaction(db, () => follow(feed, subscription)),
    unfollow: (guildId: string, feedId: string): boolean =>
      inTransaction(db, () => statements.unsubscribe.run({ guildId, feedId }).changes > 0),
    mute: (guildId: string, feedId: string, mutedAt: number | undefined): boolean =>
      statements.mute.run({ guildId, feedId, mutedAt: mutedAt ?? null }).changes > 0,
    async removeGuild(guildId: string): Promise<number> {
      const count = await repeatedly(() => Number(statements.leaveSome.run({ guildId }).changes));
      await repeatedly(() => Number(statements.forgetSome.run({ scope: `guild:${guildId}` }).changes));
      return count;
    },
  };
}
