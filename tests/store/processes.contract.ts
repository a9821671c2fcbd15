import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../src/store/store.ts';
import { dayMs, everyone, newDigest, type StoreBench } from './bench.ts';
import { followed, noted } from './feed-bench.ts';
import { type Acknowledged, type StoreTask, startStoreProcess } from './store-process.ts';

/** Whole numbers below `below`, the same ones for a seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The steps that a store does not show as it has promised; all leases are over by its clock. */
export async function lost(steps: readonly Acknowledged[], store: Store): Promise<Acknowledged[]> {
  const removed = new Set(steps.flatMap((step) => (step.kind === 'removed' ? [step.id] : [])));
  const lastId = steps.findLast((step) => step.kind === 'article')?.id;
  const state = store.keyValue('writes', z.number());

  async function hasArticle(id: string, version: number): Promise<boolean> {
    const article = await store.articles.get(id, everyone);
    // The last article may be removed by a step that could not be told any more.
    if (article === undefined) return removed.has(id) || id === lastId;
    return article.version >= version && !removed.has(id);
  }

  async function hasPost(id: string, slot: number): Promise<boolean> {
    const delivery = (await store.digests.deliveries(id, 9999)).find((one) => one.slot === slot);
    return delivery?.state === 'posted' && delivery.payload === `payload ${slot}`;
  }

  /** An entry that was noted is known, and one that was taken in does not wait any more. */
  async function knowsEntry(id: string, feedId: string): Promise<boolean> {
    const { fresh } = await store.feeds.note(feedId, [noted(id)], 0);
    return fresh === 0;
  }
  const waiting = new Set((await store.feeds.claimEntries(1, 9999)).map(({ payload }) => payload));

  async function isKept(step: Acknowledged): Promise<boolean> {
    switch (step.kind) {
      case 'article':
        return await hasArticle(step.id, step.version);
      case 'removed':
        return (await store.articles.get(step.id, everyone)) === undefined;
      case 'posted':
        return await hasPost(step.id, step.slot);
      case 'noted':
        return await knowsEntry(step.id, step.feedId);
      case 'taken':
        return !waiting.has(step.id);
      case 'state':
        return ((await state.get(step.id)) ?? 0) >= step.value;
      default:
        return true;
    }
  }
  const kept = await Promise.all(steps.map(isKept));
  return steps.filter((_, index) => kept[index] !== true);
}

/** Has four processes open a new store at the same time; none may fail. */
export async function openByFour(url: string): Promise<void> {
  const openers = ['a', 'b', 'c', 'd'].map((name) => startStoreProcess('open', url, name));
  for (const opener of openers) opener.go();
  expect(await Promise.all(openers.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
}

/** What holds in any store that processes share. `flawsOf` is what is wrong with it by the engine's own account. */
export function processesContract(
  makeBench: () => Promise<StoreBench>,
  flawsOf: (url: string) => readonly unknown[] | Promise<readonly unknown[]>,
): void {
  let bench: StoreBench;
  beforeEach(async () => {
    bench = await makeBench();
  });
  afterEach(() => bench.clean());

  it('holds every write it acknowledged when its writer is killed at any moment', async () => {
    const random = numbers(20_261_105);
    for (const round of ['a', 'b', 'c', 'd']) {
      const writer = startStoreProcess('write', bench.url, round);
      await writer.ready;
      writer.go();
      await writer.told(10 + random(60));
      const until = performance.now() + random(4000) / 1000;
      while (performance.now() < until); // less than a timer's step, so that the blow falls inside a write
      writer.kill();
      expect(await writer.ended).toBeNull();
      bench.clock.at = Date.now() + dayMs;
      expect(await lost(writer.steps, await bench.open())).toEqual([]);
      expect(await flawsOf(bench.url)).toEqual([]);
    }
  });

  /** Has two processes do a task at the same time; answers what they were promised. */
  async function byTwo(task: StoreTask): Promise<readonly Acknowledged[]> {
    const workers = ['a', 'b'].map((name) => startStoreProcess(task, bench.url, name));
    await Promise.all(workers.map(({ ready }) => ready));
    for (const worker of workers) worker.go();
    expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0]);
    return workers.flatMap(({ steps }) => steps);
  }

  it('gives each delivery to one of the processes that claim at the same time', async () => {
    const { digests } = await bench.open();
    const digest = newDigest();
    await digests.add(digest);
    for (let slot = 1; slot <= 200; slot += 1) await digests.planNow(digest, slot);
    const slots = (await byTwo('claim')).flatMap((step) => ('slot' in step ? [step.slot] : []));
    expect(slots.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('gives each entry of a feed to one of the processes that take entries in at the same time', async () => {
    const { feeds } = await bench.open();
    const { id } = await followed(feeds);
    const entries = Array.from({ length: 200 }, (_, index) => noted(`n${index}`));
    await feeds.note(id, entries, 0);
    const taken = (await byTwo('take')).flatMap((step) => (step.kind === 'taken' ? [step.id] : []));
    expect(taken.sort()).toEqual(entries.map(({ payload }) => payload).sort());
    expect(await flawsOf(bench.url)).toEqual([]);
  });
}
