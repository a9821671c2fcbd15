import { describe, expect, it } from 'vitest';
import { forWantOfRights, guildId, newsDigest, slot, startAlerting } from './alerting.ts';

const failed = { state: 'failed', reason: 'it is too large for this server', alert: true } as const;

describe('the alert of a run', () => {
  it('goes once to the channel that the guild has chosen, with the run and the digest as it is now', async () => {
    const { alerts, posts, events, ended } = await startAlerting();
    const delivery = await ended(forWantOfRights);
    expect(await alerts.tell(delivery)).toBe(true);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({
      channelId: '40',
      guildId,
      alert: { kind: 'run', delivery: { slot }, digest: { pause: { by: 'rights' } } },
    });
    expect(posts[0]?.nonce.length).toBeLessThanOrEqual(25);
    expect(events).toEqual(['digest.alert-posted']);
  });

  it('is sent again under the same nonce where Discord is away, and looked for first where that is long ago', async () => {
    const { alerts, posts, outcomes, findings, time, ended } = await startAlerting();
    outcomes.push({ ok: false, final: false, reason: 'away' }, { ok: false, final: false, reason: 'away' });
    const delivery = await ended(failed);
    expect(await alerts.tell(delivery)).toBe(false);
    expect(await alerts.tell(delivery)).toBe(false);
    expect(posts[1]?.nonce).toBe(posts[0]?.nonce);
    time.now += 10 * 60_000;
    findings.push({ kind: 'found', messageId: 'm1' });
    expect(await alerts.tell(delivery)).toBe(true);
    expect(posts).toHaveLength(2);
    expect(await alerts.tell(delivery)).toBe(true);
    expect(posts).toHaveLength(3);
  });

  it('of the same run that failed anew is another one', async () => {
    const { alerts, posts, digests, time, ended } = await startAlerting();
    await alerts.tell(await ended(failed));
    await digests.reopen(newsDigest.id, slot);
    time.now += 1_000;
    await alerts.tell(await ended(failed));
    expect(new Set(posts.map(({ nonce }) => nonce)).size).toBe(2);
  });

  it('of the same failure an hour later is none, unless the digest rests for it', async () => {
    const { alerts, posts, ended } = await startAlerting();
    await alerts.tell(await ended(failed));
    await alerts.tell(await ended(failed, slot + 3_600_000));
    expect(posts).toHaveLength(1);
    await alerts.tell(await ended(forWantOfRights, slot + 2 * 3_600_000));
    await alerts.tell(await ended(forWantOfRights, slot + 3 * 3_600_000));
    expect(posts).toHaveLength(3);
  });

  it('that reaches nobody is counted until one does, with the reason', async () => {
    const { alerts, outcomes, untold, settings, ended } = await startAlerting({ hasChannel: false });
    const delivery = await ended(failed);
    expect(await alerts.tell(delivery)).toBe(true);
    expect(await untold.get(guildId)).toEqual({ count: 1, lastAt: slot });
    await settings.set(guildId, { alertsChannelId: '40' });
    outcomes.push({ ok: false, final: true, reason: 'I need: View Channel', trouble: 'rights' });
    expect(await alerts.tell(delivery)).toBe(true);
    expect(await untold.get(guildId)).toEqual({ count: 2, lastAt: slot, reason: 'I need: View Channel' });
    await alerts.tell(delivery);
    expect(await untold.get(guildId)).toBeUndefined();
  });

  it('of a digest that was removed since is none, and what breaks is tried later', async () => {
    const { alerts, digests, posts, events, settings, ended } = await startAlerting();
    const delivery = await ended(failed);
    settings.get = () => Promise.reject(new Error('the store is away'));
    expect(await alerts.tell(delivery)).toBe(false);
    expect(events).toEqual(['digest.alert-failed']);
    await digests.remove(newsDigest.id, guildId);
    expect(await alerts.tell(delivery)).toBe(true);
    expect(posts).toEqual([]);
  });
});
