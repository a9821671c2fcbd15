import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, Digest } from '../../src/domain/digest.ts';
import type { DigestStore, Settlement } from '../../src/domain/digest-store.ts';
import { newDigest, type StoreBench, start } from './bench.ts';

const leaseMs = 30_000;
const endings: readonly Settlement[] = [
  { state: 'posted', messageId: '900' },
  ...(['empty', 'skipped', 'failed', 'uncertain'] as const).map((state) => ({ state, reason: 'a reason' })),
];

/** A delivery's way from claim to end in any engine of `DigestStore`. */
export function deliveryContract(makeBench: () => Promise<StoreBench>): void {
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

  const stored = async (slot: number) =>
    (await digests.deliveries(digest.id, 99)).find((delivery) => delivery.slot === slot);

  async function claimOne(claimant = 'one', slot = start): Promise<Delivery> {
    await digests.planNow(digest, slot);
    const [delivery] = await digests.claim(claimant, leaseMs, 1);
    if (delivery === undefined) throw new Error('nothing to claim');
    return delivery;
  }

  describe('a claim', () => {
    it('takes open deliveries, earliest slot first, up to the limit', async () => {
      for (const slot of [start + 1, start + 2, start + 3]) await digests.planNow(digest, slot);
      const claimed = await digests.claim('one', leaseMs, 2);
      expect(claimed.map(({ slot }) => slot)).toEqual([start + 1, start + 2]);
      expect(claimed[0]).toMatchObject({
        state: 'claimed',
        claimedBy: 'one',
        leaseUntil: start + leaseMs,
        attempts: 1,
      });
      expect(await stored(start + 1)).toEqual(claimed[0]);
      expect((await digests.claim('two', leaseMs, 9)).map(({ slot }) => slot)).toEqual([start + 3]);
      expect(await digests.claim('two', leaseMs, 0)).toEqual([]);
    });

    it('holds until its lease runs out, then another takes over', async () => {
      await claimOne('one');
      bench.clock.at = start + leaseMs - 1;
      expect(await digests.claim('two', leaseMs, 9)).toEqual([]);
      bench.clock.at = start + leaseMs;
      expect(await digests.claim('two', leaseMs, 9)).toMatchObject([{ claimedBy: 'two', attempts: 2 }]);
    });

    it.each(endings)('never takes a delivery that is $state', async (ending) => {
      await digests.settle(await claimOne(), 'one', ending);
      bench.clock.at = start + 99 * leaseMs;
      expect(await digests.claim('two', leaseMs, 9)).toEqual([]);
    });

    it('by two handles shares the deliveries out, none twice', async () => {
      const other = (await bench.open()).digests;
      for (let slot = 1; slot <= 60; slot += 1) await digests.planNow(digest, slot);
      const takers = Array.from({ length: 40 }, (_, index) =>
        index % 2 === 0 ? digests.claim('one', leaseMs, 3) : other.claim('two', leaseMs, 3),
      );
      const claimed = (await Promise.all(takers)).flat();
      expect(claimed.map(({ slot }) => slot).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 60 }, (_, index) => index + 1),
      );
      expect(new Set(claimed.map(({ claimedBy }) => claimedBy))).toEqual(new Set(['one', 'two']));
    });
  });

  describe('what is sent', () => {
    it('is fixed once, with its articles in order', async () => {
      const delivery = await claimOne();
      expect(await digests.freeze(delivery, { payload: '{"a":1}', articleIds: ['z', 'a', 'm'] })).toBe(
        '{"a":1}',
      );
      expect(await digests.freeze(delivery, { payload: '{"b":2}', articleIds: ['b'] })).toBe('{"a":1}');
      expect(await stored(start)).toMatchObject({ payload: '{"a":1}', articleIds: ['z', 'a', 'm'] });
      bench.clock.at = start + leaseMs;
      expect(await digests.claim('two', leaseMs, 1)).toMatchObject([
        { payload: '{"a":1}', articleIds: ['z', 'a', 'm'] },
      ]);
    });

    it('cannot be fixed, nor a try begin, when the digest is gone or the delivery settled', async () => {
      const gone = await claimOne();
      await digests.settle(gone, 'one', { state: 'empty', reason: 'nothing new' });
      await expect(digests.freeze(gone, { payload: '{}', articleIds: [] })).rejects.toThrow(
        'gone or settled',
      );
      await expect(digests.begin(gone)).rejects.toThrow('gone or settled');
      await digests.remove(digest.id, '100');
      await expect(digests.freeze(gone, { payload: '{}', articleIds: [] })).rejects.toThrow(
        'gone or settled',
      );
      await expect(digests.begin(gone)).rejects.toThrow('gone or settled');
    });

    it('was first tried when its first try began, whoever tries again', async () => {
      const delivery = await claimOne();
      bench.clock.at = start + 10;
      expect(await digests.begin(delivery)).toBe(start + 10);
      bench.clock.at = start + leaseMs;
      const [again] = await digests.claim('two', leaseMs, 1);
      expect(again?.firstTriedAt).toBe(start + 10);
      expect(await digests.begin(delivery)).toBe(start + 10);
    });
  });

  describe('an end', () => {
    it.each(endings)('as $state is kept', async (ending) => {
      const delivery = await claimOne();
      bench.clock.at = start + 20;
      expect(await digests.settle(delivery, 'one', ending)).toBe(true);
      expect(await stored(start)).toMatchObject({ ...ending, settledAt: start + 20, claimedBy: 'one' });
    });

    it.each(endings)('as $state is the claimant’s alone, and final', async (ending) => {
      const delivery = await claimOne('one');
      expect(await digests.settle(delivery, 'two', ending)).toBe(false);
      bench.clock.at = start + leaseMs;
      await digests.claim('two', leaseMs, 1);
      expect(await digests.settle(delivery, 'one', ending)).toBe(false);
      expect((await stored(start))?.state).toBe('claimed');
      expect(await digests.settle(delivery, 'two', ending)).toBe(true);
      const before = await stored(start);
      for (const other of endings) expect(await digests.settle(delivery, 'two', other)).toBe(false);
      expect(await stored(start)).toEqual(before);
    });

    it('of a delivery nobody has taken over since its lease ran out still counts', async () => {
      const delivery = await claimOne();
      bench.clock.at = start + 9 * leaseMs;
      expect(await digests.settle(delivery, 'one', { state: 'posted', messageId: '9' })).toBe(true);
    });
  });

  describe('a claim given back', () => {
    it('waits as long as it was told, with its reason', async () => {
      const delivery = await claimOne();
      bench.clock.at = start + 5;
      await digests.release(delivery, 'one', 1000, 'Discord is down');
      const released = await stored(start);
      expect(released).toMatchObject({ state: 'pending', attempts: 1, reason: 'Discord is down' });
      expect(released?.claimedBy).toBeUndefined();
      bench.clock.at = start + 1004;
      expect(await digests.claim('two', leaseMs, 9)).toEqual([]);
      bench.clock.at = start + 1005;
      expect(await digests.claim('two', leaseMs, 9)).toHaveLength(1);
    });

    it('is the claimant’s to give, and only while it is open', async () => {
      const delivery = await claimOne('one');
      await digests.release(delivery, 'two', 0, 'not mine');
      expect(await stored(start)).toEqual(delivery);
      await digests.settle(delivery, 'one', { state: 'posted', messageId: '9' });
      await digests.release(delivery, 'one', 0, 'too late');
      expect((await stored(start))?.state).toBe('posted');
    });
  });

  it('lists deliveries newest first, and the articles of the newest that were posted', async () => {
    const slots = [1, 2, 3, 4].map((day) => start + day);
    for (const [index, slot] of slots.entries()) {
      const delivery = await claimOne('one', slot);
      await digests.freeze(delivery, { payload: '{}', articleIds: [`only-${index}`, 'every'] });
      const isPosted = index !== 2;
      await digests.settle(
        delivery,
        'one',
        isPosted ? { state: 'posted', messageId: '9' } : { state: 'failed', reason: 'no' },
      );
    }
    expect((await digests.deliveries(digest.id, 3)).map(({ slot }) => slot)).toEqual(
      slots.slice(1).reverse(),
    );
    expect(await digests.deliveries('nobody', 3)).toEqual([]);
    const posted = (await digests.deliveries(digest.id, 99)).filter(({ state }) => state === 'posted');
    const toldIn = (count: number) => [...new Set(posted.slice(0, count).flatMap((one) => one.articleIds))];
    expect(toldIn(2).sort()).toEqual(['every', 'only-1', 'only-3']);
    expect(toldIn(99)).toHaveLength(4);
  });
}
