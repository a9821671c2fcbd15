import { alertNames } from '../../domain/alert-names.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Delivery, Digest } from '../../domain/digest.ts';
import type { DigestAlert, UntoldAlerts } from '../../domain/digest-alert.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import type { KeyValue } from '../../domain/key-value.ts';
import type { Log } from '../../domain/log.ts';
import type { Poster, PostOutcome } from '../../domain/poster.ts';
import type { GuildSettings } from '../../domain/settings.ts';
import { isRepeated } from './repeated-failure.ts';

/** An alert on its way to a guild's channel; `reference` stands in it, by which it is found again. */
export interface AlertPost {
  readonly channelId: string;
  readonly guildId: string;
  readonly alert: DigestAlert;
  readonly nonce: string;
  readonly reference: string;
}

export interface DigestAlertParts {
  readonly digests: Pick<DigestStore, 'get' | 'deliveries'>;
  /** By guild. */
  readonly settings: Pick<KeyValue<GuildSettings>, 'get'>;
  /** By guild. */
  readonly untold: KeyValue<UntoldAlerts>;
  readonly post: (post: AlertPost) => Promise<PostOutcome>;
  readonly find: Poster['find'];
  readonly clock: Clock;
  readonly log: Log;
}

export interface DigestAlerts {
  /** Tells the guild how a delivery ended; `false` where Discord may take it later. Never twice, the same failure of a digest once a day. Never throws. */
  tell(delivery: Delivery): Promise<boolean>;
  /** Tells a guild what became of a channel's digests. It is tried once. Never throws. */
  tellOf(guildId: string, alert: Exclude<DigestAlert, { kind: 'run' }>): Promise<void>;
}

/** Discord remembers a nonce for some minutes; after this time an alert is looked for before it is sent. */
const nonceTrustedMs = 60_000;

/** The runs of a day at least. */
const runsLookedAt = 50;

/** Makes what tells guilds of digests that did not come, in the channel that each has chosen for alerts. */
export function createDigestAlerts(parts: DigestAlertParts): DigestAlerts {
  const { digests, settings, untold, find, post, clock, log } = parts;

  async function countUntold(guildId: string, reason?: string): Promise<void> {
    const count = ((await untold.get(guildId))?.count ?? 0) + 1;
    await untold.set(guildId, { count, lastAt: clock.now(), ...(reason === undefined ? {} : { reason }) });
  }

  /** The answer of `tell`. */
  async function send(alertPost: AlertPost): Promise<boolean> {
    const { guildId, alert } = alertPost;
    const outcome = await post(alertPost);
    if (outcome.ok) {
      log.info('digest.alert-posted', { guildId, kind: alert.kind });
      await untold.delete(guildId);
      return true;
    }
    const { reason, final } = outcome;
    log.warn('digest.alert-refused', { guildId, kind: alert.kind, reason, final });
    if (final) await countUntold(guildId, reason);
    return final;
  }

  async function channelFor(guildId: string): Promise<string | undefined> {
    const channelId = (await settings.get(guildId))?.alertsChannelId;
    if (channelId === undefined) await countUntold(guildId);
    return channelId;
  }

  /** Whether an earlier try has posted it: looked for where Discord may have forgotten its nonce. */
  async function isThere({ channelId, guildId, reference }: AlertPost, since: number): Promise<boolean> {
    if (clock.now() - since <= nonceTrustedMs) return false;
    return (await find({ channelId, guildId, reference, since })).kind === 'found';
  }

  /** That a digest rests is always told. */
  async function wasTold(delivery: Delivery, { id, pause }: Digest): Promise<boolean> {
    return pause === undefined && isRepeated(delivery, await digests.deliveries(id, runsLookedAt));
  }

  async function tellOfRun(delivery: Delivery): Promise<boolean> {
    const { digestId, guildId, slot, settledAt = slot } = delivery;
    const digest = await digests.get(digestId, guildId);
    if (digest === undefined || (await wasTold(delivery, digest))) return true;
    const channelId = await channelFor(guildId);
    if (channelId === undefined) return true;
    const names = alertNames('digest-alert', digestId, slot, settledAt);
    const alertPost: AlertPost = { ...names, channelId, guildId, alert: { kind: 'run', delivery, digest } };
    return (await isThere(alertPost, settledAt)) || (await send(alertPost));
  }

  return {
    async tell(delivery) {
      try {
        return await tellOfRun(delivery);
      } catch (error) {
        const { digestId, slot, guildId } = delivery;
        log.error('digest.alert-failed', { digestId, slot, guildId }, error);
        return false;
      }
    },
    async tellOf(guildId, alert) {
      try {
        const channelId = await channelFor(guildId);
        if (channelId === undefined) return;
        const names = alertNames(
          'digest-alert',
          guildId,
          alert.kind,
          clock.now(),
          ...alert.digests.map(({ id }) => id),
        );
        const isOver = await send({ ...names, channelId, guildId, alert });
        if (!isOver) await countUntold(guildId, 'Discord did not take it');
      } catch (error) {
        log.error('digest.alert-failed', { guildId, kind: alert.kind }, error);
      }
    },
  };
}
