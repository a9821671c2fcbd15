import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Component, flatten } from '../../emulator/component.ts';
import type { PersonHere } from '../../emulator/people/person.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { type Message, messageFlag } from '../../emulator/world.ts';
import { openStore } from '../../src/store/open-store.ts';
import { comesIn } from '../commands/digest-asking.ts';
import { newsPage } from '../ingest/page/pages.ts';
import { type Bot, makeFolder, startBot } from './bot.ts';
import { talkTests } from './talks.ts';

let emulator: Emulator;
let bot: Bot;
let folder: Awaited<ReturnType<typeof makeFolder>>;
/** A site whose every page is the same article. */
let site: Server;
let siteHost: string;
/** Lets the pages below /late come. */
const late = Promise.withResolvers<void>();
let robin: PersonHere;
let robinAlone: PersonHere;
let avery: PersonHere;

beforeAll(async () => {
  folder = await makeFolder();
  emulator = await startEmulator();
  site = createServer(({ url = '' }, response) => {
    const answer = () => void response.setHeader('content-type', 'text/html').end(newsPage());
    if (url === '/robots.txt') response.writeHead(404).end();
    else if (url.startsWith('/late')) late.promise.then(answer, answer);
    else answer();
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  siteHost = typeof address === 'object' ? `127.0.0.1:${address?.port}` : '';
  bot = await startBot(emulator, { STORE_URL: folder.storeUrl, FETCH_ALLOW: siteHost });
  const { member, admin, channels } = emulator.first;
  robin = emulator.person(member).in(channels.general);
  robinAlone = emulator.person(member).inDm();
  avery = emulator.person(admin).in(channels.general);
});

afterAll(async () => {
  expect(await bot.stop()).toBe(0);
  await emulator.close();
  await new Promise((resolve) => site.close(resolve));
  await folder.remove();
});

const wordsOf = (message: Message): string =>
  flatten(message.components)
    .flatMap(({ content }: Component) => content ?? [])
    .join('\n');

const isEphemeral = ({ flags }: Message): boolean => (flags & messageFlag.ephemeral) !== 0;

const patrolBoats = { story: 'Skelder patrol boats' };

describe('over the wire, a person in a server', () => {
  it('gets a summary that they alone see, and shares it with a button', async () => {
    const reply = await robin.run({ name: 'summary', options: patrolBoats }).reply();
    expect(wordsOf(reply)).toContain('Owen Tarrant will urge Skelder to send more patrol boats to Halvia');
    expect(isEphemeral(reply)).toBe(true);
    const shared = await robin.press(reply, 'Share').reply();
    expect(isEphemeral(shared)).toBe(false);
    expect(avery.messages().map(({ id }) => id)).toContain(shared.id);
    expect(avery.messages().map(({ id }) => id)).not.toContain(reply.id);
  });

  it('gets a summary of the page behind a link, and finds it by its words from then on', async () => {
    const link = `http://${siteHost}/sula?utm_source=chat`;
    const reply = await robin.run({ name: 'summary', options: { story: link } }).reply();
    expect(wordsOf(reply)).toContain(
      `### [Night ferry to Sula will stop](<http://${siteHost}/sula>)\n-# 127\\.0.0.1 · `,
    );
    expect(wordsOf(reply)).toContain('The ferry between Port Brannoch and the island of Sula');
    const again = await robinAlone.say('what about the night ferry to Sula?').reply();
    expect(wordsOf(again)).toContain('Night ferry to Sula will stop');
    const refused = await robinAlone.say('and http://127.0.0.1:1/ ?').reply();
    expect(wordsOf(refused)).toContain('I read pages of the public web only');
  });

  it('picks a story from the list of what is half typed', async () => {
    const choices = await robin.complete({ name: 'figures', option: 'story', typed: 'interest ra' });
    expect(choices).toHaveLength(1);
    const reply = await robin.run({ name: 'figures', options: { story: String(choices[0]?.value) } }).reply();
    expect(wordsOf(reply)).toContain('4.25%');
  });

  it('gets quotes of one speaker, and the newest headlines of a topic', async () => {
    const quotes = await robin.run({ name: 'quotes', options: { ...patrolBoats, speaker: 'Pryce' } }).reply();
    expect(wordsOf(quotes)).toContain('> “fairest possible claim to its own water”');
    const latest = await robin.run({ name: 'latest', options: { topic: 'economy', share: 'True' } }).reply();
    expect(isEphemeral(latest)).toBe(false);
    expect(wordsOf(latest)).toContain('interest rates');
  });

  it('gets comparable figures as a chart with its numbers in words, served as a picture', async () => {
    const reply = await robin.run({ name: 'figures', options: patrolBoats }).reply();
    const [item] = flatten(reply.components).flatMap(({ items }: Component) => items ?? []);
    expect(item?.description).toMatch(
      /^Bar chart\. 1\.8%: .*; around 1\.5%: .*Source: The Saltmarsh Gazette/,
    );
    expect(reply.attachments.map(({ filename, content_type }) => [filename, content_type])).toEqual([
      ['chart.png', 'image/png'],
    ]);
    const served = await fetch(reply.attachments[0]?.url ?? '');
    const bytes = new Uint8Array(await served.arrayBuffer());
    expect(String.fromCharCode(...bytes.slice(1, 4))).toBe('PNG');
  });

  it('gets a quantity over all stories, and offers of what can be asked for', async () => {
    const choices = await robin.complete({ name: 'figures', option: 'about', typed: 'infl' });
    expect(choices.map(({ name }) => name).join()).toContain('Inflation');
    const reply = await robin.run({ name: 'figures', options: { about: 'sea patrols' } }).reply();
    expect(wordsOf(reply)).toContain('### Figures about sea patrols');
    expect(wordsOf(reply)).toContain('**around 1.5%**');
  });

  it('is answered once, though the gateway sends the command twice', async () => {
    emulator.gateway.sendTwice('INTERACTION_CREATE');
    await robin.run({ name: 'help' }).reply();
    await robin.run({ name: 'help' }).reply();
    expect(bot.output()).not.toMatch(/"level":"error"/);
  });

  it('has its answer though Discord loses the acknowledgement’s answer', async () => {
    emulator.faults.once({
      method: 'POST',
      route: '/interactions/:id/:token/callback',
      status: 500,
      afterWork: true,
    });
    const reply = await robin.run({ name: 'latest', options: { count: 1 } }).reply();
    expect(wordsOf(reply)).toContain('Latest');
  });

  it('gets a file read, and its mistakes told', async () => {
    const text = (words: string) => ({ file: { filename: 'harbour.txt', bytes: Buffer.from(words) } });
    const article =
      'The harbour at Elmsby will close for repairs in May.\nThe works cost £3.5m, the council said.\n“We have waited ten years for this,” said Ruth Okafor, the harbour master.\nFishing boats will land at Port Ansel until the autumn, when the new quay is to open.';
    const summary = async (words: string) =>
      wordsOf(await robin.run({ name: 'summary', files: text(words) }).reply());
    expect(await summary(article)).toContain('harbour');
    expect(await summary('   \n')).toContain('harbour.txt has no text in it.');
    expect(await summary('%PDF-1.7 \0\0')).toContain('harbour.txt is not a text I can read.');
    expect(await summary('One sentence only.')).toContain('I could read only one sentence of this article');
    expect(await summary('word '.repeat(2_000_000))).toContain('harbour.txt is too large');
    expect(await summary('word '.repeat(200_000))).toContain('harbour.txt is too large');
  });

  it('is told of the nearest titles when there is no such story, and mentions nobody by it', async () => {
    const reply = await robin
      .run({ name: 'summary', options: { story: '@everyone library robots' } })
      .reply();
    expect(wordsOf(reply)).toMatch(
      /I have no stored story like “\\@everyone library robots”\. Closest: \[.*library/i,
    );
    expect(reply.pings).toEqual({ everyone: false, userIds: [], roleIds: [] });
  });

  it('is answered when they mention the bot, and left alone when they do not', async () => {
    const reply = await robin
      .say(`<@${emulator.world.bot.id}> what about the patrol boats of Skelder?`)
      .reply();
    expect(wordsOf(reply)).toContain('Skelder');
    expect(reply.pings.userIds).toEqual([]);
  });
});

describe('over the wire, a direct message', () => {
  it('with words of a story is answered with its brief', async () => {
    const reply = await robinAlone.say('what about the patrol boats of Skelder?').reply();
    expect(wordsOf(reply)).toContain('**Said**');
    expect(isEphemeral(reply)).toBe(false);
  });

  it('with words of none says so, with the newest headlines', async () => {
    await robinAlone.say('new story').reply();
    const reply = await robinAlone.say('what about the volcano on Mars?').reply();
    expect(wordsOf(reply)).toMatch(/^Nothing in \d+ stored articles says this\.[\s\S]*The newest:/);
  });

  it('with a file is answered with that file’s brief', async () => {
    const words =
      'A blue heron has moved into the clock tower of Elmsby.\nIt arrived on Sunday, the verger said.\nVisitors may climb the tower on Fridays.\nThe parish has asked people to keep quiet on the stairs while the bird is nesting there.';
    const files = [{ filename: 'heron.txt', bytes: Buffer.from(words) }];
    expect(wordsOf(await robinAlone.say({ files }).reply())).toContain('blue heron');
  });

  it('is answered once, though the gateway sends it twice', async () => {
    emulator.gateway.sendTwice('MESSAGE_CREATE');
    const { message, reply } = robinAlone.say('hello');
    await reply();
    await robinAlone.run({ name: 'latest' }).reply();
    const answers = robinAlone.messages().filter(({ replyTo }) => replyTo === message.id);
    expect(answers).toHaveLength(1);
  });
});

describe('over the wire, an administrator', () => {
  it('makes a digest, posts it and ends it', async () => {
    const { newsroom } = emulator.first.channels;
    const there = emulator.person(emulator.first.admin).in(newsroom);
    const store = await openStore(folder.storeUrl, { now: Date.now });
    await comesIn({ articles: store.articles, now: Date.now() });
    await store.close();
    const options = { channel: 'newsroom', time: '8am', timezone: 'Europe/London', stories: 1 };
    const added = await avery.run({ name: 'digest', subcommand: 'add', options }).reply();
    expect(wordsOf(added)).toContain('08:00 Europe/London, daily');
    const post = there.next();
    const run = await avery.run({ name: 'digest', subcommand: 'run' }).reply();
    expect(wordsOf(run)).toBe(`Posted in <#${newsroom.id}>.`);
    expect(wordsOf(await post)).toMatch(/### News · .*2\d{3}/);
    const opened = await there.press(await post, 'Open').reply();
    expect(isEphemeral(opened)).toBe(true);
    const robinThere = emulator.person(emulator.first.member).in(newsroom);
    const why = await robinThere.press(await post, 'Why these?').reply();
    expect(isEphemeral(why)).toBe(true);
    expect(wordsOf(why)).toMatch(/Taken: 1 source, \d+ minutes? old\./);
    expect(wordsOf(await avery.run({ name: 'digest', subcommand: 'list' }).reply())).toContain(
      'last: posted',
    );
    expect(wordsOf(await avery.run({ name: 'digest', subcommand: 'remove' }).reply())).toContain('Ended');
  });

  it('is told which rights are missing, of a wrong zone and a wrong time, and nothing is stored', async () => {
    const add = async (options: Record<string, string>) =>
      wordsOf(await avery.run({ name: 'digest', subcommand: 'add', options }).reply());
    const { locked } = emulator.first.channels;
    expect(await add({ channel: 'locked', time: '8am' })).toBe(
      `I cannot post in <#${locked.id}>. I need: View Channel, Send Messages. Fix it, then try again.`,
    );
    expect(await add({ channel: 'newsroom', time: '8am', timezone: 'Mars/Base' })).toContain(
      'I do not know “Mars/Base”.',
    );
    expect(await add({ channel: 'newsroom', time: '25 o’clock' })).toContain('is not a time I know');
    expect(wordsOf(await avery.run({ name: 'digest', subcommand: 'list' }).reply())).toContain(
      'No digests in this server yet.',
    );
  });
});

talkTests(() => ({
  emulator,
  bot,
  site: `http://${siteHost}`,
  releasePage: late.resolve,
  robin,
  robinAlone,
  avery,
  averyAlone: emulator.person(emulator.first.admin).inDm(),
  storePath: folder.storeUrl.replace(/^sqlite:/, ''),
}));
