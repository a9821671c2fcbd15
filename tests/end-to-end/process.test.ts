import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flatten } from '../../emulator/component.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import type { Message } from '../../emulator/world.ts';
import { openStore } from '../../src/store/open-store.ts';
import { comesIn } from '../commands/digest-asking.ts';
import { newDigest } from '../store/bench.ts';
import { makeFolder, spawnBot, startBot } from './bot.ts';

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

const wordsOf = (message: Message): string =>
  flatten(message.components)
    .flatMap(({ content }) => content ?? [])
    .join('\n');

/** All that a message shows, without the numbers that Discord gives its parts. */
const partsOf = ({ components }: Message): unknown =>
  JSON.parse(JSON.stringify(components, (key, value: unknown) => (key === 'id' ? undefined : value)));

const addDigest = { channel: 'newsroom', time: '8am', timezone: 'Europe/London' };

function admin() {
  const { admin: avery, channels } = emulator.first;
  return emulator.person(avery).in(channels.general);
}

const list = async () => wordsOf(await admin().run({ name: 'digest', subcommand: 'list' }).reply());

describe('the bot as a process', () => {
  it('keeps articles and digests over a kill, and starts again at once', async () => {
    const settings = { STORE_URL: folder.storeUrl };
    const first = await startBot(emulator, settings);
    const article =
      'The ferry to Elmsby will run at night from June.\nThe council pays £1.2m a year for it.\nIslanders have asked for the boat since 2009.\nThe last one leaves at midnight on Fridays and Saturdays, the harbour office said.';
    const files = { file: { filename: 'ferry.txt', bytes: Buffer.from(article) } };
    await admin().run({ name: 'summary', files }).reply();
    await admin().run({ name: 'digest', subcommand: 'add', options: addDigest }).reply();
    await first.stop('SIGKILL');
    const second = await startBot(emulator, settings);
    expect(await list()).toContain('08:00 Europe/London');
    const again = await admin()
      .run({ name: 'summary', options: { story: 'night ferry to Elmsby' } })
      .reply();
    expect(wordsOf(again)).toContain('The ferry to Elmsby will run at night from June.');
    expect(await second.stop()).toBe(0);
  });

  it('registers its commands once, and not again when they are the same', async () => {
    const settings = { STORE_URL: folder.storeUrl };
    const first = await startBot(emulator, settings);
    expect(await first.logged('commands.registered')).toMatchObject({ changed: true });
    expect(await first.stop()).toBe(0);
    const second = await startBot(emulator, settings);
    expect(await second.logged('commands.registered')).toMatchObject({ changed: false });
    expect(await second.stop()).toBe(0);
  });

  it('registers them in one guild alone when that is asked', async () => {
    const guildId = emulator.first.guild.id;
    const bot = await startBot(emulator, { STORE_URL: folder.storeUrl, DISCORD_GUILD_ID: guildId });
    const commands = [...emulator.world.commands.values()];
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.every(({ guild_id: of }) => of === guildId)).toBe(true);
    expect(await bot.stop()).toBe(0);
  });

  it('posts a digest that fell due while it was not running, once, and as its preview was to the byte', async () => {
    const { guild, channels } = emulator.first;
    const settings = { STORE_URL: folder.storeUrl };
    const there = emulator.person(emulator.first.member).in(channels.newsroom);
    const before = await startBot(emulator, settings);
    const store = await openStore(folder.storeUrl, { now: Date.now });
    await comesIn({ articles: store.articles, now: Date.now() }); // one: of two, stories may be made meanwhile
    await store.digests.add(
      newDigest({
        guildId: guild.id,
        channelId: channels.newsroom.id,
        topics: [],
        times: ['08:00', '18:00'],
        timezone: 'Europe/London',
        nextRunAt: Date.now() + 1_000,
      }),
    );
    await store.close();
    const post = there.next();
    const preview = await admin().run({ name: 'digest', subcommand: 'preview' }).reply();
    expect(await before.stop()).toBe(0);
    const bot = await startBot(emulator, settings);
    expect(partsOf(await post)).toEqual(partsOf(preview));
    expect(wordsOf(await post)).toMatch(/### News · [\s\S]*\n-# Next <t:\d+:R> · ref /);
    expect(await list()).toContain('last: posted');
    expect(await bot.stop()).toBe(0);
    const again = await startBot(emulator, settings);
    expect(await list()).toContain('last: posted');
    expect(there.messages()).toHaveLength(1);
    expect(await again.stop()).toBe(0);
  });

  it('refuses to be the second bot on one store, with one line', async () => {
    const settings = { STORE_URL: folder.storeUrl };
    const first = await startBot(emulator, settings);
    const second = spawnBot(emulator, settings);
    expect(await second.ended()).toBe(78);
    expect(second.output()).toMatch(
      /^another bot runs on sqlite:\S+: stop it, or give this one a STORE_URL of its own\n$/,
    );
    expect(await first.stop()).toBe(0);
  });

  it('comes back after the connection is cut, and answers', async () => {
    const bot = await startBot(emulator, { STORE_URL: folder.storeUrl });
    const back = emulator.next('gateway.resumed', 30_000);
    emulator.gateway.drop();
    await back;
    expect(wordsOf(await admin().run({ name: 'help' }).reply())).toContain('Standfirst');
    expect(await bot.stop()).toBe(0);
  });

  it('runs two shards in one process, and answers in servers and direct messages', async () => {
    const bot = await startBot(emulator, { STORE_URL: folder.storeUrl, SHARD_RANGE: '0-1/2' });
    expect(wordsOf(await admin().run({ name: 'help' }).reply())).toContain('Standfirst');
    const alone = emulator.person(emulator.first.member).inDm();
    expect(wordsOf(await alone.say('hello').reply())).toContain('I summarise news');
    expect(await bot.stop()).toBe(0);
  });
});

describe('the bot with a wrong configuration', () => {
  it('says what to set when there is no token, and that the demo needs none', async () => {
    const bot = spawnBot(undefined, {});
    expect(await bot.ended()).toBe(78);
    expect(bot.output()).toBe(
      'DISCORD_TOKEN is not set: put your bot’s token into .env or the environment. `npm run demo` needs none.\n',
    );
  });

  it('lists all mistakes at once', async () => {
    const bot = spawnBot(undefined, { LOG_LEVEL: 'loud', HTTP_PORT: 'x', STORE_URL: 'mysql://x' });
    expect(await bot.ended()).toBe(78);
    expect(bot.output().trim().split('\n')).toHaveLength(4);
  });

  it('says so when Discord does not take the token', async () => {
    const bot = spawnBot(emulator, { STORE_URL: folder.storeUrl, DISCORD_TOKEN: 'not.the.token' });
    expect(await bot.ended()).toBe(78);
    expect(bot.output().trimEnd().split('\n').at(-1)).toBe(
      'DISCORD_TOKEN: Discord does not accept it. Copy it again from the developer portal.',
    );
  });
});
