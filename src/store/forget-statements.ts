/** With a delivery goes the post it made: so many go in one transaction. */
const deliveriesAtOnce = 100;

/** State by key is a guild's or a person's where its key is their id, or begins with it and a colon. */
const isTheirs = `key = :id or substr(key, 1, length(:id) + 1) = :id || ':'`;

/** What both engines ask about guilds, and to forget them or a person, in the SQL that both know. */
export const forgetStatements = {
  known: `select guild_id as id from digest
          union select guild_id from subscription
          union select substr(scope, 7) from tally where scope like 'guild:_%'
          union select key from key_value where namespace = :settings
          order by 1`,
  leave: 'insert into left_guild (guild_id, left_at) values (:guildId, :leftAt) on conflict do nothing',
  comeBack: 'delete from left_guild where guild_id = :guildId',
  left: 'select guild_id as id from left_guild where left_at <= :until order by left_at, guild_id limit :limit',
  forgetSomeDeliveries: `delete from delivery where (digest_id, slot) in (
           select d.digest_id, d.slot from digest g join delivery d on d.digest_id = g.id
            where g.guild_id = :guildId limit ${deliveriesAtOnce})`,
  forgetState: `delete from key_value where ${isTheirs}`,
  /** A digest and a subscription are the guild's; who made them is forgotten. */
  forgetMaker: `update digest set created_by = '' where created_by = :personId`,
  forgetFollower: `update subscription set added_by = '' where added_by = :personId`,
} as const;
