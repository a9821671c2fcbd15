import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonHere } from '../../emulator/people/person.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { type Message, messageFlag } from '../../emulator/world.ts';
import { newsPage } from '../ingest/page/pages.ts';
import { type Bot, makeUsedFolder, startBot } from './bot.ts';
import { type Watch, watchWords, wordsIn } from './words-in.ts';

let emulator: Emulator;
let bot: Bot;
let folder: Awaited<ReturnType<typeof makeUsedFolder>>;
let sites: readonly Server[];
/** `host:port` of each site; all of them serve the same. */
let hosts: readonly string[];
let robin: PersonHere;
let avery: PersonHere;
let watch: Watch;
/** Requests for what is held wait for this. */
const release = Promise.withResolvers<void>();
/** How often each path was asked. */
const asked = new Map<string, number>();

function rss(title: string, path: string): string {
  const date = new Date(Date.now() - 60_000).toUTCString();
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>/</link>
    <description>News of the quay</description><item><title>Night ferry to Sula will stop</title>
    <link>${path}</link><guid isPermaLink="false">${path}</guid><pubDate>${date}</pubDate></item></channel></rss>`;
}

async function answer(path: string): Promise<{ readonly status: number; readonly body: string }> {
  const count = (asked.get(path) ?? 0) + 1;
  asked.set(path, count);
  if (path === '/robots.txt') return { status: 404, body: '' };
  if (path === '/missing.xml') return { status: 404, body: '' };
  if (path === '/ended.xml' && count > 1) return { status: 410, body: '' };
  if (path === '/held.xml') await release.promise;
  if (path.endsWith('.xml')) return { status: 200, body: rss(`Feed of ${path}`, `/sula${path}.html`) };
  return { status: 200, body: newsPage() };
}

function startSite(): Server {
  return createServer((request, response) => {
    const path = request.url ?? '/';
    void answer(path).then(({ status, body }) => {
      const type = path.endsWith('.xml') ? 'application/rss+xml' : 'text/html';
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
    });
  });
}

async function listen(site: Server): Promise<string> {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  return typeof address === 'object' ? `127.0.0.1:${address?.port}` : '';
}

beforeAll(async () => {
  folder = await makeUsedFolder();
  emulator = await startEmulator();
  watch = watchWords(emulator);
  sites = Array.from({ length: 5 }, startSite);
  hosts = await Promise.all(sites.map(listen));
  const settings = { STORE_URL: folder.storeUrl, FETCH_ALLOW: hosts.join(','), LOG_LEVEL: 'debug' };
  bot = await startBot(emulator, settings);
  const { member, admin, channels } = emulator.first;
  robin = emulator.person(member).in(channels.general);
  avery = emulator.person(admin).in(channels.general);
});

afterAll(async () => {
  expect(await bot.stop()).toBe(0);
  await emulator.close();
  for (const site of sites) {
    site.closeAllConnections();
    site.close();
  }
  await folder.remove();
});

const isEphemeral = ({ flags }: Message): boolean => (flags & messageFlag.ephemeral) !== 0;

const feed = (subcommand: string, options: Record<string, string> = {}) =>
  avery.run({ name: 'feed', subcommand, options });

const outline = (addresses: readonly string[]) => ({
  file: {
    filename: 'feeds.opml',
    bytes: Buffer.from(
      `<opml version="2.0"><head><title>Mine</title></head><body>${addresses
        .map((address) => `<outline type="rss" text="One" xmlUrl="${address}"/>`)
        .join('')}</body></opml>`,
    ),
  },
});

const importOf = (addresses: readonly string[]) =>
  avery.run({ name: 'feed', subcommand: 'import', files: outline(addresses) });

describe('over the wire, a feed', () => {
  it('is shown, followed at a press, and its article comes in', async () => {
    const shown = await feed('add', { address: `http://${hosts[0]}/harbour.xml` }).reply();
    expect(isEphemeral(shown)).toBe(true);
    expect(wordsIn(shown)).toContain('Feed of /harbour.xml');
    expect(wordsIn(shown)).toMatch(
      /• \[Night ferry to Sula will stop\]\(<http:.*\/sula\/harbour\.xml\.html>\) · <t:\d+:R>/,
    );
    const followed = await avery.press(shown, 'Follow').reply();
    expect(followed.id).toBe(shown.id);
    expect(wordsIn(followed)).toContain('Following');
    await bot.logged('entry.settled');
    const summary = await robin.run({ name: 'summary', options: { story: 'night ferry to Sula' } }).reply();
    expect(wordsIn(summary)).toContain('The ferry between Port Brannoch and the island of Sula');
    expect(wordsIn(await feed('list').reply())).toMatch(
      /1\) \[Feed of \/harbour\.xml\].* · working\n.*1 article/,
    );
    expect(wordsIn(await robin.run({ name: 'status' }).reply())).toContain('**Feeds**: 1 feed · 1 working');
  });

  it('is tested step by step, found by what is typed', async () => {
    const choices = await avery.complete({
      name: 'feed',
      subcommand: 'test',
      option: 'feed',
      typed: 'harbour',
    });
    expect(choices).toHaveLength(1);
    const tested = wordsIn(await feed('test', { feed: String(choices[0]?.value) }).reply());
    expect(tested).toMatch(/✓ Fetch · [\d.]+ m?s · 1 kB, application\/rss\+xml/);
    expect(tested).toContain('**It works.** 1 entry');
    const missing = wordsIn(await feed('test', { feed: `http://${hosts[0]}/missing.xml` }).reply());
    expect(missing).toContain('**It does not work**: it is not there (404).');
  });

  it('is exported as a file that the message shows', async () => {
    const reply = await feed('export').reply();
    expect(wordsIn(reply)).toContain('1 feed as an OPML file.');
    const served = await fetch(reply.attachments[0]?.url ?? '');
    expect(await served.text()).toContain(`xmlUrl="http://${hosts[0]}/harbour.xml"`);
  });

  it('that its publisher ends is told of in the alerts channel, where only managers press', async () => {
    const { newsroom } = emulator.first.channels;
    const set = avery.run({ name: 'settings', subcommand: 'alerts', options: { channel: 'newsroom' } });
    expect(wordsIn(await set.reply())).toContain(`Alerts go to <#${newsroom.id}>`);
    const there = emulator.person(emulator.first.admin).in(newsroom);
    const alert = there.next();
    const shown = await feed('add', { address: `http://${hosts[1]}/ended.xml` }).reply();
    await avery.press(shown, 'Follow').reply();
    expect(wordsIn(await alert)).toMatch(
      /\*\*Feed of \/ended\.xml\*\* has stopped <t:\d+:R>: its publisher has ended it \(410\)/,
    );
    const robinThere = emulator.person(emulator.first.member).in(newsroom);
    const refused = await robinThere.press(await alert, 'Remove').reply();
    expect(wordsIn(refused)).toBe('That is for those who manage this server (the permission Manage Server).');
    expect(wordsIn(await feed('list').reply())).toContain('**stopped**');
    const removed = await there.press(await alert, 'Remove').reply();
    expect(isEphemeral(removed)).toBe(true);
    expect(wordsIn(removed)).toContain('does not follow');
    expect(wordsIn(await feed('list').reply())).not.toContain('**stopped**');
  });
});

