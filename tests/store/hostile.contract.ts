import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewArticle } from '../../src/domain/article.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, everyone, idsOf, newArticle, newDigest, type StoreBench, start } from './bench.ts';

const many = (count: number, of: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => of(index));
const broken = 'a\ud800b';

/** What a hostile web or a mistake of ours may hand in, by what is hostile about it. */
const kept: Readonly<Record<string, Partial<NewArticle>>> = {
  'an address of 20 kB': { url: `https://bell.example/${'a'.repeat(20_000)}` },
  'an address of 20 kB in letters of many bytes': { url: `https://bell.example/${'漢'.repeat(7000)}` },
  'a title of 100 kB': { title: many(20_000, (index) => `t${index}`).join(' ') },
  'a title of 100 kB in other letters': {
    title: many(20_000, (index) => `漢字${index.toString(36)}ж`).join(' '),
  },
  'a title of one word of 100 kB': { title: 'o'.repeat(100_000) },
  'a thousand topics': { topics: many(1000, (index) => `topic ${index}`) },
  'a thousand topics and many different words': {
    topics: many(1000, (index) => `topic ${index}`),
    title: many(20_000, (index) => `t${index}ü`).join(' '),
    text: many(50_000, (index) => `w${index}é`).join(' '),
  },
  'ten thousand times one topic': { topics: many(10_000, () => 'sea') },
  'topics of 100 kB': { topics: ['s'.repeat(100_000), '漢'.repeat(35_000)] },
  'a topic of nothing': { topics: [''] },
  'a publisher of 100 kB': { source: 'Bell '.repeat(20_000) },
  'nothing in title and text': { title: '', text: '', raw: '' },
  'nothing but blanks': { title: ' \n', text: '\t \u00a0', source: ' ' },
  'half surrogate pairs everywhere': {
    id: `h${broken}`,
    title: broken,
    text: broken,
    raw: broken,
    standfirst: broken,
    author: broken,
    source: broken,
    url: `https://bell.example/${broken}`,
    topics: [broken],
    pullQuotes: [broken],
  },
  'NUL everywhere': {
    id: 'n\0ul',
    title: '\0 title',
    text: 'a\0b',
    raw: '\0',
    standfirst: '\0',
    author: '\0',
    source: 'a\0b',
    url: 'https://bell.example/\0',
    topics: ['\0', 'a\0b'],
    removals: [{ step: '\0', reason: '\\u0000', text: '\0' }],
    pullQuotes: ['\0'],
  },
  'the sign that stands for NUL': {
    title: '\ufdd0',
    text: '\ufdd00 \ufdd01',
    topics: ['\ufdd00'],
    source: '\ufdd0',
  },
  'names of JavaScript’s own': { id: '__proto__', topics: ['__proto__', 'constructor'], source: '__proto__' },
  'an id of quotation marks': { id: `'";--\\ "$1"` },
  'syntax of databases': {
    title: `'; drop table article; -- $1 :id`,
    text: `title:x OR NEAR(a b) "a" * ^b -c {d} & | ! <-> :* '\\'`,
    source: `' or 1=1`,
    topics: [`'; delete from article`, '"]', '\\'],
  },
  'the first date there is': { publishedAt: -8_640_000_000_000_000, storedAt: -1 },
  'the last date there is': { publishedAt: 8_640_000_000_000_000, expiresAt: 8_640_000_000_000_000 },
};

const refused: Readonly<Record<string, readonly [Partial<NewArticle>, string]>> = {
  'a date in the year 300,000': [{ publishedAt: 9_404_882_400_000_000 }, 'is dated 9404882400000000'],
  'a date later than dates can be': [{ publishedAt: 8_640_000_000_000_001 }, 'is dated'],
  'a date earlier than dates can be': [{ storedAt: -8_640_000_000_000_001 }, 'is dated'],
  'a date that is no number': [{ publishedAt: Number.NaN }, 'is dated NaN'],
  'a date without end': [{ expiresAt: Number.POSITIVE_INFINITY }, 'is dated Infinity'],
  'half a millisecond': [{ storedAt: 0.5 }, 'is dated 0.5'],
  'more than a thousand topics': [{ topics: many(10_000, (index) => `topic ${index}`) }, 'has 10000 topics'],
  'an id of nothing': [{ id: '' }, 'has an id of 0 characters'],
  'an id of 20 kB': [{ id: 'x'.repeat(20_000) }, 'has an id of 20000 characters'],
  'a guild of 20 kB': [{ scope: `guild:${'1'.repeat(20_000)}` }, 'belongs to nobody'],
  'a guild without an id': [{ scope: 'guild:' }, 'belongs to nobody'],
};

