import { describe, expect, it } from 'vitest';
import { figures } from '../../commands/figures.ts';
import { keepLaw } from '../../src/brief/keep-law.ts';
import type { Passage } from '../../src/domain/brief.ts';
import type { OptionValue } from '../../src/domain/command.ts';
import type { Piece, Reply } from '../../src/domain/reply.ts';
import { ownScopeOf, type Reader, scopesOf } from '../../src/domain/scope.ts';
import { makeArticle } from '../../src/ingest/make-article.ts';
import { problemOf } from '../problem-of.ts';
import { recordingLog } from '../recording-log.ts';
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

const dayMs = 86_400_000;
const robin: Reader = { personId: '7', guildId: '1' };

/** Words around the figures, so that these are less than half of an article. */
const around = [
  'The harbour office has been at odds with the town about the new pier since the spring.',
  'Surveys of the sea bed were made, and none of them found what the town had hoped for.',
  'The council will vote on it again before the end of the year, and nobody knows how it will end.',
].join('\n\n');

async function put(
  app: TestApp,
  body: string,
  given: { source?: string; daysAgo?: number; reader?: Reader } = {},
): Promise<void> {
  const { source = 'The Orme Echo', daysAgo = 0, reader } = given;
  await app.articles.put(
    makeArticle({
      raw: `${body}\n\n${around}`,
      title: 'The coast again',
      source,
      url: `https://${source.toLowerCase().replaceAll(' ', '-')}.example/${encodeURIComponent(body.slice(0, 60))}`,
      publishedAt: morning - daysAgo * dayMs,
      scope: reader === undefined ? 'public' : ownScopeOf(reader),
      storedAt: morning,
    }),
  );
}

const ask = (app: TestApp, options: Record<string, OptionValue>, reader = robin): Promise<Reply> =>
  run(figures, request('figures', { options, reader }), app);

const press = (app: TestApp, customId: string, reader = robin): Promise<Reply> =>
  pressButton(figures, customId, { app, reader });

const linesOf = (reply: Reply): readonly string[] => wordsOf(reply).split('\n');
/** The figures of a reply, in its order. */
const figuresIn = (reply: Reply): readonly string[] =>
  linesOf(reply)
    .filter((line) => line.startsWith('• '))
    .map((line) => /\*\*(.+?)\*\*/.exec(line)?.[1] ?? line);

const day = (daysAgo: number): string => `<t:${Math.floor((morning - daysAgo * dayMs) / 1000)}:D>`;

