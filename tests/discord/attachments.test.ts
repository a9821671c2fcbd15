import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileFetcher } from '../../src/discord/attachments.ts';

describe('attached files', () => {
  let server: Server;
  let origin: string;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/moved') return response.writeHead(302, { location: '/file' }).end();
      if (request.url === '/gone') return response.writeHead(404).end();
      return response.end('x'.repeat(1_000));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  const fetchFrom = (path: string, limit: number, sizeBytes = 10, base = origin) =>
    createFileFetcher(`${origin}/api`)({ name: 'a.txt', url: `${base}${path}`, sizeBytes }, limit);

  it('are fetched from the server the bot talks to', async () => {
    const fetched = await fetchFrom('/file', 1_000);
    expect(fetched.ok && fetched.bytes.length).toBe(1_000);
  });

  it('stop at the limit, whatever size was announced', async () => {
    expect(await fetchFrom('/file', 999)).toEqual({ ok: false, reason: 'too-large' });
  });

  it('are not even asked for when announced as too large', async () => {
    expect(await fetchFrom('/never', 10, 11)).toEqual({ ok: false, reason: 'too-large' });
    expect(asked).not.toContain('/never');
  });

  it.each(['/moved', '/gone'])(
    'are unreachable when the answer to %s is not the file itself',
    async (path) => {
      expect(await fetchFrom(path, 1_000)).toEqual({ ok: false, reason: 'unreachable' });
    },
  );

  it('are fetched from nowhere else', async () => {
    const elsewhere = origin.replace('127.0.0.1', 'localhost');
    expect(await fetchFrom('/elsewhere', 1_000, 10, elsewhere)).toEqual({ ok: false, reason: 'unreachable' });
    expect(asked).not.toContain('/elsewhere');
  });
});
