import { describe, expect, it } from 'vitest';
import { digest } from '../../commands/digest.ts';
import { problemOf } from '../problem-of.ts';
import { add, ask, asked, comesIn, dayMs, eight, minuteMs, news, stored } from './digest-asking.ts';
import { buttonsOf, createTestApp, pressButton, pressOf, run, type TestApp, wordsOf } from './test-app.ts';

const manager = { personId: '7', guildId: '1', mayManage: true };
const member = { personId: '8', guildId: '1', mayManage: false };

const press = (app: TestApp, customId: string, reader: typeof manager = manager) =>
  pressButton(digest, customId, { app, reader });

/** A digest with two stories to tell. */
async function withDigest(options: Parameters<typeof add>[1] = {}): Promise<TestApp> {
  const app = await createTestApp({ samples: false });
  await comesIn(app);
  await comesIn(app, { source: 'The Sula Times' });
  await add(app, options);
  return app;
}

describe('a digest that is due', () => {
  it('is posted once, in its channel, with what came in', async () => {
    const app = await createTestApp();
    await add(app, { stories: 3 });
    await app.deliverNow();
    expect(app.posted).toEqual([]);
    app.now = eight + minuteMs;
    await app.deliverNow();
    await app.deliverNow();
    expect(app.posted).toHaveLength(1);
    const [post] = app.posted;
    const words = post === undefined ? '' : wordsOf(post.reply);
    expect(words).toMatch(/^### News · Wednesday, 25 November 2026\n-# 3 stories/);
    expect(words).toMatch(/Next <t:\d+:R> · ref [\da-f]{6}/);
    expect(post?.nonce).toMatch(/^[\w-]{24}$/);
    expect(post === undefined ? [] : buttonsOf(post.reply)).toEqual(['Open', 'Open', 'Open', 'Why these?']);
  });

  it('tells other stories the next day, and posts nothing when nothing is new', async () => {
    const app = await withDigest();
    app.now = eight;
    await app.deliverNow();
    app.now += dayMs / 2;
    const later = await comesIn(app);
    for (let day = 1; day < 4; day += 1) {
      app.now = eight + day * dayMs;
      await app.deliverNow();
    }
    expect(app.posted).toHaveLength(2);
    const [first = '', second = ''] = app.posted.map(({ reply }) => JSON.stringify(reply));
    expect(first).not.toContain(later);
    expect(second).toContain(later);
    expect(second).not.toContain('2) ');
  });

  it('says "nothing new" only where that is wanted', async () => {
    const app = await withDigest({ 'skip-empty': false });
    for (let day = 0; day < 2; day += 1) {
      app.now = eight + day * dayMs;
      await app.deliverNow();
    }
    expect(app.posted.map(({ reply }) => wordsOf(reply).includes('Nothing new'))).toEqual([false, true]);
  });

  it('is tried again after a failure that passes, with the same words and nonce', async () => {
    const app = await withDigest();
    app.outcomes.push({ ok: false, final: false, reason: '503', retryMs: 30_000 });
    app.now = eight + minuteMs;
    await app.deliverNow();
    expect(app.posted).toEqual([]);
    app.now += 31_000;
    await app.deliverNow();
    expect(app.posted).toHaveLength(1);
    const [delivery] = await app.digests.deliveries((await stored(app)).id, 1);
    expect(delivery).toMatchObject({ state: 'posted', attempts: 2, nonce: app.posted[0]?.nonce });
  });

  it('says how late it is', async () => {
    const app = await withDigest();
    app.now = eight + 35 * minuteMs;
    await app.deliverNow();
    expect(wordsOf(app.posted[0]?.reply ?? { blocks: [] })).toContain(
      `Posted 35 minutes late: it was due at <t:${eight / 1000}:t>.`,
    );
  });

  it.each(['cards', 'lines'])(
    'says how late it is, in %s too that were written in time, as their last try is made',
    async (style) => {
      const app = await withDigest({ style });
      for (const lateMs of [0, 30 * minuteMs, 95 * minuteMs]) {
        if (lateMs < 90 * minuteMs) app.outcomes.push({ ok: false, final: false, reason: '503' });
        app.now = eight + lateMs;
        await app.deliverNow();
      }
      const lines = wordsOf(app.posted[0]?.reply ?? { blocks: [] }).split('\n');
      expect(lines[1]).toMatch(/^-# 2 stories from 2 sources/);
      expect(lines[2]).toBe(`-# Posted 95 minutes late: it was due at <t:${eight / 1000}:t>.`);
      expect(lines.filter((line) => line.includes(' late: '))).toHaveLength(1);
    },
  );

  it('fails with the reason when a right is missing, without a try, and rests', async () => {
    const app = await withDigest();
    app.missing.set('30', ['Send Messages']);
    app.now = eight + minuteMs;
    await app.deliverNow();
    const words = wordsOf(await asked(app, 'list'));
    expect(words).toContain('last: failed, I need: Send Messages');
    expect(words).toContain('**paused**');
    expect(app.alerted).toHaveLength(1);
  });

  it('is skipped when the bot comes back too late', async () => {
    const app = await withDigest();
    app.now = eight + 7 * 60 * minuteMs;
    await app.deliverNow();
    expect(app.posted).toEqual([]);
    expect(wordsOf(await asked(app, 'list'))).toContain('last: skipped, 7 hours late');
  });

  it('comes again after a clock that was forty days ahead for a while', async () => {
    const app = await createTestApp({ samples: false });
    await comesIn(app);
    await add(app);
    app.now = eight + 40 * dayMs;
    await app.deliverNow();
    expect(app.posted).toHaveLength(1);
    app.now = eight + 2 * 60_000;
    await app.deliverNow();
    await comesIn(app, { title: 'Told on the right day' });
    app.now = eight + dayMs;
    await app.deliverNow();
    expect(app.posted).toHaveLength(2);
    expect(wordsOf(app.posted[1]?.reply ?? { blocks: [] })).toContain('Told on the right day');
  });

  it('is published where that is wanted, and opens its thread', async () => {
    const app = await createTestApp({ samples: false });
    app.kinds.set('30', 'announcements');
    await comesIn(app);
    await add(app, { publish: true, style: 'threads' }, { ...news, isAnnouncement: true });
    app.now = eight;
    await app.deliverNow();
    await app.deliverNow();
    expect(app.published).toEqual(['m1']);
    expect(app.threads).toHaveLength(1);
    expect(app.posted).toHaveLength(2);
  });
});

describe('/digest run', () => {
  it('posts now, without moving the schedule', async () => {
    const app = await withDigest();
    const before = (await stored(app)).nextRunAt;
    expect(wordsOf(await asked(app, 'run'))).toBe('Posted in <#30>.');
    expect(app.posted).toHaveLength(1);
    expect((await stored(app)).nextRunAt).toBe(before);
  });

  it('says why nothing was posted', async () => {
    const app = await withDigest();
    app.outcomes.push({ ok: false, final: true, reason: 'Discord refused it: Missing Access' });
    expect(wordsOf(await asked(app, 'run'))).toBe('Not posted: Discord refused it: Missing Access.');
    app.now += 1000;
    app.outcomes.push({ ok: false, final: false, reason: 'socket hang up' });
    expect(wordsOf(await asked(app, 'run'))).toBe('Not posted yet (socket hang up); I go on trying.');
    app.now += 5 * minuteMs;
    await asked(app, 'run');
    app.now += 1000;
    const empty = await asked(app, 'run');
    expect(wordsOf(empty)).toBe('Nothing new since the last digests: nothing was posted.');
    expect(wordsOf(await press(app, pressOf(empty, 'Why?')))).toContain('Nothing came in');
  });

  it('goes out of one that is paused, and by a button', async () => {
    const app = await withDigest();
    await asked(app, 'pause');
    const { id } = await stored(app);
    expect(wordsOf(await press(app, `digest:run:${id}`))).toBe('Posted in <#30>.');
    expect(wordsOf(app.posted[0]?.reply ?? { blocks: [] })).toContain('Paused · ref ');
  });
});

describe('/digest pause and resume', () => {
  it('let it rest, and go on with its next time from then', async () => {
    const app = await withDigest();
    const paused = await asked(app, 'pause');
    expect(wordsOf(paused)).toContain('**News** in <#30>: **paused**');
    app.now = eight + 2 * dayMs;
    await app.deliverNow();
    expect(app.posted).toEqual([]);
    const { length } = await app.digests.deliveries((await stored(app)).id, 9);
    expect(length).toBe(0);
    const resumed = await press(app, pressOf(paused, 'Resume'));
    expect(wordsOf(resumed)).toContain(`goes on. Next one <t:${(eight + 3 * dayMs) / 1000}:F>`);
    expect((await stored(app)).pause).toBeUndefined();
    expect(wordsOf(await asked(app, 'resume'))).toContain('is not paused');
    expect(wordsOf(await press(app, pressOf(resumed, 'Pause')))).toContain('**paused**');
  });

  it('do not let one go on that cannot be posted', async () => {
    const app = await withDigest();
    await asked(app, 'pause');
    app.missing.set('30', ['Send Messages']);
    expect(await problemOf(asked(app, 'resume'))).toMatchObject({
      code: 'missingPermissions',
      missing: ['Send Messages'],
    });
    app.missing.clear();
    app.kinds.set('30', 'gone');
    expect(await problemOf(asked(app, 'resume'))).toEqual({ code: 'channelGone' });
    expect((await stored(app)).pause?.by).toBe('person');
  });

  it('keep why it rests where the channel is gone, whoever pauses it', async () => {
    const app = await withDigest();
    await app.digests.pauseChannel('1', '30', { at: app.now, by: 'gone' });
    await asked(app, 'pause');
    expect((await stored(app)).pause?.by).toBe('gone');
  });
});

describe('/digest list', () => {
  it('shows what there is, and remove ends it', async () => {
    const app = await createTestApp({ samples: false });
    expect(wordsOf(await asked(app, 'list'))).toContain('No digests in this server yet.');
    await comesIn(app, { topics: ['economy'] });
    await add(app, { topics: 'Economy' });
    app.now += 1;
    await add(app, { topics: 'Economy', style: 'lines' });
    const words = wordsOf(await asked(app, 'list'));
    expect(words).toContain('-# 2 digests');
    expect(words).toContain('**News: economy** in <#30>: 08:00 Europe/London, daily');
    expect(words).toContain('**News: economy (2)** in <#30>');
    expect(words).toContain('-# Up to 5 stories about economy, as headlines.');
    const other = { ...ask('list'), reader: { personId: '9', guildId: '2' } };
    expect(wordsOf(await run(digest, other, app))).toContain('No digests in this server yet.');
    expect(await problemOf(asked(app, 'remove'))).toEqual({
      code: 'whichDigest',
      names: ['News: economy', 'News: economy (2)'],
    });
    await asked(app, 'remove', { digest: 'News: economy (2)' });
    expect(wordsOf(await asked(app, 'remove'))).toBe('Ended: **News: economy** in <#30>.');
    expect(await problemOf(asked(app, 'remove'))).toEqual({ code: 'noDigestsYet' });
  });

  it('has pages where there are many, turned in place', async () => {
    const app = await createTestApp({ samples: false });
    for (let count = 0; count < 12; count += 1) await add(app, { name: `Digest ${count}` });
    const first = await asked(app, 'list');
    expect(wordsOf(first)).toContain('12 digests · page 1 of 2');
    const next = pressOf(first, 'Next');
    expect(digest.inPlace).toContain(next.split(':')[1]);
    expect(wordsOf(await press(app, next))).toContain('page 2 of 2');
  });
});

describe('a button of a digest', () => {
  it.each(['preview', 'run', 'check', 'pause', 'resume'])(
    '%s is for those who manage the server',
    async (verb) => {
      const app = await withDigest();
      const { id } = await stored(app);
      expect(await problemOf(press(app, `digest:${verb}:${id}:5`, member))).toEqual({ code: 'mayNotManage' });
    },
  );

  it('says that the digest has ended, and knows none of another server', async () => {
    const app = await withDigest();
    const { id } = await stored(app);
    const elsewhere = { ...manager, guildId: '2' };
    expect(wordsOf(await press(app, `digest:why:${id}:5`, elsewhere))).toBe('This digest has ended.');
    await asked(app, 'remove');
    for (const verb of ['why', 'preview', 'run', 'check', 'pause', 'resume'])
      expect(wordsOf(await press(app, `digest:${verb}:${id}:5`))).toBe('This digest has ended.');
  });

  it('“Check again” tries at once what failed, where the rights are there', async () => {
    const app = await withDigest();
    app.missing.set('30', ['Send Messages']);
    app.now = eight + minuteMs;
    await app.deliverNow();
    const { id } = await stored(app);
    const check = `digest:check:${id}:${eight}`;
    expect(wordsOf(await press(app, check))).toBe('I still cannot post in <#30>. I need: Send Messages.');
    app.missing.clear();
    expect(wordsOf(await press(app, check))).toBe('I can post in <#30> now, and try again at once.');
    expect(app.posted).toHaveLength(1);
    expect((await stored(app)).pause).toBeUndefined();
    expect(wordsOf(await press(app, check))).toContain('I can post in <#30> now. Next one ');
    await asked(app, 'pause');
    expect(wordsOf(await press(app, check))).toContain('was paused by a person');
    app.kinds.set('30', 'gone');
    await app.digests.update({ ...(await stored(app)), pause: { at: app.now, by: 'gone' } });
    expect(wordsOf(await press(app, check))).toContain('The channel is gone.');
  });
});

describe('the command', () => {
  it('is for those who manage the server, and for servers only', () => {
    expect(digest.data).toMatchObject({
      default_member_permissions: '32',
      contexts: [0],
      integration_types: [0],
    });
  });
});
