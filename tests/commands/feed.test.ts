import { describe, expect, it } from 'vitest';
import { feed } from '../../commands/feed.ts';
import type { CommandRequest } from '../../src/domain/command.ts';
import type { FeedState, ImportProgress } from '../../src/domain/feed.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { feedAlertReply } from '../../src/render/feed/alert.ts';
import { problemOf } from '../problem-of.ts';
import {
  buttonsOf,
  createTestApp,
  morning,
  pressButton,
  pressOf,
  repliesOf,
  request,
  run,
  type TestApp,
  wordsOf,
} from './test-app.ts';
import { badLook, feedOf, foundFeed, goodLook } from './test-feeds.ts';

const robin = { personId: '7', guildId: '1' };
const hour = 60 * 60_000;
const harbour = foundFeed();

const ask = (
  subcommand: string,
  options: CommandRequest['options'] = {},
  given: Partial<CommandRequest> = {},
) => request('feed', { subcommand, options, ...given });

/** Presses a button of a reply that only Robin sees. */
const press = (app: TestApp, reply: Reply, label: string) =>
  pressButton(feed, pressOf(reply, label), { app, reader: robin, isPrivate: true });

/** Has guild 1 follow a feed in some state. */
async function follow(app: TestApp, title: string, state: FeedState = {}, address = title) {
  const found = foundFeed({
    title,
    address: `https://${address.toLowerCase().replace(/\W+/g, '-')}.example/rss`,
  });
  const stored = feedOf(found, state);
  const { id: feedId } = stored;
  await app.feedStore.follow(stored, { guildId: '1', feedId, addedBy: '7', addedAt: 0, groups: [] });
  await app.feedStore.update(feedId, { state: stored.state });
  app.feeds.web.set(found.address, goodLook(found));
  return stored;
}

const failing = (since: number): FeedState => ({
  failure: { reason: 'status', status: 404, since, lastAt: since + hour, count: 3 },
});

