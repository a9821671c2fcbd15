import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/domain/digest.ts';
import type { DigestStore } from '../../src/domain/digest-store.ts';
import { dayMs, newDigest, type StoreBench, start } from './bench.ts';

const tomorrow = (_: Digest, after: number) => after + dayMs;

/** What any engine of `DigestStore` does with digests, and how it plans; see the delivery contract for the rest. */
export function digestStoreContract(makeBench: () => Promise<StoreBench>): void {
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

  describe('a digest', () => {
    it('is read back with everything it had, in its guild only', async () => {
      const digest = await add({
        skipEmpty: false,
        style: 'lines',
        pause: { at: start + 5, by: 'rights', missing: ['View Channel'] },
        topics: [],
      });
      expect(await digests.get(digest.id, '100')).toEqual(digest);
      expect(await digests.get(digest.id, '101')).toBeUndefined();
      expect(await digests.get('nobody', '100')).toBeUndefined();
    });

    it('is listed in its guild, in the order they were made', async () => {
      const second = await add({ createdAt: start + 2 });
      const first = await add({ createdAt: start + 1 });
      await add({ guildId: '101' });
      expect(await digests.list('100')).toEqual([first, second]);
      expect(await digests.list('102')).toEqual([]);
    });

    it('is not added twice', async () => {
      const digest = await add();
      await expect(digests.add({ ...digest, guildId: '101' })).rejects.toThrow();
      expect(await digests.get(digest.id, '100')).toEqual(digest);
    });

    it('changes in its own guild, but never whose it is', async () => {
      const digest = await add();
      const { id, guildId, createdBy, createdAt } = digest;
      const changed = newDigest({ id, guildId, createdBy: '999', createdAt: 1, name: 'Evening', days: [0] });
      expect(await digests.update({ ...changed, guildId: '101' })).toBe(false);
      expect(await digests.get(id, guildId)).toEqual(digest);
      expect(await digests.update(changed)).toBe(true);
      expect(await digests.get(id, guildId)).toEqual({ ...changed, createdBy, createdAt });
      expect(await digests.update(newDigest())).toBe(false);
    });

    it('pauses and goes on', async () => {
      const digest = await add();
      await digests.update({ ...digest, pause: { at: start, by: 'person' } });
      expect(await digests.plan(start, tomorrow)).toBe(0);
      await digests.update(digest);
      expect(await digests.get(digest.id, '100')).toEqual(digest);
      expect(await digests.plan(start, tomorrow)).toBe(1);
    });

    it('is removed in its own guild, with its deliveries', async () => {
      const digest = await add();
      await digests.plan(start, tomorrow);
      expect(await digests.remove(digest.id, '101')).toBe(false);
      expect(await digests.deliveries(digest.id, 9)).toHaveLength(1);
      expect(await digests.remove(digest.id, '100')).toBe(true);
      expect(await digests.remove(digest.id, '100')).toBe(false);
      expect(await digests.deliveries(digest.id, 9)).toEqual([]);
      expect(await digests.claim('bot', 1000, 9)).toEqual([]);
    });

    it('goes with its guild', async () => {
      await add();
      await add();
      const other = await add({ guildId: '101' });
      expect(await digests.removeGuild('100')).toBe(2);
      expect(await digests.removeGuild('100')).toBe(0);
      expect(await digests.list('101')).toEqual([other]);
    });
  });

  describe('planning', () => {
    it('writes one delivery for the slot that is due and moves the digest on', async () => {
      const digest = await add();
      expect(await digests.plan(start - 1, tomorrow)).toBe(0);
      expect(await digests.plan(start + 10, tomorrow)).toBe(1);
      expect(await digests.plan(start + 10, tomorrow)).toBe(0);
      const [delivery, ...more] = await digests.deliveries(digest.id, 9);
      expect(more).toEqual([]);
      expect(delivery).toEqual({
        digestId: digest.id,
        slot: start,
        guildId: '100',
        channelId: '200',
        isAsked: false,
        nonce: expect.stringMatching(/^[\w-]{24}$/),
        reference: expect.stringMatching(/^[0-9a-z]{6}$/),
        state: 'pending',
        attempts: 0,
        articleIds: [],
      });
      expect((await digests.get(digest.id, '100'))?.nextRunAt).toBe(start + dayMs);
    });

    it.each([1, 9, 50, 51, 120])(
      'of a digest that missed %i slots posts the newest, and tells of the others',
      async (missed) => {
        const digest = await add();
        expect(await digests.plan(start + (missed + 0.5) * dayMs, tomorrow)).toBe(1);
        const [newest, ...others] = await digests.deliveries(digest.id, 999);
        expect(newest).toMatchObject({ slot: start + missed * dayMs, state: 'pending' });
        const told = Math.min(missed, 50);
        const last = missed > told ? `missed, as were ${missed - told} before` : 'missed';
        expect(others.map(({ slot, state, reason, settledAt }) => [slot, state, reason, settledAt])).toEqual(
          Array.from({ length: told }, (_, index) => [
            start + (missed - 1 - index) * dayMs,
            'skipped',
            index === told - 1 ? last : 'missed',
            start,
          ]),
        );
        expect((await digests.get(digest.id, '100'))?.nextRunAt).toBe(start + (missed + 1) * dayMs);
      },
    );

    it('sets a digest right that was planned while the clock stood a year ahead', async () => {
      const ahead = newDigest({ nextRunAt: start + 365 * dayMs });
      const soon = newDigest({ nextRunAt: start + 16 * dayMs });
      await digests.add(ahead);
      await digests.add(soon);
      expect(await digests.plan(start, (_, after) => after + dayMs)).toBe(1);
      expect(await digests.plan(start, (_, after) => after + dayMs)).toBe(0);
      expect((await digests.get(ahead.id, '100'))?.nextRunAt).toBe(start + dayMs);
      expect((await digests.get(soon.id, '100'))?.nextRunAt).toBe(start + 16 * dayMs);
      expect(await digests.deliveries(ahead.id, 9)).toEqual([]);
    });

    it('leads one back that ran ahead with a wrong clock, and opens the slots that it passed over', async () => {
      const digest = await add();
      const rested = await add({ nextRunAt: start + 40 * dayMs, pause: { at: start, by: 'person' } });
      expect(await digests.plan(start + 40.5 * dayMs, tomorrow)).toBe(1);
      expect(await digests.plan(start, tomorrow)).toBe(1);
      expect(await digests.plan(start, tomorrow)).toBe(0);
      expect((await digests.get(digest.id, '100'))?.nextRunAt).toBe(start + dayMs);
      expect((await digests.get(rested.id, '100'))?.nextRunAt).toBe(start + 40 * dayMs);
      expect(await digests.plan(start + dayMs, tomorrow)).toBe(1);
      const [ahead, ...before] = await digests.deliveries(digest.id, 9);
      expect(ahead).toMatchObject({ slot: start + 40 * dayMs, state: 'pending' });
      expect(before.map(({ slot, state }) => [slot, state])).toEqual([
        [start + dayMs, 'pending'],
        [start, 'skipped'],
      ]);
    });

    it('plans hundreds in a few calls', async () => {
      for (let count = 0; count < 250; count += 1) await add();
      const counts = [];
      for (let planned = -1; planned !== 0; counts.push(planned))
        planned = await digests.plan(start, tomorrow);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(250);
      expect(await digests.claim('bot', 1000, 999)).toHaveLength(250);
    });

    const nowhere = () => {
      throw new RangeError('Invalid time zone specified: Nowhere/Land');
    };

    it.each([
      ['cannot be told', () => Number.NaN, 'would run again at once (NaN)'],
      ['would be now', () => start, 'would run again at once'],
      ['would be before', () => start - 5, 'would run again at once'],
      ['is in a time zone that is no more', nowhere, 'Invalid time zone specified: Nowhere/Land'],
    ])(
      'does not keep others from their slots when a next run %s, and has the guild told',
      async (_, nextOf, why) => {
        const bad = await add({ nextRunAt: start - 2 });
        const good = await add({ nextRunAt: start - 1 });
        const next = ({ id }: Digest, after: number) => (id === bad.id ? nextOf() : after + dayMs);
        expect(await digests.plan(start, next)).toBe(2);
        expect((await digests.claim('bot', 1000, 9)).map(({ digestId }) => digestId)).toEqual([good.id]);
        const reason = expect.stringContaining(why);
        const failed = [{ digestId: bad.id, slot: start - 2, state: 'failed', reason, settledAt: start }];
        expect(await digests.alertsDue(9)).toMatchObject(failed);
        // It is looked at again a day later.
        expect(await digests.plan(start + dayMs - 1, next)).toBe(1);
        expect(await digests.plan(start + dayMs, tomorrow)).toBe(1);
        const ends = (await digests.deliveries(bad.id, 9)).map(({ slot, state }) => [slot, state]);
        expect(ends).toEqual([
          [start + dayMs, 'pending'],
          [start - 2, 'failed'],
        ]);
      },
    );

    it('leaves everything as it was when it fails itself', async () => {
      const [good, bad] = [await add({ nextRunAt: start - 2 }), await add({ nextRunAt: start - 1 })];
      const next = ({ id }: Digest) => {
        if (id === bad.id) throw new TypeError('a mistake');
        return start + dayMs;
      };
      await expect(digests.plan(start, next)).rejects.toThrow('a mistake');
      expect(await digests.get(good.id, '100')).toEqual(good);
      expect(await digests.claim('bot', 1000, 9)).toEqual([]);
      expect(await digests.plan(start, tomorrow)).toBe(2);
    });

    it('lets others run while it goes through years of slots', async () => {
      const digest = await add();
      const slow = (_: Digest, after: number) => {
        const until = performance.now() + 1;
        while (performance.now() < until);
        return after + dayMs;
      };
      let turns = 0;
      const turn = () => {
        turns += 1;
        ticking = setImmediate(turn);
      };
      let ticking = setImmediate(turn);
      await digests.plan(start + 99.5 * dayMs, slow);
      clearImmediate(ticking);
      expect(turns).toBeGreaterThan(5);
      expect(await digests.deliveries(digest.id, 99)).toHaveLength(51);
    });

    it('writes a delivery outside the schedule, once for a slot', async () => {
      const digest = await add();
      expect(await digests.planNow(digest, start + 7)).toBe(true);
      expect(await digests.planNow(digest, start + 7)).toBe(false);
      expect(await digests.planNow(newDigest(), start + 7)).toBe(false);
      expect(await digests.get(digest.id, '100')).toEqual(digest);
      await digests.planNow(digest, digest.nextRunAt);
      expect(await digests.plan(start, tomorrow)).toBe(1);
      expect((await digests.deliveries(digest.id, 9)).map(({ slot }) => slot)).toEqual([start + 7, start]);
    });

    it('names a delivery by its digest and slot alone', async () => {
      const one = await add();
      const other = await add();
      for (const digest of [one, other]) {
        await digests.planNow(digest, start);
        await digests.planNow(digest, start + 1);
      }
      const namesOf = async ({ id }: Digest) =>
        (await digests.deliveries(id, 9)).flatMap(({ nonce, reference }) => [nonce, reference]);
      const names = [...(await namesOf(one)), ...(await namesOf(other))];
      expect(new Set(names).size).toBe(8);
      await digests.remove(one.id, '100');
      await digests.add(one);
      await digests.planNow(one, start);
      await digests.planNow(one, start + 1);
      expect(await namesOf(one)).toEqual(names.slice(0, 4));
    });
  });
}
