import { describe, expect, it } from 'vitest';
import { digest } from '../../commands/digest.ts';
import type { ChosenChannel, CommandRequest } from '../../src/domain/command.ts';
import { problemOf } from '../problem-of.ts';
import { createTestApp, morning, request, run, type TestApp, wordsOf } from './test-app.ts';

const news: ChosenChannel = { id: '30', name: 'news', takesMessages: true, missingPermissions: [] };

function ask(subcommand: string, options: CommandRequest['options'] = {}, channel: ChosenChannel = news) {
  return request('digest', { subcommand, options, channels: subcommand === 'add' ? { channel } : {} });
}

const add = (app: TestApp, options: CommandRequest['options'] = {}) =>
  run(digest, ask('add', { time: '08:00', timezone: 'Europe/London', ...options }), app);

describe('/digest add', () => {
  it('stores the digest and says when the first one comes', async () => {
    const app = await createTestApp();
    const words = wordsOf(await add(app, { days: 'weekdays' }));
    expect(words).toContain('Digest in <#30>: 08:00 Europe/London, Mon, Tue, Wed, Thu, Fri.');
    expect(words).toContain(`First one <t:${Date.UTC(2026, 10, 25, 8) / 1000}:F>`);
    expect(await app.digests.list('1')).toMatchObject([
      { channelId: '30', time: '08:00', days: [1, 2, 3, 4, 5] },
    ]);
  });

  it.each([
    [{ time: 'eight' }, { code: 'badTime', asked: 'eight' }],
    [{ timezone: 'Mars/Base' }, { code: 'badZone', asked: 'Mars/Base' }],
    [{ days: 'someday' }, { code: 'badDays', asked: 'someday' }],
    [{ topics: 'economy, gardening' }, { code: 'noSuchTopic', asked: 'gardening' }],
  ])('refuses %j and stores nothing', async (options, problem) => {
    const app = await createTestApp();
    expect(await problemOf(add(app, options))).toMatchObject(problem);
    expect(await app.digests.list('1')).toEqual([]);
  });

  it('refuses a channel it cannot post in, naming the rights it lacks', async () => {
    const app = await createTestApp();
    const locked = { ...news, missingPermissions: ['View Channel', 'Send Messages'] };
    expect(await problemOf(run(digest, ask('add', { time: '8am' }, locked), app))).toEqual({
      code: 'missingPermissions',
      channelId: '30',
      missing: ['View Channel', 'Send Messages'],
    });
    const voice = { ...news, takesMessages: false };
    expect(await problemOf(run(digest, ask('add', { time: '8am' }, voice), app))).toMatchObject({
      code: 'cannotHoldMessages',
    });
  });

  it('is for servers alone', async () => {
    const app = await createTestApp();
    const alone = { ...ask('add', { time: '8am' }), reader: { personId: '7' } };
    expect(await problemOf(run(digest, alone, app))).toEqual({ code: 'guildOnly' });
  });
});

