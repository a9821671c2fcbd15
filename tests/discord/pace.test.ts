import { REST } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { gapOf, ownShareOf } from '../../src/discord/own-share.ts';
import { createPace, type MakeRequest } from '../../src/discord/pace.ts';
import { createTurnTaker } from '../../src/discord/turn-taker.ts';
import type { RequestTurns } from '../../src/domain/request-turns.ts';
import { createOwnTurns } from '../../src/domain/turn-law.ts';
import { recordingLog } from '../recording-log.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

describe('turns of a process’s own', () => {
  it('come evenly, never more than its share in a second, and at once after a rest', async () => {
    const time = { now: 10_000 };
    const turns = createOwnTurns({ now: () => time.now }, gapOf(10));
    expect([await turns.take(2), await turns.take(1)]).toEqual([[0, 105], [210]]);
    time.now += 1_000;
    expect(await turns.take(1)).toEqual([0]);
  });

  it.each([
    [undefined, 50],
    [{ first: 0, last: 1, total: 4 }, 25],
    [{ first: 7, last: 7, total: 1_000 }, 1],
  ])('are as many as the shards it runs: %o has %i', (shards, share) => {
    expect(ownShareOf(shards)).toBe(share);
  });
});

/** Those that begin within a second of the fiftieth before them. */
const crowded = (starts: readonly number[]) =>
  starts.filter((at, index) => index >= 50 && at - (starts[index - 50] ?? 0) < 1_000);

/** One row for all processes; `sizes` tells how many turns each asked for at once. */
function sharedTurns({ now }: VirtualTime) {
  const own = createOwnTurns({ now });
  const sizes: number[] = [];
  const turns: RequestTurns = {
    take(count) {
      sizes.push(count);
      return own.take(count);
    },
  };
  return { turns, sizes };
}

function takerOf(time: VirtualTime, turns: RequestTurns, ownShare = 50) {
  const { events, log } = recordingLog();
  return { events, taker: createTurnTaker({ turns, ownShare, log, now: time.now, wait: time.wait }) };
}

