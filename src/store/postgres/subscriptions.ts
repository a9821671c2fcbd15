import { z } from 'zod';
import type { Feed, Subscription } from '../../domain/feed.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
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
import {
  BeginAgain,
  type Connection,
  type Database,
  named,
  type Statement,
  type Values,
} from './connection.ts';

const idRow = z.object({ id: z.string() });
const countRow = z.object({ count: z.int() });

const mutes = `exists (
  select 1 from subscription s where s.guild_id = :guildId and s.feed_id = x.feed_id and s.muted_at is not null)`;

const statements = {
  list: named(feedStatements.list),
  get: named(feedStatements.get),
  count: named(feedStatements.count),
  followers: named(feedStatements.followers),
  mutes: named(feedStatements.mutes),
  mutedArticles: named(
    `select x.article_id as id from feed_article x where x.article_id = any(:ids)
      group by x.article_id having bool_and(${mutes})`,
  ),
  /** It stays until the transaction ends. */
  known: named(`${feedStatements.known} for key share`),
  add: named(feedStatements.add),
  subscribe: named(feedStatements.subscribe),
  mute: named(feedStatements.mute),
  // In one order, so that two who leave the same feeds do not wait for each other.
  lockOne: named(
    `select f.id from feed f join subscription s on s.feed_id = f.id
      where s.guild_id = :guildId and f.id = :feedId for update of f`,
  ),
  lockSome: named(
    `select f.id from feed f join subscription s on s.feed_id = f.id
      where s.guild_id = :guildId order by f.id limit ${feedsAtOnce} for update of f`,
  ),
  leave: named('delete from subscription where guild_id = :guildId and feed_id = any(:feedIds)'),
  forgetLonely: named(
    `delete from feed f where f.id = any(:feedIds)
        and not exists (select 1 from subscription s where s.feed_id = f.id)`,
  ),
  forgetSome: named(
    `delete from feed where id = any(array(
       select id from feed where scope = :scope and scope <> 'public' limit ${feedsAtOnce}))`,
  ),
};

/** Makes the reads of `FeedStore` that are a guild's. Each starts from the guild's own subscriptions. */
export function createSubscriptionReads(
  db: Database,
): Pick<FeedStore, 'list' | 'get' | 'count' | 'followers' | 'mutes' | 'mutedArticles'> {
  const ids = async (statement: Statement, values: Values) =>
    (await db.rows(statement, values)).map((row) => idRow.parse(row).id);
  return {
    list: async (guildId) => followedInOrder(await db.rows(statements.list, { guildId })),
    async get(guildId, feedId) {
      const [row] = await db.rows(statements.get, { guildId, feedId });
      return row === undefined ? undefined : readFollowed(row);
    },
    count: async (guildId) => countRow.parse((await db.rows(statements.count, { guildId }))[0]).count,
    followers: (feedId) => ids(statements.followers, { feedId }),
    mutes: async (guildId) => (await db.rows(statements.mutes, { guildId })).length > 0,
    mutedArticles: (guildId, articleIds) => ids(statements.mutedArticles, { guildId, ids: articleIds }),
  };
}

async function storedId(connection: Connection, feed: Feed): Promise<string> {
  const { id, address, scope } = feed;
  const [row] = await connection.rows(statements.known, { id, address, scope });
  if (row !== undefined) return knownId(feed, row);
  // Another process has stored it in between.
  if ((await connection.change(statements.add, writtenFeed(feed))) === 0) throw new BeginAgain();
  return id;
}

const follow = (db: Database, feed: Feed, subscription: Subscription): Promise<'new' | 'known'> =>
  db.transaction(async (connection) => {
    refuseStrangers(feed, subscription);
    const feedId = await storedId(connection, feed);
    const written = await connection.change(statements.subscribe, writtenSubscription(subscription, feedId));
    return written > 0 ? 'new' : 'known';
  });

/**
 * Ends a guild's subscriptions to the feeds that `lock` names, and takes along those that nobody follows any more: who
 * comes to one of them waits for the lock, and then finds it gone or stays the only one.
 */
const leave = (
  db: Database,
  lock: Statement,
  values: Values & { readonly guildId: string },
): Promise<number> =>
  db.transaction(async (connection) => {
    const feedIds = (await connection.rows(lock, values)).map((row) => idRow.parse(row).id);
    if (feedIds.length === 0) return 0;
    const left = await connection.change(statements.leave, { guildId: values.guildId, feedIds });
    // Another process has ended the same ones in between.
    if (left === 0) throw new BeginAgain();
    await connection.change(statements.forgetLonely, { feedIds });
    return left;
  });

/** Makes the steps of `FeedStore` by which guilds come to a feed and leave it; the last one out takes it along. */
export function createSubscriptionSteps(
  db: Database,
): Pick<FeedStore, 'follow' | 'unfollow' | 'mute' | 'removeGuild'> {
  return {
    follow: (feed, subscription) => follow(db, feed, subscription),
    unfollow: async (guildId, feedId) => (await leave(db, statements.lockOne, { guildId, feedId })) > 0,
    mute: async (guildId, feedId, mutedAt) =>
      (await db.change(statements.mute, { guildId, feedId, mutedAt: mutedAt ?? null })) > 0,
    async removeGuild(guildId) {
      const count = await repeatedly(() => leave(db, statements.lockSome, { guildId }));
      await repeatedly(() => db.change(statements.forgetSome, { scope: `guild:${guildId}` }));
      return count;
    },
  };
}
