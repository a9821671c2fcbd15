import { digestColumns } from './digest-rows.ts';
import { isNotLeft } from './left-guild.ts';

/** So many digests are planned in one transaction; the rest are due still and come with the next call. */
const plannedAtOnce = 100;

/** What both engines ask of `digest`, in the SQL that both know. */
export const digestStatements = {
  add: `insert into digest (${digestColumns})
       values (:id, :guildId, :channelId, :name, :time, :days, :timezone, :topics, :stories, :style,
               :skipEmpty, :createdBy, :createdAt, :nextRunAt, :pausedAt)`,
  get: `select ${digestColumns} from digest where id = :id and guild_id = :guildId`,
  list: `select ${digestColumns} from digest where guild_id = :guildId order by created_at, id`,
  update: `update digest
          set channel_id = :channelId, name = :name, time = :time, days = :days, timezone = :timezone,
              topics = :topics, stories = :stories, style = :style, skip_empty = :skipEmpty,
              next_run_at = :nextRunAt, paused_at = :pausedAt
        where id = :id and guild_id = :guildId`,
  remove: 'delete from digest where id = :id and guild_id = :guildId',
  removeGuild: 'delete from digest where guild_id = :guildId',
  due: `select ${digestColumns} from digest
      where paused_at is null and next_run_at <= :now and ${isNotLeft('digest.guild_id')} order by next_run_at, id limit ${plannedAtOnce}`,
  moveOn: 'update digest set next_run_at = :nextRunAt where id = :id',
} as const;

const isThisOne = 'digest_id = :digestId and slot = :slot';
const isHeld = `${isThisOne} and state = 'claimed' and claimed_by = :claimant`;

/** What both engines ask of `delivery`. `now` is the expression of the engine's time, `columns` those of a delivery. */
export function deliveryStatements(now: string, columns: string) {
  return {
    newest: `select ${columns} from delivery d where digest_id = :digestId order by slot desc limit :limit`,
    postedArticles: `select distinct q.article_id from delivery_article q
         join (select digest_id, slot from delivery where digest_id = :digestId and state = 'posted'
                order by slot desc limit :count) d on d.digest_id = q.digest_id and d.slot = q.slot`,
    payload: `select payload from delivery where ${isThisOne}`,
    freeze: `update delivery set payload = :payload
        where ${isThisOne} and payload is null and state in ('pending', 'claimed')`,
    quote: `insert into delivery_article (digest_id, slot, position, article_id)
       values (:digestId, :slot, :position, :articleId)`,
    begin: `update delivery set first_tried_at = coalesce(first_tried_at, ${now})
        where ${isThisOne} and state in ('pending', 'claimed') returning first_tried_at`,
    settle: `update delivery
          set state = :state, message_id = :messageId, reason = :reason, settled_at = ${now}, lease_until = null
        where ${isHeld}`,
    release: `update delivery
          set state = 'pending', claimed_by = null, lease_until = ${now} + :waitMs, reason = :reason
        where ${isHeld}`,
  } as const;
}
