import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../../emulator/start.ts';
import { act, ask } from './page-client.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ page: true });
});
afterAll(() => emulator.close());

const actionsPath = () =>
  `/client/${emulator.first.admin.id}/channels/${emulator.first.channels.general.id}/actions`;
const say = JSON.stringify({ do: 'say', content: 'from elsewhere' });
const generalMessages = () =>
  emulator.person(emulator.first.admin).in(emulator.first.channels.general).messages();

describe('the page', () => {
  it('is served with a policy that lets nothing in from elsewhere', async () => {
    const { status, headers, body } = await ask(emulator, '/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy.split('; ')).toContain(rule);
    expect(body).not.toMatch(/<style|style=|\son\w+=|<script(?! type="module" src="\/page\/)/);
  });

  it('has every module that another one imports, each without types', async () => {
    const seen = new Set<string>();
    const visit = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.add(path);
      const { status, headers, body } = await ask(emulator, path);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(body).not.toMatch(/^\s*(?:import type|export interface|interface) /m);
      for (const [, target = ''] of body.matchAll(/^(?:import|export)\s[^'";]*?from\s+'([^']+)'/gm))
        await visit(new URL(target, `http://page${path}`).pathname);
    };
    await visit('/page/main.ts');
    expect(seen.size).toBeGreaterThan(20);
  });

  it.each([
    '/page/../start.ts',
    '/page/%2e%2e/start.ts',
    '/start.ts',
    '/page/tsconfig.json',
    '/package.json',
  ])('has nothing at %s', async (path) => {
    expect((await ask(emulator, path)).status).toBe(404);
  });

  it('is not there unless it is asked for', async () => {
    const plain = await startEmulator();
    expect((await ask(plain, '/')).status).toBe(404);
    expect((await ask(plain, '/client/@first/stream')).status).toBe(404);
    await plain.close();
  });

  it('shows who comes by the name "localhost" the way to its address', async () => {
    const { port } = new URL(emulator.world.origin);
    const { status, headers } = await ask(emulator, '/?as=robin', { headers: { host: `localhost:${port}` } });
    expect([status, headers.location]).toEqual([302, `${emulator.world.origin}/?as=robin`]);
  });
});

describe('a stranger', () => {
  it.each(['evil.example', 'evil.example:80', 'localhost.evil.example'])(
    'who lets the name %s point here is turned away from everything',
    async (host) => {
      for (const path of ['/', '/page/main.ts', '/client/@first/stream'])
        expect((await ask(emulator, path, { headers: { host } })).status).toBe(403);
    },
  );

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a port beside this one', { origin: 'http://127.0.0.1:1' }],
    ['an origin that is hidden', { origin: 'null' }],
    ['no origin at all', {}],
    ['this origin, but says it is another site', { 'sec-fetch-site': 'cross-site' }],
  ])('who posts from %s is turned away, and nothing is said', async (_, headers: Record<string, string>) => {
    const origin = 'sec-fetch-site' in headers ? { origin: emulator.world.origin } : {};
    const answer = await ask(emulator, actionsPath(), {
      method: 'POST',
      headers: { 'content-type': 'text/plain', ...origin, ...headers },
      body: say,
    });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toEqual({ error: 'Another site may not use this page.' });
    expect(generalMessages()).toEqual([]);
  });

  it('whose page asks for the stream is turned away', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect((await ask(emulator, '/client/@first/stream', { headers })).status).toBe(403);
  });

  it('does not find the people that are not there, nor the channels one does not see', async () => {
    const { member, channels } = emulator.first;
    const other = emulator.person(emulator.first.admin).inDm().say('secret').message;
    for (const path of [
      '/client/nobody/stream',
      `/client/${member.id}/channels/${other.channelId}/messages`,
      `/client/${member.id}/channels/1/messages`,
      `/client/${member.id}/channels/${channels.general.id}/secrets`,
    ])
      expect((await ask(emulator, path)).status).toBe(404);
    expect((await ask(emulator, '/client/%E0%A4%A/stream')).status).toBe(400);
  });

  it('does not bring the server down with an address that is none', async () => {
    expect((await ask(emulator, 'http://[')).status).toBe(400);
    expect((await ask(emulator, '/attachments/1/1/%E0%A4%A')).status).toBe(404);
    expect((await ask(emulator, '/')).status).toBe(200);
  });
});

describe('an action', () => {
  const post = (body: string, type = 'application/json') =>
    ask(emulator, actionsPath(), {
      method: 'POST',
      headers: { origin: emulator.world.origin, 'content-type': type },
      body,
    });

  it.each([
    ['is no JSON', '{', 400],
    ['is none that is known', '{"do":"fly"}', 400],
    ['is a name that every object has', '{"do":"constructor"}', 400],
    ['lacks what it needs', '{"do":"press","messageId":"1"}', 200],
    ['calls a command that is not there', '{"do":"run","call":{"name":"fly","options":{}},"files":{}}', 200],
    ['names a file that did not come', '{"do":"run","call":{"name":"x","options":{}},"files":{"f":0}}', 400],
    ['gives an option an object', '{"do":"run","call":{"name":"x","options":{"a":{}}},"files":{}}', 400],
  ])('that %s is refused in words', async (_, body, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({ error: expect.stringMatching(/\w{3}/) });
  });

  it('of words alone is not to be longer than a message could be', async () => {
    expect((await post(JSON.stringify({ do: 'say', content: 'x'.repeat(300_000) }))).status).toBe(413);
  });

  it('is refused in the words of the client, and the message that is too long is not said', async () => {
    const { admin, channels } = emulator.first;
    const long = await act(emulator, admin, channels.general, { do: 'say', content: 'x'.repeat(2001) });
    expect(long).toEqual({ status: 200, body: { error: 'a message has at most 2000 characters, not 2001' } });
    const empty = await act(emulator, admin, channels.general, { do: 'say', content: '  ' });
    expect(empty).toEqual({ status: 200, body: { error: 'there is nothing to send' } });
    expect(generalMessages()).toEqual([]);
  });

  it('says a message with its files', async () => {
    const { admin, channels } = emulator.first;
    const file = new File(['a plan'], 'plan.txt');
    expect(await act(emulator, admin, channels.newsroom, { do: 'say', content: 'see' }, [file])).toEqual({
      status: 200,
      body: {},
    });
    const [message] = emulator.person(admin).in(channels.newsroom).messages();
    expect(message).toMatchObject({ content: 'see', attachments: [{ filename: 'plan.txt', size: 6 }] });
  });

  it('does not take files that are too many or too large', async () => {
    const { admin, channels } = emulator.first;
    const many = Array.from({ length: 11 }, (_, number) => new File(['x'], `${number}.txt`));
    const tooMany = await act(emulator, admin, channels.general, { do: 'say', content: '' }, many);
    expect(tooMany).toEqual({ status: 200, body: { error: 'A message takes at most 10 files.' } });
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'large.txt');
    const tooLarge = await act(emulator, admin, channels.general, { do: 'say', content: '' }, [large]);
    expect(tooLarge).toEqual({ status: 200, body: { error: 'large.txt is larger than 10 MiB' } });
  });
});

describe('a stored file', () => {
  it('can do nothing as a page of its own', async () => {
    const { admin, channels } = emulator.first;
    const files = [
      { filename: 'evil.html', bytes: Buffer.from('<script>alert(1)</script>') },
      { filename: 'dot.png', bytes: Buffer.from('png') },
    ];
    const { message } = emulator.person(admin).in(channels.newsroom).say({ files });
    const [page, picture] = await Promise.all(
      message.attachments.map(({ url }) => ask(emulator, new URL(url).pathname)),
    );
    expect(page?.headers['content-type']).toBe('application/octet-stream');
    expect(page?.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(picture?.headers['content-type']).toBe('image/png');
  });
});
