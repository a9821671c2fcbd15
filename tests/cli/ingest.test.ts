import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readIngestCall } from '../../src/cli/ingest-call.ts';
import { ingest } from '../../src/cli/run-ingest.ts';
import { openWeb } from '../../src/ingest/fetch/web.ts';
import { createReadingPool, type ReadingPool } from '../../src/ingest/reading/reading-pool.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { serve } from '../ingest/fetch/serve.ts';
import { newsPage, paragraphs } from '../ingest/page/pages.ts';

const now = Date.UTC(2026, 10, 26, 8);
const clock = { now: () => now };
const guild = '100000000000000001';

let pool: ReadingPool;
let folder: string;
let store: Store;
beforeAll(() => {
  pool = createReadingPool();
});
afterAll(() => pool.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standfirst-ingest-'));
  store = await openStore('sqlite::memory:', clock);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

interface Ran {
  readonly status: number;
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

async function run(
  words: readonly string[],
  { allowed = [], input = '' }: { readonly allowed?: readonly string[]; readonly input?: string } = {},
): Promise<Ran> {
  const lines: string[] = [];
  const notes: string[] = [];
  const call = readIngestCall(words);
  if (call === 'help') throw new Error('no help is wanted');
  const web = openWeb({ allowed, contact: undefined, now: clock.now, pauseMs: 0 });
  const ports = { web, pool, clock, input: Readable.from([Buffer.from(input)]) };
  const terminal = {
    write: async (line: string) => void lines.push(line),
    note: (line: string) => void notes.push(line),
  };
  try {
    const kept = call.isDryRun ? {} : { articles: store.articles };
    return { status: await ingest(call, { ...ports, ...kept }, terminal), lines, notes };
  } finally {
    await web.close();
  }
}

async function file(name: string, contents: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, contents);
  return path;
}

const dated =
  '<meta property="article:published_time" content="2026-11-24T06:30:00Z"><meta name="author" content="Ada Quist">';
const html = (response: Parameters<RequestListener>[1], body: string, type = 'text/html') =>
  void response.writeHead(200, { 'content-type': type }).end(body);

const feedOf = (origin: string) => `<?xml version="1.0"?><rss version="2.0"><channel><title>The Bell</title>
<link>${origin}/</link><description>News</description><language>en</language>
<item><title>Night ferry</title><link>${origin}/ferry</link><guid>1</guid><pubDate>Tue, 24 Nov 2026 06:30:00 GMT</pubDate><category>sea</category></item>
<item><title>Lost page</title><link>${origin}/lost</link><guid>2</guid></item></channel></rss>`;

const list =
  '<opml version="2.0"><head><title>Mine</title></head><body><outline text="Sea"><outline type="rss" text="Bell" xmlUrl="https://bell.example/rss"/></outline></body></opml>';

/** A site with an article, a feed of it, and a page that programs are asked not to read. */
async function site() {
  const bell = await serve(({ url = '', headers: { host = '' } }, response) => {
    if (url === '/robots.txt') return html(response, 'User-agent: *\nDisallow: /private', 'text/plain');
    if (url.startsWith('/ferry') || url === '/private') return html(response, newsPage({ head: dated }));
    if (url.startsWith('/rss')) return html(response, feedOf(`http://${host}`), 'application/rss+xml');
    if (url === '/list') return html(response, list, 'text/x-opml');
    response.writeHead(404).end();
  });
  return { ...bell, allowed: [bell.host] };
}

const publicTitles = async () =>
  (await store.articles.latest({ scopes: ['public'], limit: 9 })).map(({ title }) => title);

describe('ingest of an address', () => {
  it('stores the article of a page, once', async () => {
    const { origin, allowed } = await site();
    const first = await run([`${origin}/ferry?utm_source=x`], { allowed });
    expect(first).toEqual({
      status: 0,
      lines: [
        `${origin}/ferry?utm_source=x: new: Night ferry to Sula will stop (127.0.0.1, 2026-11-24, Ada Quist, 5 sentences)`,
      ],
      notes: [],
    });
    expect((await run([`${origin}/ferry`], { allowed })).lines[0]).toContain(': unchanged: ');
    expect(await publicTitles()).toEqual(['Night ferry to Sula will stop']);
  });

  it('takes in the entries of a feed that nobody follows, and says what of them failed', async () => {
    const { origin, allowed } = await site();
    const { status, lines } = await run([`${origin}/rss`], { allowed });
    expect(status).toBe(1);
    expect(lines).toEqual([
      `${origin}/rss: feed The Bell: 2 entries, the newest of 2026-11-24`,
      expect.stringMatching(/\/ferry: new: Night ferry to Sula will stop \(The Bell.*2026-11-24/),
      `${origin}/lost: nothing was read: status 404`,
    ]);
    expect(await publicTitles()).toEqual(['Night ferry to Sula will stop']);
    expect(await store.feeds.active()).toEqual([]);
  });

  it('says why there is nothing', async () => {
    const { origin, allowed } = await site();
    const { status, lines } = await run([`${origin}/lost`, `${origin}/private`, 'http://10.0.0.1/'], {
      allowed,
    });
    expect(status).toBe(1);
    expect(lines).toEqual([
      `${origin}/lost: nothing was read: status 404`,
      `${origin}/private: nothing was read: its robots.txt asks programs not to read it`,
      'http://10.0.0.1/: nothing was read: it is not on the public internet',
    ]);
  });

  it('with a key wants to know whose it is, and keeps it there for a day', async () => {
    const { origin, allowed } = await site();
    for (const path of ['ferry?token=abc123', 'rss?key=abc123']) {
      const { status, lines } = await run([`${origin}/${path}`], { allowed });
      expect([status, lines.length]).toEqual([1, 1]);
      expect(lines[0]).toContain('its address holds a key');
    }
    expect(await publicTitles()).toEqual([]);
    await run(['--guild', guild, `${origin}/rss?key=abc123`], { allowed });
    expect(await publicTitles()).toEqual([]);
    const [headline] = await store.articles.latest({ scopes: [`guild:${guild}`], limit: 9 });
    const article = await store.articles.get(headline?.id ?? '', [`guild:${guild}`]);
    expect(article).toMatchObject({ topics: ['sea'], expiresAt: now + 86_400_000 });
  });

  it('of a list of feeds says what is in it', async () => {
    const { origin, allowed } = await site();
    expect(await run([`${origin}/list`], { allowed })).toMatchObject({
      status: 0,
      lines: [
        `${origin}/list: list of 1 feed: /feed import in a server follows them`,
        '  Bell: https://bell.example/rss',
      ],
    });
  });
});

describe('ingest of files', () => {
  const text = paragraphs.join('\n');

  it('stores them where they are said to belong, for a day', async () => {
    const [page, plain] = [
      await file('ferry.html', newsPage()),
      await file('note.txt', paragraphs.slice(1).join('\n')),
    ];
    const { status, lines } = await run(['--guild', guild, page, plain]);
    expect(status).toBe(0);
    expect(lines).toEqual([
      `${page}: new: Night ferry to Sula will stop (ferry.html, 5 sentences)`,
      expect.stringContaining(`${plain}: new: The board’s chair`),
    ]);
    expect(await publicTitles()).toEqual([]);
    const headlines = await store.articles.latest({ scopes: [`guild:${guild}`], limit: 9 });
    expect(headlines).toHaveLength(2);
    const article = await store.articles.get(headlines[0]?.id ?? '', [`guild:${guild}`]);
    expect(article?.expiresAt).toBe(now + 86_400_000);
  });

  it('knows the address that a file came from', async () => {
    const page = await file('ferry.html', newsPage({ head: dated }));
    await run(['--public', '--from', 'https://www.bell.example/ferry', page]);
    const article = await store.articles.getByUrl('https://www.bell.example/ferry', ['public']);
    expect(article).toMatchObject({ source: 'bell.example', author: 'Ada Quist' });
    expect(article?.expiresAt).toBeUndefined();
  });

  it('reads the input, and gzipped files', async () => {
    const packed = await file('ferry.html.gz', gzipSync(newsPage()));
    const { status, lines } = await run(['--dry-run', '-', packed], { input: newsPage() });
    expect(status).toBe(0);
    expect(lines).toEqual([
      '-: read: Night ferry to Sula will stop (-, 5 sentences)',
      `${packed}: read: Night ferry to Sula will stop (ferry.html.gz, 5 sentences)`,
    ]);
    expect(await publicTitles()).toEqual([]);
  });

  it('says why a file gives nothing', async () => {
    const bomb = await file('bomb.html.gz', gzipSync(Buffer.alloc(6_000_000)));
    const items = [
      join(folder, 'nobody.txt'),
      folder,
      await file('empty.txt', ''),
      await file('picture.txt', Buffer.from('89504e470d0a1a0a', 'hex')),
      await file('menu.html', '<html><body><a href="/">Home</a></body></html>'),
      await file('broken.xml', 'no feed'),
      await file('list.opml', 'no list'),
      await file('broken.html.gz', Buffer.from('1f8b0000', 'hex')),
      bomb,
    ];
    const { status, lines } = await run(['--dry-run', ...items]);
    expect(status).toBe(1);
    expect(lines.map((line, index) => line.slice(`${items[index]}: nothing was read: `.length))).toEqual([
      'there is no such file',
      'it is a folder',
      'there is no text in it',
      'there is no text in it',
      'there is no article on the page',
      'no feed',
      'it is no list of feeds',
      'it cannot be unpacked',
      'it is over 5 MB',
    ]);
  });

  it('tells a stub from an article', async () => {
    const stub = await file('stub.txt', 'The ferry will stop running at night from March.');
    expect((await run(['--public', stub])).lines[0]).toContain('1 sentence, stub)');
  });

  it('never lets a title steer the terminal', async () => {
    const page = await file(
      'a.html',
      newsPage({ head: '<meta property="og:title" content="Ferry&#27;[2J&#8238;">' }),
    );
    const { lines } = await run(['--dry-run', page]);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('tells of many in their order, and how far it is', async () => {
    const items: string[] = [];
    for (let index = 0; index < 24; index += 1)
      items.push(await file(`${index}.txt`, `${text}\n`.repeat(index % 5 === 0 ? 8 : 1)));
    const { lines, notes } = await run(['--dry-run', ...items]);
    expect(lines.map((line) => line.split(': ', 1)[0])).toEqual(items);
    expect(notes.at(-1)).toBe('24 of 24');
  });
});

describe('ingest as JSON', () => {
  const object = z.record(z.string(), z.unknown());
  const jsonOf = async (words: readonly string[]) =>
    (await run(['--json', '--dry-run', ...words])).lines.map((line) => object.parse(JSON.parse(line)));

  it('gives what was read of a page', async () => {
    const head = `${dated}<link rel="canonical" href="https://bell.example/ferry">`;
    const page = await file('ferry.html', newsPage({ head }));
    expect(await jsonOf([page])).toEqual([
      {
        file: page,
        kind: 'page',
        ok: true,
        title: 'Night ferry to Sula will stop',
        author: 'Ada Quist',
        publishedAt: '2026-11-24T06:30:00.000Z',
        source: 'ferry.html',
        canonicalUrl: 'https://bell.example/ferry',
        language: 'en',
        isPaywalled: false,
        isStub: false,
        articleBody: paragraphs.join('\n'),
      },
    ]);
  });

  it('gives what a feed holds, and asks for none of its pages', async () => {
    const feed = await file('bell.xml', feedOf('https://bell.example'));
    expect(await jsonOf([feed])).toEqual([
      {
        file: feed,
        kind: 'feed',
        ok: true,
        feed: {
          format: 'rss',
          title: 'The Bell',
          link: 'https://bell.example/',
          subtitle: 'News',
          language: 'en',
          isMended: false,
        },
        entries: [
          {
            title: 'Night ferry',
            link: 'https://bell.example/ferry',
            id: '1',
            published: '2026-11-24T06:30:00.000Z',
            tags: ['sea'],
            enclosures: [],
          },
          { title: 'Lost page', link: 'https://bell.example/lost', id: '2', tags: [], enclosures: [] },
        ],
      },
    ]);
  });

  it('gives the reason where nothing was read', async () => {
    const missing = join(folder, 'nobody.html');
    expect(await jsonOf([missing])).toEqual([
      { file: missing, kind: 'page', ok: false, reason: 'there is no such file' },
    ]);
  });
});
