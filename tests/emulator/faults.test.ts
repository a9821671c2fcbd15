import { type RateLimitData, RESTEvents } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/rest/faults.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { request } from './api.ts';
import { connect } from './client.ts';

const route = '/channels/:channelId/messages';

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(() => emulator.close());

const at = () => `/channels/${emulator.first.channels.general.id}/messages`;
const send = (content = 'news') => request(emulator, 'POST', at(), { body: { content } });
const inGeneral = () => emulator.person(emulator.first.member).in(emulator.first.channels.general);

/** The statuses of a run of requests. */
async function statuses(count: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push((await send()).status);
  return found;
}

describe('a fault by rate', () => {
  const often = { method: 'POST', route, status: 503, share: 0.3 };

  it('strikes its share of the requests that fit, and is counted', async () => {
    const rate = emulator.faults.often({ ...often, seed: 7 });
    await request(emulator, 'GET', at());
    const struck = (await statuses(40)).filter((status) => status === 503).length;
    expect(struck).toBeGreaterThan(5);
    expect(struck).toBeLessThan(20);
    expect([rate.seen(), rate.struck()]).toEqual([40, struck]);
  });

  it('strikes the same ones for the same seed', async () => {
    const runs: unknown[] = [];
    for (const seed of [1, 1, 2]) {
      const rate = emulator.faults.often({ ...often, seed });
      runs.push(await statuses(20));
      rate.stop();
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).not.toEqual(runs[0]);
  });

  it('is taken away', async () => {
    const rate = emulator.faults.often({ ...often, share: 1, seed: 1 });
    expect((await send()).status).toBe(503);
    rate.stop();
    expect((await send()).status).toBe(200);
  });

  it('is counted by its kind beside others', async () => {
    const { faults } = emulator;
    faults.once({ method: 'POST', route, status: 500 });
    faults.once({ method: 'POST', route, status: 500, afterWork: true });
    faults.once({ method: 'POST', route, status: 429, scope: 'global' });
    await statuses(4);
    expect([
      faults.struck(),
      faults.struck({ status: 500 }),
      faults.struck({ status: 500, afterWork: false }),
      faults.struck({ scope: 'global' }),
      faults.struck({ status: 502 }),
    ]).toEqual([3, 2, 1, 1, 0]);
  });
});

describe('too many requests, as a fault,', () => {
  it.each([
    ['user', 'You are being rate limited.', '0', null, false],
    ['shared', 'The resource is being rate limited.', '4', null, false],
    ['global', 'You are being rate limited.', null, 'true', true],
  ] as const)(
    'of the scope %s are told as Discord tells them',
    async (scope, message, remaining, isGlobal, flag) => {
      emulator.faults.once({ method: 'POST', route, status: 429, scope, retryAfter: 2.5 });
      const { status, headers, body } = await send();
      expect(status).toBe(429);
      expect(body).toEqual({ message, retry_after: 2.5, global: flag });
      expect([
        headers.get('x-ratelimit-scope'),
        headers.get('x-ratelimit-remaining'),
        headers.get('x-ratelimit-global'),
        headers.get('retry-after'),
      ]).toEqual([scope, remaining, isGlobal, '2.5']);
    },
  );

  it.each(['user', 'shared', 'global'] as const)(
    'of the scope %s are waited out by a client',
    async (scope) => {
      const client = await connect(emulator);
      const channel = await client.channels.fetch(emulator.first.channels.general.id);
      const told = new Promise<RateLimitData>((resolve) => client.rest.once(RESTEvents.RateLimited, resolve));
      // A bucket's wait is told of before it, a global one's too; a channel's only to who rejects it.
      emulator.faults.once({ method: 'POST', route, status: 429, scope, retryAfter: 0.02 });
      await (channel?.isSendable() === true ? channel.send('patience') : undefined);
      if (scope !== 'shared') expect((await told).global).toBe(scope === 'global');
      expect(inGeneral().messages()).toHaveLength(1);
      await client.destroy();
    },
  );
});

describe('a slow answer', () => {
  async function held(fault: Partial<Fault>) {
    const arrived = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const wait = () => {
      arrived.resolve();
      return gate.promise;
    };
    emulator.faults.once({ method: 'POST', route, gate: wait, ...fault });
    const answer = send();
    await arrived.promise;
    return { answer, open: gate.resolve };
  }

  it.each([
    ['holds the work until the test lets it go', false, 0],
    ['holds the answer of work that is done', true, 1],
  ])('%s', async (_, afterWork, made) => {
    const { answer, open } = await held({ afterWork });
    expect(inGeneral().messages()).toHaveLength(made);
    open();
    expect((await answer).status).toBe(200);
    expect(inGeneral().messages()).toHaveLength(1);
  });

  it('can be lost in the end', async () => {
    const { answer, open } = await held({ afterWork: true, status: 'drop' });
    open();
    await expect(answer).rejects.toThrow();
    expect(inGeneral().messages()).toHaveLength(1);
  });
});