describe('/feed add', () => {
  it('shows what was found before anything is saved, and follows it at a press', async () => {
    const app = await createTestApp();
    app.feeds.web.set(harbour.address, goodLook(harbour));
    const shown = await run(feed, ask('add', { address: harbour.address }), app);
    expect(wordsOf(shown)).toBe(
      [
        '### [Harbour News](<https://harbour-news.example/>)',
        '`https://harbour-news.example/feed.xml`',
        '-# harbour-news.example · British English · 40 entries · about 12 a day · newest <t:1700000000:R>',
        '• [Quay reopens](<https://harbour-news.example/quay>) · <t:1700000000:R>',
        '-# Its articles will be public: anyone can open this address.',
      ].join('\n'),
    );
    expect(buttonsOf(shown)).toEqual(['Follow', 'Cancel']);
    expect(await app.feeds.count('1')).toBe(0);
    const followed = await press(app, shown, 'Follow');
    expect(wordsOf(followed)).toContain('Following [Harbour News](<https://harbour-news.example/>)');
    expect(wordsOf(followed)).toContain('`/settings alerts` sets a channel');
    expect(await app.feeds.list('1')).toMatchObject([{ feed: { title: 'Harbour News' } }]);
    expect(app.feeds.followedBy).toEqual([{ guildId: '1', personId: '7' }]);
  });

  it('forgets it at "Cancel", and says so when "Follow" is pressed after that', async () => {
    const app = await createTestApp();
    app.feeds.web.set(harbour.address, goodLook(harbour));
    const shown = await run(feed, ask('add', { address: harbour.address }), app);
    expect(wordsOf(await press(app, shown, 'Cancel'))).toBe('Nothing was saved.');
    expect(await problemOf(press(app, shown, 'Follow'))).toEqual({ code: 'proposalGone' });
    expect(await app.feeds.count('1')).toBe(0);
  });

  it('says whose articles they will be where the address carries a secret', async () => {
    const app = await createTestApp();
    const secret = foundFeed({ address: 'https://harbour-news.example/feed?key=1234', scope: 'guild:1' });
    app.feeds.web.set(secret.address, goodLook(secret));
    const words = wordsOf(await run(feed, ask('add', { address: secret.address }), app));
    expect(words).toContain('this server’s alone: the address carries a secret');
  });

  it('offers other feeds of the page, four at most, and the way back', async () => {
    const app = await createTestApp();
    const others = ['Sport', 'Culture', 'Weather', 'Letters', 'Crosswords'].map((title) => ({
      title,
      address: `https://harbour-news.example/${title}`,
    }));
    const sport = foundFeed({ title: 'Harbour Sport', address: 'https://harbour-news.example/Sport' });
    app.feeds.web.set('https://harbour-news.example', goodLook(harbour, others));
    app.feeds.web.set(sport.address, goodLook(sport));
    const shown = await run(feed, ask('add', { address: 'harbour-news.example' }), app);
    expect(buttonsOf(shown)).toEqual(['Follow', 'Cancel', 'Sport', 'Culture', 'Weather', 'Letters']);
    const other = await press(app, shown, 'Sport');
    expect(wordsOf(other)).toContain('### [Harbour Sport]');
    expect(buttonsOf(other)).toEqual(['Follow', 'Cancel', 'Harbour News', 'Culture', 'Weather', 'Letters']);
    await press(app, other, 'Follow');
    expect(await app.feeds.list('1')).toMatchObject([{ feed: { title: 'Harbour Sport' } }]);
  });

  it('says that a feed is followed already', async () => {
    const app = await createTestApp();
    const { address } = await follow(app, 'Quay Times', failing(morning));
    const shown = await run(feed, ask('add', { address }), app);
    expect(wordsOf(shown)).toMatch(/^This server follows \[Quay Times\].* already: \*\*failing\*\* since /);
    expect(buttonsOf(shown)).toEqual([]);
  });

  it.each([
    ['feed:https://harbour-news.example/feed.xml'],
    ['feed://harbour-news.example/feed.xml'],
    ['<https://harbour-news.example/feed.xml>'],
    [' harbour-news.example/feed.xml '],
  ])('reads the address of %j', async (address) => {
    const app = await createTestApp();
    app.feeds.web.set(harbour.address, goodLook(harbour));
    expect(wordsOf(await run(feed, ask('add', { address }), app))).toContain('Harbour News');
  });

  it('says what failed, how far it went and what to do', async () => {
    const app = await createTestApp();
    app.feeds.web.set('https://quay.example', badLook({ reason: 'status', status: 403 }));
    const shown = await run(feed, ask('add', { address: 'quay.example' }), app);
    expect(wordsOf(shown)).toBe(
      [
        'I found no feed at `https://quay.example`: it asks for a login or refuses programs (403). I cannot log in: ask the publisher for an open address.',
        '✓ Address · 1 ms',
        '✗ Fetch · 1.5 s · 403',
      ].join('\n'),
    );
  });

  it('shows titles of outside letter for letter, however they look', async () => {
    const app = await createTestApp();
    const odd = foundFeed({
      title: '**@everyone** `[x](https://evil.example)`',
      siteUrl: 'javascript:alert(1)',
      language: '???',
      newest: [{ title: '' }, { title: '<@1> # a' }],
    });
    app.feeds.web.set(odd.address, goodLook(odd));
    const words = wordsOf(await run(feed, ask('add', { address: odd.address }), app));
    expect(words).toContain('### \\*\\*\\@everyone\\*\\* \\`\\[x\\](https\\://evil.example)\\`');
    expect(words).toContain('• (no title)\n• \\<\\@1> # a');
  });
});

