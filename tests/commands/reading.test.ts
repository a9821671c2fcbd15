import { describe, expect, it } from 'vitest';
import { figures } from '../../commands/figures.ts';
import { help } from '../../commands/help.ts';
import { commands } from '../../commands/index.ts';
import { latest } from '../../commands/latest.ts';
import { quotes } from '../../commands/quotes.ts';
import { summary } from '../../commands/summary.ts';
import { problemOf } from '../problem-of.ts';
import { buttonsOf, createTestApp, pressButton, pressOf, request, run, wordsOf } from './test-app.ts';

const patrolBoats = 'Skelder patrol boats';

describe('/summary', () => {
  it('gives sentences, quotes and figures of the story, its source first', async () => {
    const app = await createTestApp();
    const words = wordsOf(await run(summary, request('summary', { options: { story: patrolBoats } }), app));
    const [title, source] = words.split('\n');
    expect(title).toContain('[Owen Tarrant to urge Skelder to send more patrol boats to Halvia](<https://');
    expect(source).toMatch(/^-# The Saltmarsh Gazette · <t:\d+:f> · 3 of 14 sentences$/);
    expect(words).toContain('Owen Tarrant will urge Skelder to send more patrol boats to Halvia');
    expect(words).toContain('**Said**');
    expect(words).toContain('**Figures**');
    expect(words).not.toMatch(/gift|ā/i);
  });

  it('gives one sentence when a line is asked for, and more when it is to be long', async () => {
    const app = await createTestApp();
    const shown = async (length: string) => {
      const reply = await run(
        summary,
        request('summary', { options: { story: 'deep sea worm', length } }),
        app,
      );
      return Number(/ (\d+) of \d+ sentences/.exec(wordsOf(reply))?.[1]);
    };
    expect(await shown('line')).toBe(1);
    expect(await shown('short')).toBe(3);
    expect(await shown('long')).toBeGreaterThan(3);
  });

  it('reads an attached file into the guild alone', async () => {
    const app = await createTestApp();
    const text = [
      'The harbour council voted by nine to two to rebuild the old sea wall.',
      'Work will begin in March and cost £2.4m.',
      '“This wall has kept us dry for a century,” said Ines Marlow, who leads the council.',
      'Two members said that the money should go to the school instead.',
      'The vote ends three years of argument in the town about who should pay for the repairs.',
    ].join('\n');
    app.files.set('https://cdn.example/wall.txt', Buffer.from(text));
    const file = { name: 'wall.txt', url: 'https://cdn.example/wall.txt', sizeBytes: text.length };
    const reply = await run(summary, request('summary', { files: { file } }), app);
    expect(wordsOf(reply)).toContain('wall.txt');
    const story = { options: { story: 'harbour council sea wall' } };
    expect(wordsOf(await run(summary, request('summary', story), app))).toContain('sea wall');
    const elsewhere = { ...story, reader: { personId: '7', guildId: '2' } };
    expect(await problemOf(run(summary, request('summary', elsewhere), app))).toMatchObject({
      code: 'noSuchStory',
    });
  });

  it('names the nearest titles when there is no such story', async () => {
    const app = await createTestApp();
    const problem = await problemOf(
      run(summary, request('summary', { options: { story: 'library robots' } }), app),
    );
    expect(problem).toMatchObject({ code: 'noSuchStory', asked: 'library robots' });
    expect(problem.code === 'noSuchStory' && problem.closest.map(({ title }) => title).join()).toMatch(
      /library/i,
    );
  });

  it('asks for a story when none is given, and reads links of the public web only', async () => {
    const app = await createTestApp();
    expect(await problemOf(run(summary, request('summary'), app))).toEqual({ code: 'noStoryGiven' });
    const link = { options: { story: 'http://127.0.0.1:6379/patrol-boats' } };
    expect(await problemOf(run(summary, request('summary', link), app))).toEqual({ code: 'linkRefused' });
  });

  it('opens again from its buttons', async () => {
    const app = await createTestApp();
    const [first] = await app.articles.latest({ scopes: ['public'], limit: 1 });
    const robin = { app, reader: { personId: '8', guildId: '1' } };
    const reply = await pressButton(summary, `summary:share:${first?.id}`, robin);
    expect(wordsOf(reply)).toContain(first?.source);
    expect(await problemOf(pressButton(summary, 'summary:share:gone', robin))).toEqual({
      code: 'notStoredAnyMore',
    });
  });

  it('is shared as it was asked for: the same length, the same focus', async () => {
    const app = await createTestApp();
    const reader = { personId: '8', guildId: '1' };
    const options = { story: patrolBoats, length: 'line', focus: 'budget: 1.8% & more' };
    const own = await run(summary, { ...request('summary', { options }), reader }, app);
    const shared = await pressButton(summary, pressOf(own, 'Share'), { app, reader });
    expect(wordsOf(shared)).toBe(wordsOf(own));
    expect(wordsOf(own)).toContain('1 of 14 sentences');
  });

  it('has no Share where it is shared already, is a direct answer, or could not be carried whole', async () => {
    const app = await createTestApp();
    const ask = async (options: Record<string, string | boolean>) =>
      buttonsOf(await run(summary, request('summary', { options: { story: patrolBoats, ...options } }), app));
    expect(await ask({})).toContain('Share');
    expect(await ask({ share: true })).not.toContain('Share');
    expect(await ask({ focus: 'é'.repeat(100) })).not.toContain('Share');
  });

  it('is private in a guild unless it is shared', () => {
    expect(summary.visibility(request('summary'))).toBe('private');
    expect(summary.visibility(request('summary', { options: { share: true } }))).toBe('public');
  });

  it('completes a title that is begun, and offers the newest when nothing is typed', async () => {
    const app = await createTestApp();
    const half = { name: 'summary', option: 'story', options: {}, reader: { personId: '7' } };
    const begun = await summary.complete?.({ ...half, typed: 'patrol skel' }, app);
    expect(begun?.map(({ name }) => name)).toEqual([
      'Owen Tarrant to urge Skelder to send more patrol boats to Halvia (The Saltmarsh Gazette, 6 d)',
    ]);
    const newest = await summary.complete?.({ ...half, typed: '' }, app);
    expect(newest?.length).toBeGreaterThanOrEqual(12);
    for (const { name, value } of newest ?? [])
      expect(Math.max(name.length, value.length)).toBeLessThanOrEqual(100);
  });
});

describe('/quotes', () => {
  it('gives what was said word for word, with who said it', async () => {
    const app = await createTestApp();
    const words = wordsOf(await run(quotes, request('quotes', { options: { story: patrolBoats } }), app));
    expect(words).toContain('> “Protecting Halvia’s waters is protecting every harbour on this sea.');
    expect(words).toMatch(/— \*\*(Owen Tarrant|Mr Tarrant)\*\*/);
    expect(words).toContain('**Sir Alban Pryce**');
  });

  it('gives one speaker’s words alone, or says there are none', async () => {
    const app = await createTestApp();
    const ask = async (speaker: string) =>
      wordsOf(await run(quotes, request('quotes', { options: { story: patrolBoats, speaker } }), app));
    const pryce = await ask('Pryce');
    expect(pryce).toContain('fairest possible claim to its own water');
    expect(pryce).not.toContain('Protecting Halvia');
    expect(await ask('Nobody')).toContain('This article quotes nobody called “Nobody”.');
  });
});

describe('/figures', () => {
  it('gives each figure with what it measures', async () => {
    const app = await createTestApp();
    const words = wordsOf(await run(figures, request('figures', { options: { story: patrolBoats } }), app));
    for (const figure of ['1,400', 'Ninety-six per cent', '1.8%', 'around 1.5%'])
      expect(words).toContain(`**${figure}**`);
    expect(words).toMatch(/\*\*1,400\*\*: .*trawlers/);
    expect(words).toMatch(/\*\*Ninety-six per cent\*\* \(= 96%\): .*patrol boats/);
  });

  it('gives only those about what is asked', async () => {
    const app = await createTestApp();
    const ask = async (about: string) =>
      wordsOf(await run(figures, request('figures', { options: { story: patrolBoats, about } }), app));
    const trawlers = await ask('trawlers');
    expect(trawlers).toContain('1,400');
    expect(trawlers).not.toContain('1.5%');
    expect(await ask('hospital beds')).toContain('This article has no figures about “hospital beds”.');
  });
});

describe('/latest', () => {
  it('lists the newest first, with source and age', async () => {
    const app = await createTestApp();
    const reply = await run(latest, request('latest', { options: { count: 3 } }), app);
    const headlines = await app.articles.latest({ scopes: ['public'], limit: 3 });
    const lines = wordsOf(reply).split('\n');
    expect(lines[0]).toBe('### Latest');
    expect(lines).toHaveLength(7);
    headlines.forEach(({ source }, index) => {
      expect(lines[2 + 2 * index]).toContain(source);
    });
  });

  it('keeps to a topic and a source, and says when there is nothing', async () => {
    const app = await createTestApp();
    const ask = async (options: Record<string, string>) =>
      wordsOf(await run(latest, request('latest', { options }), app));
    expect(await ask({ topic: 'economy' })).toContain('interest rates');
    expect(await ask({ source: 'The Saltmarsh Gazette' })).toContain('patrol boats');
    expect(await ask({ source: 'The Nowhere Post' })).toBe('No stored articles from The Nowhere Post.');
    await expect(ask({ topic: 'gardening' })).rejects.toMatchObject({
      problem: { code: 'noSuchTopic', asked: 'gardening', known: expect.arrayContaining(['economy']) },
    });
  });
});

describe('every reading command', () => {
  it.each([summary, quotes, figures])('$data.name offers to complete its story', async ({ complete }) => {
    const app = await createTestApp();
    const half = { name: '', option: 'story', typed: 'interest', options: {}, reader: { personId: '7' } };
    expect(await complete?.(half, app)).toHaveLength(1);
  });

  it('can be used in servers, direct messages and private channels', () => {
    for (const { data } of [summary, quotes, figures, latest, help])
      expect(data).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  });

  it('stays within Discord’s limits on commands', () => {
    for (const { data } of commands) expect(JSON.stringify(data).length).toBeLessThan(8000);
  });
});

describe('/help', () => {
  it('names every command of the menu', async () => {
    const app = await createTestApp();
    const words = wordsOf(await run(help, request('help'), app));
    for (const { data } of commands.filter(({ data: { name } }) => name !== 'help'))
      expect(words).toContain(`/${data.name}`);
  });

  it('has a Share button on no reply of its own', async () => {
    const app = await createTestApp();
    expect(buttonsOf(await run(help, request('help'), app))).toEqual([]);
  });
});
