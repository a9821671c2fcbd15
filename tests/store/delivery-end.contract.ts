import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, Digest } from '../../src/domain/digest.ts';
import type { DigestStore, Settlement } from '../../src/domain/digest-store.ts';
import { newDigest, type StoreBench, start } from './bench.ts';

const leaseMs = 30_000;
const failed = { state: 'failed', reason: 'Missing Access' } as const;
const postedMore = { state: 'posted', messageId: '900', afterwards: true } as const;

/** What any engine of `DigestStore` does with the end of a delivery, and after it. */
export function deliveryEndContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let digests: DigestStore;
  let digest: Digest;
  beforeEach(async () => {
    bench = await makeBench();
    digests = (await bench.open()).digests;
    digest = newDigest();
    await digests.add(digest);
  });
  afterEach(() => bench.clean());

  const stored = async (slot = start) =>
    (await digests.deliveries(digest.id, 99)).find((delivery) => delivery.slot === slot);
  const pauseNow = async () => (await digests.get(digest.id, '100'))?.pause;

  /** Claims a delivery and fixes what it sends. */
  async function frozen(slot = start): Promise<Delivery> {
    await digests.planNow(digest, slot);
    const [delivery] = await digests.claim('one', leaseMs, 1);
    if (delivery === undefined) throw new Error('nothing to claim');
    await digests.freeze(delivery, { payload: '{"a":1}', articleIds: ['b', 'a'], record: '{"since":1}' });
    return delivery;
  }

  async function ended(settlement: Settlement, slot = start): Promise<Delivery> {
    const delivery = await frozen(slot);
    expect(await digests.settle(delivery, 'one', settlement)).toBe(true);
    return delivery;
  }

  describe('an end', () => {
    it.each<Settlement>([
      { state: 'posted', messageId: '900' },
      { state: 'empty', reason: 'nothing new' },
      { state: 'uncertain', reason: 'no answer', alert: true },
      { ...failed, pause: { by: 'gone' } },
    ])('as $state lets the post go, and keeps of what it was and why', async (settlement) => {
      await ended(settlement);
      const delivery = await stored();
      expect(delivery).toMatchObject({ articleIds: ['b', 'a'], record: '{"since":1}' });
      expect(delivery?.payload).toBeUndefined();
      expect(delivery?.leaseUntil).toBeUndefined();
    });

    it('as empty says what was looked at', async () => {
      await digests.planNow(digest, start);
      for (const delivery of await digests.claim('one', leaseMs, 1))
        await digests.settle(delivery, 'one', {
          state: 'empty',
          reason: 'nothing new',
          record: '{"until":2}',
        });
      expect(await stored()).toMatchObject({ state: 'empty', record: '{"until":2}' });
    });

    it('pauses the digest in the same step, where the claim was not lost', async () => {
      const delivery = await frozen();
      const pause = { by: 'rights', missing: ['Send Messages'] } as const;
      expect(await digests.settle(delivery, 'two', { ...failed, pause })).toBe(false);
      expect(await pauseNow()).toBeUndefined();
      bench.clock.at = start + 5;
      expect(await digests.settle(delivery, 'one', { ...failed, pause })).toBe(true);
      expect(await pauseNow()).toEqual({ at: start + 5, ...pause });
      bench.clock.at = start + 6;
      await ended({ ...failed, pause: { by: 'gone' } }, start + 1);
      expect(await pauseNow()).toEqual({ at: start + 5, ...pause });
    });
  });

  describe('what comes after a post', () => {
    it('is claimed with the post, once, until it is done', async () => {
      await ended({ state: 'posted', messageId: '8' }, start - 1);
      const posted = await ended(postedMore);
      expect(await stored()).toMatchObject({ afterwards: 'due', payload: '{"a":1}' });
      // Nobody has claimed it yet.
      expect(await digests.finish(posted, 'one', 'done')).toBe(false);
      expect(await digests.claimAfterwards('one', leaseMs, 0)).toEqual([]);
      const [claimed] = await digests.claimAfterwards('two', leaseMs, 9);
      expect(claimed).toMatchObject({
        slot: start,
        state: 'posted',
        messageId: '900',
        payload: '{"a":1}',
        articleIds: ['b', 'a'],
        attempts: 1,
        claimedBy: 'two',
        leaseUntil: start + leaseMs,
      });
      if (claimed === undefined) return;
      expect(await digests.claimAfterwards('three', leaseMs, 9)).toEqual([]);
      expect(await digests.finish(claimed, 'three', 'done')).toBe(false);
      expect(await digests.finish(claimed, 'two', 'done')).toBe(true);
      expect(await digests.finish(claimed, 'two', 'done')).toBe(false);
      const done = await stored();
      expect(done).toMatchObject({ state: 'posted', afterwards: 'done' });
      expect(done?.payload).toBeUndefined();
      bench.clock.at = start + 99 * leaseMs;
      expect(await digests.claimAfterwards('two', leaseMs, 9)).toEqual([]);
    });

    it('is another’s when the lease runs out, unless it is held on to', async () => {
      await ended(postedMore);
      const [claimed] = await digests.claimAfterwards('one', leaseMs, 9);
      if (claimed === undefined) throw new Error('nothing to claim');
      bench.clock.at = start + leaseMs - 1;
      await digests.extend([claimed], 'one', leaseMs);
      bench.clock.at = start + leaseMs;
      expect(await digests.claimAfterwards('two', leaseMs, 9)).toEqual([]);
      bench.clock.at = start + 2 * leaseMs - 1;
      expect(await digests.claimAfterwards('two', leaseMs, 9)).toHaveLength(1);
      expect(await digests.finish(claimed, 'one', 'done')).toBe(false);
      await digests.releaseAfterwards(claimed, 'one', 0);
      expect(await digests.claimAfterwards('three', leaseMs, 9)).toEqual([]);
    });

    it('waits as long as it was told when it is given back', async () => {
      await ended(postedMore);
      for (const claimed of await digests.claimAfterwards('one', leaseMs, 9))
        await digests.releaseAfterwards(claimed, 'one', 1000);
      expect((await stored())?.claimedBy).toBeUndefined();
      bench.clock.at = start + 999;
      expect(await digests.claimAfterwards('two', leaseMs, 9)).toEqual([]);
      bench.clock.at = start + 1000;
      expect(await digests.claimAfterwards('two', leaseMs, 9)).toHaveLength(1);
    });

    it('comes in the order of the posts, and is shared out among handles', async () => {
      const other = (await bench.open()).digests;
      for (const slot of [3, 1, 2, 5, 4, 6]) {
        await ended(postedMore, slot);
        bench.clock.at += 1;
      }
      expect((await digests.claimAfterwards('one', leaseMs, 2)).map(({ slot }) => slot)).toEqual([3, 1]);
      const claimed = await Promise.all([
        digests.claimAfterwards('one', leaseMs, 2),
        other.claimAfterwards('two', leaseMs, 2),
      ]);
      expect(
        claimed
          .flat()
          .map(({ slot }) => slot)
          .sort(),
      ).toEqual([2, 4, 5, 6]);
    });
  });

  describe('an alert', () => {
    it('is due from the end of a delivery until it is given, earliest first', async () => {
      for (const slot of [2, 1, 3]) {
        await ended({ ...failed, ...(slot !== 3 && { alert: true }) }, slot);
        bench.clock.at += 1;
      }
      const due = await digests.alertsDue(9);
      expect(due.map(({ slot }) => slot)).toEqual([2, 1]);
      expect(await digests.alertsDue(1)).toEqual(due.slice(0, 1));
      for (const delivery of due.slice(0, 1)) await digests.alerted(delivery);
      expect((await digests.alertsDue(9)).map(({ slot }) => slot)).toEqual([1]);
    });

    it('of a second failure is not taken for given with that of the first', async () => {
      await ended({ ...failed, alert: true });
      const [first] = await digests.alertsDue(9);
      await digests.reopen(digest.id, start);
      expect(await digests.alertsDue(9)).toEqual([]);
      bench.clock.at = start + 1;
      for (const delivery of await digests.claim('one', leaseMs, 9))
        await digests.settle(delivery, 'one', { ...failed, alert: true });
      if (first !== undefined) await digests.alerted(first);
      expect(await digests.alertsDue(9)).toMatchObject([{ settledAt: start + 1 }]);
    });

    it('is not for a guild that the bot has left', async () => {
      const { guilds } = await bench.open();
      await ended({ ...failed, alert: true });
      await ended(postedMore, start + 1);
      await guilds.leave('100', start);
      expect(await digests.alertsDue(9)).toEqual([]);
      expect(await digests.claimAfterwards('one', leaseMs, 9)).toEqual([]);
      await guilds.comeBack('100');
      expect(await digests.alertsDue(9)).toHaveLength(1);
      expect(await digests.claimAfterwards('one', leaseMs, 9)).toHaveLength(1);
    });
  });

  describe('a failed delivery', () => {
    it('is open again at once when it is asked for, with what was tried and told, but without what was to be sent', async () => {
      const delivery = await frozen();
      await digests.begin(delivery);
      await digests.settle(delivery, 'one', { ...failed, alert: true, pause: { by: 'rights' } });
      expect(await digests.reopen(digest.id, start)).toBe(true);
      expect(await digests.reopen(digest.id, start)).toBe(false);
      const [again] = await digests.claim('two', leaseMs, 9);
      expect(again).toEqual({
        ...delivery,
        isAsked: true,
        state: 'claimed',
        attempts: 2,
        claimedBy: 'two',
        firstTriedAt: start,
        articleIds: ['b', 'a'],
        record: '{"since":1}',
      });
      if (again === undefined) return;
      await digests.freeze(again, { payload: '{"c":3}', articleIds: ['c'] });
      const fixed = await stored();
      expect(fixed).toMatchObject({ payload: '{"c":3}', articleIds: ['c'] });
      expect(fixed?.record).toBeUndefined();
    });

    it.each<Settlement>([
      { state: 'posted', messageId: '900' },
      { state: 'empty', reason: 'nothing new' },
      { state: 'skipped', reason: 'missed' },
      { state: 'uncertain', reason: 'no answer' },
    ])('is not one that is $state', async (settlement) => {
      await ended(settlement);
      const before = await stored();
      expect(await digests.reopen(digest.id, start)).toBe(false);
      expect(await digests.reopen(digest.id, start + 1)).toBe(false);
      expect(await stored()).toEqual(before);
    });
  });
}
