import { describe, expect, it } from 'vitest';
import type { DraftDigest } from '../../../src/domain/digest-draft.ts';
import { createDeliveryBench, type DeliveryBench, eight, hourMs, minuteMs } from './delivery-bench.ts';
import { plainDraft } from './plain-draft.ts';
import { unanswered } from './small-discord.ts';

const hourly = { times: ['08:00', '09:00', '10:00', '11:00'] };

/** Discord answers nothing from one time to another; the bot looks every minute. */
async function outage(bench: DeliveryBench, from: number, until: number): Promise<void> {
  for (bench.time.at = from; bench.time.at < until; bench.time.at += minuteMs) {
    for (let count = 0; count < 4; count += 1) {
      bench.discord.fail('post', unanswered);
      bench.discord.fail('find', new Error('no answer came'));
    }
    await bench.deliverer.tick();
  }
}

async function mended(bench: DeliveryBench): Promise<void> {
  bench.discord.mend();
  for (let minutes = 0; minutes < 20; minutes += 1) {
    await bench.deliverer.tick();
    bench.time.at += minuteMs;
  }
}

const states = async ({ digests }: DeliveryBench, { id }: { readonly id: string }) =>
  (await digests.deliveries(id, 9)).map(({ state }) => state);

describe('runs of one digest that are open together', () => {
  it('after hours without an answer the newest comes, and those before it leave it their stories', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add(hourly);
    await outage(bench, eight, eight + 2.5 * hourMs);
    await mended(bench);
    expect(await states(bench, digest)).toEqual(['posted', 'skipped', 'skipped']);
    expect(bench.discord.standing).toHaveLength(1);
    expect(bench.told).toEqual([]);
  });

  it('one that was posted after all is found, before the next one is written', async () => {
    const seen: (readonly string[])[] = [];
    const bench: DeliveryBench = await createDeliveryBench({
      async draft(run) {
        seen.push(await states(bench, run.digest));
        return plainDraft(run);
      },
    });
    const digest = await bench.add(hourly);
    bench.discord.fail('post', unanswered, true);
    await bench.deliverer.tick();
    await outage(bench, eight + minuteMs, eight + 1.5 * hourMs);
    await mended(bench);
    expect(await states(bench, digest)).toEqual(['posted', 'posted']);
    expect(bench.discord.standing).toHaveLength(2);
    expect(seen).toEqual([['claimed'], ['claimed', 'posted']]);
  });

  it('those that were planned before a stop do not come beside the newest', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add(hourly);
    await bench.digests.plan(eight, () => eight + hourMs);
    bench.time.at = eight + hourMs;
    await bench.deliverer.tick();
    expect(await states(bench, digest)).toEqual(['posted', 'skipped']);
  });

  it('two that are asked for at once are made one after the other', async () => {
    const { promise, resolve: go } = Promise.withResolvers<void>();
    const seen: (readonly string[])[] = [];
    const bench: DeliveryBench = await createDeliveryBench({
      draft: async (run): ReturnType<DraftDigest> => {
        await promise;
        seen.push(await states(bench, run.digest));
        return plainDraft(run);
      },
    });
    const digest = await bench.add({ nextRunAt: eight + hourMs });
    await bench.digests.planNow(digest, eight - 2);
    const first = bench.deliverer.tick();
    await bench.digests.planNow(digest, eight - 1);
    const second = bench.deliverer.tick();
    go();
    await Promise.all([first, second]);
    expect(seen).toEqual([
      ['claimed', 'claimed'],
      ['claimed', 'posted'],
    ]);
    expect(await states(bench, digest)).toEqual(['posted', 'posted']);
  });

  it('one that another process is at is waited for', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add({ nextRunAt: eight + hourMs });
    await bench.digests.planNow(digest, eight - 2);
    await bench.digests.claim('other', 30_000, 1);
    await bench.digests.planNow(digest, eight - 1);
    await bench.deliverer.tick();
    expect(await bench.last(digest)).toMatchObject({
      state: 'pending',
      reason: 'an earlier run is on its way',
    });
    bench.time.at += minuteMs;
    await bench.deliverer.tick();
    expect(bench.discord.standing.map(({ words }) => /slot (\d+)/.exec(words)?.[1])).toEqual([
      String(eight - 1),
    ]);
    expect(await states(bench, digest)).toEqual(['posted', 'skipped']);
  });

  it('of a digest that rests, what nobody will take is not waited for', async () => {
    const bench = await createDeliveryBench();
    const digest = await bench.add();
    await bench.digests.plan(eight, () => eight + 24 * hourMs);
    await bench.digests.update({
      ...digest,
      nextRunAt: eight + 24 * hourMs,
      pause: { at: eight, by: 'person' },
    });
    await bench.digests.planNow(digest, eight + 1);
    await bench.deliverer.tick();
    expect(await states(bench, digest)).toEqual(['posted', 'pending']);
  });
});
