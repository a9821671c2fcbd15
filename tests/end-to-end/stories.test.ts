import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonHere } from '../../emulator/people/person.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { type Bot, makeUsedFolder, startBot } from './bot.ts';
import { wordsIn } from './words-in.ts';

const hourMs = 3_600_000;

/** Three papers on one event, the oldest first; the second has the words of the first, cut. */
const told = [
  {
    path: '/aground',
    paper: 'Harbour Wire',
    title: 'Ferry with 212 aboard runs aground off Sula',
    body: [
      'The car ferry Lady Orla ran aground on the Hen rocks off the island of Sula in fog on Tuesday with 212 people aboard, the coastguard said.',
      'Lifeboats from Port Brannoch took all of the passengers to the pier at Sula by eight o’clock. Nobody was hurt.',
      'The Lady Orla was on her way from Port Brannoch with 61 cars when she struck the Hen rocks at 5.40am.',
      'Her hull was holed, but she was not thought to be in danger of sinking, said the duty officer, Una Strachan.',
      'Her owner, Isles Line, said that all sailings to Sula were off until further notice.',
    ],
  },
  {
    path: '/off-sula',
    paper: 'The Brannoch Bell',
    title: 'Passengers taken off stricken Sula ferry',
    body: [
      'The car ferry Lady Orla ran aground on the Hen rocks off the island of Sula in fog on Tuesday with 212 people aboard, the coastguard said.',
      'Lifeboats from Port Brannoch took all of the passengers to the pier at Sula by eight o’clock. Nobody was hurt.',
      'The Lady Orla was on her way from Port Brannoch with 61 cars when she struck the Hen rocks at 5.40am.',
      'Her hull was holed, but she was not thought to be in danger of sinking, said the duty officer, Una Strachan.',
    ],
  },
  {
    path: '/tide',
    paper: 'The Islander',
    title: 'Lady Orla to be pulled off the Hen rocks at high tide',
    body: [
      'Two tugs will try tonight to pull the Lady Orla off the Hen rocks at Sula, where the ferry has lain since she ran aground in fog on Tuesday.',
      'Divers of Isles Line found a gash of four metres in the hull of the Lady Orla. Her 212 passengers had been taken to Sula by lifeboats.',
      '“We felt a bump, then the coffee slid,” said Gordon Aird, a vet, who was one of the passengers and is still on Sula.',
      'The coastguard’s duty officer, Una Strachan, said that the tugs from Port Brannoch would wait for the tide at four in the morning.',
    ],
  },
] as const;

let emulator: Emulator;
let bot: Bot;
let folder: Awaited<ReturnType<typeof makeUsedFolder>>;
let site: Server;
let host: string;
let robin: PersonHere;
const began = Date.now();

function pageOf({ paper, title, body }: (typeof told)[number], index: number): string {
  const published = new Date(began - (told.length - index) * hourMs).toISOString();
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
    <meta property="og:site_name" content="${paper}"><meta property="article:published_time" content="${published}">
    </head><body><main><article><h1>${title}</h1>${body.map((words) => `<p>${words}</p>`).join('\n')}</article></main></body></html>`;
}

beforeAll(async () => {
  folder = await makeUsedFolder();
  emulator = await startEmulator();
  site = createServer((request, response) => {
    const index = told.findIndex(({ path }) => path === request.url);
    const page = told[index];
    response.setHeader('content-type', 'text/html');
    if (page === undefined) response.writeHead(404).end();
    else response.end(pageOf(page, index));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  host = typeof address === 'object' ? `127.0.0.1:${address?.port}` : '';
  bot = await startBot(emulator, { STORE_URL: folder.storeUrl, FETCH_ALLOW: host });
  robin = emulator.person(emulator.first.member).in(emulator.first.channels.general);
});

afterAll(async () => {
  expect(await bot.stop()).toBe(0);
  await emulator.close();
  await new Promise((resolve) => site.close(resolve));
  await folder.remove();
});

const summaryOf = (story: string) => robin.run({ name: 'summary', options: { story } }).reply();

const latestWords = async (): Promise<string> =>
  wordsIn(await robin.run({ name: 'latest', options: { count: 2 } }).reply());

/** Asks until the reply says so; articles are grouped in the background, mostly before one is asked for. */
async function latestThatSays(words: string): Promise<string> {
  for (const until = Date.now() + 20_000; ; ) {
    const reply = await latestWords();
    if (reply.includes(words) || Date.now() > until) return reply;
  }
}

describe('over the wire, three papers on one event', () => {
  it('are one line of the newest, told by the newest that is no copy', async () => {
    for (const { path, title } of told)
      expect(wordsIn(await summaryOf(`http://${host}${path}`))).toContain(title);
    const latest = await latestThatSays('and 2 more sources');
    expect(latest).toMatch(/^### Latest\n1\) \[Lady Orla to be pulled off the Hen rocks at high tide\]/);
    expect(latest).toMatch(/\n-# The Islander \(127\.0\.0\.1\) · <t:\d+:R> · and 2 more sources\n2\) /);
    expect(latest.match(/Sula|Orla/g)).toHaveLength(1);
  });

  it('are named below each of them, and all listed at a press: who was first, who has whose text', async () => {
    const reply = await summaryOf(`http://${host}/aground`);
    expect(wordsIn(reply)).toMatch(
      /\n-# Also told by: \[The Islander[^\]]*\]\(<http:[^>]+\/tide>\) <t:\d+:R>, \[The Bran/,
    );
    const lines = wordsIn(await robin.press(reply, 'All sources').reply()).split('\n');
    expect(lines[1]).toBe('-# 3 sources · 3 articles');
    expect(
      lines
        .slice(2)
        .map((line) => line.replace(/\(<[^>]+>\)|<t:\d+:f>/g, '').replaceAll(/ \(127[^)]*\)/g, '')),
    ).toEqual([
      '1) [Ferry with 212 aboard runs aground off Sula]',
      '-# Harbour Wire ·  · the first',
      '2) [Passengers taken off stricken Sula ferry]',
      '-# The Brannoch Bell ·  · same text as Harbour Wire',
      '3) [Lady Orla to be pulled off the Hen rocks at high tide]',
      '-# The Islander · ',
    ]);
  });

  it('are one choice where words are typed that all of them have', async () => {
    const choices = await robin.complete({ name: 'summary', option: 'story', typed: 'orla' });
    expect(choices.map(({ name }) => name)).toEqual([
      'Lady Orla to be pulled off the Hen rocks at high tide (The Islander (127.0.0.1), 1 h)',
    ]);
    expect(await robin.complete({ name: 'summary', option: 'story', typed: 'sula' })).toHaveLength(1);
  });
});
