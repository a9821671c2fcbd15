import { expect, it } from 'vitest';
import { createHostTurns } from '../../../src/ingest/fetch/host-turns.ts';

/** Work that ends when it is told to. */
function heldWork() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    endOldest: () => ends.shift()?.(),
    work: (name: string) => () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.push(() => resolve(name)));
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it('asks a host for one thing at a time, and other hosts meanwhile', async () => {
  const { begun, endOldest, work } = heldWork();
  const pauses: number[] = [];
  const turn = createHostTurns({ hostsAtOnce: 2, pauseMs: 7 }, async (ms) => void pauses.push(ms));
  const all = [turn('a', work('a1')), turn('a', work('a2')), turn('b', work('b1')), turn('c', work('c1'))];
  await settle();
  expect(begun).toEqual(['a1', 'b1']);
  endOldest();
  await settle();
  expect(begun).toEqual(['a1', 'b1', 'c1']);
  endOldest();
  await settle();
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2']);
  endOldest();
  endOldest();
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1', 'c1']);
  expect(pauses.every((ms) => ms === 7)).toBe(true);
});

it('goes on after work that failed', async () => {
  const turn = createHostTurns({ hostsAtOnce: 1, pauseMs: 0 }, async () => {});
  await expect(turn('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turn('a', async () => 'well')).toBe('well');
});
