import { onTestFinished } from 'vitest';
import { type AlertPost, createDigestAlerts } from '../../../src/digest/trouble/alerts.ts';
import { type Delivery, type Digest, usualDigest } from '../../../src/domain/digest.ts';
import type { Settlement } from '../../../src/domain/digest-store.ts';
import type { ChannelAccess, PostFinding, PostOutcome } from '../../../src/domain/poster.ts';
import { guildSettings, untoldAlerts } from '../../../src/store/guild-state.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { recordingLog } from '../../recording-log.ts';

export const guildId = '1';
export const slot = Date.UTC(2026, 10, 26, 8);

export const newsDigest: Digest = {
  ...usualDigest,
  id: 'd'.repeat(22),
  guildId,
  channelId: '30',
  name: 'Morning news',
  times: ['08:00'],
  createdBy: '7',
  createdAt: slot - 1,
  nextRunAt: slot,
};

/** A store with a digest in it, the alerts over it, and a Discord that is told what to answer. */
export async function startAlerting({ hasChannel = true }: { readonly hasChannel?: boolean } = {}) {
  const time = { now: slot };
  const clock = { now: () => time.now };
  const store = await openStore('sqlite::memory:', clock);
  onTestFinished(() => store.close());
  const { digests } = store;
  const settings = guildSettings(store);
  const untold = untoldAlerts(store);
  const { log, events } = recordingLog();
  const posts: AlertPost[] = [];
  const outcomes: PostOutcome[] = [];
  const findings: PostFinding[] = [];
  const accesses = new Map<string, ChannelAccess>();
  const alerts = createDigestAlerts({
    digests,
    settings,
    untold,
    clock,
    log,
    async post(alertPost) {
      posts.push(alertPost);
      return outcomes.shift() ?? { ok: true, messageId: 'm1' };
    },
    find: async () => findings.shift() ?? { kind: 'absent' },
  });
  if (hasChannel) await settings.set(guildId, { alertsChannelId: '40' });
  await digests.add(newsDigest);

  /** The run of a slot, ended so. */
  async function ended(settlement: Settlement, at = slot): Promise<Delivery> {
    await digests.planNow(newsDigest, at);
    const [claimed] = await digests.claim('test', 30_000, 1);
    if (claimed === undefined) throw new Error('there is nothing to claim');
    await digests.settle(claimed, 'test', settlement);
    const [delivery] = await digests.deliveries(newsDigest.id, 1);
    if (delivery === undefined) throw new Error('the delivery is gone');
    return delivery;
  }

  return {
    time,
    clock,
    digests,
    settings,
    untold,
    log,
    events,
    alerts,
    posts,
    outcomes,
    findings,
    ended,
    /** What the bot knows of channels; the others are open to it. */
    accesses,
    poster: {
      access: (channelId: string): ChannelAccess =>
        accesses.get(channelId) ?? { kind: 'messages', missing: [] },
    },
  };
}

/** A run that failed for want of rights, and paused its digest. */
export const forWantOfRights: Settlement = {
  state: 'failed',
  reason: 'I need: Send Messages',
  pause: { by: 'rights', missing: ['Send Messages'] },
  alert: true,
};
