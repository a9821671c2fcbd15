import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Feed, FollowedFeed, Subscription } from '../../domain/feed.ts';
import { followedColumns, readFollowed } from './feed-rows.ts';
import { toJson } from './json-column.ts';
import { inTransaction } from './transaction.ts';

const idRow = z.object({ id: z.string() });
const placeRow = z.object({ id: z.string(), scope: z.string() });
const countRow = z.object({ count: z.int() });

/** With a feed go thousands of entries: so many feeds are forgotten in one transaction. */
const batchSize = 10;

const byTitle = new Intl.Collator('en', { numeric: true });

function prepareReads(db: DatabaseSync) {
  const followed = `select ${followedColumns} from subscription s join feed f on f.id = s.feed_id`;
  const mutes = `exists (
    select 1 from subscription s where s.guild_id = :guildId and s.feed_id = x.feed_id and s.muted_at is not null)`;
  return {
    list: db.prepare(`${followed} where s.guild_id = :guildId`),
    get: db.prepare(`${followed} where s.guild_id = :guildId and s.feed_id = :feedId`),
    count: db.prepare('select count(*) as count from subscription where guild_id = :guildId'),
    followers: db.prepare(
      `select guild_id as id from subscription
        where feed_id = :feedId and muted_at is null order by guild_id`,
    ),
    mutedArticles: db.prepare(
      `select x.article_id as id from feed_article x
        where x.article_id in (select value from json_each(:ids))
        group by x.article_id having min(${mutes}) = 1`,
    ),
  };
}

function prepareSteps(db: DatabaseSync) {
  const isThisOne = 'guild_id = :guildId and feed_id = :feedId';
  return {
    // The feed of this id, or one that has moved to this address since.
    known: db.prepare(
      `select id, scope from feed where id = :id or (address = :address and scope = :scope)
        order by id = :id desc, added_at, id limit 1`,
    ),
    add: db.prepare(
      `insert into feed (id, address, scope, title, site_url, language, added_at, state)
       values (:id, :address, :scope, :title, :siteUrl, :language, :addedAt, :state)`,
    ),
    subscribe: db.prepare(
      `insert into subscription (guild_id, feed_id, added_by, added_at, muted_at, groups)
       values (:guildId, :feedId, :addedBy, :addedAt, :mutedAt, :groups) on conflict do nothing`,
    ),
    unsubscribe: db.prepare(`delete from subscription where ${isThisOne}`),
    mute: db.prepare(`update subscription set muted_at = :mutedAt where ${isThisOne}`),
    leaveSome: db.prepare(
      `delete from subscription where guild_id = :guildId and feed_id in (
         select feed_id from subscription where guild_id = :guildId limit ${batchSize})`,
    ),
    forgetSome: db.prepare(
      `delete from feed where id in (select id from feed where scope = :scope and scope <> 'public' limit ${batchSize})`,
    ),
  };
}

const strangerTo = ({ id }: Feed) => new Error(`feed ${id} belongs to another scope`);

/** A guild's own feed is never followed by another: that would show one guild's text to another. */
function refuseStrangers(feed: Feed, { guildId, feedId }: Subscription): void {
  if (feedId !== feed.id) throw new Error(`a subscription to ${feedId} cannot follow feed ${feed.id}`);
  if (feed.scope !== 'public' && feed.scope !== `guild:${guildId}`) throw strangerTo(feed);
}

/** Makes the reads of `FeedStore` that are a guild's. Each starts from the guild's own subscriptions. */
export function createSubscriptionReads(db: DatabaseSync) {
  const statements = prepareReads(db);
  return {
    list: (guildId: string): readonly FollowedFeed[] =>
      statements.list
        .all({ guildId })
        .map(readFollowed)
        .sort(
          ({ feed: one }, { feed: other }) =>
            byTitle.compare(one.title, other.title) || (one.id < other.id ? -1 : 1),
        ),
    get(guildId: string, feedId: string): FollowedFeed | undefined {
      const row = statements.get.get({ guildId, feedId });
      return row === undefined ? undefined : readFollowed(row);
    },
    count: (guildId: string): number => countRow.parse(statements.count.get({ guildId })).count,
    followers: (feedId: string): readonly string[] =>
      statements.followers.all({ feedId }).map((row) => idRow.parse(row).id),
    mutedArticles: (guildId: string, articleIds: readonly string[]): readonly string[] =>
      statements.mutedArticles
        .all({ guildId, ids: JSON.stringify(articleIds) })
        .map((row) => idRow.parse(row).id),
  };
}

/** Runs a step until it changes nothing more, and lets others run between any two; answers how much it changed. */
async function repeatedly(step: () => number | bigint): Promise<number> {
  for (let sum = 0; ; await setImmediate()) {
    const changes = Number(step());
    if (changes === 0) return sum;
    sum += changes;
  }
}

/** Makes the steps of `FeedStore` by which guilds come to a feed and leave it; the last one out takes it along. */
export function createSubscriptionSteps(db: DatabaseSync) {
  const statements = prepareSteps(db);

  function storedId(feed: Feed): string {
    const { id, address, scope, title, addedAt } = feed;
    const row = statements.known.get({ id, address, scope });
    if (row !== undefined) {
      const known = placeRow.parse(row);
      if (known.scope !== scope) throw strangerTo(feed);
      return known.id;
    }
    const { siteUrl = null, language = null } = feed;
    statements.add.run({ id, address, scope, title, siteUrl, language, addedAt, state: toJson(feed.state) });
    return id;
  }

  function follow(feed: Feed, subscription: Subscription): 'new' | 'known' {
    refuseStrangers(feed, subscription);
    const { guildId, addedBy, addedAt, mutedAt = null, groups } = subscription;
    const feedId = storedId(feed);
    const written = statements.subscribe.run({
      guildId,
      feedId,
      addedBy,
      addedAt,
      mutedAt,
      groups: toJson(groups),
    });
    return written.changes > 0 ? 'new' : 'known';
  }

  return {
    follow: (feed: Feed, subscription: Subscription) => inTransaction(db, () => follow(feed, subscription)),
    unfollow: (guildId: string, feedId: string): boolean =>
      inTransaction(db, () => statements.unsubscribe.run({ guildId, feedId }).changes > 0),
    mute: (guildId: string, feedId: string, mutedAt: number | undefined): boolean =>
      statements.mute.run({ guildId, feedId, mutedAt: mutedAt ?? null }).changes > 0,
    async removeGuild(guildId: string): Promise<number> {
      const count = await repeatedly(() => statements.leaveSome.run({ guildId }).changes);
      await repeatedly(() => statements.forgetSome.run({ scope: `guild:${guildId}` }).changes);
      return count;
    },
  };
}
