import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshFor, waitAsked } from '../../../src/ingest/fetch/answer-headers.ts';
import { createHostRests } from '../../../src/ingest/fetch/host-rests.ts';
import { openWeb } from '../../../src/ingest/fetch/web.ts';
import { serve } from './serve.ts';

function webFor(...allowed: readonly string[]) {
  const web = openWeb({ allowed, contact: undefined, now: () => 0, pauseMs: 0 });
  onTestFinished(() => web.close());
  return web;
}

const accept = '*/*';

describe('a document that is asked for again', () => {
  it('is sent its validators as they came, and may be unchanged', async () => {
    const asked: IncomingHttpHeaders[] = [];
    const { origin, host } = await serve(({ headers }, response) => {
      asked.push(headers);
      if (headers['if-none-match'] === 'W/"a b"')
        response.writeHead(304, { 'cache-control': 'max-age=60' }).end();
      else response.writeHead(200, { etag: 'W/"a b"', 'last-modified': 'yesterday' }).end('news');
    });
    const web = webFor(host);
    const first = await web.fetchIfChanged(origin, { accept });
    expect(first).toMatchObject({ ok: true, etag: 'W/"a b"', lastModified: 'yesterday' });
    const again = await web.fetchIfChanged(origin, { accept, etag: 'W/"a b"', lastModified: 'yesterday' });
    expect(again).toEqual({ ok: false, reason: 'unchanged', freshMs: 60_000 });
    expect(asked[1]).toMatchObject({ 'if-none-match': 'W/"a b"', 'if-modified-since': 'yesterday' });
  });

  it('that answers 304 to nobody’s validators is a refusal', async () => {
    const { origin, host } = await serve((_, response) => void response.writeHead(304).end());
    const refusal = { ok: false, reason: 'status', status: 304 };
    expect(await webFor(host).fetchIfChanged(origin, { accept })).toEqual(refusal);
    expect(await webFor(host).fetchBytes(origin, accept)).toEqual(refusal);
  });

  it('ends early when it is told to', async () => {
    const controller = new AbortController();
    const { origin, host } = await serve(() => controller.abort());
    expect(await webFor(host).fetchIfChanged(origin, { accept, signal: controller.signal })).toEqual({
      ok: false,
      reason: 'unreachable',
    });
  });

  it('keeps no validator that would fill the store', async () => {
    const { origin, host } = await serve((_, response) => {
      response.writeHead(200, { etag: `"${'a'.repeat(600)}"` }).end('news');
    });
    expect(await webFor(host).fetchIfChanged(origin, { accept })).not.toHaveProperty('etag');
  });
});

describe('a document that is elsewhere', () => {
  it.each([
    [[301], true],
    [[308, 301], true],
    [[302], false],
    [[301, 307], false],
    [[303, 308], false],
    [[], false],
  ])('by the redirects %j has moved for good: %s', async (statuses, hasMoved) => {
    const { origin, host } = await serve(({ url = '' }, response) => {
      const hop = Number(url.slice(1));
      const status = statuses[hop];
      if (status === undefined) response.end('there');
      else response.writeHead(status, { location: `/${hop + 1}` }).end();
    });
    const fetched = await webFor(host).fetchIfChanged(`${origin}/0`, { accept });
    expect(fetched.ok && fetched.movedTo).toBe(hasMoved ? `${origin}/${statuses.length}` : undefined);
  });
});

describe('the wait that a server asks for', () => {
  const now = Date.UTC(2026, 1, 4, 12);
  const asks = (written: string) => waitAsked(new Headers({ 'retry-after': written }), now);

  it.each([
    ['120', 120_000],
    [' 5 ', 5000],
    ['Wed, 04 Feb 2026 12:10:00 GMT', 600_000],
    ['Wednesday, 04-Feb-26 12:10:00 GMT', 600_000],
    ['99999999', 86_400_000],
    ['Sat, 04 Feb 2040 12:00:00 GMT', 86_400_000],
  ])('"%s" is %i ms', (written, ms) => expect(asks(written)).toBe(ms));

  it.each(['', '0', '-5', 'soon', '1.5', '4 Feb 2026', 'Wed, 04 Feb 2026 11:00:00 GMT', '9'.repeat(40)])(
    '"%s" is none',
    (written) => expect(asks(written)).toBeUndefined(),
  );

  it('comes with the refusal', async () => {
    const { origin, host } = await serve((_, response) => {
      response.writeHead(503, { 'retry-after': '30' }).end();
    });
    expect(await webFor(host).fetchBytes(origin, accept)).toEqual({
      ok: false,
      reason: 'status',
      status: 503,
      retryAfterMs: 30_000,
    });
  });

  it('is kept for its host, the longest one', () => {
    let at = 0;
    const rests = createHostRests(() => at);
    rests.rest('a.example', 1000);
    rests.rest('a.example', 500);
    expect([rests.left('a.example'), rests.left('b.example')]).toEqual([1000, 0]);
    at = 1000;
    expect(rests.left('a.example')).toBe(0);
  });
});

it.each([
  ['max-age=600', 600_000],
  ['public, Max-Age=60, must-revalidate', 60_000],
  ['s-maxage=60', undefined],
  ['no-cache, max-age=60', undefined],
  ['max-age=0', undefined],
  ['', undefined],
])('by "%s" a document stays as it is for %s ms', (rules, ms) =>
  expect(freshFor(new Headers({ 'cache-control': rules }))).toBe(ms),
);
