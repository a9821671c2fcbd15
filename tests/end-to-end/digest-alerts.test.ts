import { afterEach, beforeEach, expect, it } from 'vitest';
import { setBotPermissions } from '../../emulator/build-world.ts';
import { permission, usualPermissions } from '../../emulator/permissions.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { guildSettings } from '../../src/store/guild-state.ts';
import { openStore } from '../../src/store/open-store.ts';
import { newDigest } from '../store/bench.ts';
import { makeUsedFolder, startBot } from './bot.ts';
import { watchWords, wordsIn } from './words-in.ts';

/** The bot starts before it tells of anything. */
const startMs = 60_000;

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

/** A digest of #newsroom that is due, and #general as the channel for alerts. */
async function addDueDigest(): Promise<void> {
  const { guild, channels } = emulator.first;
  const store = await openStore(folder.storeUrl, { now: Date.now });
  const place = { guildId: guild.id, channelId: channels.newsroom.id };
  const due = { name: 'Harbour', topics: [], nextRunAt: Date.now() - 60_000, skipEmpty: false };
  await store.digests.add(newDigest({ ...place, ...due }));
  await guildSettings(store).set(guild.id, { alertsChannelId: channels.general.id });
  await store.close();
}

it('a digest that may not be posted is told of, is posted once when the rights are back, and rests when its channel goes', async () => {
  const { world, first } = emulator;
  const { newsroom, general } = first.channels;
  await addDueDigest();
  setBotPermissions(world, newsroom.id, usualPermissions & ~permission.sendMessages);
  const asked: string[] = [];
  world.observe((event) => {
    if (event.type === 'request' && event.path.startsWith(`/channels/${newsroom.id}`)) asked.push(event.path);
  });
  const watch = watchWords(emulator);
  const manager = emulator.person(first.admin).in(general);

  const alerted = manager.next(startMs);
  const bot = await startBot(emulator, { STORE_URL: folder.storeUrl });
  const alert = await alerted;
  expect(wordsIn(alert)).toMatch(
    new RegExp(
      `^\\*\\*Digest “Harbour”\\*\\* of <t:\\d+:f> was not posted in <#${newsroom.id}>: I need: Send Messages\\.`,
    ),
  );
  expect(asked).toEqual([]);

  const robin = emulator.person(first.member).in(general);
  expect(wordsIn(await robin.press(alert, 'Check again').reply())).toContain(
    'for those who manage this server',
  );
  expect(wordsIn(await manager.press(alert, 'Check again').reply())).toContain('I need: Send Messages');
  expect(asked).toEqual([]);

  const posted = emulator.person(first.admin).in(newsroom).next();
  setBotPermissions(world, newsroom.id, usualPermissions);
  await manager.press(alert, 'Check again').reply();
  expect(wordsIn(await posted)).toContain('### Harbour');
  await manager.press(alert, 'Check again').reply();
  expect(emulator.person(first.admin).in(newsroom).messages()).toHaveLength(1);

  emulator.person(first.admin).in(newsroom).deleteChannel();
  await watch.seen((words) => /Digest \*\*“Harbour”\*\* is paused: its channel was deleted/.test(words));
  expect(wordsIn(await manager.run({ name: 'status' }).reply())).toMatch(
    /Harbour.*\*\*paused\*\* .*its channel is gone/,
  );
  expect(watch.versions.filter((words) => words.startsWith('**Digest “Harbour”**'))).toHaveLength(1);
  expect(await bot.stop()).toBe(0);
});
