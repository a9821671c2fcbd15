import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LookUp } from '../../../src/ingest/fetch/public-agent.ts';
import { openWeb, type WebSettings } from '../../../src/ingest/fetch/web.ts';
import { serve } from './serve.ts';

function webFor(allowed: readonly string[], settings: Partial<WebSettings> = {}) {
  const web = openWeb({ allowed, contact: undefined, now: () => 0, pauseMs: 0, ...settings });
  onTestFinished(() => web.close());
  return web;
}

const words = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('what is fetched from the web', () => {
  it('comes with its type, from a bot that says who it is', async () => {
    const asked: unknown[] = [];
    const { origin, host } = await serve(({ headers }, response) => {
      asked.push(headers['user-agent'], headers.accept);
      response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('x-robots-tag', 'noindex');
      response.end('<p>news');
    });
    const web = webFor([host], { contact: 'https://bot.example/about' });
    expect(await web.fetchBytes(`${origin}/a`, 'text/html')).toEqual({
      ok: true,
      url: `${origin}/a`,
      bytes: Buffer.from('<p>news'),
      contentType: 'text/html; charset=utf-8',
      robotsTag: 'noindex',
    });
    expect(asked).toEqual([
      'Standfirst/1.0 (summarises news for Discord; +https://bot.example/about)',
      'text/html',
    ]);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)('is unpacked from %s, and a bomb of it stops at the limit', async (encoding, pack) => {
    const { origin, host } = await serve(({ url }, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(pack(url === '/bomb' ? Buffer.alloc(40_000_000) : Buffer.from('news')));
    });
    const web = webFor([host], { limitBytes: 1_000_000 });
    const fetched = await web.fetchBytes(`${origin}/`, '*/*');
    expect(fetched.ok && words(fetched.bytes)).toBe('news');
    expect(await web.fetchBytes(`${origin}/bomb`, '*/*')).toEqual({ ok: false, reason: 'too-large' });
  });

  const news = Buffer.from('news '.repeat(100));
  it.each([
    ['deflate', deflateSync(news), 'read'],
    ['deflate', deflateRawSync(news), 'read'],
    ['gzip, br', brotliCompressSync(gzipSync(news)), 'read'],
    ['identity', news, 'read'],
    ['gzip', news, 'unreachable'],
    ['br', news, 'unreachable'],
    ['zstd', news, 'unreachable'],
    ['deflate', news, 'unreachable'],
    ['zstd', zstdCompressSync(news).subarray(0, 20), 'unreachable'],
    [Array.from({ length: 30 }, () => 'gzip').join(', '), gzipSync(news), 'unreachable'],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(20_000_000))), 'too-large'],
  ])('that calls itself %s is unpacked, or refused: #%#', async (encoding, packed, outcome) => {
    const { origin, host } = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(packed);
    });
    const fetched = await webFor([host], { limitBytes: 1_000_000 }).fetchBytes(`${origin}/`, '*/*');
    expect(fetched.ok ? words(fetched.bytes) : fetched.reason).toBe(
      outcome === 'read' ? words(news) : outcome,
    );
  });

  it('is followed through redirects, five at most', async () => {
    const { origin, host } = await serve(({ url = '' }, response) => {
      const left = Number(url.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(left % 2 === 0 ? 301 : 307, { location: `./${left - 1}` }).end();
    });
    const web = webFor([host]);
    expect(await web.fetchBytes(`${origin}/5`, '*/*')).toMatchObject({ ok: true, url: `${origin}/0` });
    expect(await web.fetchBytes(`${origin}/6`, '*/*')).toEqual({ ok: false, reason: 'redirects' });
  });

  it.each([
    ['http://127.0.0.1:8080/', 'private'],
    ['http://169.254.169.254/latest', 'private'],
    ['http://[::1]/', 'private'],
    ['file:///etc/passwd', 'not-web'],
    ['http://paper.example:22/', 'not-web'],
  ])('is not followed to %s', async (location, reason) => {
    const { origin, host } = await serve((_, response) => void response.writeHead(302, { location }).end());
    expect(await webFor([host]).fetchBytes(`${origin}/`, '*/*')).toEqual({ ok: false, reason });
  });

  it('is found where a redirect is written in UTF-8, and in the other bytes of old servers', async () => {
    const { origin, host } = await serve(({ url = '' }, response) => {
      const target = { '/utf-8': Buffer.from('/è'), '/old': Buffer.from('/è', 'latin1') }[url];
      if (target === undefined) response.end(decodeURI(url));
      else response.writeHead(302, { location: target.toString('latin1') }).end();
    });
    const web = webFor([host]);
    for (const path of ['/utf-8', '/old']) {
      const fetched = await web.fetchBytes(`${origin}${path}`, '*/*');
      expect(fetched.ok && words(fetched.bytes)).toBe('/è');
    }
  });

  it('never comes from a name that leads to a private address, whatever it led to before', async () => {
    let asked = 0;
    const { port } = await serve((_, response) => {
      asked += 1;
      response.end('secret');
    });
    const answers = [
      [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    ];
    const lookUp = ((_host: string, _options: unknown, done: (...answer: unknown[]) => void) =>
      done(null, answers.shift() ?? [{ address: '127.0.0.1', family: 4 }])) as unknown as LookUp;
    const web = webFor([], { lookUp });
    expect(port).toBeGreaterThan(0);
    for (let time = 0; time < 2; time += 1)
      expect(await web.fetchBytes('http://rebinding.example:8080/', '*/*')).toEqual({
        ok: false,
        reason: 'private',
      });
    expect(asked).toBe(0);
  });

  it('says why there is nothing', async () => {
    const answers: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
      '/gone': (response) => response.writeHead(410).end('gone'),
      '/cut': (response) => {
        response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy());
      },
      '/slow': (response) => response.write('a'),
      '/nowhere': (response) => response.writeHead(302, { location: 'http://' }).end(),
      '/broken': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    };
    const { origin, host } = await serve(({ url = '' }, response) => void answers[url]?.(response));
    const web = webFor([host], { timeoutMs: 500 });
    const reason = async (path: string) => await web.fetchBytes(`${origin}${path}`, '*/*');
    expect(await reason('/gone')).toEqual({ ok: false, reason: 'status', status: 410 });
    expect(await reason('/cut')).toEqual({ ok: false, reason: 'unreachable' });
    expect(await reason('/slow')).toEqual({ ok: false, reason: 'too-slow' });
    expect(await reason('/nowhere')).toEqual({ ok: false, reason: 'unreachable' });
    expect(await reason('/broken')).toEqual({ ok: false, reason: 'unreachable' });
  });

  it('says so when nobody answers, or not in HTTP', async () => {
    const server = createServer((socket) => void socket.resume().end('SSH-2.0-OpenSSH\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const host = `127.0.0.1:${address.port}`;
    const web = webFor([host]);
    expect(await web.fetchBytes(`http://${host}/`, '*/*')).toEqual({ ok: false, reason: 'unreachable' });
    await new Promise((resolve) => server.close(resolve));
    expect(await web.fetchBytes(`http://${host}/`, '*/*')).toEqual({ ok: false, reason: 'unreachable' });
  });
});

