import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidates } from '../../src/answer/candidates/candidates.ts';
import { planSearches } from '../../src/answer/candidates/plan-searches.ts';
import { weighWords } from '../../src/answer/candidates/weigh-words.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newArticle } from '../store/bench.ts';

const now = Date.UTC(2026, 10, 25, 7);
const minuteMs = 60_000;
const scopes = ['public'] as const;

/** More articles than a search ranks, all newer than what is asked about, with the words that any report has. */
const crowd = Array.from({ length: 240 }, (_, index) =>
  newArticle({
    title: `Council meets, part ${index}`,
    text: `The council said on Monday that people had died in a fire. Many boats were built, and the tower was closed. ${index}`,
    publishedAt: now - index * minuteMs,
  }),
);

const old = (title: string, text: string, days: number) =>
  newArticle({ title, text, publishedAt: now - days * 24 * 60 * minuteMs });

const asked = [
  old(
    'Brannoch tower loses its lantern',
    'The lantern of Brannoch tower fell in the storm. Nobody died. The council will pay.',
    30,
  ),
  old('Two die at Sula', 'A fire killed two people in a boatyard at Sula, the council said.', 40),
  old('Sula remembers', 'People of Sula spoke of the winter. Boats lay at the quay.', 20),
  old('Where the Night Ferry went', 'The Night Ferry was sold to Málaga in spring, and nobody said why.', 50),
  old('A ferry at night', 'Each night a ferry leaves. A night without one is rare; a ferry was late.', 10),
] as const;
const [lantern, fire, , nightFerry] = asked;

let store: Store;
beforeAll(async () => {
  store = await openStore('sqlite::memory:', { now: () => now });
  for (let from = 0; from < crowd.length; from += 80)
    await store.articles.putAll(crowd.slice(from, from + 80));
  await store.articles.putAll(asked);
});
afterAll(() => store.close());

const first = async (question: string, more = {}) =>
  (await candidates(question, { scopes, limit: 5, ...more }, store.articles)).map(({ id }) => id);

describe('articles that may answer a question', () => {
  it.each([
    ['by a rare word among common ones', 'how many people died when the lantern fell?', lantern],
    ['by a name, whatever else was written since', 'How many people did the fire at Sula kill?', fire],
    ['by two words that few articles have together', 'was anybody killed by fire in a boatyard', fire],
    ['by a name of two common words', 'Where is the Night Ferry now?', nightFerry],
    ['by letters without their marks', 'what was sold to Malaga', nightFerry],
  ])('are found %s', async (_, question, article) => {
    expect((await first(question))[0]).toBe(article.id);
  });

  it('are of the scopes and the time that are asked for', async () => {
    expect(await candidates('lantern', { scopes: ['guild:1'], limit: 5 }, store.articles)).toEqual([]);
    expect(await first('who said the lantern fell', { since: now - 7 * 24 * 60 * minuteMs })).not.toContain(
      lantern.id,
    );
  });

  it('are the nearest where none has what is asked for', async () => {
    expect(await first('did the council ban zeppelins?')).toHaveLength(5);
  });

  it('are none where nothing is asked for', async () => {
    expect(await first('what is it and why?')).toEqual([]);
    expect(await first('?!')).toEqual([]);
  });
});

describe('the words of a question', () => {
  const common = { articleCount: 100, counts: new Map(Object.entries({ peopl: 60, counc: 30, fire: 10 })) };
  const wordsIn = (question: string) => weighWords(question, common).words.map(({ word }) => word);

  it('are in the order of what they tell: names, rare ones, common ones', () => {
    expect(wordsIn('How many people did the fire at the boatyard of Sula kill?')).toEqual([
      'sula',
      'boatyard',
      'kill',
      'fire',
      'people',
    ]);
  });

  it('are searched for in a dozen ways at most, each once', () => {
    const { words } = weighWords('one two three four five six seven eight nine ten eleven sheep', common);
    const searches = planSearches(words);
    expect(searches.length).toBeLessThanOrEqual(12);
    expect(new Set(searches.map((search) => JSON.stringify(search))).size).toBe(searches.length);
  });
});
