import { describe, expect, it } from 'vitest';
import type { Post, Poster, PostOutcome } from '../../../src/domain/poster.ts';
import { createDeliveryBench, eight, hourMs, minuteMs } from './delivery-bench.ts';
import { plainDraft } from './plain-draft.ts';

/** Posts that wait until they are let go. */
function createGate(poster: Poster) {
  const waiting: (() => void)[] = [];
  let isShut = true;
  let most = 0;
  let arrived = Promise.withResolvers<void>();
  const post = async (one: Post): Promise<PostOutcome> => {
    if (isShut) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      most = Math.max(most, waiting.length);
      arrived.resolve();
      await promise;
    }
    return await poster.post(one);
  };
  return {
    poster: { ...poster, post },
    mostWaiting: () => most,
    async arrivals(count: number) {
      while (waiting.length < count) {
        arrived = Promise.withResolvers<void>();
        await arrived.promise;
      }
    },
    open() {
      isShut = false;
      for (const go of waiting.splice(0)) go();
    },
  };
}

describe('many digests at once', () => {
  it('are on their way together, as many as are allowed and no more', async () => {
    const bench = await createDeliveryBench();
    const gate = createGate(bench.discord.poster);
    const digests = [];
    for (let count = 0; count < 90; count += 1) digests.push(await bench.add({ channelId: `${count}` }));
    const tick = bench.make('one', { poster: gate.poster }).tick();
    await gate.arrivals(64);
    const states = await Promise.all(digests.map(async (digest) => (await bench.last(digest)).state));
    expect(states.filter((state) => state === 'claimed')).toHaveLength(64);
    gate.open();
    await tick;
    expect(bench.discord.standing).toHaveLength(90);
    expect(gate.mostWaiting()).toBe(64);
  });

  it('of one guild keep no other guild waiting', async () => {
    const bench = await createDeliveryBench();
    for (let count = 0; count < 500; count += 1) await bench.add({ channelId: `1${count}`, guildId: '100' });
    for (let count = 0; count < 20; count += 1) await bench.add({ channelId: '9', guildId: `2${count}` });
    await bench.deliverer.tick();
    const others = bench.discord.standing.flatMap(({ post }, index) => (post.channelId === '9' ? index : []));
    expect(others).toHaveLength(20);
    expect(Math.max(...others)).toBeLessThan(32);
    expect(bench.discord.standing).toHaveLength(520);
  });

  it('that become due while others are on their way do not wait for them', async () => {
    const bench = await createDeliveryBench();
    const gate = createGate(bench.discord.poster);
    await bench.add();
    const later = await bench.add({ channelId: '201', nextRunAt: eight + minuteMs });
    const tick = bench.make('one', { poster: gate.poster }).tick();
    await gate.arrivals(1);
    bench.time.at += minuteMs;
    bench.hold();
    await gate.arrivals(2);
    expect((await bench.last(later)).state).toBe('claimed');
    gate.open();
    await tick;
  });
});

describe('a claim', () => {
  it('is held on to for as long as its post waits', async () => {
    const bench = await createDeliveryBench();
    const gate = createGate(bench.discord.poster);
    const digest = await bench.add();
    const tick = bench.make('one', { poster: gate.poster }).tick();
    await gate.arrivals(1);
    const other = bench.make('two');
    for (let tens = 0; tens < 12; tens += 1) {
      bench.time.at += 10_000;
      bench.hold();
      await other.tick();
    }
    expect(bench.discord.standing).toHaveLength(0);
    gate.open();
    await tick;
    expect(await bench.last(digest)).toMatchObject({ state: 'posted', claimedBy: 'one', attempts: 1 });
  });

  it('that another may have by now sends nothing', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    const other = bench.make('two');
    const slow = bench.make('one', {
      async draft(run) {
        bench.time.at += 31_000;
        await other.tick();
        return plainDraft(run);
      },
    });
    await slow.tick();
    expect(bench.discord.calls).toEqual(['post']);
    expect(await bench.last(digest)).toMatchObject({ state: 'posted', claimedBy: 'two' });
  });

  it('that another has, who works on it still, sends nothing', async () => {
    const bench = await createDeliveryBench();
    const gate = createGate(bench.discord.poster);
    const digest = await bench.add();
    const other = bench.make('two', { poster: gate.poster });
    let otherTick: Promise<void> | undefined;
    const slow = bench.make('one', {
      async draft(run) {
        bench.time.at += 31_000;
        otherTick = other.tick();
        await gate.arrivals(1);
        return plainDraft(run);
      },
    });
    await slow.tick();
    expect(bench.discord.calls).toEqual([]);
    expect(bench.events).toContain('digest.claim-lost');
    gate.open();
    await otherTick;
    expect(await bench.last(digest)).toMatchObject({ state: 'posted', claimedBy: 'two' });
  });

  it('that is about to end is held on to before a request begins', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    const slow = bench.make('one', {
      async draft(run) {
        bench.time.at += 25_000;
        return plainDraft(run);
      },
    });
    await slow.tick();
    expect(await bench.last(digest)).toMatchObject({ state: 'posted', claimedBy: 'one' });
  });
});

describe('a deliverer that is stopped', () => {
  it('lets end what is on its way, and begins nothing more', async () => {
    const bench = await createDeliveryBench();
    const gate = createGate(bench.discord.poster);
    for (let count = 0; count < 9; count += 1) await bench.add({ channelId: `${count}` });
    const deliverer = bench.make('one', { poster: gate.poster, limits: { atOnce: 4 } });
    const tick = deliverer.tick();
    await gate.arrivals(4);
    const stopped = deliverer.stop();
    gate.open();
    await Promise.all([tick, stopped]);
    await deliverer.tick();
    expect(bench.discord.standing).toHaveLength(4);
    await bench.deliverer.tick();
    expect(bench.discord.standing).toHaveLength(9);
  });
});

describe('alerts', () => {
  const failing = { kind: 'none', missing: [] } as const;

  it('that fail or have to wait stop neither deliveries nor other alerts, and come again', async () => {
    const tried: string[] = [];
    let mood: 'breaks' | 'waits' | 'works' = 'breaks';
    const bench = await createDeliveryBench({
      async tell({ channelId }) {
        tried.push(channelId);
        if (channelId === '2') return true;
        if (mood === 'breaks') throw new Error('no settings today');
        return mood === 'works';
      },
    });
    for (const channelId of ['1', '2']) {
      bench.discord.channels.set(channelId, failing);
      await bench.add({ channelId });
    }
    const fine = await bench.add({ channelId: '3' });
    await bench.deliverer.tick();
    expect(tried).toEqual(['1', '2']);
    expect((await bench.last(fine)).state).toBe('posted');
    for (const next of ['waits', 'works', 'works'] as const) {
      mood = next;
      bench.time.at += minuteMs;
      await bench.deliverer.tick();
    }
    expect(tried).toEqual(['1', '2', '1', '1']);
  });
});

describe('old deliveries', () => {
  it('are removed once a day, ninety days after their end', async () => {
    const bench = await createDeliveryBench();
    const asked: number[] = [];
    const deliverer = bench.make('one', {
      digests: {
        ...bench.digests,
        async pruneDeliveries(before) {
          asked.push(before);
          return 0;
        },
      },
    });
    for (let hours = 0; hours <= 24; hours += 12) {
      bench.time.at = eight + hours * hourMs;
      await deliverer.tick();
    }
    expect(asked).toEqual([eight - 90 * 24 * hourMs, eight - 89 * 24 * hourMs]);
  });
});
