import { describe, expect, it } from 'vitest';
import { threadReference } from '../../../src/domain/delivery-names.ts';
import type { ChannelAccess } from '../../../src/domain/poster.ts';
import { createDeliveryBench, eight, hourMs, minuteMs } from './delivery-bench.ts';
import { unanswered } from './small-discord.ts';

const announcements: ChannelAccess = { kind: 'announcements', missing: [] };
const limited = { ...unanswered, reason: 'Discord limits how often', retryMs: 60_000 };
const refused = { ok: false, final: true, reason: 'Discord refused it' } as const;

async function benchOf(channel: ChannelAccess, more: object) {
  const bench = await createDeliveryBench();
  bench.discord.channels.set('200', channel);
  const digest = await bench.add(more);
  return { ...bench, digest, cards: async () => threadReference((await bench.last(digest)).reference) };
}

describe('a post that is to be published', () => {
  it('is, once it is recorded', async () => {
    const bench = await benchOf(announcements, { publish: true });
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(['post', 'publish']);
    expect(await bench.last(bench.digest)).toMatchObject({ state: 'posted', afterwards: 'done' });
  });

  it('is not where its channel is none of announcements', async () => {
    const bench = await benchOf({ kind: 'messages', missing: [] }, { publish: true });
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(['post']);
    expect((await bench.last(bench.digest)).afterwards).toBeUndefined();
  });

  it.each([
    { failure: limited, outcome: 'not published: Discord limits how often' },
    { failure: refused, outcome: 'not published: Discord refused it' },
  ])('is left as it is when "$outcome"', async ({ failure, outcome }) => {
    const bench = await benchOf(announcements, { publish: true });
    bench.discord.fail('publish', failure);
    await bench.deliverer.tick();
    bench.time.at += hourMs;
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(['post', 'publish']);
    expect(await bench.last(bench.digest)).toMatchObject({ state: 'posted', afterwards: outcome });
  });

  it('is published again after an answer that was lost, which Discord takes as done', async () => {
    const bench = await benchOf(announcements, { publish: true });
    bench.discord.fail('publish', unanswered, true);
    await bench.deliverer.tick();
    expect((await bench.last(bench.digest)).afterwards).toBe('due');
    bench.time.at += 20_000;
    await bench.deliverer.tick();
    expect(bench.discord.published).toHaveLength(1);
    expect((await bench.last(bench.digest)).afterwards).toBe('done');
  });
});

describe('a post with a thread', () => {
  it('gets its thread and the cards in it', async () => {
    const bench = await benchOf({ kind: 'messages', missing: [] }, { style: 'threads' });
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(['post', 'openThread', 'post']);
    const [post, cards] = bench.discord.standing;
    expect([post?.channelId, cards?.channelId]).toEqual(['200', post?.id]);
    expect(bench.discord.count(await bench.cards())).toBe(1);
    expect((await bench.last(bench.digest)).afterwards).toBe('done');
  });

  it.each([
    { kind: 'forum', place: '1000' },
    { kind: 'thread', place: '200' },
  ] as const)('in a $kind needs none opened', async ({ kind, place }) => {
    const bench = await benchOf({ kind, missing: [] }, { style: 'threads' });
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(['post', 'post']);
    expect(bench.discord.standing.map(({ channelId }) => channelId)).toEqual(['200', place]);
  });

  it('in a channel that this process does not know is taken for one of a forum when none can be opened', async () => {
    const bench = await benchOf({ kind: 'unknown', missing: [] }, { style: 'threads' });
    bench.discord.fail('openThread', refused);
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(['post', 'openThread', 'post']);
    expect(bench.discord.standing.map(({ channelId }) => channelId)).toEqual(['200', '1000']);
    expect((await bench.last(bench.digest)).afterwards).toBe('done');
  });

  it.each([
    { lost: 'openThread', afterMs: 20_000, calls: ['openThread', 'post'] },
    { lost: 'post', afterMs: 20_000, calls: ['openThread', 'post'] },
    { lost: 'post', afterMs: 5 * minuteMs, calls: ['openThread', 'find'] },
    { lost: 'post', afterMs: hourMs, calls: ['openThread', 'find'] },
  ] as const)('has its cards once when the answer to $lost is lost for $afterMs ms', async (given) => {
    const bench = await benchOf({ kind: 'messages', missing: [] }, { style: 'threads' });
    bench.discord.fail('openThread', unanswered, true);
    await bench.deliverer.tick();
    bench.time.at += 20_000;
    if (given.lost === 'post') bench.discord.fail('post', unanswered, true);
    await bench.deliverer.tick();
    const before = bench.discord.calls.length;
    bench.time.at += given.afterMs;
    await bench.deliverer.tick();
    if (given.lost === 'post') expect(bench.discord.calls.slice(before)).toEqual(given.calls);
    expect(bench.discord.count(await bench.cards())).toBe(1);
    expect((await bench.last(bench.digest)).afterwards).toBe('done');
  });

  it('that cannot be looked into is looked into again before anything more is put into it', async () => {
    const bench = await benchOf({ kind: 'messages', missing: [] }, { style: 'threads' });
    bench.discord.fail('openThread', unanswered, true);
    await bench.deliverer.tick();
    bench.discord.unreadable.add('1000');
    bench.time.at += 5 * minuteMs;
    await bench.deliverer.tick();
    expect((await bench.last(bench.digest)).afterwards).toBe('due');
    bench.discord.unreadable.clear();
    bench.time.at += 10 * minuteMs;
    await bench.deliverer.tick();
    expect(bench.discord.calls.slice(2)).toEqual(['openThread', 'find', 'openThread', 'find', 'post']);
    expect((await bench.last(bench.digest)).afterwards).toBe('done');
  });

  it('goes without when its thread is refused, and says so', async () => {
    const bench = await benchOf(announcements, { style: 'threads', publish: true });
    bench.discord.fail('openThread', refused);
    await bench.deliverer.tick();
    expect(await bench.last(bench.digest)).toMatchObject({
      state: 'posted',
      afterwards: 'no thread: Discord refused it',
    });
    expect(bench.discord.published).toHaveLength(1);
  });

  it('is given up after six hours', async () => {
    const bench = await benchOf({ kind: 'messages', missing: [] }, { style: 'threads' });
    for (; bench.time.at <= eight + 6 * hourMs + 15 * minuteMs; bench.time.at += 15 * minuteMs) {
      bench.discord.fail('openThread', unanswered);
      await bench.deliverer.tick();
    }
    expect((await bench.last(bench.digest)).afterwards).toBe('no thread: no answer came');
    expect(bench.discord.standing).toHaveLength(1);
  });

  it('is found again by its post when that answer was lost', async () => {
    const bench = await benchOf({ kind: 'messages', missing: [] }, { style: 'threads' });
    bench.discord.fail('post', unanswered, true);
    await bench.deliverer.tick();
    bench.time.at += 5 * minuteMs;
    await bench.deliverer.tick();
    expect(bench.discord.calls).toEqual(['post', 'find', 'openThread', 'post']);
    expect(bench.discord.standing).toHaveLength(2);
  });
});
