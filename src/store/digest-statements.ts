import { digestColumns } from './digest-rows.ts';
import { isNotLeft } from './left-guild.ts';

/**
 * No schedule is that far from its next run. Where one is, it was planned while the clock stood in the future, and would
 * be silent until then.
 */
const farAheadMs = 17 * 24 * 60 * 60 * 1000;

/** So many digests are planned in one transaction; the rest are due still and come with the next call. */
const plannedAtOnce = 100;

const pause = 'paused_at = :pausedAt, paused_by = :pausedBy, missing = :missing';

/** What both engines ask of `digest`, in the SQL that both know. */
export const digestStatements = {
  add: `insert into digest (${digestColumns})
       values (:id, :guildId, :channelId, :name, :times, :days, :timezone, :topics, :sources, :words, :exceptWords,
               :stories, :style, :skipEmpty, :chart, :publish, :mentionRoleId, :createdBy, :createdAt, :nextRunAt,
               :pausedAt, :pausedBy, :missing)`,
  get: `select ${digestColumns} from digest where id = :id and guild_id = :guildId`,
  list: `select ${digestColumns} from digest where guild_id = :guildId order by created_at, id`,
  update: `update digest
          set channel_id = :channelId, name = :name, times = :times, days = :days, timezone = :timezone,
              topics = :topics, sources = :sources, words = :words, except_words = :exceptWords, stories = :stories,
              style = :style, skip_empty = :skipEmpty, chart = :chart, publish = :publish,
              mention_role_id = :mentionRoleId, next_run_at = :nextRunAt, ${pause}
        where id = :id and guild_id = :guildId`,
  remove: 'delete from digest where id = :id and guild_id = :guildId',
  removeGuild: 'delete from digest where guild_id = :guildId',
  pause: `update digest set ${pause} where id = :id and paused_at is null`,
  pauseChannel: `update digest set ${pause}
        where guild_id = :guildId and channel_id = :channelId and paused_at is null`,
  due: `select ${digestColumns} from digest
      where paused_at is null and next_run_at <= :now and ${isNotLeft('digest.guild_id')} order by next_run_at, id limit ${plannedAtOnce}`,
  /** Whose next run is farther off than any schedule has it: a clock was wrong when it was told. */
  astray: `select ${digestColumns} from digest
      where paused_at is null and next_run_at > cast(:now as bigint) + ${farAheadMs} and ${isNotLeft('digest.guild_id')} order by next_run_at, id limit ${plannedAtOnce}`,
} as const;

/** Slots of a digest that were passed over before their time. */
export const passedOver = `delete from delivery
        where digest_id = :id and slot > :ledBackAt and state = 'skipped' and first_tried_at is null`;

const isOpen = "state in ('pending', 'claimed')";
const isThisOne = 'digest_id = :digestId and slot = :slot';
const isHeld = `${isThisOne} and state = 'claimed' and claimed_by = :claimant`;
/** Held for what comes after its post. */
const isHeldAfterwards = `${isThisOne} and afterwards = 'due' and claimed_by = :claimant and lease_until is not null`;

/** Held for either. */
export const isStillHeld = `claimed_by = :claimant
          and (state = 'claimed' or (afterwards = 'due' and lease_until is not null))`;

/** So many deliveries are removed, and so many digests looked through, in one transaction. */
const prunedAtOnce = 200;
/** Of each digest so many deliveries stay, however old. */
const keptOfEach = 50;

/** How many deliveries of a guild are open: the turn of the next one. */
export const turnOf = (guildId: string): string =>
  `(select count(*) from delivery o where o.guild_id = ${guildId} and o.state in ('pending', 'claimed'))`;

const isFree = (now: string): string => `(delivery.lease_until is null or delivery.lease_until <= ${now})`;

const isResting =
  'exists (select 1 from digest g where g.id = delivery.digest_id and g.paused_at is not null)';

