import { feedColumns, followedColumns } from './feed-rows.ts';
import { isNotLeft } from './left-guild.ts';

/** The condition under which the feed of this id has a follower who is there and has not muted it. */
export const isHeard = (id: string): string =>
  `exists (select 1 from subscription s where s.feed_id = ${id} and s.muted_at is null and ${isNotLeft('s.guild_id')})`;

/** With a feed go thousands of entries: so many feeds are forgotten in one transaction. */
export const feedsAtOnce = 10;

const isThisOne = 'guild_id = :guildId and feed_id = :feedId';
const followed = `select ${followedColumns} from subscription s join feed f on f.id = s.feed_id`;

/** What both engines ask of `feed` and `subscription`, in the SQL that both know. */
export const feedStatements = {
  list: `${followed} where s.guild_id = :guildId`,
  get: `${followed} where s.guild_id = :guildId and s.feed_id = :feedId`,
  count: 'select count(*) as count from subscription where guild_id = :guildId',
  mutes: 'select 1 as yes from subscription where guild_id = :guildId and muted_at is not null limit 1',
  followers: `select guild_id as id from subscription
        where feed_id = :feedId and muted_at is null and ${isNotLeft('subscription.guild_id')} order by guild_id`,
  /** The feed of this id, or one that has moved to this address since. */
  known: `select id, scope from feed where id = :id or (address = :address and scope = :scope)
        order by id = :id desc, added_at, id limit 1`,
  add: `insert into feed (id, address, scope, title, site_url, language, added_at, state)
       values (:id, :address, :scope, :title, :siteUrl, :language, :addedAt, :state) on conflict (id) do nothing`,
  subscribe: `insert into subscription (guild_id, feed_id, added_by, added_at, muted_at, groups)
       values (:guildId, :feedId, :addedBy, :addedAt, :mutedAt, :groups) on conflict do nothing`,
  unsubscribe: `delete from subscription where ${isThisOne}`,
  mute: `update subscription set muted_at = :mutedAt where ${isThisOne}`,
  heard: `select ${feedColumns} from feed f where ${isHeard('f.id')} order by f.added_at, f.id`,
  update: `update feed
          set address = coalesce(:address, address), title = coalesce(:title, title),
              site_url = coalesce(:siteUrl, site_url), language = coalesce(:language, language), state = :state
        where id = :feedId`,
} as const;
