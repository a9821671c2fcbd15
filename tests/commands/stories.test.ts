import { describe, expect, it } from 'vitest';
import { figures } from '../../commands/figures.ts';
import { latest } from '../../commands/latest.ts';
import { quotes } from '../../commands/quotes.ts';
import { summary } from '../../commands/summary.ts';
import { keepLaw } from '../../src/brief/keep-law.ts';
import type { NewArticle } from '../../src/domain/article.ts';
import { problemOf } from '../problem-of.ts';
import { recordingLog } from '../recording-log.ts';
import { newArticle } from '../store/bench.ts';
import { groupTogether } from '../story/together.ts';
import { answerTo, message } from './messages.ts';
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

const hourMs = 3_600_000;
const reader = { personId: '7', guildId: '1' };

const text = [
  'The car ferry to Sula ran aground on a sandbank on Tuesday evening with 84 people aboard.',
  'Nobody was hurt, the coastguard said, and two tugs are on their way from Port Brannoch.',
  '“We felt a bump, and then it was very quiet,” said Elin Marr, who was in the saloon.',
  'The next tide that is high enough comes at four in the morning.',
].join('\n');

const given = [
  { source: 'The Brannoch Bell', title: 'Sula ferry runs aground' },
  { source: 'Harbour Wire', title: 'Car ferry aground off Sula' },
  { source: 'The Island Post', title: 'Ferry passengers wait for the tide', topics: ['Islands'] },
] as const;

/** A story that three papers tell; the last of them is its lead. */
async function withFerry(): Promise<TestApp & { readonly told: readonly NewArticle[] }> {
  const app = await createTestApp();
  const told = given.map((one, index) => {
    const publishedAt = morning - (3 - index) * hourMs;
    return newArticle({ ...one, text, url: `https://paper-${index}.example/sula`, publishedAt });
  });
  for (const article of told) await app.articles.put(article);
  const [first, second] = told.map(({ id }) => id);
  await groupTogether(
    app.stories,
    told.map(({ id }) => id),
    { [second ?? '']: first ?? '' },
  );
  return Object.assign(app, { told });
}

const latestWords = async (app: TestApp, options: Record<string, string | number> = {}) =>
  wordsOf(await run(latest, request('latest', { options }), app));

const summaryOf = (app: TestApp, story: string) =>
  run(summary, request('summary', { options: { story } }), app);