describe('turns that processes share', () => {
  it('two processes together begin no more than fifty requests in a second, and nearly as many', async () => {
    const time = virtualTime();
    const { turns } = sharedTurns(time);
    const starts: number[] = [];
    for (const { taker } of [takerOf(time, turns), takerOf(time, turns)])
      for (let index = 0; index < 500; index += 1)
        void taker.next('posts').then(() => void starts.push(time.now()));
    await time.run();
    expect([starts.length, crowded(starts)]).toEqual([1_000, []]);
    expect(1_000 / ((starts.at(-1) ?? 0) / 1_000)).toBeGreaterThan(0.9 * 50);
  });

  it('an answer waits for no post but those that are on their way, however many posts wait', async () => {
    const time = virtualTime();
    const { turns } = sharedTurns(time);
    const { taker } = takerOf(time, turns);
    const posts: number[] = [];
    for (let index = 0; index < 500; index += 1)
      void taker.next('posts').then(() => void posts.push(time.now()));
    await time.run(2_500);
    let answeredAt = 0;
    void taker.next('answers').then(() => {
      answeredAt = time.now();
    });
    await time.run();
    expect(answeredAt).toBeLessThanOrEqual(3_150);
    expect(posts.filter((at) => at >= 2_500 && at < answeredAt)).toEqual([]);
  });

  it('a process that was busy does not begin all at once what it finds past', async () => {
    const time = virtualTime();
    const { turns } = sharedTurns(time);
    let isBusy = false;
    const wait = (ms: number) => time.wait(isBusy ? Math.max(ms, 500) : ms);
    const { log } = recordingLog();
    const taker = createTurnTaker({ turns, ownShare: 50, log, now: time.now, wait });
    const starts: number[] = [];
    for (let index = 0; index < 100; index += 1)
      void taker.next('posts').then(() => void starts.push(time.now()));
    await time.run(400);
    isBusy = true;
    await time.run(700);
    isBusy = false;
    await time.run();
    const together = starts.filter((at, index) => index >= 4 && at - (starts[index - 4] ?? 0) < 40);
    expect([starts.length, together]).toEqual([100, []]);
  });

  it('an idle bot asks for one turn and has it at once; a busy one asks for several', async () => {
    const time = virtualTime();
    const { turns, sizes } = sharedTurns(time);
    const { taker } = takerOf(time, turns);
    await taker.next('answers');
    expect([time.now(), sizes]).toEqual([0, [1]]);
    for (let index = 0; index < 40; index += 1) void taker.next('posts');
    await time.run();
    expect(sizes.length).toBeLessThan(20);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(6);
  });

  it('while the store does not answer, a process goes on with its own share, and says so once', async () => {
    const time = virtualTime();
    let isDown = true;
    const shared = sharedTurns(time);
    const turns: RequestTurns = {
      take: async (count) =>
        isDown ? Promise.reject(new Error('connection refused')) : await shared.turns.take(count),
    };
    const { events, taker } = takerOf(time, turns, 10);
    const starts: number[] = [];
    for (let index = 0; index < 100; index += 1)
      void taker.next('posts').then(() => void starts.push(time.now()));
    await time.run(4_000);
    expect(starts.length).toBeGreaterThan(30);
    expect(starts.length).toBeLessThanOrEqual(50);
    isDown = false;
    await time.run();
    expect(starts).toHaveLength(100);
    expect(events).toEqual(['turns.not-shared', 'turns.shared-again']);
  });

  it('a store that never answers holds an answer back for a moment only', async () => {
    const turns: RequestTurns = { take: () => new Promise(() => undefined) };
    const { log } = recordingLog();
    const taker = createTurnTaker({ turns, ownShare: 50, log, now: Date.now });
    const from = performance.now();
    await Promise.all([taker.next('posts'), taker.next('answers')]);
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});

describe('a paced client of discord.js', () => {
  /** A client whose requests go nowhere; `starts` are when they begin. */
  function pacedRest(answer: () => Response = () => new Response(null, { status: 204 })) {
    const time = virtualTime();
    const starts: number[] = [];
    const send: MakeRequest = async () => {
      starts.push(time.now());
      return answer();
    };
    const { events, log } = recordingLog();
    const { turns } = sharedTurns(time);
    const pace = createPace({ turns, ownShare: 50, log, now: time.now, wait: time.wait, send });
    const rest = new REST({
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      makeRequest: pace({ lane: 'answers', timeoutMs: 15_000 }),
      rejectOnRateLimit: () => true,
    }).setToken('a.token');
    const post = (index: number) =>
      rest.post(`/channels/${123456789012345678n + BigInt(index)}/messages`, { body: {} });
    return { time, rest, starts, events, post, send: pace({ lane: 'posts', timeoutMs: 15_000 }) };
  }

  it('sends edits of deferred replies at once, however many', async () => {
    const { rest, starts } = pacedRest();
    const edits = Array.from({ length: 200 }, (_, index) =>
      rest.patch(`/webhooks/123456789012345678/token-${index}/messages/@original`, { body: {}, auth: false }),
    );
    await Promise.all(edits);
    expect(starts).toEqual(Array(200).fill(0));
  });

  it('holds back what carries the token beyond fifty a second, and sends it then', async () => {
    const { time, starts, post } = pacedRest();
    const posts = Array.from({ length: 101 }, (_, index) => post(index));
    await time.run();
    await Promise.all(posts);
    expect([starts.at(0), starts.at(50), starts.at(100), crowded(starts)]).toEqual([0, 1_050, 2_100, []]);
  });

  it('holds everything back while Discord takes nothing of the bot, to the millisecond, and logs it', async () => {
    const answers = [
      new Response(JSON.stringify({ message: 'Too many', retry_after: 2.4, global: true }), {
        status: 429,
        headers: { 'retry-after': '3', 'x-ratelimit-global': 'true' },
      }),
    ];
    const { time, starts, events, send } = pacedRest(() => answers.pop() ?? new Response());
    const request = () => send('https://discord.example/', { headers: { Authorization: 'Bot a.token' } });
    const refused = await request();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2.4']);
    void Promise.all([request(), request()]);
    await time.run();
    expect([starts, events]).toEqual([[0, 2_400, 2_400], ['discord.limited']]);
  });
});