describe('robots.txt', () => {
  const page = (origin: string, path: string) => new URL(path, origin);

  it('is obeyed, by our name before everybody’s, and asked for once an hour', async () => {
    let asked = 0;
    const { origin, host } = await serve((_, response) => {
      asked += 1;
      response.end('User-agent: *\nDisallow: /\n\nUser-agent: standfirst\nDisallow: /private\nAllow: /');
    });
    let now = 0;
    const web = webFor([host], { now: () => now });
    expect(await web.mayRead(page(origin, '/news'))).toEqual({ ok: true });
    const forbidden = { ok: false, reason: 'robots', host: '127.0.0.1' };
    expect(await web.mayRead(page(origin, '/private/news'))).toEqual(forbidden);
    expect(asked).toBe(1);
    now = 61 * 60_000;
    expect(await web.mayRead(page(origin, '/news'))).toEqual({ ok: true });
    expect(asked).toBe(2);
  });

  it.each([404, 403])('with status %i lets pages be read', async (status) => {
    const { origin, host } = await serve((_, response) => void response.writeHead(status).end());
    expect(await webFor([host]).mayRead(page(origin, '/news'))).toEqual({ ok: true });
  });

  it.each([500, 503, 429])('with status %i lets no page be read until it answers', async (status) => {
    const answers = [status];
    const { origin, host } = await serve(
      (_, response) => void response.writeHead(answers.shift() ?? 404).end(),
    );
    let now = 0;
    const web = webFor([host], { now: () => now });
    const refused = { ok: false, reason: 'status', status };
    expect(await web.mayRead(page(origin, '/news'))).toEqual(refused);
    now = 4 * 60_000;
    expect(await web.mayRead(page(origin, '/news'))).toEqual(refused);
    now = 6 * 60_000;
    expect(await web.mayRead(page(origin, '/news'))).toEqual({ ok: true });
  });

  it('of noise lets pages be read', async () => {
    const { origin, host } = await serve((_, response) => void response.end('<html>Disallow everything'));
    expect(await webFor([host]).mayRead(page(origin, '/news'))).toEqual({ ok: true });
  });
});
