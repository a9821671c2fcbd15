import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../src/store/store.ts';
import { numbers } from '../seeded-numbers.ts';
import { dayMs, everyone, newDigest, type StoreBench } from './bench.ts';
import { followed, noted } from './feed-bench.ts';
import { type Acknowledged, startStoreProcess } from './store-process.ts';

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
    return delivery?.state === 'posted' && delivery.articleIds.length === 1;
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

/** What is wrong with a store by its engine's own account. */
export type FlawsOf = (url: string) => readonly unknown[] | Promise<readonly unknown[]>;

/** Kills a writer so many times, each time at another moment, and looks for what it was promised. */
export async function killWriters(
  bench: StoreBench,
  flawsOf: FlawsOf,
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Promise<void> {
  const random = numbers(seed);
  for (let round = 1; round <= rounds; round += 1) {
    const writer = startStoreProcess('write', bench.url, `round ${round}`);
    await writer.ready;
    writer.go();
    await writer.told(10 + random(60));
    const until = performance.now() + random(4000) / 1000;
    while (performance.now() < until); // less than a timer's step, so that the blow falls inside a write
    writer.kill();
    expect(await writer.ended).toBeNull();
    bench.clock.at = Date.now() + dayMs;
    const store = await bench.open();
    expect(await lost(writer.steps, store)).toEqual([]);
    expect(await flawsOf(bench.url)).toEqual([]);
    await store.close();
  }
}

/** What holds in any store that processes share. */
export function processesContract(makeBench: () => Promise<StoreBench>, flawsOf: FlawsOf): void {
  let bench: StoreBench;
  beforeEach(async () => {
    bench = await makeBench();
  });
  afterEach(() => bench.clean());

  it('holds every write it acknowledged when its writer is killed at any moment', () =>
    killWriters(bench, flawsOf, { rounds: 2, seed: 20_261_105 }));

  it('gives each delivery and each entry to one of the processes that claim at the same time', async () => {
    const { digests, feeds } = await bench.open();
    const digest = newDigest();
    await digests.add(digest);
    for (let slot = 1; slot <= 200; slot += 1) await digests.planNow(digest, slot);
    const entries = Array.from({ length: 200 }, (_, index) => noted(`n${index}`));
    await feeds.note((await followed(feeds)).id, entries, 0);
    const claimers = ['a', 'b'].map((name) => startStoreProcess('claim', bench.url, name));
    await Promise.all(claimers.map(({ ready }) => ready));
    for (const claimer of claimers) claimer.go();
    expect(await Promise.all(claimers.map(({ ended }) => ended))).toEqual([0, 0]);
    const steps = claimers.flatMap((claimer) => claimer.steps);
    const slots = steps.flatMap((step) => (step.kind === 'claimed' ? [step.slot] : []));
    expect(slots.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    const taken = steps.flatMap((step) => (step.kind === 'taken' ? [step.id] : []));
    expect(taken.sort()).toEqual(entries.map(({ payload }) => payload).sort());
    expect(await flawsOf(bench.url)).toEqual([]);
  });
}
