import { describe, expect, it } from 'vitest';
import { digest } from '../../commands/digest.ts';
import type { ChosenChannel, CommandRequest } from '../../src/domain/command.ts';
import { problemOf } from '../problem-of.ts';
import { newDigest } from '../store/bench.ts';
import { add, ask, asked, comesIn, dayMs, eight, news, stored } from './digest-asking.ts';
import { buttonsOf, createTestApp, run, type TestApp, wordsOf } from './test-app.ts';

const bare = () => createTestApp({ samples: false });

async function withArticles(): Promise<TestApp> {
  const app = await bare();
  await comesIn(app, { topics: ['economy', 'ferries'], source: 'The Island Post' });
  await comesIn(app, { topics: ['science'], source: 'Sula Times, Evening' });
  return app;
}

const locked: ChosenChannel = { ...news, missingPermissions: ['View Channel', 'Send Messages'] };
const forum: ChosenChannel = { ...news, takesMessages: false, isForum: true };
const announcements: ChosenChannel = { ...news, isAnnouncement: true };

describe('/digest add', () => {
  it('stores the digest, and says what it holds and when the first one comes', async () => {
    const app = await withArticles();
    const reply = await add(app, {
      time: '8am and 6pm',
      days: 'weekdays',
      topics: 'Economy, science',
      sources: 'sula times, evening, The Island Post',
      words: 'ferry, "night train", -football',
      stories: 3,
      style: 'threads',
      mention: '77',
      chart: true,
      'skip-empty': false,
      name: 'Morning news',
    });
    expect(wordsOf(reply)).toBe(
      [
        'Digest **Morning news** in <#30>: 08:00 and 18:00 Europe/London, weekdays.',
        'Up to 3 stories about economy or science from Sula Times, Evening or The Island Post that hold “ferry” or “night train” without “football”, as headlines, with their cards in a thread, and one chart where figures can be compared.',
        'It notifies <@&77>. When nothing is new, it says so.',
        `First one <t:${eight / 1000}:F> (<t:${eight / 1000}:R>).`,
        '-# Nobody is told when it does not come: `/settings alerts` chooses a channel for that.',
      ].join('\n'),
    );
    expect(buttonsOf(reply)).toEqual(['Preview', 'Post one now']);
    expect(await stored(app)).toMatchObject({
      channelId: '30',
      name: 'Morning news',
      times: ['08:00', '18:00'],
      days: [1, 2, 3, 4, 5],
      timezone: 'Europe/London',
      topics: ['economy', 'science'],
      sources: ['Sula Times, Evening', 'The Island Post'],
      words: ['ferry', 'night train'],
      exceptWords: ['football'],
      stories: 3,
      style: 'threads',
      mentionRoleId: '77',
      chart: true,
      publish: false,
      skipEmpty: false,
      nextRunAt: eight,
    });
  });

  it('says nothing of alerts where a channel is chosen for them', async () => {
    const app = await bare();
    await app.settings.set('1', { alertsChannelId: '40' });
    expect(wordsOf(await add(app))).not.toContain('alerts');
  });

  it('needs a channel and a time only, and says that the time is in UTC', async () => {
    const app = await bare();
    const words = wordsOf(await asked(app, 'add', { time: 'every 4 hours from 8 to 20' }, news));
    expect(words).toContain('Digest **News** in <#30>: every 4 hours from 08:00 to 20:00 UTC, daily.');
    expect(words).toContain('Up to 5 stories, as cards with a sentence, a quote and figures.');
    expect(words).toContain('The time is in UTC; name a timezone to change that.');
  });

  it('says where summer time leaps over its time, and that a chart does not come with headlines', async () => {
    const app = await bare();
    const words = wordsOf(await add(app, { time: '01:30', style: 'lines', chart: true }));
    expect(words).toContain('On Sunday 28 March 01:30 does not exist in Europe/London');
    expect(words).toContain('A chart comes with cards only.');
  });

  it.each<[CommandRequest['options'], object]>([
    [{ time: 'eight' }, { code: 'badTime', asked: 'eight', why: 'unknown' }],
    [{ time: 'every 5 minutes' }, { code: 'badTime', asked: 'every 5 minutes', why: 'often' }],
    [{ timezone: 'Mars/Base' }, { code: 'badZone', asked: 'Mars/Base' }],
    [{ days: 'someday' }, { code: 'badDays', asked: 'someday' }],
    [{ topics: 'economy, gardening' }, { code: 'noSuchTopic', asked: 'gardening' }],
    [
      { sources: 'The Sula Times' },
      { code: 'noSuchSource', asked: 'The Sula Times', known: ['Sula Times, Evening', 'The Island Post'] },
    ],
    [{ words: '-' }, { code: 'badWords', asked: '-', problem: { why: 'none' } }],
    [{ mention: '1' }, { code: 'everyoneRole' }],
    [{ publish: true }, { code: 'notAnnouncement', channelId: '30' }],
  ])('refuses %j and stores nothing', async (options, problem) => {
    const app = await withArticles();
    expect(await problemOf(add(app, options))).toMatchObject(problem);
    expect(await app.digests.list('1')).toEqual([]);
  });

  it.each<[string, CommandRequest['options'], ChosenChannel, object]>([
    ['without rights', {}, locked, { code: 'missingPermissions', missing: locked.missingPermissions }],
    ['of voices', {}, { ...news, takesMessages: false }, { code: 'cannotHoldMessages' }],
    ['that is a forum, for threads', { style: 'threads' }, forum, { code: 'noThreadsThere' }],
    ['that is a forum, to publish', { publish: true }, forum, { code: 'notAnnouncement' }],
  ])('refuses a channel %s, and stores nothing', async (_, options, channel, problem) => {
    const app = await bare();
    expect(await problemOf(add(app, options, channel))).toMatchObject({ ...problem, channelId: '30' });
    expect(await app.digests.list('1')).toEqual([]);
  });

  it('names the rights that threads need, and knows that none hangs in a thread', async () => {
    const app = await bare();
    app.missing.set('30', ['Create Public Threads']);
    expect(await problemOf(add(app, { style: 'threads' }))).toMatchObject({
      code: 'missingPermissions',
      missing: ['Create Public Threads'],
    });
    await add(app);
    app.missing.clear();
    app.kinds.set('30', 'thread');
    expect(await problemOf(add(app, { style: 'threads' }))).toMatchObject({ code: 'noThreadsThere' });
  });

  it('knows that a forum takes no post without a tag', async () => {
    const app = await bare();
    app.strict.add('30');
    expect(await problemOf(add(app, {}, forum))).toEqual({ code: 'wantsTag', channelId: '30' });
    expect(await app.digests.list('1')).toEqual([]);
  });

  it('says where Discord would not notify the role', async () => {
    const app = await bare();
    app.silentRoles.add('77');
    const warning = 'Discord does not let me notify that role: allow anyone to mention it';
    expect(wordsOf(await add(app, { mention: '77' }))).toContain(warning);
    expect(wordsOf(await asked(app, 'edit', { mention: '78' }))).not.toContain(warning);
    expect(wordsOf(await asked(app, 'edit', { mention: '77' }))).toContain(warning);
  });

  it('takes forums, threads, and announcement channels to publish from', async () => {
    const app = await bare();
    await add(app, {}, forum);
    await add(app, { publish: true }, announcements);
    app.kinds.set('30', 'thread');
    await add(app);
    const digests = await app.digests.list('1');
    expect(digests.map(({ publish }) => publish).sort()).toEqual([false, false, true]);
  });

  it('is for servers alone, and for fifty digests in each', async () => {
    const app = await bare();
    const alone = { ...ask('add', { time: '8am' }, news), reader: { personId: '7' } };
    expect(await problemOf(run(digest, alone, app))).toEqual({ code: 'guildOnly' });
    for (let count = 0; count < 50; count += 1)
      await app.digests.add(newDigest({ guildId: '1', topics: [] }));
    expect(await problemOf(add(app))).toEqual({ code: 'tooManyDigests', most: 50 });
  });
});

