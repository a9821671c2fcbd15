import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search } from '../../commands/search.ts';
import { keepLaw } from '../../src/brief/keep-law.ts';
import type { NewArticle } from '../../src/domain/article.ts';
import type { OptionValue } from '../../src/domain/command.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { passagesIn } from '../../src/domain/reply-passages.ts';
import { problemReply } from '../../src/render/catalogue.ts';
import { isWithinLimits } from '../../src/render/limits.ts';
import { problemOf } from '../problem-of.ts';
import { recordingLog } from '../recording-log.ts';
import { newArticle } from '../store/bench.ts';
import { groupTogether } from '../story/together.ts';
import {
  buttonsOf,
  createTestApp,
  morning,
  pressButton,
  pressOf,
  request,
  run,
  type TestApp,
  wordsOf,
} from './test-app.ts';

const reader = { personId: '7', guildId: '1' };
const minuteMs = 60_000;

const long =
  'The keeper of the old lamp at Sula, who has climbed the ninety steps of the tower every evening for thirty years and ' +
  'more, in all weathers and without a day of rest, told the board of the harbour on Monday that the oil for the ' +
  'lantern will be gone before the spring unless a ship can be found.';
const around =
  'Nobody in the town remembers a winter like it. The school has been closed for a week. Boats stay in the bay.';

const put = async (app: TestApp, given: Partial<NewArticle> = {}): Promise<NewArticle> => {
  const article = newArticle({ publishedAt: morning - minuteMs, storedAt: morning, ...given });
  await app.articles.put(article);
  return article;
};

/** So many articles with the word "lantern", each a minute older than the one before. */
const withLanterns = async (count: number, given: Partial<NewArticle> = {}): Promise<TestApp> => {
  const app = await createTestApp({ samples: false });
  for (let index = 1; index <= count; index += 1)
    await put(app, {
      title: `Notes of day ${index}`,
      text: `The lantern of day ${index} was lit again. ${around}`,
      url: `https://bell.example/${index}`,
      publishedAt: morning - index * minuteMs,
      ...given,
    });
  return app;
};

const ask = (app: TestApp, words: string, options: Record<string, OptionValue> = {}): Promise<Reply> =>
  run(search, request('search', { options: { words, ...options } }), app);

const press = (app: TestApp, reply: Reply, label: string): Promise<Reply> =>
  pressButton(search, pressOf(reply, label), { app, reader, isPrivate: true });

const titlesOf = (reply: Reply): readonly string[] =>
  Array.from(wordsOf(reply).matchAll(/^\d+\) \[?(.*?)(?:\]\(|$)/gm), (match) => match[1] ?? '');
const snippetsOf = (reply: Reply): readonly string[] =>
  Array.from(wordsOf(reply).matchAll(/^> (.*)$/gm), (match) => match[1] ?? '');

