import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../src/store/store.ts';
import { type StoreBench, start } from './bench.ts';

/** What any engine's `keyValue` does. Its times of expiry are the machine's clock's. */
export function keyValueContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let store: Store;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    bench = await makeBench();
    store = await bench.open();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await bench.clean();
  });

  describe('state by key', () => {
    it('is read, replaced and deleted, through every handle', async () => {
      const one = store.keyValue('settings', z.string());
      const other = (await bench.open()).keyValue('settings', z.string());
      expect(await one.get('length')).toBeUndefined();
      await one.set('length', 'short');
      await other.set('length', 'long');
      expect(await one.get('length')).toBe('long');
      expect(await other.delete('length')).toBe(true);
      expect(await one.delete('length')).toBe(false);
      expect(await one.get('length')).toBeUndefined();
    });

    it('is kept apart by namespace', async () => {
      const settings = store.keyValue('settings', z.number());
      const cooldowns = store.keyValue('cooldowns', z.number());
      await settings.set('100', 1);
      expect(await cooldowns.get('100')).toBeUndefined();
      await cooldowns.set('100', 2);
      expect(await cooldowns.delete('100')).toBe(true);
      expect(await settings.get('100')).toBe(1);
    });

    it('holds any JSON under any key', async () => {
      const state = store.keyValue('any', z.unknown());
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), fc.jsonValue(), async (key, value) => {
          await state.set(key, value);
          expect(await state.get(key)).toEqual(JSON.parse(JSON.stringify(value)));
        }),
        { numRuns: bench.runs(60), seed: 13 },
      );
    });

    it('is gone when its time is over, and stays for ever without one', async () => {
      const state = store.keyValue('cooldowns', z.string());
      await state.set('brief', 'on', 1000);
      await state.set('lasting', 'on');
      vi.setSystemTime(start + 999);
      expect(await state.get('brief')).toBe('on');
      vi.setSystemTime(start + 1000);
      expect(await state.get('brief')).toBeUndefined();
      vi.setSystemTime(start + 9_999_999_999);
      expect(await state.get('lasting')).toBe('on');
    });

    it('that is set again has its new time only', async () => {
      const state = store.keyValue('cooldowns', z.string());
      await state.set('key', 'first', 1000);
      await state.set('key', 'second');
      vi.setSystemTime(start + 5000);
      expect(await state.get('key')).toBe('second');
    });

    it.each([0, -1, Number.NaN])('refuses a time to live of %s', async (ttlMs) => {
      const state = store.keyValue('cooldowns', z.string());
      await expect(state.set('key', 'on', ttlMs)).rejects.toThrow(RangeError);
      expect(await state.get('key')).toBeUndefined();
    });

    it('refuses an empty key', async () => {
      await expect(store.keyValue('cooldowns', z.string()).set('', 'on')).rejects.toThrow('cannot be set');
    });

    it('of a form that is no longer known reads as absent', async () => {
      await store.keyValue('settings', z.string()).set('length', 'short');
      expect(await store.keyValue('settings', z.number()).get('length')).toBeUndefined();
    });

    it('fails aloud when the store does', async () => {
      const state = store.keyValue('settings', z.string());
      await store.close();
      await expect(state.get('key')).rejects.toThrow();
      await expect(state.set('key', 'on')).rejects.toThrow();
      await expect(state.delete('key')).rejects.toThrow();
    });
  });
}
