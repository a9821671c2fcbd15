import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/domain/digest.ts';
import type { ChannelAccess, PostFailure } from '../../../src/domain/poster.ts';
import { createDeliveryBench, eight, hourMs, minuteMs } from './delivery-bench.ts';
import { plainDraft, record } from './plain-draft.ts';
import { unanswered } from './small-discord.ts';

const refused: PostFailure = { ok: false, final: true, reason: 'Discord refused it' };
const lacking: ChannelAccess = { kind: 'messages', missing: ['Send Messages', 'Embed Links'] };
const gone: ChannelAccess = { kind: 'gone', missing: [] };
const forum: ChannelAccess = { kind: 'forum', missing: [] };

describe('a digest that is due', () => {
  it('is posted, recorded and counted', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add({ mentionRoleId: '700' });
    await bench.deliverer.tick();
    const delivery = await bench.last(digest);
    expect(delivery).toMatchObject({
      slot: eight,
      state: 'posted',
      messageId: bench.discord.standing[0]?.id,
      articleIds: [`article-of-${eight}`],
      record: JSON.stringify(record),
    });
    expect(bench.discord.standing.map(({ post }) => post)).toEqual([
      {
        channelId: '200',
        guildId: '100',
        nonce: delivery.nonce,
        mentionRoleId: '700',
        reply: plainDraft({ digest, slot: eight, at: eight, isAsked: false, reference: delivery.reference })
          .reply,
      },
    ]);
    expect(bench.told).toEqual([]);
    expect(Object.fromEntries(bench.counts)).toEqual({
      'digest.posted': 1,
      'digest.empty': 0,
      'digest.skipped': 0,
      'digest.failed': 0,
      'digest.uncertain': 0,
      'digest.late': 0,
      'digest.delayed': 0,
    });
    expect(bench.events.filter((event) => event.startsWith('digest.'))).toEqual(['digest.settled']);
  });

  it('with nothing new is empty, with what was looked at, and no request is sent', async () => {
    const bench = await createDeliveryBench({ draft: async () => ({ articleIds: [], record }) });
    const digest = await bench.add();
    await bench.deliverer.tick();
    expect(await bench.last(digest)).toMatchObject({
      state: 'empty',
      reason: 'nothing new',
      record: JSON.stringify(record),
    });
    expect(bench.discord.calls).toEqual([]);
    expect(bench.counts.get('digest.empty')).toBe(1);
  });

  it('waits for nobody: a caller gets what became due while others were served', async () => {
    const bench = await createDeliveryBench();
    const first = await bench.add();
    const tick = bench.deliverer.tick();
    const second = await bench.add({ channelId: '201' });
    await Promise.all([tick, bench.deliverer.tick()]);
    expect([(await bench.last(first)).state, (await bench.last(second)).state]).toEqual(['posted', 'posted']);
  });

  it('comes although another’s zone is known no more', async () => {
    const bench = await createDeliveryBench();
    const strange = await bench.add({ timezone: 'Atlantis/Capital' });
    const digest = await bench.add();
    await bench.deliverer.tick();
    expect((await bench.last(digest)).state).toBe('posted');
    expect((await bench.digests.get(strange.id, '100'))?.nextRunAt).toBeGreaterThan(eight);
  });
});

