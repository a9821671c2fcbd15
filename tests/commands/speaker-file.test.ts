import { describe, expect, it } from 'vitest';
import { quotes } from '../../commands/quotes.ts';
import { keepLaw } from '../../src/brief/keep-law.ts';
import type { OptionValue } from '../../src/domain/command.ts';
import type { Reply } from '../../src/domain/reply.ts';
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

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const robin: Reader = { personId: '7', guildId: '1' };

/** Words around the quotations, so that these are less than half of an article. */
const around = [
  'The harbour office has been at odds with the town about the new pier since the spring.',
  'Two surveys of the sea bed were made, and neither of them found what the town had hoped for.',
  'The cost has gone up twice, and the council will vote on it again before the end of the year.',
].join('\n\n');

async function put(
  app: TestApp,
  body: string,
  given: { source?: string; title?: string; daysAgo?: number; reader?: Reader } = {},
): Promise<void> {
  const { source = 'The Orme Echo', title = 'The pier again', daysAgo = 0, reader } = given;
  const raw = `${body}\n\n${around}`;
  await app.articles.put(
    makeArticle({
      raw,
      title,
      source,
      url: `https://${source.toLowerCase().replaceAll(' ', '-')}.example/${encodeURIComponent(body.slice(0, 60))}`,
      publishedAt: morning - daysAgo * dayMs,
      scope: reader === undefined ? 'public' : ownScopeOf(reader),
      storedAt: morning,
    }),
  );
}

const ask = (app: TestApp, options: Record<string, OptionValue>, reader = robin): Promise<Reply> =>
  run(quotes, request('quotes', { options, reader }), app);

const press = (app: TestApp, customId: string, reader = robin): Promise<Reply> =>
  pressButton(quotes, customId, { app, reader });

const quoted = (reply: Reply): readonly string[] =>
  wordsOf(reply)
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map((line) => line.slice(3, -1));