describe('/figures about something and no story', () => {
  it('gives the quantity over time, newest first, with what it measures, day and source', async () => {
    const app = await createTestApp();
    await put(app, 'Carrow spends 2.4% of its income on lighthouses.', { daysAgo: 30 });
    await put(app, 'Carrow now spends 2.9% of its income on lighthouses.', { daysAgo: 2 });
    const [title, facts, first, firstSource, second, secondSource, ...rest] = linesOf(
      await ask(app, { about: 'lighthouse spending' }),
    );
    expect(title).toBe('### Figures about lighthouse spending');
    expect(facts).toBe('-# 2 figures in 2 articles');
    expect(first).toBe('• **2.9%**: Carrow now spends … of its income on lighthouses');
    expect(firstSource).toMatch(
      new RegExp(`^-# ${day(2)} · \\[The Orme Echo\\]\\(<https://.*#:~:text=Carrow`),
    );
    expect(second).toContain('**2.4%**');
    expect(secondSource).toContain(day(30));
    expect(rest).toEqual([]);
  });

  it('merges what several sources give, and names them all, the earliest first', async () => {
    const app = await createTestApp();
    await put(app, 'Carrow spends 2.4% of its income on lighthouses.', { daysAgo: 5 });
    await put(app, 'The lighthouses of Carrow take 2.4% of its spending.', {
      source: 'Coast Daily',
      daysAgo: 1,
    });
    const reply = await ask(app, { about: 'lighthouses' });
    expect(figuresIn(reply)).toEqual(['2.4%']);
    expect(linesOf(reply)[3]).toMatch(new RegExp(`^-# ${day(5)} · .*The Orme Echo.*, .*Coast Daily`));
  });

  it.each<[string, string, number, boolean]>([
    [
      'another value of the same thing at the same time',
      'Carrow spends 2.9% of its income on lighthouses.',
      1,
      true,
    ],
    ['the same value, rounded', 'Carrow spends about 2.5% of its income on lighthouses.', 1, false],
    ['another time', 'Carrow spends 2.9% of its income on lighthouses.', 60, false],
    ['a year of its own', 'In 2019 Carrow spends 2.9% of its income on lighthouses.', 1, false],
    ['what is planned', 'Carrow plans to spend 2.9% of its income on lighthouses.', 1, false],
  ])('says that sources differ, and not which is right: %s', async (_, other, daysAgo, differs) => {
    const app = await createTestApp();
    await put(app, 'Carrow spends 2.4% of its income on lighthouses.');
    await put(app, other, { source: 'Coast Daily', daysAgo });
    const notes = linesOf(await ask(app, { about: 'lighthouses' })).filter((line) => line.includes('differ'));
    expect(notes).toHaveLength(differs ? 2 : 0);
    if (differs)
      expect(notes[0]).toMatch(/^-# Sources differ: \*\*2\.9%\*\*: Carrow spends .* · .*Coast Daily/);
  });

  it('takes figures whose sentence has all the words and which measure one of them', async () => {
    const app = await createTestApp();
    await put(
      app,
      'Carrow has 14 lighthouses. The ferry to the lighthouses costs £9 a head. The town has 800 lamps. A cat slept in one of the lighthouses.',
    );
    expect(figuresIn(await ask(app, { about: 'lighthouses' }))).toEqual(['14', '£9 a head']);
    expect(figuresIn(await ask(app, { about: 'lighthouse ferry' }))).toEqual(['£9 a head']);
    expect(wordsOf(await ask(app, { about: 'submarines' }))).toContain(
      'No stored article gives a figure about “submarines”.',
    );
  });

  it('keeps to a time, and says which', async () => {
    const app = await createTestApp();
    await put(app, 'Carrow spends 2.4% of its income on lighthouses.', { daysAgo: 30 });
    await put(app, 'Carrow now spends 2.9% of its income on lighthouses.', { daysAgo: 2 });
    const reply = await ask(app, { about: 'lighthouses', since: '7d' });
    expect(figuresIn(reply)).toEqual(['2.9%']);
    expect(wordsOf(reply)).toContain('1 figure in 1 article · since <t:');
    expect(await problemOf(ask(app, { about: 'lighthouses', since: 'soon' }))).toMatchObject({
      code: 'badSince',
    });
  });

  it('says who claims a figure that stands in a quotation', async () => {
    const app = await createTestApp();
    await put(app, '“We spend 3% of our income on lighthouses,” said Ines Marlow, the mayor of Carrow.');
    expect(wordsOf(await ask(app, { about: 'lighthouses' }))).toMatch(/\*\*3%\*\*.* — says Ines Marlow/);
  });

  it('shows nobody the texts of others, nor their sources', async () => {
    const app = await createTestApp();
    const guilds = { reader: robin, source: 'harbour.txt' };
    await put(app, 'Carrow has 14 lighthouses.', guilds);
    expect(figuresIn(await ask(app, { about: 'lighthouses' }))).toEqual(['14']);
    for (const reader of [{ personId: '7', guildId: '2' }, { personId: '7' }])
      expect(figuresIn(await ask(app, { about: 'lighthouses' }, reader))).toEqual([]);
    const half = { name: 'figures', option: 'about', typed: 'light', options: {} };
    expect(await figures.complete?.({ ...half, reader: robin }, app)).toHaveLength(1);
    expect(await figures.complete?.({ ...half, reader: { personId: '7' } }, app)).toHaveLength(0);
  });

  it('still asks for a story when nothing is asked about', async () => {
    const app = await createTestApp();
    expect(await problemOf(ask(app, {}))).toEqual({ code: 'noStoryGiven' });
  });
});

function passageOf(piece: Piece): readonly Passage[] {
  if (typeof piece === 'string') return [];
  if (piece.kind === 'passage') return [piece.passage];
  return piece.kind === 'strong' && typeof piece.of === 'object' ? [piece.of] : [];
}

describe('a long ledger', () => {
  async function longLedger(): Promise<TestApp> {
    const app = await createTestApp();
    for (let at = 0; at < 30; at += 1)
      await put(
        app,
        `The lighthouse keepers of Carrow counted ${200 + 7 * at} ships on one night of the storm.`,
        {
          daysAgo: at,
        },
      );
    return app;
  }

  async function pagesOf(app: TestApp, about: string): Promise<readonly Reply[]> {
    const pages = [await ask(app, { about })];
    for (let last = pages[0]; last !== undefined && buttonsOf(last).includes('Older'); last = pages.at(-1))
      pages.push(await press(app, pressOf(last, 'Older')));
    return pages;
  }

  it('comes in pages that together hold each figure once, and are the same when articles have come in', async () => {
    const app = await longLedger();
    const pages = await pagesOf(app, 'lighthouse ships');
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flatMap(figuresIn)).toEqual(Array.from({ length: 30 }, (_, at) => String(200 + 7 * at)));
    const older = pressOf(pages[0] ?? { blocks: [] }, 'Older');
    app.now += dayMs;
    await put(app, 'The lighthouse keepers of Carrow counted 999 ships.', { daysAgo: -1 });
    const again = await press(app, older);
    expect(wordsOf(again)).toBe(wordsOf(pages[1] ?? { blocks: [] }));
    expect(wordsOf(await press(app, pressOf(again, 'Newer')))).toBe(wordsOf(pages[0] ?? { blocks: [] }));
  });

  it('keeps its buttons within Discord’s 100 characters, whatever is asked about', async () => {
    const app = await longLedger();
    const about = `lighthouse ships ${'the of and a '.repeat(6)}`.slice(0, 100);
    const [first] = await pagesOf(app, about);
    expect(pressOf(first ?? { blocks: [] }, 'Older').length).toBeLessThanOrEqual(100);
    const words = await ask(app, {
      about: 'keepers counted storm night ships lighthouse Carrow lighthouses keeping',
    });
    expect(pressOf(words, 'Older').length).toBeLessThanOrEqual(100);
  });

  it('says that there is nothing more where a page is gone', async () => {
    const app = await longLedger();
    const beyond = await press(app, `figures:ledger::${morning.toString(36)}:99:lighthouse ships`);
    expect(wordsOf(beyond)).toContain('There is nothing more.');
  });

  it('shows at most 250 words of all its articles and half of each, all of them by the law', async () => {
    const app = await longLedger();
    for (const page of await pagesOf(app, 'lighthouse ships')) {
      const passages = page.blocks
        .flatMap((block) => ('pieces' in block ? block.pieces : []))
        .flatMap(passageOf);
      const count = passages.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
      expect(count).toBeLessThanOrEqual(250);
      const ports = { articles: app.articles, log: recordingLog().log, metrics: { count: () => {} } };
      expect(await keepLaw(page, scopesOf(robin), ports)).toEqual(page);
    }
  });
});

describe('what can be asked about', () => {
  const half = { name: 'figures', option: 'about', reader: robin } as const;

  it('is offered from what key figures measure, of the story where one is chosen', async () => {
    const app = await createTestApp();
    const [story] = await app.articles.titles({ scopes: ['public'], typed: 'patrol boats', limit: 1 });
    const chosen = await figures.complete?.({ ...half, typed: '', options: { story: story?.id ?? '' } }, app);
    expect(chosen?.map(({ value }) => value)).toContain(
      'Ardmoor currently spends of national income on sea patrols',
    );
    const typed = await figures.complete?.({ ...half, typed: 'sea pat', options: {} }, app);
    expect(typed?.length).toBeGreaterThan(0);
    for (const { value } of typed ?? []) expect(value).toMatch(/sea patrol/);
  });

  it('finds its figure again', async () => {
    const app = await createTestApp();
    const offered = await figures.complete?.({ ...half, typed: 'inflation', options: {} }, app);
    const about = offered?.[0]?.value ?? '';
    expect(figuresIn(await ask(app, { about }))).toContain('3.6%');
  });
});
