import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/domain/digest.ts';
import type { DigestStore } from '../../src/domain/digest-store.ts';
import { dayMs, newDigest, type StoreBench, start } from './bench.ts';

const leaseMs = 30_000;
const tomorrow = (_: Digest, after: number) => after + dayMs;

/** Whose delivery any engine of `DigestStore` gives out when. */
export function deliveryTurnsContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let digests: DigestStore;
  beforeEach(async () => {
    bench = await makeBench();
    digests = (await bench.open()).digests;
  });
  afterEach(() => bench.clean());

  async function add(given: Partial<Digest> = {}): Promise<Digest> {
    const digest = newDigest(given);
    await digests.add(digest);
    return digest;
  }

  async function planAll(now = start): Promise<void> {
    while ((await digests.plan(now, tomorrow)) > 0);
  }

  describe('guilds take turns', () => {
    it('with all that is due at one time: the second of one comes after the first of each', async () => {
      const counts = { '100': 150, '101': 3, '102': 1, '103': 2 };
      for (const [guildId, count] of Object.entries(counts))
        for (let made = 0; made < count; made += 1) await add({ guildId });
      await planAll();
      const rounds: string[] = [];
      for (const size of [4, 3, 2, 1]) {
        const claimed = await digests.claim('bot', leaseMs, size);
        rounds.push(
          claimed
            .map(({ guildId }) => guildId)
            .sort()
            .join(' '),
        );
      }
      expect(rounds).toEqual(['100 101 102 103', '100 101 103', '100 101', '100']);
      expect(await digests.claim('bot', leaseMs, 999)).toHaveLength(146);
    });

    it('with what is asked for while another has many open', async () => {
      const crowd = await add({ guildId: '100' });
      for (let slot = 1; slot <= 40; slot += 1) await digests.planNow(crowd, slot);
      await digests.claim('bot', leaseMs, 10);
      const lone = await add({ guildId: '101' });
      await digests.planNow(lone, start);
      expect(await digests.claim('bot', leaseMs, 1)).toMatchObject([{ guildId: '101', isAsked: true }]);
    });

    it('and the earlier slot goes first in the same turn', async () => {
      for (const guildId of ['100', '101', '102'])
        await digests.planNow(await add({ guildId }), start - Number(guildId));
      const claimed = await digests.claim('bot', leaseMs, 3);
      expect(claimed.map(({ guildId }) => guildId)).toEqual(['102', '101', '100']);
    });

    it('anew when what they had open is settled', async () => {
      const [one, other] = [await add({ guildId: '100' }), await add({ guildId: '101' })];
      for (const slot of [1, 2, 3]) await digests.planNow(one, slot);
      for (const delivery of await digests.claim('bot', leaseMs, 3))
        await digests.settle(delivery, 'bot', { state: 'posted', messageId: '9' });
      await digests.planNow(one, 4);
      await digests.planNow(other, 5);
      expect((await digests.claim('bot', leaseMs, 1)).map(({ slot }) => slot)).toEqual([4]);
    });
  });

  describe('a digest that rests', () => {
    const pause = { at: start, by: 'person' } as const;

    it('keeps what is planned for it back until it goes on', async () => {
      const digest = await add();
      await planAll();
      await digests.update({ ...digest, nextRunAt: start + dayMs, pause });
      expect(await digests.claim('bot', leaseMs, 9)).toEqual([]);
      await digests.update({ ...digest, nextRunAt: start + dayMs });
      expect(await digests.claim('bot', leaseMs, 9)).toMatchObject([{ slot: start, isAsked: false }]);
    });

    it('posts what a person asks for', async () => {
      const digest = await add({ pause });
      await digests.planNow(digest, start + 1);
      expect(await digests.claim('bot', leaseMs, 9)).toMatchObject([{ slot: start + 1, isAsked: true }]);
    });

    it('ends what has begun, as it is perhaps sent already', async () => {
      const digest = await add();
      await planAll();
      const [begun] = await digests.claim('bot', leaseMs, 1);
      if (begun === undefined) throw new Error('nothing to claim');
      await digests.begin(begun);
      await digests.update({ ...digest, nextRunAt: start + dayMs, pause });
      bench.clock.at = start + leaseMs;
      expect(await digests.claim('two', leaseMs, 9)).toMatchObject([{ slot: start, attempts: 2 }]);
    });
  });

  describe('the digests of a channel', () => {
    it('are paused together, with why, but for those that rest already', async () => {
      const earlier = { at: 1, by: 'person' } as const;
      const here = [await add({ channelId: '7' }), await add({ channelId: '7', pause: earlier })];
      const others = [await add({ channelId: '8' }), await add({ channelId: '7', guildId: '101' })];
      const pause = { at: start, by: 'rights', missing: ['View Channel', 'Send Messages'] } as const;
      expect(await digests.pauseChannel('100', '7', pause)).toBe(1);
      expect(await digests.pauseChannel('100', '7', { at: 5, by: 'gone' })).toBe(0);
      const pauses = async (all: readonly Digest[]) =>
        await Promise.all(all.map(async ({ id, guildId }) => (await digests.get(id, guildId))?.pause));
      expect(await pauses(here)).toEqual([pause, earlier]);
      expect(await pauses(others)).toEqual([undefined, undefined]);
    });
  });

  describe('deliveries that are open', () => {
    it('are those of a digest that have not ended, newest first, held or not', async () => {
      const digest = await add();
      const other = await add();
      for (const slot of [1, 2, 3]) await digests.planNow(digest, slot);
      await digests.planNow(other, 1);
      const [first, second] = (await digests.claim('one', leaseMs, 4)).filter(
        ({ digestId }) => digestId === digest.id,
      );
      if (first === undefined || second === undefined) throw new Error('too few');
      await digests.settle(first, 'one', { state: 'empty', reason: 'nothing new' });
      await digests.release(second, 'one', 1_000, 'no answer');
      const open = await digests.openDeliveries(digest.id);
      expect(open.map(({ slot, state }) => [slot, state])).toEqual([
        [3, 'claimed'],
        [2, 'pending'],
      ]);
      expect(await digests.openDeliveries('nobody')).toEqual([]);
    });
  });

  describe('a claim that is held on to', () => {
    it('stays the claimant’s for so much longer', async () => {
      const digest = await add();
      for (const slot of [1, 2, 3]) await digests.planNow(digest, slot);
      const [first, second, third] = await digests.claim('one', leaseMs, 3);
      if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
      await digests.settle(third, 'one', { state: 'posted', messageId: '9' });
      bench.clock.at = start + leaseMs - 1;
      await digests.extend([first, third], 'one', leaseMs);
      await digests.extend([second], 'two', leaseMs);
      await digests.extend([], 'one', leaseMs);
      bench.clock.at = start + leaseMs;
      expect((await digests.claim('two', leaseMs, 9)).map(({ slot }) => slot)).toEqual([2]);
      // Lost meanwhile: it is the other's now, for as long as the other said.
      await digests.extend([first, second], 'one', 99 * leaseMs);
      bench.clock.at = start + 2 * leaseMs;
      expect((await digests.claim('three', leaseMs, 9)).map(({ slot }) => slot)).toEqual([2]);
      expect((await digests.deliveries(digest.id, 1))[0]).toMatchObject({ slot: 3, state: 'posted' });
    });
  });

  describe('old deliveries', () => {
    it('go, but for the newest fifty of each digest, what is open, and what was settled later', async () => {
      // In order of their ids after more digests than are looked through at once.
      for (let made = 0; made < 210; made += 1) await add({ pause: { at: start, by: 'person' } });
      const [idle, busy] = [await add({ id: 'y-idle' }), await add({ id: 'z-busy' })];
      const endOf = (days: number) => start + days * dayMs;
      await digests.plan(endOf(20.5), tomorrow);
      bench.clock.at = start + 1;
      await digests.plan(endOf(60.5), tomorrow);
      bench.clock.at = start + 2;
      await digests.plan(endOf(150.5), tomorrow);
      const countOf = async ({ id }: Digest) => (await digests.deliveries(id, 999)).length;
      // Twenty missed and one posted, then 39 and one, then fifty and one; each of the three planned is open.
      expect(await countOf(busy)).toBe(21 + 40 + 51);
      const kept = (await digests.deliveries(busy.id, 50)).map(({ slot }) => slot);
      expect(await digests.pruneDeliveries(start - 1)).toBe(0);
      expect(await digests.pruneDeliveries(Number.NaN)).toBe(0);
      expect(await digests.pruneDeliveries(start)).toBe(2 * 20);
      expect(await countOf(idle)).toBe(1 + 40 + 51);
      expect(await digests.pruneDeliveries(start + 9)).toBe(2 * 40);
      expect(await digests.pruneDeliveries(start + 9)).toBe(0);
      expect((await digests.deliveries(busy.id, 50)).map(({ slot }) => slot)).toEqual(kept);
      expect(
        (await digests.claim('bot', leaseMs, 999)).filter(({ digestId }) => digestId === busy.id),
      ).toHaveLength(3);
    });
  });
}