describe('how late is too late', () => {
  it.each([
    { lateMs: 0, state: 'posted', late: 0 },
    { lateMs: 5 * minuteMs, state: 'posted', late: 0 },
    { lateMs: 5 * minuteMs + 1, state: 'posted', late: 1 },
    { lateMs: 6 * hourMs, state: 'posted', late: 1 },
    { lateMs: 6 * hourMs + 1, state: 'skipped', reason: '6 hours late', late: 0 },
    { lateMs: 23 * hourMs, state: 'skipped', reason: '23 hours late', late: 0 },
  ])('$lateMs ms after its time it is $state', async ({ lateMs, state, reason, late }) => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.time.at = eight + lateMs;
    await bench.deliverer.tick();
    expect(await bench.last(digest)).toMatchObject({ slot: eight, state, ...(reason && { reason }) });
    expect(bench.discord.standing).toHaveLength(state === 'posted' ? 1 : 0);
    expect(bench.counts.get('digest.late')).toBe(late);
    expect(bench.told.map(({ slot }) => slot)).toEqual(state === 'posted' ? [] : [eight]);
  });

  it('after days only the newest slot is posted, the others are on record', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.time.at = eight + 72 * hourMs + minuteMs;
    await bench.deliverer.tick();
    const deliveries = await bench.digests.deliveries(digest.id, 9);
    expect(deliveries.map(({ state }) => state)).toEqual(['posted', 'skipped', 'skipped', 'skipped']);
    expect(bench.discord.standing).toHaveLength(1);
  });

  it('what a person asks for now is never counted as late', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add({ nextRunAt: eight + 99 * hourMs });
    await bench.digests.planNow(digest, eight);
    bench.time.at = eight + hourMs;
    await bench.deliverer.tick();
    expect(await bench.last(digest)).toMatchObject({ state: 'posted', isAsked: true });
    expect(bench.counts.get('digest.late')).toBe(0);
  });
});

describe('a channel that cannot be posted to', () => {
  it.each([
    {
      channel: lacking,
      reason: 'I need: Send Messages, Embed Links',
      pause: { by: 'rights', missing: ['Send Messages', 'Embed Links'] },
    },
    { channel: gone, reason: 'the channel is gone', pause: { by: 'gone' } },
    { channel: { kind: 'none', missing: [] } as const, reason: 'the channel takes no messages' },
  ])('is known without a request: $reason', async ({ channel, reason, pause }) => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.discord.channels.set('200', channel);
    await bench.deliverer.tick();
    expect(await bench.last(digest)).toMatchObject({ state: 'failed', reason });
    expect(bench.discord.calls).toEqual([]);
    const kept = await bench.digests.get(digest.id, '100');
    expect(kept?.pause).toEqual(pause && { at: eight, ...pause });
    expect(bench.told).toMatchObject([{ digestId: digest.id, state: 'failed', reason }]);
    expect(bench.counts.get('digest.failed')).toBe(1);
  });

  it.each(['rights', 'gone'] as const)('is not asked again after one refusal for %s', async (trouble) => {
    const bench = await createDeliveryBench();
    const digest = await bench.add({ times: ['08:00', '09:00'] });
    bench.discord.fail('post', { ...refused, trouble });
    await bench.deliverer.tick();
    expect(await bench.last(digest)).toMatchObject({ state: 'failed', reason: 'Discord refused it' });
    expect((await bench.digests.get(digest.id, '100'))?.pause).toEqual({ at: eight, by: trouble });
    bench.time.at += hourMs;
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(['post']);
    expect(bench.told).toHaveLength(1);
  });

  it('is tried again when somebody has mended it and asks', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.discord.channels.set('200', lacking);
    await bench.deliverer.tick();
    bench.discord.channels.delete('200');
    bench.time.at += hourMs;
    const { pause: _, ...mended } = (await bench.digests.get(digest.id, '100')) ?? digest;
    await bench.digests.update(mended);
    expect(await bench.digests.reopen(digest.id, eight)).toBe(true);
    await bench.deliverer.tick();
    expect((await bench.last(digest)).state).toBe('posted');
  });
});

describe('a digest whose zone nobody knows any more', () => {
  it('keeps no other from coming, and its guild is told', async () => {
    const bench = await createDeliveryBench();
    const lost = await bench.add({ timezone: 'Mars/Base' });
    const other = await bench.add();
    await bench.deliverer.tick();
    expect(await bench.last(lost)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('when it runs next cannot be told'),
    });
    expect((await bench.last(other)).state).toBe('posted');
    expect(bench.told.map(({ digestId }) => digestId)).toEqual([lost.id]);
  });
});

