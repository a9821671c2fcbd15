import { alertNames } from '../../domain/alert-names.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import type { FeedAlert } from '../../domain/feeds.ts';
import type { KeyValue } from '../../domain/key-value.ts';
import type { Log } from '../../domain/log.ts';
import type { PostOutcome } from '../../domain/poster.ts';
import type { GuildSettings } from '../../domain/settings.ts';

interface AlertPlace {
  readonly guildId: string;
  readonly channelId: string;
}

export interface FollowerAlertPorts {
  readonly feeds: Pick<FeedStore, 'followers'>;
  readonly settings: Pick<KeyValue<GuildSettings>, 'get'>;
  /** Which guild has been told what, by guild and nonce. */
  readonly told: Pick<KeyValue<true>, 'get' | 'set'>;
  readonly post: (place: AlertPlace, alert: FeedAlert, nonce: string) => Promise<PostOutcome>;
  readonly log: Log;
}

/** Longer than Discord can be away, and less than an alarm is of interest. */
const toldForMs = 30 * 24 * 60 * 60_000;

/**
 * Makes what tells the guilds that follow a feed what has become of it, each once, in the channel they have chosen for
 * alerts. Answers `false` where Discord may take one later. Never throws: an alarm does not hold up the feeds.
 */
export function createFollowerAlerts({
  feeds,
  settings,
  told,
  post,
  log,
}: FollowerAlertPorts): (alert: FeedAlert) => Promise<boolean> {
  async function tellGuild(guildId: string, alert: FeedAlert): Promise<boolean> {
    const channelId = (await settings.get(guildId))?.alertsChannelId;
    const { nonce } = alertNames(alert.feedId, alert.kind, alert.since, guildId);
    const key = `${guildId}:${nonce}`;
    if (channelId === undefined || (await told.get(key)) === true) return true;
    const outcome = await post({ guildId, channelId }, alert, nonce);
    const fields = { guildId, feedId: alert.feedId, kind: alert.kind };
    if (outcome.ok) log.info('feed.alert-posted', fields);
    else log.warn('feed.alert-refused', { ...fields, reason: outcome.reason });
    if (!outcome.ok && !outcome.final) return false;
    await told.set(key, true, toldForMs);
    return true;
  }

  return async (alert) => {
    try {
      const guilds = await feeds.followers(alert.feedId);
      let isDone = true;
      for (const guildId of guilds) isDone = (await guarded(tellGuild, guildId, alert, log)) && isDone;
      return isDone;
    } catch (error) {
      log.error('feed.alert-failed', { feedId: alert.feedId }, error);
      return false;
    }
  };
}

async function guarded(
  tellGuild: (guildId: string, alert: FeedAlert) => Promise<boolean>,
  guildId: string,
  alert: FeedAlert,
  log: Log,
): Promise<boolean> {
  try {
    return await tellGuild(guildId, alert);
  } catch (error) {
    log.error('feed.alert-failed', { feedId: alert.feedId, guildId }, error);
    return false;
  }
}
