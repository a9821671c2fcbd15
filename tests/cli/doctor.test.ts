import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkHouse } from '../../src/cli/check-house.ts';
import { checkPacks } from '../../src/cli/check-packs.ts';
import { readDoctorCall } from '../../src/cli/doctor-call.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { openWeb } from '../../src/ingest/fetch/web.ts';
import type { PackFile } from '../../src/ingest/follow/packs.ts';
import { createReadingPool, type ReadingPool } from '../../src/ingest/reading/reading-pool.ts';
import { openStore } from '../../src/store/open-store.ts';
import { serve } from '../ingest/fetch/serve.ts';
import { newArticle } from '../store/bench.ts';

const clock = { now: () => Date.UTC(2026, 10, 26) };

function recorder() {
  const lines: string[] = [];
  const notes: string[] = [];
  return {
    lines,
    notes,
    write: async (line: string) => void lines.push(line),
    note: (line: string) => void notes.push(line),
  };
}

describe('the doctor’s call', () => {
  it.each([
    [[], { kind: 'house' }],
    [['packs'], { kind: 'packs', names: [] }],
    [['packs', 'uk', 'us'], { kind: 'packs', names: ['uk', 'us'] }],
    [['-h'], { kind: 'help', text: expect.stringContaining('npm run doctor') }],
  ])('%j', (words, call) => {
    expect(readDoctorCall(words)).toEqual(call);
  });

  it('is refused where it names nothing the doctor knows', () => {
    expect(() => readDoctorCall(['teeth'])).toThrow(UsageError);
  });
});

describe('the doctor, of packs', () => {
  let pool: ReadingPool;
  beforeAll(() => {
    pool = createReadingPool();
  });
  afterAll(() => pool.close());

  const pack = (name: string, feeds: readonly (readonly [title: string, address: string])[]): PackFile => ({
    name,
    title: name,
    feedCount: feeds.length,
    feeds: feeds.map(([title, address]) => ({ title, address, groups: [] })),
  });

  async function check(packs: readonly PackFile[], host: string) {
    const web = openWeb({ allowed: [host], contact: undefined, now: clock.now, pauseMs: 0 });
    const terminal = recorder();
    try {
      return { ...terminal, status: await checkPacks(packs, { ...web, readFeed: pool.readFeed }, terminal) };
    } finally {
      await web.close();
    }
  }

  const item = '<item><title>Ferry</title><pubDate>Tue, 24 Nov 2026 06:30:00 GMT</pubDate></item>';
  const rss = (items: string) => `<rss version="2.0"><channel><title>Bell</title>${items}</channel></rss>`;

  it('asks each feed once and says what it gives, in the order of the packs', async () => {
    const asked: string[] = [];
    const { origin, host } = await serve(({ url = '' }, response) => {
      asked.push(url);
      if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<html><p>Hello</p>');
      else if (url === '/gone') response.writeHead(410).end();
      else response.writeHead(200, { 'content-type': 'text/xml' }).end(rss(url === '/old' ? '' : item));
    });
    const packs = [
      pack('north', [
        ['Bell', `${origin}/bell`],
        ['Page\u001b[31m', `${origin}/page`],
        ['Old', `${origin}/old`],
      ]),
      pack('south', [
        ['Bell too', `${origin}/bell`],
        ['Gone', `${origin}/gone`],
        ['Inside', 'http://10.1.2.3/rss'],
      ]),
    ];
    const { lines, notes, status } = await check(packs, host);
    expect(status).toBe(1);
    expect(lines).toEqual([
      `ok    north: Bell: 1 entry, the newest of 2026-11-24 · ${origin}/bell`,
      `fails north: Page[31m: a page, no feed · ${origin}/page`,
      `ok    north: Old: 0 entries, without dates · ${origin}/old`,
      `ok    south: Bell too: 1 entry, the newest of 2026-11-24 · ${origin}/bell`,
      `fails south: Gone: status 410 · ${origin}/gone`,
      'fails south: Inside: it is not on the public internet · http://10.1.2.3/rss',
      '2 packs: 3 feeds answered, 3 did not',
    ]);
    expect(asked.sort()).toEqual(['/bell', '/gone', '/old', '/page']);
    expect(notes.at(-1)).toBe('6 of 6');
  });

  it('is content where all answer', async () => {
    const { origin, host } = await serve((_, response) => void response.end(rss(item)));
    const { status, lines } = await check([pack('north', [['Bell', `${origin}/bell`]])], host);
    expect([status, lines.at(-1)]).toEqual([0, '1 pack: 1 feed answered, 0 did not']);
  });
});

describe('the doctor, of the house', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standfirst-doctor-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function check(given: Partial<Parameters<typeof checkHouse>[0]> = {}) {
    const terminal = recorder();
    const house = {
      env: { DISCORD_TOKEN: 'a', STORE_URL: `sqlite:${join(folder, 'store.sqlite')}` },
      readFile: () => '',
      nodeVersion: '24.21.0',
      clock,
      readPacks: async () => [{ name: 'north', title: 'North', feedCount: 2, feeds: [] }],
    };
    return { status: await checkHouse({ ...house, ...given }, terminal), lines: terminal.lines };
  }

  it('finds nothing wrong where the bot can start, and makes no store', async () => {
    const path = join(folder, 'store.sqlite');
    const healthy = [
      'ok    Node: 24.21.0',
      'ok    configuration: complete',
      `ok    store: ${path} is made when the bot first starts`,
      'ok    packs: 1 pack with 2 feeds',
    ];
    expect(await check()).toEqual({ status: 0, lines: healthy });
    expect(await check()).toEqual({ status: 0, lines: healthy });
    const store = await openStore(`sqlite:${path}`, clock);
    await store.articles.put(newArticle());
    await store.close();
    expect((await check()).lines[2]).toBe(`ok    store: ${path} holds 1 public article`);
  });

  it('says all that is wrong, and no secret', async () => {
    const path = join(folder, 'store.sqlite');
    await writeFile(path, 'A letter, not a database. '.repeat(100));
    const { status, lines } = await check({
      env: { DISCORD_TOKEN: 'two words', HTTP_PORT: '70000', STORE_URL: `sqlite:${path}` },
      nodeVersion: '20.1.0',
      readPacks: async () => {
        throw new Error('north.opml is no OPML file');
      },
    });
    expect(status).toBe(1);
    expect(lines.map((line) => line.slice(0, 45))).toEqual([
      'fails Node: 20.1.0 is too old: Standfirst nee',
      'fails configuration: DISCORD_TOKEN must not h',
      'fails configuration: HTTP_PORT must be from 0',
      expect.stringContaining('fails store: STORE_URL: '),
      'fails packs: north.opml is no OPML file',
    ]);
    expect(lines.join()).not.toContain('two words');
  });
});