/** The condition and order of deliveries that can be claimed. */
export const claimable = (now: string): string => `${isOpen} and ${isFree(now)}
          and (is_asked = 1 or first_tried_at is not null or not ${isResting})
          and ${isNotLeft('delivery.guild_id')}
        order by turn, slot limit :limit`;

/** The same of those with something due after their post. */
export const claimableAfterwards = (now: string): string =>
  `afterwards = 'due' and ${isFree(now)} and ${isNotLeft('delivery.guild_id')}
        order by settled_at limit :limit`;

/** What both engines ask of `delivery`. `now` is the expression of the engine's time, `columns` those of a delivery. */
export function deliveryStatements(now: string, columns: string) {
  return {
    /** Nothing where the digest is gone. */
    planNow: `insert into delivery (digest_id, slot, channel_id, guild_id, nonce, reference, is_asked, turn)
       select id, :slot, :channelId, :guildId, :nonce, :reference, 1, ${turnOf(':guildId')} from digest where id = :digestId
       on conflict (digest_id, slot) do nothing`,
    newest: `select ${columns} from delivery d where digest_id = :digestId order by slot desc limit :limit`,
    open: `select ${columns} from delivery d where digest_id = :digestId and ${isOpen} order by slot desc`,
    payload: `select payload from delivery where ${isThisOne}`,
    freeze: `update delivery set payload = :payload, record = :record
        where ${isThisOne} and payload is null and ${isOpen}`,
    unquote: `delete from delivery_article where ${isThisOne}`,
    quote: `insert into delivery_article (digest_id, slot, position, article_id)
       values (:digestId, :slot, :position, :articleId)`,
    begin: `update delivery set first_tried_at = coalesce(first_tried_at, ${now})
        where ${isThisOne} and ${isOpen} returning first_tried_at`,
    settle: `update delivery
          set state = :state, message_id = :messageId, reason = :reason, settled_at = ${now}, lease_until = null,
              record = coalesce(:record, record), afterwards = :afterwards, alert = :alert,
              payload = case when :afterwards = 'due' then payload end
        where ${isHeld} returning settled_at`,
    release: `update delivery
          set state = 'pending', claimed_by = null, lease_until = ${now} + :waitMs, reason = :reason
        where ${isHeld}`,
    /**
     * What was perhaps sent already is looked for before the next try, as its first try is still known; it has told the
     * articles that were fixed for it.
     */
    reopen: `update delivery
          set state = 'pending', reason = null, alert = null, settled_at = null, claimed_by = null, lease_until = null
        where ${isThisOne} and state = 'failed'`,
    finish: `update delivery set afterwards = :outcome, payload = null, lease_until = null where ${isHeldAfterwards}`,
    releaseAfterwards: `update delivery set claimed_by = null, lease_until = ${now} + :waitMs where ${isHeldAfterwards}`,
    alertsDue: `select ${columns} from delivery d
        where alert = 'due' and ${isNotLeft('d.guild_id')} order by settled_at limit :limit`,
    /** Not of a failure that came after the one that was told. */
    alerted: `update delivery set alert = null
        where ${isThisOne} and alert = 'due' and settled_at = coalesce(:settledAt, settled_at)`,
    /** The last of a page of digests by id. */
    page: `select max(id) as last from (select id from digest where id > :after order by id limit ${prunedAtOnce}) page`,
    prune: `delete from delivery where (digest_id, slot) in (
         with page as materialized (
           select g.id, (select k.slot from delivery k where k.digest_id = g.id
                          order by k.slot desc limit 1 offset ${keptOfEach - 1}) as oldest
             from digest g where g.id > :after and g.id <= :last)
         select d.digest_id, d.slot from page join delivery d on d.digest_id = page.id and d.slot < page.oldest
          where d.state not in ('pending', 'claimed') and coalesce(d.settled_at, d.slot) <= :before
          limit ${prunedAtOnce})`,
  } as const;
}
