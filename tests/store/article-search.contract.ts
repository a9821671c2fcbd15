import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewArticle } from '../../src/domain/article.ts';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { dayMs, everyone, idsOf, newArticle, type StoreBench, start } from './bench.ts';

/** What any engine of `ArticleStore` answers to words, letters and filters. */
export function articleSearchContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let articles: ArticleStore;
  beforeEach(async () => {
    bench = await makeBench();
    articles = (await bench.open()).articles;
  });
  afterEach(() => bench.clean());

  async function put(given: Partial<NewArticle>): Promise<string> {
    const article = newArticle(given);
    await articles.put(article);
    return article.id;
  }

  const search = async (words: string, match: 'all' | 'any' = 'all', more = {}) =>
    idsOf(await articles.search({ scopes: everyone, words, match, limit: 10, ...more }));
  const titles = async (typed: string, limit = 10) =>
    idsOf(await articles.titles({ scopes: everyone, typed, limit }));

  describe('searching', () => {
    it.each([
      ['other endings', 'storm flooding'],
      ['other case', 'STORMS Flooded'],
      ['letters without their marks', 'Malaga'],
      ['marks of their own', 'málagá'],
      ['a name without its apostrophe', 'OBrien'],
      ['a name with its apostrophe', 'o’brien'],
      ['a name with a typewriter’s apostrophe', "O'Brien's"],
      ['a number', '10,000'],
      ['punctuation around words', '  (storms)…  “floods”!'],
      ['the same word twice', 'storms storm'],
    ])('finds words by %s', async (_, words) => {
      const id = await put({
        title: 'Storms flood Málaga',
        text: 'O’Brien saw 10,000 sandbags. O’Brien’s van sank.',
      });
      await put({ title: 'Sunny day', text: 'Nobody saw a thing.' });
      expect(await search(words)).toEqual([id]);
    });

    it('finds all of the words, or any of them, most of them first', async () => {
      const both = await put({ title: 'Rail fares rise', text: 'Commuters object.', publishedAt: start });
      const one = await put({ title: 'Rail works end', text: 'Trains run.', publishedAt: start });
      await put({ title: 'Weather', text: 'Dry.', publishedAt: start });
      expect(await search('rail fares')).toEqual([both]);
      expect(await search('fares rail bananas')).toEqual([]);
      expect(await search('fares rail bananas', 'any')).toEqual([both, one]);
    });

    it('holds a word of the title for more than one of the body', async () => {
      const text = 'The council met on Monday and spoke of many things, the bridge among them.';
      const body = await put({ title: 'Council meets', text, publishedAt: start });
      const title = await put({ title: 'Bridge shuts', text: 'It is old.', publishedAt: start });
      await put({ title: 'Choir wins', text: 'They sang.', publishedAt: start });
      expect(await search('bridge')).toEqual([title, body]);
    });

    it('puts the newer of two that fit alike first, and a much better fit before a newer one', async () => {
      bench.clock.at = start + 30 * dayMs;
      const words = { title: 'Bank holds rates', text: 'The bank held its rates.' };
      const old = await put({ ...words, publishedAt: start });
      const fresh = await put({ ...words, publishedAt: start + 30 * dayMs });
      const passing = await put({
        title: 'Market day',
        text: `Stalls, songs and cakes drew hundreds to the square${', and more of it'.repeat(30)}; a bank holds a stall.`,
        publishedAt: start + 30 * dayMs,
      });
      for (const name of ['Ants', 'Bees', 'Wasps', 'Moths']) await put({ title: name, text: 'They fly.' });
      expect(await search('bank holds')).toEqual([fresh, old, passing]);
    });

    it('ranks among the newest 200 that match, however they came in', async () => {
      const oldest = await put({ title: 'Otter otter otter', text: 'Otter.', publishedAt: start - dayMs });
      const times = Array.from({ length: 200 }, (_, index) => start + ((index * 77) % 200) * 60_000);
      for (const publishedAt of times) await put({ title: 'Notes', text: 'An otter swam.', publishedAt });
      expect(await search('otter', 'all', { limit: 300 })).toHaveLength(200);
      expect(await search('otter', 'all', { limit: 300 })).not.toContain(oldest);
    });

    it('keeps to the topic, the source, the time and the count that are asked for', async () => {
      const ids = [];
      for (const day of [0, 1, 2, 3])
        ids.push(
          await put({
            title: 'Ferry',
            publishedAt: start + day * dayMs,
            topics: day % 2 === 0 ? ['sea', 'even'] : ['sea'],
            source: day < 2 ? 'Bell' : 'Herald',
          }),
        );
      const newest = [...ids].reverse();
      expect(await search('ferry')).toEqual(newest);
      expect(await search('ferry', 'all', { limit: 2 })).toEqual(newest.slice(0, 2));
      expect(await search('ferry', 'all', { limit: 0 })).toEqual([]);
      expect(await search('ferry', 'all', { limit: -1 })).toEqual([]);
      expect(await search('ferry', 'all', { topic: 'even' })).toEqual([ids[2], ids[0]]);
      expect(await search('ferry', 'all', { source: 'Bell' })).toEqual([ids[1], ids[0]]);
      expect(await search('ferry', 'all', { since: start + 2 * dayMs })).toEqual([ids[3], ids[2]]);
      expect(await search('ferry', 'all', { topic: 'even', source: 'Bell', since: start })).toEqual([ids[0]]);
    });

    it.each([
      '"',
      'ferry"',
      'ferry" OR "boat',
      'ferry AND',
      'NOT ferry',
      'NEAR(ferry boat, 2)',
      'title:ferry',
      '{title body}: ferry',
      '^ferry',
      'ferr*',
      'ferry + boat',
      '-ferry',
      '(ferry',
      "'; drop table article; --",
      'ferry\0boat',
      '\ud800ferry',
      '%_',
      '',
      ' … ',
    ])('takes %j for words', async (words) => {
      const id = await put({ title: 'Not near or and', text: 'A title and a body.' });
      await articles.search({ scopes: everyone, words, match: 'any', limit: 3 });
      await articles.titles({ scopes: everyone, typed: words, limit: 3 });
      expect(await search('near not')).toEqual([id]);
    });

    it('fails on no words at all, and finds nothing that has none of them', async () => {
      await put({ title: 'Ferry', text: 'A boat.' });
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), fc.boolean(), async (words, isAll) => {
          const found = await search(words, isAll ? 'all' : 'any');
          if (found.length > 0) expect(words).toMatch(/ferr|boat|\ba\b/i);
        }),
        { numRuns: bench.runs(200), seed: 12 },
      );
    });

    it('takes a request of a thousand words', async () => {
      const words = Array.from({ length: 1000 }, (_, index) => `word${index}`).join(' ');
      const id = await put({ title: 'Much', text: words });
      expect(await search(words)).toEqual([id]);
      expect(await search(words, 'any')).toEqual([id]);
      expect(await titles(words)).toEqual([]);
    });
  });

  describe('articles that hold a word or a phrase', () => {
    const holding = async (phrases: readonly string[], more = {}) => [
      ...(await articles.holding({ scopes: everyone, phrases, limit: 10, ...more })),
    ];

    it.each<[string, readonly string[], readonly ('storm' | 'ferry' | 'quay')[]]>([
      ['other endings and case', ['STORM FLOODING'], ['storm']],
      ['any of several', ['sandbag', 'boats'], ['storm', 'ferry']],
      ['words side by side only', ['flood storms'], []],
      ['a phrase of the body', ['boats of sula'], ['ferry']],
      ['no phrase that begins in the title and ends in the body', ['Málaga O’Brien'], []],
      ['a name without its apostrophe', ['obrien saw'], ['storm']],
      ['words across punctuation', ['quay ferry', 'nothing at all'], ['quay']],
      ['a word and a phrase that is not there', ['sula', 'ferry of boats'], ['ferry']],
      ['no word at all', ['…', ''], []],
      ['nothing', [], []],
    ])('are found by %s', async (_, phrases, expected) => {
      const ids = {
        storm: await put({ title: 'Storms flood Málaga', text: 'O’Brien saw 10,000 sandbags.' }),
        ferry: await put({ title: 'Ferry stops', text: 'The boats of Sula lie still.' }),
        quay: await put({ title: 'Work begins', text: 'On the quay, ferries wait.' }),
      };
      expect((await holding(phrases)).toSorted()).toEqual(expected.map((name) => ids[name]).toSorted());
    });

    it('are those that have it in their title, where that is asked', async () => {
      const titled = await put({ title: 'Ferry boats stop', text: 'They lie still.' });
      await put({ title: 'Work begins', text: 'Ferry boats wait.' });
      expect(await holding(['ferries'], { inTitle: true })).toEqual([titled]);
      expect(await holding(['ferry boat'], { inTitle: true })).toEqual([titled]);
      expect(await holding(['ferries'])).toHaveLength(2);
    });

    it('are of the topic, the source and the times that are asked for, the newest of them', async () => {
      const days = [0, 1, 2, 3].map((day) =>
        put({
          title: 'Ferry',
          text: 'Boats of Sula.',
          publishedAt: start + day * dayMs,
          storedAt: start + (9 - day) * dayMs,
          topics: day % 2 === 0 ? ['sea', 'even'] : ['sea'],
          source: ['Bell', 'Bell', 'Herald', 'Herald'][day] ?? '',
        }),
      );
      const ids = await Promise.all(days);
      const asked: readonly (readonly [object, readonly number[]])[] = [
        [{}, [3, 2, 1, 0]],
        [{ limit: 2 }, [3, 2]],
        [{ limit: 0 }, []],
        [{ since: start + 2 * dayMs }, [3, 2]],
        [{ storedSince: start + 8 * dayMs }, [1, 0]],
        [{ topic: 'even', source: 'Bell' }, [0]],
      ];
      for (const [more, places] of asked) {
        const expected = places.map((place) => ids[place]);
        expect(await holding(['ferry'], more)).toEqual(expected);
        expect(await holding(['boats of Sula'], more)).toEqual(expected);
      }
    });

    it.each(['"', 'boats" OR "x', 'title:boats', '^ferry', 'bo*', "'; --", 'x\0y', '\ud800', ':Z', '\\'])(
      'are not found by what %j would mean in a query',
      async (phrase) => {
        await put({ title: 'Not near or and', text: 'Boats and a body.' });
        expect(await holding([phrase])).toEqual([]);
        expect(await holding([phrase], { inTitle: true })).toEqual([]);
      },
    );
  });

  it('answers what was stored since a time, whatever date it bears', async () => {
    const late = await put({ title: 'Ferry', topics: ['sea'], publishedAt: start, storedAt: start + dayMs });
    await put({ title: 'Ferry', topics: ['sea'], publishedAt: start + 1, storedAt: start });
    const query = { scopes: everyone, limit: 9, storedSince: start + dayMs };
    for (const more of [{}, { topic: 'sea' }, { source: 'The Brannoch Bell' }])
      expect(idsOf(await articles.latest({ ...query, ...more }))).toEqual([late]);
    expect(idsOf(await articles.search({ ...query, words: 'ferry', match: 'any' }))).toEqual([late]);
    expect(await articles.latest({ ...query, storedSince: start + dayMs + 1 })).toEqual([]);
  });

  describe('titles for autocomplete', () => {
    it('are those in which every typed word begins a word, newest first', async () => {
      const older = await put({ title: 'Ferry to Sula stops', publishedAt: start });
      const newer = await put({ title: 'Sula’s ferries: O’Brien objects', publishedAt: start + dayMs });
      await put({ title: 'Unsula', text: 'ferry' });
      expect(await titles('ferr')).toEqual([newer, older]);
      expect(await titles('SUL fer')).toEqual([newer, older]);
      expect(await titles('sula st')).toEqual([older]);
      expect(await titles('o')).toEqual([newer]);
      expect(await titles("o'br")).toEqual([newer]);
      expect(await titles('obrien')).toEqual([newer]);
      expect(await titles('ferry to sula stops')).toEqual([older]);
      expect(await titles('erry')).toEqual([]);
      expect(await titles('ferr', 1)).toEqual([newer]);
      expect(await titles('ferr', 0)).toEqual([]);
    });

    it('are the newest when no word is typed', async () => {
      const older = await put({ publishedAt: start });
      const newer = await put({ publishedAt: start + 1 });
      expect(await titles('')).toEqual([newer, older]);
      expect(await titles(' – ', 1)).toEqual([newer]);
    });

    it('stand in the order of time to the millisecond, however they came in', async () => {
      const times = [5, 3, 9, 1, 7].map((ms) => start + ms);
      const ids = [];
      for (const publishedAt of times) ids.push(await put({ title: 'Tide table', publishedAt }));
      expect(await titles('tide', 3)).toEqual([ids[2], ids[4], ids[0]]);
      expect(idsOf(await articles.latest({ scopes: everyone, limit: 3 }))).toEqual([ids[2], ids[4], ids[0]]);
    });
  });

  describe('the latest', () => {
    it('of several scopes stand in one order', async () => {
      const scopes = ['public', 'guild:1', 'person:1'] as const;
      const ids = [];
      for (const hour of [0, 1, 2, 3, 4, 5])
        ids.push(await put({ publishedAt: start + hour * 3_600_000, scope: scopes[hour % 3] ?? 'public' }));
      const latest = await articles.latest({ scopes: [...scopes, 'public'], limit: 4 });
      expect(idsOf(latest)).toEqual([ids[5], ids[4], ids[3], ids[2]]);
    });

    it('keep to topic, source and time, and hold nothing but headlines', async () => {
      const given = { topics: ['sea'], source: 'Herald', publishedAt: start };
      const article = newArticle({ ...given, url: 'https://herald.example/1' });
      await articles.put(article);
      await put({ ...given, source: 'Bell' });
      await put({ ...given, topics: [] });
      const query = { scopes: everyone, limit: 9, topic: 'sea', source: 'Herald' };
      expect(await articles.latest(query)).toEqual([
        {
          id: article.id,
          title: article.title,
          source: 'Herald',
          url: 'https://herald.example/1',
          publishedAt: start,
        },
      ]);
      expect(await articles.latest({ ...query, since: start + 1 })).toEqual([]);
      expect(await articles.latest({ scopes: everyone, limit: 9, source: 'Herald' })).toHaveLength(2);
    });

    it('are all there when hundreds were published in one second', async () => {
      for (let count = 0; count < 300; count += 1) await put({ title: 'Burst', publishedAt: start });
      const after = await put({ title: 'Burst', publishedAt: start + 1 });
      expect(await titles('burst', 1)).toEqual([after]);
      expect(await articles.latest({ scopes: everyone, limit: 400 })).toHaveLength(301);
      expect(await search('burst', 'all', { limit: 400 })).toHaveLength(200);
    });
  });

  it('counts topics and sources, most articles first, as articles come and go', async () => {
    const ids = [
      await put({ topics: ['sea', 'towns'], source: 'Bell' }),
      await put({ topics: ['sea'], source: 'Herald' }),
      await put({ topics: ['sea', 'sea', 'arts'], source: 'Herald', scope: 'guild:1' }),
    ];
    const scopes = ['public', 'guild:1'] as const;
    expect(await articles.topics(scopes)).toEqual(['sea', 'arts', 'towns']);
    expect(await articles.sources(scopes)).toEqual(['Herald', 'Bell']);
    expect(await articles.sources(everyone)).toEqual(['Bell', 'Herald']);
    expect(await articles.count(scopes)).toBe(3);
    await articles.put(newArticle({ id: ids[1] ?? '', topics: ['towns'], source: 'Bell' }));
    expect(await articles.topics(everyone)).toEqual(['towns', 'sea']);
    expect(await articles.sources(everyone)).toEqual(['Bell']);
    for (const id of ids) expect(await articles.remove(id)).toBe(true);
    expect(await articles.remove(ids[0] ?? '')).toBe(false);
    expect(await articles.topics(scopes)).toEqual([]);
    expect(await articles.sources(scopes)).toEqual([]);
    expect(await articles.count(scopes)).toBe(0);
  });
}