describe('/quotes with a speaker and no story', () => {
  it('gives what they said in all stories, newest first, each with its day and source', async () => {
    const app = await createTestApp();
    await put(app, '“We will not pay for it twice,” said Ines Marlow, the mayor.', { daysAgo: 3 });
    await put(app, '“The pier will stand by Easter,” Ms Marlow said. Ines Marlow is the mayor.', {
      source: 'Coast Daily',
    });
    const words = wordsOf(await ask(app, { speaker: 'Marlow' }));
    expect(words.split('\n').slice(0, 2)).toEqual(['### Ines Marlow', '-# 2 quotes in 2 articles']);
    expect(words).toMatch(
      /> “The pier will stand by Easter”\n-# — \*\*Ines Marlow\*\*.* · <t:\d+:D> · \[Coast Daily\]\(<https:\/\/coast-daily\.example\/[^>]*#:~:text=The%20pier%20will%20stand%20by%20Easter>\)/,
    );
    expect(words.indexOf('by Easter')).toBeLessThan(words.indexOf('pay for it twice'));
  });

  it('shows a repeated line once, in its longest form, with all its sources', async () => {
    const app = await createTestApp();
    const said = 'We will not pay for it twice, and we will not wait for it either';
    await put(app, `“${said},” said Ines Marlow, the mayor.`, { daysAgo: 2 });
    await put(app, `Ines Marlow, the mayor, said: "${said.slice(0, 28)}."`, {
      source: 'Coast Daily',
      daysAgo: 1,
    });
    await put(app, `“${said}!” Ines Marlow said.`, { source: 'Bell' });
    const reply = await ask(app, { speaker: 'Ines Marlow' });
    expect(quoted(reply)).toHaveLength(1);
    expect(wordsOf(reply)).toMatch(
      /\[The Orme Echo\]\(<[^>]+>\), \[Coast Daily\]\(<[^>]+>\), \[Bell\]\(<[^>]+>\)/,
    );
  });

  it('shows side by side whom other articles give the same words to', async () => {
    const app = await createTestApp();
    await put(app, '“The sea does not wait for committees,” said Ines Marlow, the mayor.');
    await put(app, '“The sea does not wait for committees,” said Tom Ferrar, the engineer.', {
      source: 'Coast Daily',
      title: 'The engineer speaks',
    });
    const of = async (speaker: string) => wordsOf(await ask(app, { speaker }));
    expect(await of('Marlow')).toMatch(
      /The same words are given to \*\*Tom Ferrar\*\* · <t:\d+:D> · \[Coast Daily\]/,
    );
    expect(await of('Ferrar')).toMatch(/The same words are given to \*\*Ines Marlow\*\*/);
  });

  it.each([
    ['Lørsten', 'Åse Lørsten'],
    ['ase lorsten', 'Åse Lørsten'],
    ['Ms Lørsten', 'Åse Lørsten'],
    ['Dame Åse', 'Åse Lørsten'],
    ['o’brannoch', "Finn O'Brannoch"],
    ['OBrannoch', "Finn O'Brannoch"],
    ['mr finn obrannoch', "Finn O'Brannoch"],
    ['harbour board of orme', 'the Harbour Board of Orme'],
  ])('finds by "%s" %s', async (asked, name) => {
    const app = await createTestApp();
    await put(app, `“The pier is not safe in a storm,” said ${name}.`);
    const [heading] = wordsOf(await ask(app, { speaker: asked })).split('\n');
    expect(heading?.replaceAll('\\', '')).toBe(`### ${name}`);
  });

  it('keeps two people of one surname apart, and offers both', async () => {
    const app = await createTestApp();
    await put(app, '“I shall vote for the pier,” said Ines Marlow. “It is time,” Ms Marlow added.');
    await put(app, '“I shall vote against the pier,” said Peter Marlow.', { title: 'Against the pier' });
    await put(app, '“Nobody has asked the fishermen,” Marlow said.', { title: 'Which of them?' });
    const choice = await ask(app, { speaker: 'marlow', since: '2 days' });
    expect(wordsOf(choice)).toContain('2 speakers may be meant by “marlow”');
    expect(buttonsOf(choice)).toEqual(['Ines Marlow', 'Peter Marlow']);
    const peter = wordsOf(await press(app, pressOf(choice, 'Peter Marlow')));
    expect(peter).toContain('I shall vote against the pier');
    expect(peter).not.toMatch(/for the pier|fishermen/);
    expect(peter).toContain('since <t:');
  });

  it('keeps to the time asked for, and says what it does not understand', async () => {
    const app = await createTestApp();
    await put(app, '“We will not pay for it twice,” said Ines Marlow.', { daysAgo: 9 });
    await put(app, '“The pier will stand by Easter,” said Ines Marlow.', { daysAgo: 2 });
    const since = async (written: string) => quoted(await ask(app, { speaker: 'Marlow', since: written }));
    expect(await since('7d')).toEqual(['The pier will stand by Easter']);
    expect(await since('2 weeks')).toHaveLength(2);
    expect(await since('yesterday')).toEqual([]);
    expect(await problemOf(since('next year'))).toEqual({ code: 'badSince', asked: 'next year' });
  });

  it('says that nobody is called so, with the names nearest to it', async () => {
    const app = await createTestApp();
    await put(app, '“We will not pay for it twice,” said Ines Marlow.');
    expect(await problemOf(ask(app, { speaker: 'Marlowe' }))).toEqual({
      code: 'noSuchSpeaker',
      asked: 'Marlowe',
      closest: ['Ines Marlow'],
    });
    expect(await problemOf(ask(app, { speaker: '“”' }))).toMatchObject({
      code: 'noSuchSpeaker',
      closest: [],
    });
  });

  it('shows nothing of what another guild or person handed in', async () => {
    const app = await createTestApp();
    await put(app, '“The plan stays in this room,” said Ines Marlow.', { reader: robin });
    expect(quoted(await ask(app, { speaker: 'Marlow' }))).toEqual(['The plan stays in this room']);
    for (const stranger of [{ personId: '7', guildId: '2' }, { personId: '7' }, { personId: '8' }]) {
      expect(await problemOf(ask(app, { speaker: 'Marlow' }, stranger))).toMatchObject({
        code: 'noSuchSpeaker',
      });
      const half = { name: 'quotes', option: 'speaker', typed: 'marlo', options: {}, reader: stranger };
      expect(await quotes.complete?.(half, app)).toEqual([]);
    }
  });
});

/** An article in which one person says so many different things. */
function manyLines(count: number): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `“Reason number ${at + 1} is that the ${at + 101} boats of the bay need a place in winter,” said Ines Marlow.`,
  ).join(`\n\n${around}\n\n`);
}

const rightOf = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