describe('/search', () => {
  it('has the title, the sentence with the words marked in any of their forms, the source and the age', async () => {
    const app = await createTestApp({ samples: false });
    await put(app, {
      title: 'Oil runs short at Sula',
      url: 'https://bell.example/oil',
      text: `The town waits. Its keeper's lanterns will go out, he said. ${around}`,
    });
    expect(wordsOf(await ask(app, 'lantern KEEPER'))).toBe(
      [
        '### Search: lantern KEEPER',
        '-# 1 article',
        '1) [Oil runs short at Sula](<https://bell.example/oil>)',
        "> Its **keeper's lanterns** will go out, he said.",
        `-# The Brannoch Bell · <t:${(morning - minuteMs) / 1000}:R>`,
      ].join('\n'),
    );
  });

  it('cuts a long sentence between words, around what was searched for', async () => {
    const app = await createTestApp({ samples: false });
    await put(app, { title: 'At Sula', text: `${long} ${around}` });
    const [snippet = ''] = snippetsOf(await ask(app, 'keeper lantern'));
    expect(snippet).toMatch(/^The \*\*keeper\*\* of the .* … .* \*\*lantern\*\* will be gone .* found\.$/);
    for (const part of snippet.replaceAll('**', '').split(' … '))
      expect(` ${long} `).toContain(` ${part.replace(/ …$/, '')} `);
  });

  it('shows the first sentence where only the title has the words', async () => {
    const app = await createTestApp({ samples: false });
    await put(app, { title: 'A lighthouse goes dark', text: around });
    expect(snippetsOf(await ask(app, 'lighthouse'))).toEqual([
      'Nobody in the town remembers a winter like it.',
    ]);
  });

  it.each([
    ['words in any order', 'tower lamp', ['One', 'Two']],
    ['a phrase', '"lamp tower"', ['One']],
    ['a phrase in curly marks', '“lamp tower”', ['One']],
    ['no word with a minus', 'tower -tidal', ['One']],
    ['no phrase with a minus', 'tower -"lamp tower"', ['Two']],
    ['a minus within a word', 'lamp-tower', ['One', 'Two']],
    ['small words that the articles lack', 'what about the tower', ['One', 'Two']],
  ])('understands %s', async (_, words, titles) => {
    const app = await createTestApp({ samples: false });
    await put(app, { title: 'One', text: `They will mend a lamp tower. ${around}` });
    await put(app, {
      title: 'Two',
      text: `They will mend a tower with a tidal lamp. ${around}`,
      publishedAt: morning - 2 * minuteMs,
    });
    expect(titlesOf(await ask(app, words)).toSorted()).toEqual(titles);
  });

  it('marks a phrase where it stands, and not its words elsewhere', async () => {
    const app = await createTestApp({ samples: false });
    await put(app, { title: 'One', text: `A lamp is no lamp tower, and a tower no lamp. ${around}` });
    expect(snippetsOf(await ask(app, '"lamp towers"'))).toEqual([
      'A lamp is no **lamp tower**, and a tower no lamp.',
    ]);
  });

  it('has only what is of a source and of a time', async () => {
    const app = await withLanterns(2);
    await put(app, { title: 'Old', text: `A lantern. ${around}`, publishedAt: morning - 90 * 60_000 });
    await put(app, { title: 'Other', text: `A lantern. ${around}`, source: 'Harbour Wire' });
    expect(titlesOf(await ask(app, 'lantern', { source: 'harbour wire' }))).toEqual(['Other']);
    expect(titlesOf(await ask(app, 'lantern', { since: '1 hour' }))).toHaveLength(3);
    expect(await problemOf(ask(app, 'lantern', { source: 'Nobody' }))).toMatchObject({
      code: 'noSuchSource',
    });
  });

  it('has copies of one text in a story once', async () => {
    const app = await withLanterns(0);
    const told = [await put(app, { title: 'First', text: `${long} ${around}` })];
    for (const title of ['Second', 'Third']) told.push(await put(app, { title, text: `${long} ${around}` }));
    const [first = '', second = '', third = ''] = told.map(({ id }) => id);
    await groupTogether(app.stories, [first, second, third], { [second]: first, [third]: first });
    const reply = await ask(app, 'lantern');
    expect(titlesOf(reply)).toHaveLength(1);
    expect(wordsOf(reply)).toContain(' · +2 copies');
  });

  it('completes sources', async () => {
    const app = await withLanterns(1);
    const asked = { name: 'search', option: 'source', typed: 'bra', options: {}, reader };
    expect(await search.complete?.(asked, app)).toEqual([
      { name: 'The Brannoch Bell', value: 'The Brannoch Bell' },
    ]);
  });
});