describe('/feed list', () => {
  it('begins with what needs somebody, and says since when, why and what to do', async () => {
    const app = await createTestApp();
    await follow(app, 'Anchor Post');
    const { id } = await follow(app, 'Muted Mail');
    await app.feedStore.mute('1', id, morning);
    await follow(app, 'Quay Times', failing(morning));
    await follow(app, 'Tide Table', { told: 'silent' });
    await follow(app, 'Zeal', {
      stoppedAt: morning,
      failure: { reason: 'gone', since: morning, lastAt: morning, count: 1 },
    });
    const words = wordsOf(await run(feed, ask('list'), app)).split('\n');
    const at = morning / 1_000;
    expect(words.slice(0, 8)).toEqual([
      '### Feeds',
      '-# 5 feeds · 1 stopped · 1 failing · 1 silent · 1 working · 1 muted',
      `1) [Zeal](<https://harbour-news.example/>) · **stopped** <t:${at}:R>: its publisher has ended it (410)`,
      '-# newest <t:1700000000:R> · 0 articles · about 12 a day',
      '-# Look on the publisher’s site for a new address; else remove it.',
      `2) [Quay Times](<https://harbour-news.example/>) · **failing** since <t:${at}:R>: it is not there (404)`,
      '-# newest <t:1700000000:R> · 0 articles · about 12 a day',
      '-# Look on the publisher’s site for where it is now.',
    ]);
    expect(words[8]).toContain('3) [Tide Table](<https://harbour-news.example/>) · **silent**');
    expect(words[10]).toContain('4) [Anchor Post](<https://harbour-news.example/>) · working');
    expect(words[12]).toContain(`5) [Muted Mail](<https://harbour-news.example/>) · **muted** <t:${at}:R>`);
  });

  it('has ten on a page, with buttons that turn it', async () => {
    const app = await createTestApp();
    for (let number = 10; number < 33; number += 1) await follow(app, `Paper ${number}`);
    const first = await run(feed, ask('list'), app);
    expect(wordsOf(first)).toContain('-# 23 feeds · 23 working · page 1 of 3');
    expect(buttonsOf(first)).toEqual(['Next']);
    const second = await press(app, first, 'Next');
    expect(wordsOf(second)).toContain('11) [Paper 20]');
    expect(buttonsOf(second)).toEqual(['Previous', 'Next']);
    const third = await press(app, second, 'Next');
    expect(wordsOf(third)).toContain('23) [Paper 32]');
    expect(buttonsOf(third)).toEqual(['Previous']);
    for (const { feed: one } of (await app.feeds.list('1')).slice(5)) await app.feeds.unfollow('1', one.id);
    expect(wordsOf(await press(app, second, 'Next'))).toContain('5) [Paper 14]');
  });

  it('is empty in another server, and says how to begin', async () => {
    const app = await createTestApp();
    await follow(app, 'Anchor Post');
    const elsewhere = ask('list', {}, { reader: { personId: '7', guildId: '2' } });
    expect(wordsOf(await run(feed, elsewhere, app))).toContain('No feeds in this server yet. `/feed add`');
  });
});

describe('/feed test', () => {
  it('shows each step with its time, and that there is nothing to do', async () => {
    const app = await createTestApp();
    const { id } = await follow(app, 'Quay Times');
    expect(wordsOf(await run(feed, ask('test', { feed: id }), app))).toBe(
      [
        '### Test of [Quay Times](<https://harbour-news.example/>)',
        '✓ Address · 1 ms',
        '✓ Fetch · 210 ms · 200, 14 kB, application/rss+xml, utf-8',
        '✓ Read · 12 ms · RSS 2.0, 40 entries',
        '**It works.** 40 entries, the newest <t:1700000000:R>, about 12 a day.',
        'There is nothing to do.',
      ].join('\n'),
    );
  });

  it('says what is wrong since when, of a feed by its title', async () => {
    const app = await createTestApp();
    const { address } = await follow(app, 'Quay Times', failing(morning));
    app.feeds.web.set(address, badLook({ reason: 'too-slow' }));
    const words = wordsOf(await run(feed, ask('test', { feed: 'quay times' }), app));
    expect(words).toContain(
      '**It does not work**: its server takes too long to answer. Usually that passes by itself.',
    );
    expect(words).toContain(`-# Failing since <t:${morning / 1_000}:R>; I go on trying.`);
  });

  it('takes any address, and refuses what is none', async () => {
    const app = await createTestApp();
    app.feeds.web.set(harbour.address, goodLook(harbour));
    expect(wordsOf(await run(feed, ask('test', { feed: harbour.address }), app))).toContain(
      'This server does not follow it. `/feed add` does.',
    );
    expect(await problemOf(run(feed, ask('test', { feed: 'the quay one' }), app))).toEqual({
      code: 'noSuchFeed',
      asked: 'the quay one',
    });
  });
});

describe('/feed mute and /feed remove', () => {
  it('mute, and end it with `off` or at a press', async () => {
    const app = await createTestApp();
    const { id } = await follow(app, 'Quay Times');
    const muted = await run(feed, ask('mute', { feed: id }), app);
    expect(wordsOf(muted)).toMatch(/^Muted: \[Quay Times\]/);
    app.now += hour;
    await run(feed, ask('mute', { feed: id }), app);
    expect(await app.feeds.get('1', id)).toMatchObject({ subscription: { mutedAt: morning } });
    expect(wordsOf(await press(app, muted, 'Unmute'))).toMatch(/^Not muted: \[Quay Times\]/);
    expect((await app.feeds.get('1', id))?.subscription.mutedAt).toBeUndefined();
    await run(feed, ask('mute', { feed: id }), app);
    expect(wordsOf(await run(feed, ask('mute', { feed: id, off: true }), app))).toMatch(/^Not muted/);
  });

  it('end what is followed, and say what stays', async () => {
    const app = await createTestApp();
    const { id } = await follow(app, 'Quay Times');
    const words = wordsOf(await run(feed, ask('remove', { feed: 'Quay Times' }), app));
    expect(words).toMatch(
      /^This server does not follow \[Quay Times\].* any more\. No article had come from it\.$/,
    );
    expect(await problemOf(run(feed, ask('remove', { feed: id }), app))).toEqual({
      code: 'noSuchFeed',
      asked: id,
    });
  });
});