describe('a refusal', () => {
  it('for good, of the message itself, fails that delivery and is told; the digest goes on', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.discord.fail('post', refused);
    await bench.deliverer.tick();
    expect(await bench.last(digest)).toMatchObject({ state: 'failed', reason: 'Discord refused it' });
    expect(bench.told).toHaveLength(1);
    bench.time.at += 24 * hourMs;
    await bench.deliverer.tick();
    expect((await bench.last(digest)).state).toBe('posted');
  });

  it('of a second try, for rights that were taken meanwhile, does not hide that the first was posted', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.discord.fail('post', unanswered, true);
    await bench.deliverer.tick();
    bench.time.at += 20_000;
    bench.discord.fail('post', { ...refused, trouble: 'rights' });
    await bench.deliverer.tick();
    expect((await bench.last(digest)).state).toBe('posted');
    expect((await bench.digests.get(digest.id, '100'))?.pause).toBeUndefined();
  });

  it('for a while is tried again after 15 s, then twice as long each time up to a quarter of an hour', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    const waits: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      bench.discord.fail('post', unanswered);
      await bench.deliverer.tick();
      const { leaseUntil = 0, state, reason } = await bench.last(digest);
      expect([state, reason]).toEqual(['pending', 'no answer came']);
      waits.push((leaseUntil - bench.time.at) / 1_000);
      bench.time.at = leaseUntil;
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900]);
    await bench.deliverer.tick();
    expect((await bench.last(digest)).state).toBe('posted');
    expect(bench.counts.get('digest.delayed')).toBe(9);
  });

  it('with a time from Discord is tried again no sooner than that', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.discord.fail('post', { ...unanswered, retryMs: 77_000 });
    await bench.deliverer.tick();
    expect((await bench.last(digest)).leaseUntil).toBe(eight + 77_000);
  });

  it('that lasts for six hours ends as failed, with the last reason, and is told', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    for (; bench.time.at <= eight + 6 * hourMs; bench.time.at += 15 * minuteMs) {
      bench.discord.fail('post', unanswered);
      await bench.deliverer.tick();
    }
    expect(await bench.last(digest)).toMatchObject({ state: 'pending' });
    await bench.deliverer.tick();
    expect(await bench.last(digest)).toMatchObject({ state: 'failed', reason: 'no answer came' });
    expect(bench.told).toHaveLength(1);
  });

  it('sends the same words each time, whatever is new meanwhile', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.discord.fail('post', unanswered);
    await bench.deliverer.tick();
    bench.time.at += minuteMs;
    await bench.deliverer.tick();
    expect(bench.discord.standing[0]?.words).toContain(`made ${eight} `);
    expect((await bench.last(digest)).state).toBe('posted');
  });
});

describe('what breaks in our own house', () => {
  it('is logged with a reference that the delivery shows, and tried again', async () => {
    let isBroken = true;
    const bench = await createDeliveryBench({
      async draft(run) {
        if (isBroken) throw new Error('no articles today');
        return plainDraft(run);
      },
    });
    const digest = await bench.add();
    await bench.deliverer.tick();
    const delivery = await bench.last(digest);
    expect(delivery.state).toBe('pending');
    expect(delivery.reason).toMatch(/^something broke \([0-9a-f]{8}\)$/);
    expect(bench.events).toContain('digest.broken');
    isBroken = false;
    bench.time.at += minuteMs;
    await bench.deliverer.tick();
    expect((await bench.last(digest)).state).toBe('posted');
  });

  it('fails the delivery once it has lasted for six hours', async () => {
    const bench = await createDeliveryBench({
      draft: () => Promise.reject(new Error('no articles today')),
    });
    const digest = await bench.add();
    await bench.deliverer.tick();
    bench.time.at += 6 * hourMs + 1;
    await bench.deliverer.tick();
    const delivery = await bench.last(digest);
    expect([delivery.state, delivery.reason?.slice(0, 15)]).toEqual(['failed', 'something broke']);
  });
});

