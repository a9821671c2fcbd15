import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedStore } from '../../src/domain/feed-store.ts';
import { openDatabase } from '../../src/store/postgres/connection.ts';
import { ask, describeOnPostgres } from '../postgres/databases.ts';
import { type StoreBench, start } from './bench.ts';
import { damagedFeedContract } from './damaged-feed.contract.ts';
import { followed, namesOf, noted } from './feed-bench.ts';
import { postgresBench } from './postgres-bench.ts';

describeOnPostgres('damaged feeds in PostgreSQL', () => damagedFeedContract(postgresBench, ask));

describeOnPostgres('feeds in PostgreSQL', () => {
  let bench: StoreBench;
  let feeds: FeedStore;
  beforeEach(async () => {
    bench = await postgresBench();
    feeds = (await bench.open()).feeds;
  });
  afterEach(() => bench.clean());

  it('are not written to by a poll that brings nothing new, nor does it wait for another writer', async () => {
    const { id } = await followed(feeds);
    const entries = Array.from({ length: 120 }, (_, index) => noted(`n${index}`));
    await feeds.note(id, entries, start);
    for (const entry of await feeds.claimEntries(1000, 200))
      await feeds.settleEntry(entry.id, { kind: 'left', reason: 'a test' });
    const db = openDatabase(bench.url);
    await db.transaction(async (connection) => {
      // Whoever writes to these tables, or locks a row of them, waits; who reads does not.
      await connection.script('lock table feed, subscription, feed_entry, feed_article in exclusive mode');
      expect(await feeds.note(id, entries.toReversed(), start + 1)).toEqual({ fresh: 0, changed: 0 });
      expect(await feeds.claimEntries(1000, 9)).toEqual([]);
    });
    await db.close();
  });

  describe('are protected by the database itself', () => {
    it.each([
      `update feed set scope = 'everyone'`,
      `update feed set scope = 'guild:'`,
      'update feed set title = null',
      `update subscription set feed_id = 'nobody'`,
      `update feed_entry set first_seen_at = 'today'`,
    ])('from: %s', async (damage) => {
      const { id } = await followed(feeds);
      await feeds.note(id, [noted('a')], start);
      await expect(ask(bench.url, damage)).rejects.toThrow(/constraint|syntax/);
      expect(namesOf(await feeds.claimEntries(1, 9))).toEqual(['a']);
    });
  });
});
