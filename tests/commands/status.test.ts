import { describe, expect, it } from 'vitest';
import { digest } from '../../commands/digest.ts';
import { settings } from '../../commands/settings.ts';
import { status } from '../../commands/status.ts';
import { problemOf } from '../problem-of.ts';
import { newDigest } from '../store/bench.ts';
import { createTestApp, morning, request, run, wordsOf } from './test-app.ts';
import { feedOf, foundFeed } from './test-feeds.ts';

const alerts = { id: '40', name: 'alerts', takesMessages: true, missingPermissions: [] };
const ask = (subcommand: string, channel?: typeof alerts | undefined) =>
  request('settings', { subcommand, channels: channel === undefined ? {} : { channel } });

describe('/settings', () => {
  it('alerts names a channel, show tells it, and alerts without one ends it', async () => {
    const app = await createTestApp();
    expect(wordsOf(await run(settings, ask('show'), app))).toContain('Alerts: off. `/settings alerts`');
    expect(wordsOf(await run(settings, ask('alerts', alerts), app))).toContain('Alerts go to <#40>');
    expect(wordsOf(await run(settings, ask('show'), app))).toContain('Alerts go to <#40>.');
    expect(await app.settings.get('1')).toEqual({ alertsChannelId: '40' });
    expect(wordsOf(await run(settings, ask('alerts'), app))).toContain('Alerts are off');
    expect(await app.settings.get('1')).toEqual({});
  });

  it('alerts refuses a channel it cannot post in, and keeps what was', async () => {
    const app = await createTestApp();
    await run(settings, ask('alerts', alerts), app);
    const locked = { ...alerts, id: '41', missingPermissions: ['Send Messages'] };
    const asked = request('settings', { subcommand: 'alerts', channels: { channel: locked } });
    expect(await problemOf(run(settings, asked, app))).toMatchObject({ code: 'missingPermissions' });
    expect(await app.settings.get('1')).toEqual({ alertsChannelId: '40' });
  });

  it('is for those who manage the server, and for servers only', async () => {
    const app = await createTestApp();
    expect(settings.data).toMatchObject({ default_member_permissions: '32', contexts: [0] });
    const alone = { ...ask('show'), reader: { personId: '7' } };
    expect(await problemOf(run(settings, alone, app))).toEqual({ code: 'guildOnly' });
  });
});

describe('/status', () => {
  it('says that there is nothing yet, and how to begin', async () => {
    const app = await createTestApp();
    const words = wordsOf(await run(status, request('status'), app));
    expect(words).toMatch(/^### Status\n\*\*Articles\*\*: \d+ stored, the newest <t:\d+:R>\.\n/);
    expect(words).toContain('**Feeds**: none yet. `/feed add` follows one.');
    expect(words).toContain('**Digests**: none yet. `/digest add` makes one.');
    expect(words).toContain('Alerts: off.');
  });

  it('names the feeds that fail, why and since when, and how the digests ended', async () => {
    const app = await createTestApp();
    for (let number = 1; number <= 8; number += 1) {
      const found = foundFeed({ title: `Paper ${number}`, address: `https://paper-${number}.example/rss` });
      const failure = { reason: 'unreachable', since: morning, lastAt: morning, count: 2 } as const;
      const { id: feedId, ...stored } = feedOf(found);
      const subscription = { guildId: '1', feedId, addedBy: '7', addedAt: 0, groups: [] };
      await app.feedStore.follow({ ...stored, id: feedId }, subscription);
      await app.feedStore.update(feedId, { state: { ...stored.state, ...(number <= 7 ? { failure } : {}) } });
    }
    const channel = { id: '30', name: 'news', takesMessages: true, missingPermissions: [] };
    await run(
      digest,
      request('digest', { subcommand: 'add', options: { time: '8am' }, channels: { channel } }),
      app,
    );
    await run(digest, request('digest', { subcommand: 'run' }), app);
    await run(settings, ask('alerts', alerts), app);
    const words = wordsOf(await run(status, request('status'), app));
    expect(words).toContain('**Feeds**: 8 feeds · 7 failing · 1 working');
    expect(words).toContain(
      `• [Paper 1](<https://harbour-news.example/>) · **failing** since <t:${morning / 1_000}:R>: its server does not answer`,
    );
    expect(words.match(/\*\*failing\*\*/g)).toHaveLength(5);
    expect(words).toContain('-# And 2 more: `/feed list`');
    expect(words).toMatch(
      /\*\*Digests\*\*: 1 digest\n• \*\*News\*\* in <#30> · next <t:\d+:R> · last: posted/,
    );
    expect(words).toContain('Alerts go to <#40>.');
    const elsewhere = { ...request('status'), reader: { personId: '7', guildId: '2' } };
    expect(wordsOf(await run(status, elsewhere, app))).not.toMatch(/Paper|News\b/);
  });

  it('names first the digests that rest or cannot be posted, and what is missing', async () => {
    const app = await createTestApp();
    const given = { guildId: '1', nextRunAt: morning };
    await app.digests.add(newDigest({ ...given, id: 'a', name: 'Fine', channelId: '30' }));
    await app.digests.add(newDigest({ ...given, id: 'b', name: 'Shut', channelId: '31' }));
    const pause = { at: morning, by: 'rights', missing: ['View Channel'] } as const;
    await app.digests.add(newDigest({ ...given, id: 'c', name: 'Resting', channelId: '32', pause }));
    app.missing.set('31', ['Send Messages']);
    const words = wordsOf(await run(status, request('status'), app));
    const at = `<t:${morning / 1_000}:R>`;
    expect(words).toContain(
      [
        '**Digests**: 3 digests · 2 in trouble or paused',
        `• **Shut** in <#31> · **cannot be posted**: I need Send Messages there · next ${at}`,
        `• **Resting** in <#32> · **paused** ${at}: I need View Channel there`,
        `• **Fine** in <#30> · next ${at}`,
      ].join('\n'),
    );
  });

  it('tells where alerts cannot go, and how many reached nobody, until another channel is chosen', async () => {
    const app = await createTestApp();
    await run(settings, ask('alerts', alerts), app);
    app.missing.set('40', ['Send Messages']);
    await app.untoldAlerts.set('1', { count: 2, lastAt: morning, reason: 'I need: Send Messages' });
    for (const asked of [request('status'), ask('show')]) {
      const words = wordsOf(await run(asked.name === 'status' ? status : settings, asked, app));
      expect(words).toContain('Alerts should go to <#40>, and cannot: I need Send Messages there.');
      expect(words).toContain('-# 2 alerts of digests reached nobody, the last');
    }
    await run(settings, ask('alerts', { ...alerts, id: '41' }), app);
    expect(wordsOf(await run(status, request('status'), app))).toMatch(/Alerts go to <#41>\.$/);
  });

  it('tells of articles alone in a direct message', async () => {
    const app = await createTestApp();
    const words = wordsOf(await run(status, { ...request('status'), reader: { personId: '7' } }, app));
    expect(words).toMatch(/^### Status\n\*\*Articles\*\*: \d+ stored, the newest <t:\d+:R>\.$/);
  });
});