describe('/latest', () => {
  it('has an event in one line: its lead, and how many more tell of it', async () => {
    const lines = (await latestWords(await withFerry(), { count: 2 })).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe('1) [Ferry passengers wait for the tide](<https://paper-2.example/sula>)');
    expect(lines[2]).toBe(`-# The Island Post · <t:${(morning - hourMs) / 1000}:R> · and 2 more sources`);
    expect(lines[4]).not.toContain('more source');
  });

  it('has it by the source that is asked for, whatever letters are typed', async () => {
    const words = await latestWords(await withFerry(), { source: 'harbour wire' });
    expect(words).toMatch(/^### Latest from Harbour Wire\n1\) \[Car ferry aground off Sula\]/);
    expect(words).toContain('Harbour Wire · ');
  });

  it('has it under the topics of its articles', async () => {
    const app = await withFerry();
    expect(await latestWords(app, { topic: 'Islands' })).toMatch(
      /^### Latest about islands\n1\) \[Ferry pass/,
    );
    expect(await app.articles.topics(['public'])).toContain('islands');
  });
});

describe('/summary', () => {
  it('names who else tells of the event, and shows all of them at a press', async () => {
    const app = await withFerry();
    const reply = await summaryOf(app, 'Sula ferry runs aground');
    const lines = wordsOf(reply).split('\n');
    expect(lines[1]).toMatch(/^-# The Brannoch Bell · /);
    expect(lines[2]).toMatch(
      /^-# Also told by: \[The Island Post\]\(<https:\/\/paper-2\.example\/sula>\) <t:\d+:R>, \[Harbour Wire\]/,
    );
    const all = await pressButton(summary, pressOf(reply, 'All sources'), { app, reader });
    expect(wordsOf(all)).toMatch(
      /3 sources · 3 articles\n1\) \[Sula ferry runs aground\].*\n.* · the first\n2\) .*\n.*same text as The Brannoch Bell\n3\) /,
    );
    const { log, events } = recordingLog();
    const kept = await keepLaw(all, ['public'], {
      articles: app.articles,
      log,
      metrics: { count: () => {} },
    });
    expect([kept, events]).toEqual([all, []]);
  });

  it('says nothing of others where nobody else tells it', async () => {
    const reply = await summaryOf(await withFerry(), 'Skelder patrol boats');
    expect(wordsOf(reply)).not.toContain('Also told by');
    expect(buttonsOf(reply)).not.toContain('All sources');
  });

  it('turns the pages of many sources in the message itself', async () => {
    const app = await withFerry();
    const more = Array.from({ length: 12 }, (_, index) => newArticle({ source: `Paper ${index}`, text }));
    for (const article of more) await app.articles.put(article);
    await groupTogether(
      app.stories,
      [...app.told, ...more].map(({ id }) => id),
    );
    const reply = await summaryOf(app, 'Sula ferry runs aground');
    const first = await pressButton(summary, pressOf(reply, 'All sources'), { app, reader });
    const next = pressOf(first, 'Next');
    expect(summary.inPlace).toContain(next.split(':')[1]);
    expect(next.length).toBeLessThanOrEqual(100);
    const second = await pressButton(summary, next, { app, reader });
    expect(wordsOf(second)).toContain('page 2 of 2\n11) ');
    expect(pressOf(second, 'Previous')).toContain(':0');
  });

  it.each([
    [summary, 'share'],
    [quotes, 'all'],
    [figures, 'all'],
  ])('of a story whose first article is gone is by its lead: /$data.name', async (command, verb) => {
    const app = await withFerry();
    const [first = ''] = app.told.map(({ id }) => id);
    await app.articles.remove(first);
    const byId = request(command.data.name, { options: { story: first } });
    expect(wordsOf(await run(command, byId, app))).toContain('Ferry passengers wait for the tide');
    const pressed = await pressButton(command, `${command.data.name}:${verb}:${first}`, { app, reader });
    expect(wordsOf(pressed)).toContain('Ferry passengers wait for the tide');
  });

  it.each(['share', 'sources', 'turn'])('says that a story is gone where all of it is: %s', async (verb) => {
    const app = await withFerry();
    for (const { id } of app.told) await app.articles.remove(id);
    const press = pressButton(summary, `summary:${verb}:${app.told[0]?.id}`, { app, reader });
    expect(await problemOf(press)).toEqual({ code: 'notStoredAnyMore' });
  });

  it('is the same in a direct message', async () => {
    const app = await withFerry();
    const reply = await answerTo(message('Sula ferry runs aground'), app);
    expect(wordsOf(reply)).toContain('Also told by: [The Island Post]');
    expect(buttonsOf(reply)).toContain('All sources');
  });
});

describe('the list of stories while one is typed', () => {
  const typing = async (app: TestApp, typed: string) =>
    (await summary.complete?.({ name: 'summary', option: 'story', options: {}, typed, reader }, app)) ?? [];

  it('has each story once: by its newest title that goes on from the words', async () => {
    const app = await withFerry();
    expect((await typing(app, 'ferry')).map(({ name }) => name)).toEqual([
      'Ferry passengers wait for the tide (The Island Post, 1 h)',
    ]);
    expect((await typing(app, 'ferry aground')).map(({ name, value }) => [name, value])).toEqual([
      ['Car ferry aground off Sula (Harbour Wire, 2 h)', app.told[1]?.id],
    ]);
  });

  it('has the newest stories by their leads where nothing is typed', async () => {
    const names = (await typing(await withFerry(), ' ')).map(({ name }) => name);
    expect(names[0]).toBe('Ferry passengers wait for the tide (The Island Post, 1 h)');
    expect(names.filter((name) => /ferry/i.test(name))).toHaveLength(1);
    expect(names.length).toBeGreaterThan(10);
  });
});