describe('the buttons of an alert', () => {
  const alertOf = (feedId: string) =>
    feedAlertReply({
      kind: 'silent',
      feedId,
      title: 'Quay Times',
      address: 'https://quay.example/rss?key=1234',
      since: morning,
      usualGapMs: 24 * hour,
    });

  it('are for those who manage the server', async () => {
    const app = await createTestApp();
    const { id } = await follow(app, 'Quay Times');
    for (const label of ['Test', 'Remove'])
      expect(await problemOf(pressButton(feed, pressOf(alertOf(id), label), { app, reader: robin }))).toEqual(
        { code: 'mayNotManage' },
      );
    expect(await app.feeds.count('1')).toBe(1);
  });

  it('test and remove the feed', async () => {
    const app = await createTestApp();
    const { id } = await follow(app, 'Quay Times');
    const manager = { app, reader: { ...robin, mayManage: true } };
    expect(wordsOf(await pressButton(feed, pressOf(alertOf(id), 'Test'), manager))).toContain('It works.');
    const remove = pressOf(alertOf(id), 'Remove');
    expect(wordsOf(await pressButton(feed, remove, manager))).toContain('does not follow');
    expect(await app.feeds.count('1')).toBe(0);
    expect(wordsOf(await pressButton(feed, remove, manager))).toBe(
      'This server does not follow that feed any more.',
    );
  });

  it('are of one server: another’s managers do nothing with them', async () => {
    const app = await createTestApp();
    const { id } = await follow(app, 'Quay Times');
    const reader = { personId: '9', guildId: '2', mayManage: true };
    await pressButton(feed, pressOf(alertOf(id), 'Remove'), { app, reader });
    expect(await app.feeds.count('1')).toBe(1);
  });
});

describe('an alert', () => {
  const alert = {
    feedId: 'f'.repeat(22),
    title: 'Quay *Times*',
    address: 'https://quay.example/rss?key=1234',
    since: morning,
  };
  const since = `<t:${morning / 1_000}:R>`;

  it.each([
    [
      { kind: 'silent', usualGapMs: 24 * hour },
      `**Quay \\*Times\\*** has fallen silent: its newest entry came ${since} (usual: about one a day).`,
    ],
    [
      { kind: 'stopped', failure: { reason: 'gone' } },
      `**Quay \\*Times\\*** has stopped ${since}: its publisher has ended it (410). I do not ask for it any more. Look on the publisher’s site for a new address; else remove it.`,
    ],
    [
      { kind: 'failing', failure: { reason: 'status', status: 503 } },
      `**Quay \\*Times\\*** has been failing since ${since}: its server has trouble of its own (503). I go on trying. Usually that passes by itself.`,
    ],
  ] as const)('says of %j what happened and what to do', (what, words) => {
    const said = wordsOf(feedAlertReply({ ...alert, ...what }));
    expect(said.split('\n')[0]).toBe(words);
    expect(said).not.toContain('1234');
  });
});