describe('a long file of a speaker', () => {
  it('has pages that go back and forth, and miss and repeat nothing', async () => {
    const app = await createTestApp();
    await put(app, manyLines(30));
    const first = await ask(app, { speaker: 'Ines Marlow' });
    const pages = [first];
    for (let page = first; buttonsOf(page).includes('Older'); page = pages.at(-1) ?? first)
      pages.push(await press(app, pressOf(page, 'Older')));
    const all = pages.flatMap(quoted);
    expect(new Set(all).size).toBe(30);
    expect(all).toHaveLength(30);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages)
      expect(
        quoted(page)
          .map(rightOf)
          .reduce((a, b) => a + b),
      ).toBeLessThanOrEqual(250);
    expect(buttonsOf(first)).toEqual(['Older']);
    expect(quoted(await press(app, pressOf(pages[1] ?? first, 'Newer')))).toEqual(quoted(first));
    expect(buttonsOf(pages.at(-1) ?? first)).toEqual(['Newer']);
  });

  it('stays the same while newer articles come in', async () => {
    const app = await createTestApp();
    await put(app, manyLines(20), { daysAgo: 1 });
    const first = await ask(app, { speaker: 'Ines Marlow' });
    const older = pressOf(first, 'Older');
    const before = quoted(await press(app, older));
    app.now += hourMs;
    await put(app, '“Now there is one more thing to say about it,” said Ines Marlow.', { daysAgo: -0.01 });
    expect(quoted(await press(app, older))).toEqual(before);
    expect(quoted(await press(app, older))).not.toEqual(quoted(first));
  });

  it('has buttons that carry all they need in 100 characters', async () => {
    const app = await createTestApp();
    const name = 'Bartholomew Featherstonehaugh-Cholmondeley';
    await put(app, manyLines(30).replaceAll('Ines Marlow', name));
    const id = pressOf(await ask(app, { speaker: name, since: '2 weeks' }), 'Older');
    expect(id.length).toBeLessThanOrEqual(100);
    const again = await createTestApp();
    await put(again, manyLines(30).replaceAll('Ines Marlow', name));
    expect(quoted(await press(again, id))).toHaveLength(8);
    for (const spoilt of [
      id.replace(/:\w+:/, ':%%:'),
      'quotes:file',
      'quotes:file:::-1:Ines Marlow',
      `${id}x`,
    ])
      await expect(press(again, spoilt).catch((error: Error) => error.message)).resolves.toBeDefined();
  });

  it('shows at most half of each article, the sentence of a fragment counted too', async () => {
    const app = await createTestApp();
    const short =
      '“One thing is sure, and that is that the pier will be built where it stands now,” said Ines Marlow.';
    const raw = `${short} She called it “a gift to the coast” in June. The vote is soon.`;
    await app.articles.put(
      makeArticle({ raw, title: 'Short', source: 'Bell', scope: 'public', storedAt: morning }),
    );
    const reply = await ask(app, { speaker: 'Ines Marlow' });
    expect(rightOf(quoted(reply).join(' '))).toBeLessThanOrEqual(rightOf(raw) / 2);
  });

  it('passes the law of the source whole', async () => {
    const app = await createTestApp();
    await put(app, manyLines(12));
    const { log, events } = recordingLog();
    for (const speaker of ['Ines Marlow', 'Pryce', 'Tarrant']) {
      const reply = await ask(app, { speaker });
      expect(
        await keepLaw(reply, scopesOf(robin), {
          articles: app.articles,
          log,
          metrics: { count: () => undefined },
        }),
      ).toEqual(reply);
    }
    expect(events).toEqual([]);
  });
});

describe('the option "speaker"', () => {
  const complete = async (app: TestApp, typed: string, options: Record<string, OptionValue> = {}) =>
    (await quotes.complete?.({ name: 'quotes', option: 'speaker', typed, options, reader: robin }, app)) ??
    [];

  it('offers the names that articles quote, one a person, with the role', async () => {
    const app = await createTestApp();
    await put(app, '“We will not pay for it twice,” said Ines Marlow, the mayor of Orme.');
    await put(app, '“We will build it ourselves,” Ms Marlow said.', { title: 'Other' });
    expect(await complete(app, 'marlo')).toEqual([
      { name: 'Ines Marlow, the mayor of Orme', value: 'Ines Marlow' },
    ]);
    expect((await complete(app, 'i')).map(({ value }) => value)).toContain('Ines Marlow');
    expect((await complete(app, '')).length).toBeGreaterThan(10);
    expect(await complete(app, '"*(')).toEqual(await complete(app, ''));
  });

  it('keeps to the story that is chosen', async () => {
    const app = await createTestApp();
    const [story] = await app.articles.titles({ scopes: ['public'], typed: 'patrol boats', limit: 1 });
    const names = await complete(app, '', { story: story?.id ?? '' });
    expect(names.map(({ value }) => value)).toContain('Sir Alban Pryce');
    expect(await complete(app, 'pry', { story: story?.id ?? '' })).toHaveLength(1);
    expect(names.length).toBeLessThan((await complete(app, '')).length);
  });
});