describe('over the wire, an import', () => {
  const addresses = () => [
    `http://${hosts[0]}/harbour.xml`,
    `http://${hosts[2]}/quay.xml`,
    `http://${hosts[3]}/held.xml`,
    `http://${hosts[4]}/missing.xml`,
  ];

  it('shows how far it is in one message, and is cancelled by its button', async () => {
    const first = await importOf(addresses()).reply();
    await watch.seen((words) => words.includes('3 of 4 · 1 failed'));
    await avery.press(first, 'Cancel').reply();
    expect(await watch.seen((words) => words.includes('Import cancelled'))).toContain(
      '1 added · 1 followed already · 1 failed · 1 not tried',
    );
  });

  it('goes on where it was stopped when it is run again', async () => {
    release.resolve();
    await importOf(addresses()).reply();
    const ended = await watch.seen((words) => words.includes('Feeds imported'));
    expect(ended).toContain('1 added · 2 followed already · 1 failed');
    expect(ended).toContain(`• \`http://${hosts[4]}/missing.xml\`: it is not there (404)`);
  });

  it('says so where the file is no list of feeds', async () => {
    const files = { file: { filename: 'notes.xml', bytes: Buffer.from('<notes/>') } };
    const reply = await avery.run({ name: 'feed', subcommand: 'import', files }).reply();
    expect(wordsIn(reply)).toContain('notes.xml is not a list of feeds (OPML).');
  });
});