describe('/digest edit', () => {
  it('changes only what is named', async () => {
    const app = await withArticles();
    await add(app, { topics: 'economy', words: 'ferry, -football', mention: '77' });
    const before = await stored(app);
    const words = wordsOf(await asked(app, 'edit', { stories: 2, name: 'Evening', chart: true }));
    expect(words).toContain('Changed: **Evening** in <#30>: 08:00 Europe/London, daily.');
    expect(await stored(app)).toEqual({ ...before, stories: 2, name: 'Evening', chart: true });
  });

  it.each(['none', 'Any'])('empties what is named “%s”', async (word) => {
    const app = await withArticles();
    await add(app, { topics: 'economy', sources: 'The Island Post', words: 'ferry, -golf', mention: '77' });
    await asked(app, 'edit', { topics: word, sources: word, words: word, 'no-mention': true });
    const after = await stored(app);
    expect(after).toMatchObject({ topics: [], sources: [], words: [], exceptWords: [] });
    expect(after.mentionRoleId).toBeUndefined();
  });

  it('changes the name too, where that is the one which tells what it was on', async () => {
    const app = await withArticles();
    await add(app, { topics: 'economy' });
    await asked(app, 'edit', { topics: 'science' });
    expect(await stored(app)).toMatchObject({ topics: ['science'], name: 'News: science' });
    await asked(app, 'edit', { name: 'Evening' });
    await asked(app, 'edit', { topics: 'any' });
    expect(await stored(app)).toMatchObject({ topics: [], name: 'Evening' });
  });

  it('takes commas alone for no choice', async () => {
    const app = await withArticles();
    await add(app, { topics: 'economy' });
    expect(await problemOf(asked(app, 'edit', { topics: ' ,' }))).toMatchObject({ code: 'noSuchTopic' });
    expect(await problemOf(asked(app, 'edit', { sources: ',,' }))).toMatchObject({ code: 'noSuchSource' });
    expect((await stored(app)).topics).toEqual(['economy']);
  });

  it('moves the next run with the schedule, and leaves it where only the rest changes', async () => {
    const app = await bare();
    await add(app);
    expect(wordsOf(await asked(app, 'edit', { time: '07:30' }))).toContain(
      `Next one <t:${eight / 1000 - 1_800}:F>`,
    );
    expect((await stored(app)).nextRunAt).toBe(eight - 30 * 60_000);
    app.now += dayMs;
    await asked(app, 'edit', { stories: 1 });
    expect((await stored(app)).nextRunAt).toBe(eight - 30 * 60_000);
  });

  it('checks what it changes as for a new one, and stores nothing that cannot be', async () => {
    const app = await withArticles();
    await add(app);
    const before = await stored(app);
    expect(await problemOf(asked(app, 'edit'))).toEqual({ code: 'nothingToChange' });
    expect(await problemOf(asked(app, 'edit', { stories: 5 }))).toEqual({ code: 'nothingToChange' });
    expect(await problemOf(asked(app, 'edit', { topics: 'gardening' }))).toMatchObject({
      code: 'noSuchTopic',
    });
    expect(await problemOf(asked(app, 'edit', { publish: true }))).toMatchObject({ code: 'notAnnouncement' });
    expect(await problemOf(asked(app, 'edit', { style: 'threads' }, forum))).toMatchObject({
      code: 'noThreadsThere',
    });
    expect(await problemOf(asked(app, 'edit', {}, { ...locked, id: '31' }))).toMatchObject({
      code: 'missingPermissions',
    });
    expect(await stored(app)).toEqual(before);
    app.kinds.set('30', 'announcements');
    await asked(app, 'edit', { publish: true });
    expect(await problemOf(asked(app, 'edit', {}, { ...news, id: '31' }))).toEqual({
      code: 'notAnnouncement',
      channelId: '31',
    });
  });

  it('lets one rest that a person paused, and goes on in another channel with one that had none', async () => {
    const app = await bare();
    await add(app);
    await asked(app, 'pause');
    const reply = await asked(app, 'edit', { stories: 2 });
    expect(wordsOf(reply)).toContain('by a person');
    expect(buttonsOf(reply)).toContain('Resume');
    const paused = await stored(app);
    await app.digests.update({ ...paused, pause: { at: app.now, by: 'gone' } });
    app.now += 2 * dayMs;
    await asked(app, 'edit', {}, { ...news, id: '31' });
    const after = await stored(app);
    expect(after).toMatchObject({ channelId: '31', nextRunAt: eight + 2 * dayMs });
    expect(after.pause).toBeUndefined();
  });
});

