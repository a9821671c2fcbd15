import { afterEach, describe, expect, it } from 'vitest';
import type { LimitSettings } from '../../emulator/rest/limits.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { request } from './api.ts';
import { connect } from './client.ts';

let emulator: Emulator;
let now = Date.UTC(2026, 4, 4, 12);

async function start(limits: LimitSettings): Promise<void> {
  emulator = await startEmulator({ limits });
}

afterEach(() => emulator.close());

const clock = { now: () => now };
const channel = (name: 'general' | 'newsroom') => emulator.first.channels[name];
const send = (name: 'general' | 'newsroom' = 'general') =>
  request(emulator, 'POST', `/channels/${channel(name).id}/messages`, { body: { content: 'x' } });
const me = () => request(emulator, 'GET', '/users/@me');

describe('the bot’s limit', () => {
  it('refuses what is more than it in any second, and tells how long to wait', async () => {
    await start({ globalPerSecond: 3, ...clock });
    await me();
    now += 400;
    await me();
    await me();
    now += 500;
    const refused = await me();
    expect([refused.status, refused.body]).toEqual([
      429,
      { message: 'You are being rate limited.', retry_after: 0.1, global: true },
    ]);
    expect(
      ['x-ratelimit-global', 'x-ratelimit-scope', 'retry-after'].map((name) => refused.headers.get(name)),
    ).toEqual(['true', 'global', '1']);
    now += 100;
    expect((await me()).status).toBe(200);
    expect((await me()).status).toBe(429);
  });

  it('counts neither callbacks nor webhooks', async () => {
    await start({ globalPerSecond: 1, ...clock });
    const id = emulator.world.applicationId;
    const answers = [
      await request(emulator, 'POST', `/interactions/${id}/token/callback`, { body: {} }),
      await request(emulator, 'POST', `/webhooks/${id}/token`, { body: {} }),
      await me(),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 200]);
    expect(emulator.limitReport().requests).toBe(1);
  });

  it('reports the busiest second and what was refused', async () => {
    await start({ globalPerSecond: 2, ...clock });
    for (const waitMs of [0, 600, 300, 200, 1000]) {
      now += waitMs;
      await me();
    }
    expect(emulator.limitReport()).toEqual({
      requests: 5,
      busiestSecond: 3,
      limitedGlobally: 1,
      limitedByRoute: 0,
    });
  });

  it('is no limit unless it is set, and counts all the same', async () => {
    await start(clock);
    for (let count = 0; count < 60; count += 1) await me();
    expect(emulator.limitReport()).toMatchObject({ requests: 60, busiestSecond: 60, limitedGlobally: 0 });
  });
});

describe('a channel’s limit', () => {
  const messagesPerChannel = { count: 2, perMs: 5000 };

  it('is told in the headers of each answer, and ends with its period', async () => {
    await start({ messagesPerChannel, ...clock });
    const rows: unknown[] = [];
    for (const waitMs of [0, 1000, 250, 3750]) {
      now += waitMs;
      const { status, headers } = await send();
      rows.push([status, headers.get('x-ratelimit-remaining'), headers.get('x-ratelimit-reset-after')]);
    }
    expect(rows).toEqual([
      [200, '1', '5.000'],
      [200, '0', '4.000'],
      [429, '0', '3.750'],
      [200, '1', '5.000'],
    ]);
    expect(emulator.limitReport().limitedByRoute).toBe(1);
  });

  it('is its own, under the name that all channels share', async () => {
    await start({ messagesPerChannel, ...clock });
    const answers = [await send(), await send(), await send('newsroom')];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ headers }) => headers.get('x-ratelimit-bucket'))).size).toBe(1);
  });

  it('is kept by a client that reads the headers', async () => {
    await start({ messagesPerChannel: { count: 2, perMs: 60 } });
    const client = await connect(emulator);
    const here = await client.channels.fetch(channel('general').id);
    const sent = Array.from({ length: 5 }, (_, index) =>
      here?.isSendable() === true ? here.send(`${index}`) : undefined,
    );
    await Promise.all(sent);
    expect(emulator.limitReport().limitedByRoute).toBe(0);
    await client.destroy();
  });
});
