import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flatten } from '../../emulator/component.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import type { Message } from '../../emulator/world.ts';
import { openStore } from '../../src/store/open-store.ts';
import { comesIn } from '../commands/digest-asking.ts';
import { newDigest } from '../store/bench.ts';
import { type Bot, makeFolder, makeUsedFolder, spawnBot, startBot } from './bot.ts';
import { quotedIn } from './words-in.ts';

const wordsOf = (message: Message): string =>
  flatten(message.components)
    .flatMap(({ content }) => content ?? [])
    .join('\n');

/** All that a message shows, without the numbers that Discord gives its parts. */
const partsOf = ({ components }: Message): unknown =>
  JSON.parse(JSON.stringify(components, (key, value: unknown) => (key === 'id' ? undefined : value)));

/** Three starts and what lies between them, on a busy machine. */
const patienceMs = 120_000;

const addDigest = { channel: 'newsroom', time: '8am', timezone: 'Europe/London' };

function adminOf(emulator: Emulator) {
  const { admin, channels } = emulator.first;
  return emulator.person(admin).in(channels.general);
}

describe('the bot as a process, stopped, killed, and started again', () => {
  let emulator: Emulator;
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  /** Stopped; while it is away a digest falls due. */
  let first: Bot;
  /** Killed. */
  let second: Bot;
  let third: Bot;
  let preview: Message;
  let post: Message;
  let firstStatus: number | null;
  /** The answer to a mention. */
  let asked: Message;

  const admin = () => adminOf(emulator);
  const robin = () => emulator.person(emulator.first.member).in(emulator.first.channels.general);
  const robinAlone = () => emulator.person(emulator.first.member).inDm();
  const newsroom = () => emulator.person(emulator.first.member).in(emulator.first.channels.newsroom);
  const list = async () => wordsOf(await admin().run({ name: 'digest', subcommand: 'list' }).reply());

  async function addSoonDue(): Promise<void> {
    const { guild, channels } = emulator.first;
    const store = await openStore(folder.storeUrl, { now: Date.now });
    await comesIn({ articles: store.articles, now: Date.now() }); // one: of two, stories may be made meanwhile
    await store.digests.add(
      newDigest({
        guildId: guild.id,
        channelId: channels.newsroom.id,
        topics: [],
        times: ['08:30', '18:00'],
        timezone: 'Europe/London',
        nextRunAt: Date.now() + 1_000,
      }),
    );
    await store.close();
  }

  beforeAll(async () => {
    folder = await makeFolder();
    emulator = await startEmulator();
    const settings = { STORE_URL: folder.storeUrl };
    first = await startBot(emulator, settings);
    await addSoonDue();
    const posted = newsroom().next(patienceMs);
    preview = await admin().run({ name: 'digest', subcommand: 'preview' }).reply();
    firstStatus = await first.stop();
    second = await startBot(emulator, settings);
    post = await posted;
    const article =
      'The ferry to Elmsby will run at night from June.\nThe council pays £1.2m a year for it.\nIslanders have asked for the boat since 2009.\nThe last one leaves at midnight on Fridays and Saturdays, the harbour office said.';
    const file = { filename: 'ferry.txt', bytes: Buffer.from(article) };
    await admin().run({ name: 'summary', files: { file } }).reply();
    await robinAlone()
      .say({ files: [file] })
      .reply();
    asked = await robin()
      .say(`<@${emulator.world.bot.id}> how many computers will the new library have?`)
      .reply();
    await admin().run({ name: 'digest', subcommand: 'add', options: addDigest }).reply();
    await second.stop('SIGKILL');
    third = await startBot(emulator, settings);
  }, patienceMs);
  afterAll(async () => {
    expect(await third.stop()).toBe(0);
    await emulator.close();
    await folder.remove();
  });

  it('ends with status 0 where it is told to stop', () => {
    expect(firstStatus).toBe(0);
  });

  it('keeps articles and digests over a kill, and starts again at once', async () => {
    expect(await list()).toContain('08:00 Europe/London');
    const again = await admin()
      .run({ name: 'summary', options: { story: 'night ferry to Elmsby' } })
      .reply();
    expect(wordsOf(again)).toContain('The ferry to Elmsby will run at night from June.');
  });

  it('knows over a kill what a talk is about, in direct messages and in a server', async () => {
    const alone = async (words: string) => await robinAlone().say(words).reply();
    expect(quotedIn(asked).join()).toContain('36 computers');
    expect(quotedIn(await alone('and how much does the council pay?'))).toEqual([
      'The council pays £1.2m a year for it.',
    ]);
    expect(quotedIn(await alone('how many zebras live in Zanzibar?'))).toEqual([]);
    const next = await robin().say({ content: 'and when will it open?', replyTo: asked }).reply();
    expect(quotedIn(next).join()).toContain('autumn of 2029');
    expect(wordsOf(await alone('stop'))).toMatch(/^Stopped: /);
    expect(quotedIn(await alone('and who said that?'))).toEqual([]);
  });

  it('registers its commands once, and not again when they are the same', async () => {
    expect(await first.logged('commands.registered')).toMatchObject({ changed: true });
    expect(await second.logged('commands.registered')).toMatchObject({ changed: false });
    expect(await third.logged('commands.registered')).toMatchObject({ changed: false });
  });

  it('posts a digest that fell due while it was not running, once, and as its preview was to the byte', async () => {
    expect(partsOf(post)).toEqual(partsOf(preview));
    expect(wordsOf(post)).toMatch(/### News · [\s\S]*\n-# Next <t:\d+:R> · ref /);
    expect(await list()).toMatch(/08:30[\s\S]*last: posted/);
    expect(newsroom().messages()).toHaveLength(1);
  });

  it('refuses to be the second bot on one store, with one line', async () => {
    const another = spawnBot(emulator, { STORE_URL: folder.storeUrl });
    expect(await another.ended()).toBe(78);
    expect(another.output()).toMatch(
      /^another bot runs on sqlite:\S+: stop it, or give this one a STORE_URL of its own\n$/,
    );
  });

  it('comes back after the connection is cut, and answers', async () => {
    const back = emulator.next('gateway.resumed', 30_000);
    emulator.gateway.drop();
    await back;
    expect(wordsOf(await admin().run({ name: 'help' }).reply())).toContain('Standfirst');
  });
});

describe('the bot as a process of two shards, for one guild', () => {
  let emulator: Emulator;
  let folder: Awaited<ReturnType<typeof makeUsedFolder>>;
  let bot: Bot;

  beforeAll(async () => {
    folder = await makeUsedFolder();
    emulator = await startEmulator();
    bot = await startBot(emulator, {
      STORE_URL: folder.storeUrl,
      SHARD_RANGE: '0-1/2',
      DISCORD_GUILD_ID: emulator.first.guild.id,
    });
  });
  afterAll(async () => {
    expect(await bot.stop()).toBe(0);
    await emulator.close();
    await folder.remove();
  });

  it('registers its commands in that guild alone', () => {
    const commands = [...emulator.world.commands.values()];
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.every(({ guild_id: of }) => of === emulator.first.guild.id)).toBe(true);
  });

  it('answers in servers and direct messages', async () => {
    const help = await adminOf(emulator).run({ name: 'help' }).reply();
    expect(wordsOf(help)).toContain('Standfirst');
    const alone = emulator.person(emulator.first.member).inDm();
    expect(wordsOf(await alone.say('hello').reply())).toContain('I summarise news');
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

  it('says so when Discord does not take the token', async () => {
    const folder = await makeUsedFolder();
    const emulator = await startEmulator();
    const bot = spawnBot(emulator, { STORE_URL: folder.storeUrl, DISCORD_TOKEN: 'not.the.token' });
    expect(await bot.ended()).toBe(78);
    expect(bot.output().trimEnd().split('\n').at(-1)).toBe(
      'DISCORD_TOKEN: Discord does not accept it. Copy it again from the developer portal.',
    );
    await emulator.close();
    await folder.remove();
  });
});