describe('/feed import', () => {
  const progress = (given: Partial<ImportProgress>): ImportProgress => ({
    id: '',
    total: 500,
    added: 0,
    known: 0,
    failed: [],
    state: 'running',
    ...given,
  });
  const failed = Array.from({ length: 12 }, (_, number) => ({
    address: `https://paper-${number}.example/rss`,
    failure: { reason: 'unreachable' as const },
  }));
  const fromFile = { files: { file: { name: 'feeds.opml', url: 'https://cdn.example/1', sizeBytes: 10 } } };

  it('shows how far it is, and ends in what came of each', async () => {
    const app = await createTestApp();
    app.feeds.progress.push(
      progress({ added: 100, known: 17, failed: failed.slice(0, 3) }),
      progress({ added: 380, known: 108, failed, state: 'done' }),
    );
    const [first, last] = await repliesOf(feed, ask('import', {}, fromFile), app);
    if (first === undefined || last === undefined) throw new Error('two replies were said');
    expect(wordsOf(first)).toBe('### Importing feeds\n▰▰▱▱▱▱▱▱▱▱ 120 of 500 · 3 failed');
    expect(buttonsOf(first)).toEqual(['Cancel']);
    const words = wordsOf(last).split('\n');
    expect(words.slice(0, 3)).toEqual([
      '### Feeds imported',
      '380 added · 108 followed already · 12 failed',
      '• `https://paper-0.example/rss`: its server does not answer',
    ]);
    expect(words.at(-1)).toBe('-# And 2 more: all are in the file.');
    expect(buttonsOf(last)).toEqual([]);
    const [file] = last.files ?? [];
    expect(file?.name).toBe('failed-feeds.txt');
    expect(
      Buffer.from(file?.bytes ?? [])
        .toString()
        .split('\n'),
    ).toHaveLength(13);
  });

  it('is cancelled by its button', async () => {
    const app = await createTestApp();
    app.feeds.progress.push(progress({ added: 1 }), progress({ added: 2 }), progress({ added: 3 }));
    const said: string[] = [];
    const replies = feed.run(ask('import', { pack: 'science' }), app);
    if (!(Symbol.asyncIterator in replies)) throw new Error('an import says how far it is');
    for await (const reply of replies) {
      said.push(wordsOf(reply));
      if (said.length === 2)
        expect(wordsOf(await press(app, reply, 'Cancel'))).toBe('Cancelled: no further feed is tried.');
    }
    expect(said.at(-1)).toBe(
      '### Import cancelled\n3 added · 497 not tried\nWhat was added stays. The same `/feed import` again goes on where it stopped.',
    );
  });

  it('says how to go on when its time is over', async () => {
    const app = await createTestApp();
    app.feeds.progress.push(progress({ added: 400, state: 'out-of-time' }));
    expect(wordsOf(await run(feed, ask('import', {}, fromFile), app))).toBe(
      '### The import is not finished\n400 added · 100 not tried\nDiscord gives a command fifteen minutes. Run the same `/feed import` again to go on.',
    );
  });

  it('wants a file or a pack, and offers the packs', async () => {
    const app = await createTestApp();
    expect(await problemOf(run(feed, ask('import'), app))).toEqual({ code: 'nothingToImport' });
    const half = {
      name: 'feed',
      subcommand: 'import',
      option: 'pack',
      typed: 'sci',
      options: {},
      reader: robin,
    };
    expect(await feed.complete?.(half, app)).toEqual([
      { name: 'Science (12 feeds, not verified)', value: 'science' },
    ]);
  });

  it('has nothing to cancel once it is over', async () => {
    const app = await createTestApp();
    const pressed = pressButton(feed, 'feed:cancel:1', { app, reader: robin, isPrivate: true });
    expect(wordsOf(await pressed)).toContain('That import does not run any more.');
  });
});

describe('/feed', () => {
  it('export gives a file, where there is something to export', async () => {
    const app = await createTestApp();
    expect(wordsOf(await run(feed, ask('export'), app))).toContain('There is nothing to export');
    await follow(app, 'Quay Times');
    const reply = await run(feed, ask('export'), app);
    expect(wordsOf(reply)).toContain('1 feed as an OPML file.');
    expect(reply.files?.map(({ name }) => name)).toEqual(['feeds.opml']);
  });

  it('completes feeds by title and address, those that need somebody first', async () => {
    const app = await createTestApp();
    const anchor = await follow(app, 'Anchor Post');
    const quay = await follow(app, 'Quay Times', failing(morning));
    const complete = (typed: string) =>
      feed.complete?.(
        { name: 'feed', subcommand: 'test', option: 'feed', typed, options: {}, reader: robin },
        app,
      );
    expect(await complete('')).toEqual([
      { name: 'Quay Times · failing (quay-times.example/rss)', value: quay.id },
      { name: 'Anchor Post (anchor-post.example/rss)', value: anchor.id },
    ]);
    expect(await complete('anchor-post.ex')).toHaveLength(1);
    expect(await complete('nothing')).toEqual([]);
  });

  it('is for those who manage the server, and for servers only', async () => {
    const app = await createTestApp();
    expect(feed.data).toMatchObject({
      default_member_permissions: '32',
      contexts: [0],
      integration_types: [0],
    });
    expect(await problemOf(run(feed, ask('list', {}, { reader: { personId: '7' } }), app))).toEqual({
      code: 'guildOnly',
    });
  });
});