describe('a digest that somebody pauses or removes', () => {
  const pause = { at: eight, by: 'person' } as const;

  /** Its pause or removal comes while its post is being written. */
  async function meanwhile(act: (digest: Digest) => Promise<unknown>) {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.discord.fail('post', unanswered);
    await bench.deliverer.tick();
    await act(digest);
    return { bench, digest };
  }

  it('posts nothing while it is paused, but what a person asks for', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add({ pause });
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual([]);
    await bench.digests.planNow(digest, eight + 1);
    await bench.deliverer.tick();
    expect(await bench.last(digest)).toMatchObject({ state: 'posted', slot: eight + 1 });
  });

  it('is looked for when a try had begun, and skipped when that has not come through', async () => {
    const { bench, digest } = await meanwhile(async () => undefined);
    await bench.digests.update({ ...digest, nextRunAt: eight + 24 * hourMs, pause });
    bench.time.at += 20_000;
    await bench.deliverer.tick();
    expect(await bench.last(digest)).toMatchObject({ state: 'skipped', reason: 'paused' });
    expect(bench.discord.calls).toEqual(['post', 'find']);
    expect(bench.told).toEqual([]);
  });

  it('leaves nothing to do when it is removed', async () => {
    const { bench, digest } = await meanwhile(async () => undefined);
    await bench.digests.remove(digest.id, '100');
    bench.time.at += minuteMs;
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(['post']);
    expect(bench.events).not.toContain('digest.broken');
  });
});

describe('an answer that was lost', () => {
  it.each([
    { afterMs: 20_000, calls: ['post', 'post'] },
    { afterMs: minuteMs, calls: ['post', 'post'] },
    { afterMs: minuteMs + 1, calls: ['post', 'find'] },
    { afterMs: hourMs, calls: ['post', 'find'] },
    { afterMs: 7 * hourMs, calls: ['post', 'find'] },
  ])('is made good $afterMs ms later without a second message', async ({ afterMs, calls }) => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.discord.fail('post', unanswered, true);
    await bench.deliverer.tick();
    bench.time.at += afterMs;
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(calls);
    expect(bench.discord.standing).toHaveLength(1);
    expect(await bench.last(digest)).toMatchObject({ state: 'posted', messageId: '1000' });
  });

  it('in a forum, which knows no nonce, is looked for before every second try', async () => {
    const bench = await createDeliveryBench();
    bench.discord.channels.set('200', forum);
    const digest = await bench.add();
    bench.discord.fail('post', unanswered);
    await bench.deliverer.tick();
    bench.time.at += 15_000;
    bench.discord.fail('post', unanswered, true);
    await bench.deliverer.tick();
    bench.time.at += 30_000;
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(['post', 'find', 'post', 'find']);
    expect(bench.discord.standing.map(({ post: { title } }) => title)).toEqual([
      'Morning news, 26 November 2026',
    ]);
    expect((await bench.last(digest)).state).toBe('posted');
  });

  it('leaves it uncertain where the channel may not be read: told, and never sent again', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.discord.unreadable.add('200');
    bench.discord.fail('post', unanswered);
    await bench.deliverer.tick();
    for (let minutes = 0; minutes < 3; minutes += 1) {
      bench.time.at += 2 * minuteMs;
      await bench.deliverer.tick();
    }
    expect(bench.discord.calls).toEqual(['post', 'find']);
    expect((await bench.last(digest)).state).toBe('uncertain');
    expect(bench.told).toMatchObject([{ state: 'uncertain' }]);
  });

  it('in a channel that this process neither knows nor can look into is left to another', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    bench.discord.channels.set('200', { kind: 'unknown', missing: [] });
    bench.discord.unreadable.add('200');
    bench.discord.fail('post', unanswered, true);
    await bench.deliverer.tick();
    bench.time.at += 2 * minuteMs;
    await bench.deliverer.tick();
    expect((await bench.last(digest)).state).toBe('pending');
    bench.discord.channels.delete('200');
    bench.discord.unreadable.clear();
    bench.time.at += 2 * minuteMs;
    await bench.make('two').tick();
    expect(await bench.last(digest)).toMatchObject({ state: 'posted', messageId: '1000' });
    expect(bench.discord.calls).toEqual(['post', 'find', 'find']);
  });

  it('is looked for by the store’s idea of when, though this process’s clock is hours off', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    const ahead = bench.make('two', { clock: { now: () => bench.time.at + 2 * hourMs } });
    bench.discord.fail('post', unanswered, true);
    await ahead.tick();
    bench.time.at += 20_000;
    await ahead.tick();
    expect(bench.discord.calls).toEqual(['post', 'post']);
    expect((await bench.last(digest)).state).toBe('posted');
  });
});
