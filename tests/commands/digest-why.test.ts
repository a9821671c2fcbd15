import { describe, expect, it } from 'vitest';
import { digest } from '../../commands/digest.ts';
import { problemOf } from '../problem-of.ts';
import { add, asked, comesIn, dayMs, eight, minuteMs, stored } from './digest-asking.ts';
import { buttonsOf, createTestApp, pressButton, pressOf, type TestApp, wordsOf } from './test-app.ts';

const member = { personId: '8', guildId: '1', mayManage: false };

const bare = () => createTestApp({ samples: false });

const press = (app: TestApp, customId: string) => pressButton(digest, customId, { app, reader: member });

describe('why a digest looks as it does', () => {
  it('is told of each story, to everyone who presses the button of a post', async () => {
    const app = await bare();
    await comesIn(app, { title: 'Left out by its rank' });
    await comesIn(app, { title: 'Left out by a word', words: 'There was football, too.' });
    app.now += minuteMs;
    await comesIn(app, { title: 'Taken as the newest', source: 'The Sula Times' });
    await add(app, { words: 'ferries, -football', stories: 1, name: 'News' });
    app.now = eight;
    await app.deliverNow();
    const [post] = app.posted;
    const why = await press(app, pressOf(post?.reply ?? { blocks: [] }, 'Why these?'));
    const words = wordsOf(why);
    expect(words).toContain('### Why: News · Wednesday, 25 November 2026, 08:00');
    expect(words).toContain('posted · 1 story taken; left out: 1 ranked lower, 1 with unwanted words');
    expect(words).toMatch(/1\) \[Taken as the newest\]\(<[^\n]+\n-# Taken: 1 source, 60 minutes old\./);
    expect(words).toMatch(/\[Left out by its rank\]\(<[^\n]+\n-# Left out: only 1 fit, it ranked 2nd\./);
    expect(words).toMatch(/\[Left out by a word\]\(<[^\n]+\n-# Left out: it holds “football”\./);
  });

  it('names the day on which a story was told, and that an article is no longer stored', async () => {
    const app = await bare();
    const id = await comesIn(app, { title: 'The mole is finished' });
    await add(app);
    const { id: digestId } = await stored(app);
    app.now = eight;
    await app.deliverNow();
    app.now = eight + dayMs;
    // The same article again: nothing new to tell.
    const article = await app.articles.get(id, ['public']);
    if (article === undefined) throw new Error('the article is stored');
    await app.articles.put({
      ...article,
      publishedAt: app.now - 1,
      storedAt: app.now - 1,
      title: 'The mole is done',
    });
    await app.deliverNow();
    const why = `digest:why:${digestId}:${eight + dayMs}`;
    const words = wordsOf(await press(app, why));
    expect(words).toContain('[The mole is done]');
    expect(words).toContain('Left out: told on Wednesday, 25 November 2026, nothing new since.');
    await app.articles.remove(id);
    expect(wordsOf(await press(app, why))).toContain('1) A story that is no longer stored\n');
  });

  it('shows of a server’s own articles nothing elsewhere, nor of a digest', async () => {
    const app = await bare();
    await comesIn(app, { title: 'Of this server alone', scope: 'guild:1' });
    await add(app);
    app.now = eight;
    await app.deliverNow();
    const { id } = await stored(app);
    const customId = `digest:why:${id}:${eight}`;
    expect(wordsOf(await press(app, customId))).toContain('[Of this server alone]');
    const elsewhere = { personId: '8', guildId: '2', mayManage: true };
    const other = await pressButton(digest, customId, { app, reader: elsewhere });
    expect(wordsOf(other)).toBe('This digest has ended.');
  });

  it('has pages where there are many stories, turned in place', async () => {
    const app = await bare();
    for (let count = 0; count < 20; count += 1) await comesIn(app);
    await add(app);
    app.now = eight;
    await app.deliverNow();
    const { id } = await stored(app);
    const first = await press(app, `digest:why:${id}:${eight}`);
    expect(wordsOf(first)).toContain('page 1 of 2');
    const next = pressOf(first, 'Next');
    expect(digest.inPlace).toContain(next.split(':')[1]);
    expect(next.length).toBeLessThanOrEqual(100);
    const second = wordsOf(await press(app, next));
    expect(second).toContain('page 2 of 2');
    expect(second).toMatch(/\n20\) /);
  });
});

describe('/digest why', () => {
  it('lists the newest runs with what became of them, and leads to their stories', async () => {
    const app = await bare();
    await add(app);
    expect(wordsOf(await asked(app, 'why'))).toContain(`It has not come yet. Next <t:${eight / 1000}:F>.`);
    await comesIn(app);
    app.now = eight;
    await app.deliverNow();
    app.now = eight + dayMs;
    await app.deliverNow();
    app.now = eight + 2 * dayMs + dayMs / 2;
    await app.deliverNow();
    const runs = await asked(app, 'why');
    expect(wordsOf(runs).split('\n')).toEqual([
      '### Runs of News',
      `• <t:${eight / 1000 + 2 * 86_400}:F>: skipped, 12 hours late`,
      `• <t:${eight / 1000 + 86_400}:F>: empty, nothing new`,
      '-# Nothing came in',
      `• <t:${eight / 1000}:F>: posted`,
      '-# 1 story taken',
    ]);
    expect(buttonsOf(runs)).toEqual(['Thu 26 Nov, 08:00', 'Wed 25 Nov, 08:00']);
    expect(wordsOf(await press(app, pressOf(runs, 'Wed 25 Nov, 08:00')))).toContain('Taken: 1 source');
  });

  it('tells of one run, chosen from a list while it is typed', async () => {
    const app = await bare();
    await comesIn(app);
    await add(app);
    app.now = eight;
    await app.deliverNow();
    const typed = { name: 'digest', subcommand: 'why', option: 'slot', typed: '25 nov', options: {} };
    const choices = await digest.complete?.({ ...typed, reader: member }, app);
    expect(choices).toEqual([{ name: 'Wed 25 Nov, 08:00 · posted', value: String(eight) }]);
    const { id } = await stored(app);
    expect(await digest.complete?.({ ...typed, options: { digest: id }, reader: member }, app)).toEqual(
      choices,
    );
    for (const slot of [String(eight), 'Wed 25 Nov'])
      expect(wordsOf(await asked(app, 'why', { slot }))).toContain('Taken: 1 source');
    expect(await problemOf(asked(app, 'why', { slot: 'yesterday' }))).toEqual({
      code: 'noSuchRun',
      asked: 'yesterday',
    });
    expect(await problemOf(asked(app, 'why', { slot: '5' }))).toMatchObject({ code: 'noSuchRun' });
  });

  it('says so of a run of which nothing is noted', async () => {
    const app = await bare();
    await add(app);
    const one = await stored(app);
    await app.digests.planNow(one, eight);
    const [delivery] = await app.digests.claim('test', 1_000, 1);
    if (delivery === undefined) throw new Error('the run is open');
    await app.digests.settle(delivery, 'test', { state: 'posted', messageId: '5' });
    expect(wordsOf(await asked(app, 'why', { slot: String(eight) }))).toBe(
      [
        '### Why: News · Wednesday, 25 November 2026, 08:00',
        '-# posted',
        'Nothing is noted of which stories were looked at.',
      ].join('\n'),
    );
  });
});
