import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeBot } from '../../emulator/build-world.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { guildSettings } from '../../src/store/guild-state.ts';
import { openStore } from '../../src/store/open-store.ts';
import { dayMs, newArticle, newDigest } from '../store/bench.ts';
import { newFeed, subscriptionTo } from '../store/feed-bench.ts';
import { dumpSqlite } from '../store/sqlite-dump.ts';
import { makeUsedFolder, startBot } from './bot.ts';

let emulator: Emulator;
let folder: Awaited<ReturnType<typeof makeUsedFolder>>;
beforeEach(async () => {
  folder = await makeUsedFolder();
  emulator = await startEmulator();
});
afterEach(async () => {
  await emulator.close();
  await folder.remove();
});

/** Gives a guild an article, a feed, a digest and settings; says what to look for in the file. */
async function furnish(guildId: string): Promise<readonly string[]> {
  const store = await openStore(folder.storeUrl, { now: Date.now });
  await store.articles.put(
    newArticle({
      scope: `guild:${guildId}`,
      title: 'Lamplighters',
      publishedAt: Date.now(),
      storedAt: Date.now(),
    }),
  );
  const feed = newFeed({ scope: `guild:${guildId}`, title: 'Torchbearers' });
  await store.feeds.follow(feed, subscriptionTo(feed, guildId));
  await store.digests.add(newDigest({ guildId, name: 'Candlemakers', nextRunAt: Date.now() }));
  await guildSettings(store).set(guildId, { alertsChannelId: '881881881881' });
  await store.guilds.leave(guildId, Date.now() - 31 * dayMs);
  await store.close();
  return ['lamplight', 'torchbear', 'candlemak', '881881881881', guildId];
}

it('a guild that shows the bot out is noted, and forgotten whole thirty days later', async () => {
  const traces = await furnish('771771771771771771');
  const path = folder.storeUrl.replace('sqlite:', '');
  const left = () => traces.filter((trace) => dumpSqlite(path).includes(trace));
  expect(left()).toEqual(traces);
  const bot = await startBot(emulator, { STORE_URL: folder.storeUrl });
  expect(await bot.logged('guild.forgotten')).toMatchObject({ articles: 1, digests: 1, subscriptions: 1 });
  const { guild } = emulator.first;
  removeBot(emulator.world, guild);
  expect(await bot.logged('guild.left')).toMatchObject({ guildId: guild.id });
  expect(await bot.stop()).toBe(0);
  expect(left()).toEqual([]);
  const store = await openStore(folder.storeUrl, { now: Date.now });
  expect(await store.guilds.left(Date.now(), 9)).toEqual([guild.id]);
  await store.close();
});