describe('while an option is typed', () => {
  const typing =
    (app: TestApp, subcommand: string, options: CommandRequest['options'] = {}) =>
    async (option: string, typed: string) =>
      await digest.complete?.(
        {
          name: 'digest',
          subcommand,
          option,
          typed,
          options,
          reader: { personId: '7', guildId: '1' },
        },
        app,
      );

  it('zones, topics and publishers are offered, one after the other', async () => {
    const app = await withArticles();
    const complete = typing(app, 'add');
    expect(await complete('timezone', 'belgr')).toEqual([
      { name: 'Europe/Belgrade', value: 'Europe/Belgrade' },
    ]);
    expect(await complete('topics', 'economy, sci')).toEqual([
      { name: 'economy, science', value: 'economy, science' },
    ]);
    expect((await complete('sources', ''))?.map(({ value }) => value)).toEqual([
      'Sula Times, Evening',
      'The Island Post',
    ]);
    expect(await complete('sources', 'The Island Post, sula')).toEqual([
      { name: 'The Island Post, Sula Times, Evening', value: 'The Island Post, Sula Times, Evening' },
    ]);
  });

  it('digests are offered by name and schedule, those of one name told apart', async () => {
    const app = await bare();
    await add(app);
    app.now += 1;
    await add(app, { days: 'weekdays' });
    const choices = await typing(app, 'edit')('digest', 'news');
    expect(choices?.map(({ name }) => name)).toEqual([
      'News · 08:00 Europe/London, daily',
      'News (2) · 08:00 Europe/London, weekdays',
    ]);
    const [first, second] = choices ?? [];
    expect(await problemOf(asked(app, 'pause', { digest: 'News' }))).toEqual({
      code: 'severalDigests',
      asked: 'News',
    });
    await asked(app, 'pause', { digest: 'news (2)' });
    await asked(app, 'edit', { digest: first?.value ?? '', stories: 1 });
    const digests = await app.digests.list('1');
    expect(digests.find(({ id }) => id === second?.value)?.pause?.by).toBe('person');
    expect(digests.find(({ id }) => id === first?.value)?.stories).toBe(1);
  });
});