const wellFormed = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  );

const neighbour = newArticle({
  title: 'Serene lagoon',
  text: 'Nothing happened there.',
  topics: ['calm'],
  source: 'Neighbour',
  url: 'https://n.example/',
});

/** That a store of any engine bears whatever is put into it and asked of it. */
export function hostileContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let store: Store;
  beforeEach(async () => {
    bench = await makeBench();
    store = await bench.open();
    await store.articles.put(neighbour);
  });
  afterEach(() => bench.clean());

  /** The article that was there before is found by everything, and the database is whole. */
  async function allIsWell(): Promise<void> {
    const { articles } = store;
    expect(await articles.get(neighbour.id, everyone)).toMatchObject({ title: 'Serene lagoon' });
    expect(await articles.getByUrl('https://n.example/', everyone)).toMatchObject({ id: neighbour.id });
    const query = { scopes: everyone, limit: 9 };
    for (const found of [
      await articles.search({ ...query, words: 'serene lagoons', match: 'all' }),
      await articles.titles({ ...query, typed: 'ser' }),
      await articles.latest({ ...query, topic: 'calm' }),
      await articles.latest({ ...query, source: 'Neighbour' }),
    ])
      expect(idsOf(found)).toEqual([neighbour.id]);
    expect(await articles.topics(everyone)).toContain('calm');
    expect(await articles.sources(everyone)).toContain('Neighbour');
    expect(await bench.flaws()).toEqual([]);
  }

  /** Puts an article in and reads it back in every way. */
  async function putAndRead(name: string, article: NewArticle): Promise<void> {
    const { articles } = store;
    const id = article.id.toWellFormed();
    expect(await articles.put(article), name).toBe('new');
    expect(await articles.put(article), name).toBe('unchanged');
    const topics = [...new Set(article.topics)];
    expect(await articles.get(id, everyone), name).toEqual(wellFormed({ ...article, topics, version: 1 }));
    const text = article.text.toWellFormed();
    expect((await articles.texts([article.id], everyone)).get(id)?.text, name).toBe(text);
    const source = article.source.toWellFormed();
    expect(idsOf(await articles.latest({ scopes: everyone, source, limit: 99 })), name).toContain(id);
    for (const topic of topics.slice(0, 3).map((one) => one.toWellFormed()))
      expect(idsOf(await articles.latest({ scopes: everyone, topic, limit: 99 })), name).toContain(id);
  }

  describe('an article', () => {
    it('with anything in it is kept, read back as it was, and harms no other', async () => {
      const several = Object.entries(kept).map(([name, given]) => [name, newArticle(given)] as const);
      for (const [name, article] of several) await putAndRead(name, article);
      await allIsWell();
      for (const [name, article] of several) {
        const changed = { ...article, text: 'The harbour was loud.', raw: '' };
        expect(await store.articles.put(changed), name).toBe('changed');
        expect(await store.articles.remove(article.id.toWellFormed()), name).toBe(true);
      }
      expect(await store.articles.count(everyone)).toBe(1);
      expect(await store.articles.topics(everyone)).toEqual(['calm']);
      expect(await store.articles.sources(everyone)).toEqual(['Neighbour']);
      await allIsWell();
    });

    it('that no store can keep is refused with the reason, and all that came with it', async () => {
      for (const [name, [given, why]] of Object.entries(refused)) {
        await expect(store.articles.put(newArticle(given)), name).rejects.toThrow(why);
        const several = [newArticle(), newArticle(given)];
        const failure: unknown = await store.articles.putAll(several).catch((error: unknown) => error);
        expect(failure, name).toBeInstanceOf(RangeError);
        expect(String(failure).length, name).toBeLessThan(300);
      }
      expect(await store.articles.count(everyone)).toBe(1);
      await allIsWell();
    });

    it('that comes again with ever other topics keeps a thousand', async () => {
      const article = newArticle();
      for (const from of [0, 900, 1800])
        await store.articles.put({ ...article, topics: many(900, (index) => `topic ${from + index}`) });
      expect((await store.articles.get(article.id, everyone))?.topics).toHaveLength(1000);
      await allIsWell();
    });

    it('with a thousand topics is one of many that are put at once', async () => {
      await store.articles.putAll(
        many(20, (index) => `${index} `).map((name) =>
          newArticle({ topics: many(1000, (topic) => name + topic) }),
        ),
      );
      expect(await store.articles.count(everyone)).toBe(21);
      await allIsWell();
    });
  });

  describe('a question', () => {
    beforeEach(() => store.speakers.note(neighbour.id, [{ name: 'Ina', words: 'ina' }], 1));

    /** How many each read finds of the one article there is. */
    async function counts(query: { readonly limit: number; readonly since?: number }): Promise<number[]> {
      const { articles, speakers } = store;
      const asked = { scopes: everyone, ...query };
      const found = [
        await articles.latest(asked),
        await articles.latest({ ...asked, topic: 'calm' }),
        await articles.latest({ ...asked, source: 'Neighbour' }),
        await articles.search({ ...asked, words: 'serene', match: 'all' }),
        await speakers.articles({ ...asked, names: ['Ina'] }),
      ];
      return [...new Set(found.map(({ length }) => length))];
    }

    it.each([
      [Number.NaN, 0],
      [Number.POSITIVE_INFINITY, 1],
      [Number.NEGATIVE_INFINITY, 0],
      [-1, 0],
      [0.9, 0],
      [1.5, 1],
      [1e300, 1],
    ])('for %s articles is answered with %i', async (limit, count) => {
      const asked = { scopes: everyone, limit };
      expect(await counts({ limit })).toEqual([count]);
      expect(await store.articles.titles({ ...asked, typed: 's' })).toHaveLength(count);
      expect(await store.articles.titles({ ...asked, typed: '' })).toHaveLength(count);
      expect(await store.speakers.unnoted(2, limit)).toHaveLength(count);
      for (const words of [['ina'], []])
        expect(await store.speakers.names({ ...asked, words, match: 'begun' })).toHaveLength(count);
    });

    it.each([
      [Number.NaN, 0, 0],
      [Number.POSITIVE_INFINITY, 0, 1],
      [Number.NEGATIVE_INFINITY, 1, 0],
      [1e300, 0, 1],
      [neighbour.publishedAt - 0.5, 1, 0],
      [neighbour.publishedAt + 0.5, 0, 1],
    ])('since %s is answered with %i of one, and until then with %i', async (since, after, before) => {
      expect(await counts({ limit: 9, since })).toEqual([after]);
      const until = { scopes: everyone, limit: 9, names: ['Ina'], until: since };
      expect(await store.speakers.articles(until)).toHaveLength(before);
    });

    it.each([
      ['words of 100 kB', `serene ${'o'.repeat(100_000)}`],
      ['thousands of words', `serene ${many(5000, (index) => `w${index}`).join(' ')}`],
      ['syntax of a query', 'serene" OR "x* NEAR(a, 2) AND -title:b ^c {d}: ('],
      ['other syntax of a query', "serene' & !x | (a <-> b):* \\' ; drop table article"],
      ['NUL and half a pair', `serene \0x\0 ${broken}`],
      ['names of JavaScript’s own', 'serene __proto__ constructor'],
      ['the sign that stands for NUL', 'serene \ufdd00 \ufdd01'],
    ])('with %s is answered', async (_, words) => {
      const { articles, speakers } = store;
      const query = { scopes: everyone, limit: 9 };
      expect(idsOf(await articles.search({ ...query, words, match: 'any' }))).toEqual([neighbour.id]);
      expect((await articles.texts([words, neighbour.id], everyone)).size).toBe(1);
      for (const found of [
        await articles.search({ ...query, words, match: 'all' }),
        await articles.titles({ ...query, typed: words }),
        await articles.latest({ ...query, topic: words }),
        await articles.latest({ ...query, source: words }),
        await speakers.names({ ...query, words: words.split(' '), match: 'begun' }),
        await speakers.articles({ ...query, names: [words] }),
        (await articles.get(words, everyone)) ?? [],
        (await articles.getByUrl(words, everyone)) ?? [],
      ])
        expect(found).toEqual([]);
      await allIsWell();
    });
  });

  describe('a digest', () => {
    const odd = [
      '\0',
      broken,
      '\ufdd00',
      `'"; drop table digest`,
      '{}',
      '[":1"]',
      '__proto__',
      '漢字 😀',
      '',
    ];

    it('with anything in its words is kept, planned and posted', async () => {
      const { digests } = store;
      const digest = newDigest({
        name: odd.join(' '),
        topics: odd,
        sources: odd,
        words: odd,
        exceptWords: odd,
        pause: { at: start, by: 'rights', missing: odd },
      });
      await digests.add(digest);
      const kept = wellFormed(digest);
      expect(await digests.get(digest.id, digest.guildId)).toEqual(kept);
      expect(await digests.update(digest)).toBe(true);
      expect(await digests.list(digest.guildId)).toEqual([kept]);
      const { pause: _, ...active } = digest;
      await digests.update(active);
      expect(await digests.plan(start + 3 * dayMs, (__, after) => after + dayMs)).toBe(1);
      for (const delivery of await digests.claim(odd.join(), 1000, 9)) {
        const said = odd.join('\n');
        const frozen = { payload: said, articleIds: odd.slice(0, 3), record: said };
        expect(await digests.freeze(delivery, frozen)).toBe(said.toWellFormed());
        await digests.extend([delivery], odd.join(), 5.5);
        const end = {
          state: 'failed',
          reason: said,
          alert: true,
          pause: { by: 'gone', missing: odd },
        } as const;
        expect(await digests.settle(delivery, odd.join(), end)).toBe(true);
      }
      const reason = odd.join('\n').toWellFormed();
      expect(await digests.alertsDue(9)).toMatchObject([
        { reason, record: reason, claimedBy: odd.join().toWellFormed() },
      ]);
      await allIsWell();
    });

    it.each([
      [Number.NaN, 0],
      [Number.POSITIVE_INFINITY, 2],
      [-1, 0],
      [1.5, 1],
      [1e300, 2],
    ])('gives of two, where %s are asked for, %i', async (limit, count) => {
      const { digests } = store;
      const digest = newDigest();
      await digests.add(digest);
      for (const slot of [1, 2]) await digests.planNow(digest, slot);
      expect(await digests.deliveries(digest.id, limit)).toHaveLength(count);
      expect(await digests.claim('bot', 0.5, limit)).toHaveLength(count);
      bench.clock.at = start + 1;
      const ends = [
        { state: 'posted', messageId: '9', afterwards: true },
        { state: 'failed', reason: 'no', alert: true },
      ] as const;
      for (const end of ends)
        for (const delivery of await digests.claim('bot', 1000, 1)) {
          await digests.freeze(delivery, { payload: '{}', articleIds: ['a'] });
          await digests.settle(delivery, 'bot', end);
        }
      const one = Math.min(1, count);
      expect(await digests.claimAfterwards('bot', Number.POSITIVE_INFINITY, limit)).toHaveLength(one);
      expect(await digests.alertsDue(limit)).toHaveLength(one);
    });

    it.each([Number.NaN, -5, 0.2, 1e300])('is tried again, where it is to wait for %s ms', async (waitMs) => {
      const { digests } = store;
      const digest = newDigest();
      await digests.add(digest);
      await digests.planNow(digest, 1);
      for (const delivery of await digests.claim('bot', 1000, 1))
        await digests.release(delivery, 'bot', waitMs, 'later');
      bench.clock.at = start + 1;
      expect(await digests.claim('bot', 1000, 1)).toHaveLength(
        waitMs < 1e300 || Number.isNaN(waitMs) ? 1 : 0,
      );
    });
  });
}
