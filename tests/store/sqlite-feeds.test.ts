import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedStore } from '../../src/domain/feed-store.ts';
import { start } from './bench.ts';
import { damagedFeedContract } from './damaged-feed.contract.ts';
import { followed, namesOf, noted } from './feed-bench.ts';
import { sqliteBench } from './sqlite-bench.ts';

let bench: Awaited<ReturnType<typeof sqliteBench>>;
let feeds: FeedStore;
let other: DatabaseSync;
beforeEach(async () => {
  bench = await sqliteBench();
  feeds = (await bench.open()).feeds;
  other = new DatabaseSync(bench.path);
});
afterEach(async () => {
  other.close();
  await bench.clean();
});

describe('feeds in a SQLite file', () => {
  it('are not written to by a poll that brings nothing new, nor does it wait for another writer', async () => {
    const { id } = await followed(feeds);
    const entries = Array.from({ length: 120 }, (_, index) => noted(`n${index}`));
    await feeds.note(id, entries, start);
    for (const entry of await feeds.claimEntries(1000, 200))
      await feeds.settleEntry(entry.id, { kind: 'left', reason: 'a test' });
    const version = () => other.prepare('pragma data_version').get();
    const before = version();
    other.exec('begin immediate');
    expect(await feeds.note(id, entries.toReversed(), start + 1)).toEqual({ fresh: 0, changed: 0 });
    expect(await feeds.claimEntries(1000, 9)).toEqual([]);
    other.exec('rollback');
    expect(version()).toEqual(before);
  });

  it.each([
    `update feed set state = 'no JSON'`,
    `update feed set scope = 'everyone'`,
    `update feed set scope = 'guild:'`,
    `update feed set title = null`,
    `update subscription set groups = 'News'`,
    `update feed_entry set first_seen_at = 'today'`,
  ])('are protected by the file itself from: %s', async (damage) => {
    const { id } = await followed(feeds);
    await feeds.note(id, [noted('a')], start);
    expect(() => other.exec(damage)).toThrow(/constraint|datatype|store/);
    expect(namesOf(await feeds.claimEntries(1, 9))).toEqual(['a']);
  });
});

describe('damaged feeds in a SQLite file', () => {
  damagedFeedContract(sqliteBench, (url, sql) => {
    const file = new DatabaseSync(url.replace('sqlite:', ''));
    file.exec(sql);
    file.close();
  });
});