describe('a search that finds nothing', () => {
  it('says how many articles were searched, what to do, and which have some of the words', async () => {
    const app = await withLanterns(3);
    const problem = await problemOf(ask(app, 'lantern parliament', { since: '2 days' }));
    expect(problem).toMatchObject({ code: 'nothingFound', searched: 3 });
    expect(wordsOf(problemReply(problem))).toMatch(
      /^I searched 3 stored articles, and none since <t:\d+:f> has “lantern parliament”\. Try fewer or other words, or all sources and times\. These have some of them: \[Notes/,
    );
  });

  it.each(['-lantern', '"', '!?'])('wants a word: %s', async (words) => {
    expect(await problemOf(ask(await withLanterns(1), words))).toEqual({ code: 'noSearchWords' });
  });
});

describe('the pages of a search', () => {
  it('have ten articles each, in the message itself', async () => {
    const app = await withLanterns(23);
    const first = await ask(app, 'lantern');
    expect(wordsOf(first)).toContain('-# 23 articles · page 1 of 3');
    expect(buttonsOf(first)).toEqual(['Next']);
    const second = await press(app, first, 'Next');
    expect(wordsOf(second)).toContain('\n11) ');
    const third = await press(app, second, 'Next');
    expect(buttonsOf(third)).toEqual(['Previous']);
    expect([first, second, third].flatMap(titlesOf).length).toBe(23);
    expect(await press(app, second, 'Previous')).toEqual(first);
    expect(search.inPlace).toContain(pressOf(first, 'Next').split(':')[1]);
  });

  it.each([
    ['as they are remembered', (customId: string) => customId],
    ['by the words in the button', (customId: string) => customId.replace(/^(search:page:\d+:)[^:]+/, '$1x')],
  ])('repeat nothing while articles come in, %s', async (_, changed) => {
    const app = await withLanterns(30);
    const first = await ask(app, 'lantern');
    app.now += minuteMs;
    for (let index = 0; index < 12; index += 1)
      await put(app, { title: `New ${index}`, text: `A lantern. ${around}`, publishedAt: app.now });
    const pressed = { app, reader, isPrivate: true };
    const second = await pressButton(search, changed(pressOf(first, 'Next')), pressed);
    expect(titlesOf(second)).toHaveLength(10);
    expect(titlesOf(second).filter((title) => titlesOf(first).includes(title) || /New/.test(title))).toEqual(
      [],
    );
  });

  it('of words too long for a button are known for half an hour, and then asked for again', async () => {
    const app = await withLanterns(12);
    const reply = await ask(app, `lantern ${'-never '.repeat(12)}`);
    const next = pressOf(reply, 'Next');
    expect(next).not.toContain('lantern');
    expect(titlesOf(await press(app, reply, 'Next'))).toHaveLength(2);
    app.now += 31 * minuteMs;
    const late = await problemOf(press(app, reply, 'Next'));
    expect(late).toEqual({ code: 'searchForgotten' });
    expect(wordsOf(problemReply(late))).toContain('Search again with `/search`');
  });

  it('are forgotten with the person', async () => {
    const app = await withLanterns(12);
    const reply = await ask(app, `lantern ${'-never '.repeat(12)}`);
    await app.forgetPerson('7');
    expect(await problemOf(press(app, reply, 'Next'))).toEqual({ code: 'searchForgotten' });
  });

  it('show nothing of what was removed meanwhile', async () => {
    const app = await withLanterns(12);
    const first = await ask(app, 'lantern');
    await app.articles.removeScope('public');
    expect(wordsOf(await press(app, first, 'Next'))).toContain('no longer stored');
  });
});

describe('whatever is searched for', () => {
  const words =
    'lantern keeper school bay winter oil the of 30 -boats "the town" "old lamp" Sula’s, ☂ : Üb'.split(' ');

  it('fits into a message and its buttons, and every word shown stands in its article', async () => {
    const app = await withLanterns(4, {
      text: `${long} ${around}`,
      url: `https://bell.example/${'x'.repeat(400)}`,
    });
    for (let index = 0; index < 8; index += 1)
      await put(app, { title: `${long} ${index}`, text: `“${long}” — the keeper. ${around} ${long}` });
    const { log, events } = recordingLog();
    const asked = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
      .map((some) => some.join(' '));
    await fc.assert(
      fc.asyncProperty(asked, async (typed) => {
        const reply = await ask(app, typed).catch(() => undefined);
        if (reply === undefined) return;
        expect(isWithinLimits(reply)).toBe(true);
        expect(wordsOf(reply)).not.toContain('too long for one message');
        for (const label of buttonsOf(reply)) expect(pressOf(reply, label).length).toBeLessThanOrEqual(100);
        const ports = { articles: app.articles, log, metrics: { count: () => {} } };
        expect([await keepLaw(reply, ['public'], ports), events]).toEqual([reply, []]);
        const shown = reply.blocks.flatMap(passagesIn).filter(({ of }) => of === 'text');
        const count = shown.flatMap(({ text }) => text.match(/\S+/g) ?? []).length;
        expect(count).toBeLessThanOrEqual(250 + shown.length);
      }),
      { numRuns: 40, seed: 20_261_126 },
    );
  });
});
