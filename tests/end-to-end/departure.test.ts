import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeBot } from '../../emulator/build-world.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { openStore } from '../../src/store/open-store.ts';
import { dumpSqlite } from '../store/sqlite-dump.ts';
import { makeFolder, startBot } from './bot.ts';

let emulator: Emulator;
let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder();
  emulator = await startEmulator();
});
afterEach(async () => {
  await emulator.close();
  await folder.remove();
});

const dayMs = 24 * 60 * 60_000;

const article = `The lamplighters of Elmsby will light the quay by hand from June.
The council pays £1.2m a year for it.
Islanders have asked for the lamps since 2009.
The last one is put out at midnight on Fridays and Saturdays, the harbour office said.`;

it('a guild that shows the bot out is forgotten whole thirty days later', async () => {
  const { guild, admin, channels } = emulator.first;
  const settings = { STORE_URL: folder.storeUrl };
  const bot = await startBot(emulator, settings);
  const avery = emulator.person(admin).in(channels.general);
  await avery
    .run({ name: 'summary', files: { file: { filename: 'lamps.txt', bytes: Buffer.from(article) } } })
    .reply();
  const options = { channel: 'newsroom', time: '8am', timezone: 'Europe/London' };
  await avery.run({ name: 'digest', subcommand: 'add', options }).reply();
  await avery.run({ name: 'settings', subcommand: 'alerts', options: { channel: 'newsroom' } }).reply();
  removeBot(emulator.world, guild);
  expect(await bot.logged('guild.left')).toMatchObject({ guildId: guild.id });
  expect(await bot.stop()).toBe(0);

  const path = folder.storeUrl.replace('sqlite:', '');
  const traces = ['lamplight', guild.id, admin.id, channels.newsroom.id];
  const left = () => traces.filter((trace) => dumpSqlite(path).includes(trace));
  expect(left()).toEqual(traces);
  // The days go by.
  const store = await openStore(folder.storeUrl, { now: Date.now });
  await store.guilds.comeBack(guild.id);
  await store.guilds.leave(guild.id, Date.now() - 31 * dayMs);
  await store.close();

  const later = await startBot(emulator, settings);
  expect(await later.logged('guild.forgotten')).toMatchObject({ articles: 1, digests: 1, subscriptions: 0 });
  expect(await later.stop()).toBe(0);
  expect(left()).toEqual([]);
});