describe('a digest that is due', () => {
  it('is posted once, in its channel, with the newest stories', async () => {
    const app = await createTestApp();
    await add(app, { stories: 3 });
    await app.deliverNow();
    expect(app.posted).toEqual([]);
    app.now = morning + 61 * 60_000;
    await app.deliverNow();
    await app.deliverNow();
    expect(app.posted).toHaveLength(1);
    const [post] = app.posted;
    const newest = await app.articles.latest({ scopes: ['public'], limit: 3 });
    const words = post === undefined ? '' : wordsOf(post.reply);
    for (const { source } of newest) expect(words).toContain(source);
    expect(words).toMatch(/Next <t:\d+:R> · ref [\w-]{6}/);
    expect(post?.nonce).toMatch(/^[\w-]{24}$/);
  });

  it('shows other stories the next day, and posts nothing when none is left', async () => {
    const app = await createTestApp();
    await add(app, { stories: 7 });
    for (let day = 0; day < 4; day += 1) {
      app.now = morning + (61 + day * 24 * 60) * 60_000;
      await app.deliverNow();
    }
    expect(app.posted).toHaveLength(2);
    const [first = '', second = ''] = app.posted.map(({ reply }) => wordsOf(reply));
    const titles = (words: string) => [...words.matchAll(/\d\\?\) \[([^\]]+)\]/g)].map((match) => match[1]);
    expect(titles(first)).toHaveLength(7);
    expect(titles(second).filter((title) => titles(first).includes(title))).toEqual([]);
  });

  it('says "nothing new" only where that is wanted', async () => {
    const app = await createTestApp();
    await add(app, { stories: 7, 'skip-empty': false });
    for (let day = 0; day < 3; day += 1) {
      app.now = morning + (61 + day * 24 * 60) * 60_000;
      await app.deliverNow();
    }
    expect(app.posted.map(({ reply }) => wordsOf(reply).includes('Nothing new'))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is tried again after a failure that passes, with the same words and nonce', async () => {
    const app = await createTestApp();
    await add(app);
    app.outcomes.push({ ok: false, final: false, reason: '503', retryMs: 30_000 });
    app.now = morning + 61 * 60_000;
    await app.deliverNow();
    expect(app.posted).toEqual([]);
    app.now += 31_000;
    await app.deliverNow();
    expect(app.posted).toHaveLength(1);
    const [delivery] = await app.digests.deliveries((await app.digests.list('1'))[0]?.id ?? '', 1);
    expect(delivery).toMatchObject({ state: 'posted', attempts: 2, nonce: app.posted[0]?.nonce });
  });

  it('fails with the reason when a right is missing, without a try', async () => {
    const app = await createTestApp();
    await add(app);
    app.missing.set('30', ['Send Messages']);
    app.now = morning + 61 * 60_000;
    await app.deliverNow();
    expect(wordsOf(await run(digest, ask('list'), app))).toContain('last: failed, I need: Send Messages');
  });

  it('is skipped when the bot comes back too late', async () => {
    const app = await createTestApp();
    await add(app);
    app.now = morning + (60 + 7 * 60) * 60_000;
    await app.deliverNow();
    expect(app.posted).toEqual([]);
    expect(wordsOf(await run(digest, ask('list'), app))).toContain('last: skipped, 420 minutes late');
  });
});

describe('/digest', () => {
  it('run posts now, without moving the schedule', async () => {
    const app = await createTestApp();
    await add(app);
    const before = (await app.digests.list('1'))[0]?.nextRunAt;
    expect(wordsOf(await run(digest, ask('run'), app))).toBe('Posted in <#30>.');
    expect(app.posted).toHaveLength(1);
    expect((await app.digests.list('1'))[0]?.nextRunAt).toBe(before);
  });

  it('run says why nothing was posted', async () => {
    const app = await createTestApp();
    await add(app);
    app.outcomes.push({ ok: false, final: true, reason: 'Discord refused it: Missing Access' });
    expect(wordsOf(await run(digest, ask('run'), app))).toBe(
      'Not posted: Discord refused it: Missing Access.',
    );
    app.now += 1000;
    app.outcomes.push({ ok: false, final: false, reason: 'socket hang up' });
    expect(wordsOf(await run(digest, ask('run'), app))).toBe(
      'Not posted yet (socket hang up); I go on trying.',
    );
  });

  it('list shows what there is, and remove ends it', async () => {
    const app = await createTestApp();
    expect(wordsOf(await run(digest, ask('list'), app))).toContain('No digests in this server yet.');
    await add(app, { topics: 'Economy' });
    expect(wordsOf(await run(digest, ask('list'), app))).toContain(
      '**News: economy** in <#30>: 08:00 Europe/London, daily',
    );
    const other = { ...ask('list'), reader: { personId: '9', guildId: '2' } };
    expect(wordsOf(await run(digest, other, app))).toContain('No digests in this server yet.');
    expect(wordsOf(await run(digest, ask('remove'), app))).toContain('Ended: **News: economy**');
    expect(await problemOf(run(digest, ask('remove'), app))).toEqual({ code: 'noSuchDigest', asked: '' });
  });

  it('completes zones, topics one after the other, and digests by name', async () => {
    const app = await createTestApp();
    await add(app);
    const half = { name: 'digest', options: {}, reader: { personId: '7', guildId: '1' } };
    const complete = (option: string, typed: string) => digest.complete?.({ ...half, option, typed }, app);
    expect(await complete('timezone', 'belgr')).toEqual([
      { name: 'Europe/Belgrade', value: 'Europe/Belgrade' },
    ]);
    expect(await complete('topics', 'economy, sci')).toEqual([
      { name: 'economy, science', value: 'economy, science' },
    ]);
    expect(await complete('digest', 'news')).toHaveLength(1);
  });

  it('is for those who manage the server, and for servers only', () => {
    expect(digest.data).toMatchObject({
      default_member_permissions: '32',
      contexts: [0],
      integration_types: [0],
    });
  });
});
