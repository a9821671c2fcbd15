import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, everyone, firstVersion, idsOf, newArticle, type StoreBench, start } from './bench.ts';

const secretId = 'secret'.padEnd(22, '_');
const secret = (scope: Scope) =>
  newArticle({
    id: secretId,
    scope,
    title: 'Lighthouse up for sale',
    text: 'The board means to sell the lighthouse.',
    source: 'Board',
    url: 'https://bell.example/plan',
    topics: ['plans'],
  });

/** What any engine of `ArticleStore` does with articles as a whole; searching has a contract of its own. */
export function articleStoreContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let store: Store;
  let articles: ArticleStore;
  beforeEach(async () => {
    bench = await makeBench();
    store = await bench.open();
    articles = store.articles;
  });
  afterEach(() => bench.clean());

  describe('an article', () => {
    it('is read back with everything it had', async () => {
      const article = newArticle({
        url: 'https://bell.example/ferry?id=7',
        standfirst: 'A timetable ends.',
        author: 'Ailsa Reid',
        topics: ['transport', 'islands'],
        raw: 'ADVERT\nThe ferry stops in May.',
        text: 'The ferry stops in May.',
        runs: [{ cleanStart: 0, cleanEnd: 23, rawStart: 7, rawEnd: 30, repaired: 'marks' }],
        removals: [{ step: 'furniture', reason: 'an advertisement', text: 'ADVERT' }],
        pullQuotes: ['“It stops”'],
        expiresAt: start + dayMs,
      });
      expect(await articles.put(article)).toBe('new');
      expect(await articles.get(article.id, everyone)).toEqual(firstVersion(article));
      expect(await articles.getByUrl('https://bell.example/ferry?id=7', everyone)).toEqual(
        firstVersion(article),
      );
    });

    it('gives the words alone of several, of their newest versions', async () => {
      const [first, second] = [newArticle({ standfirst: 'It is over' }), newArticle()];
      const changed = { ...first, text: 'The ferry stops in June.' };
      for (const article of [first, second, changed]) await articles.put(article);
      const texts = await articles.texts([first.id, 'nobody', second.id, first.id], everyone);
      expect(new Map(texts)).toEqual(
        new Map([
          [first.id, { title: first.title, standfirst: 'It is over', text: changed.text }],
          [second.id, { title: second.title, text: second.text }],
        ]),
      );
      expect((await articles.texts([], everyone)).size).toBe(0);
    });

    it('is not there under another id or address', async () => {
      await articles.put(newArticle({ url: 'https://bell.example/ferry' }));
      expect(await articles.get('nobody', everyone)).toBeUndefined();
      expect(await articles.getByUrl('https://bell.example/ferr', everyone)).toBeUndefined();
    });

    it('keeps any text, with half surrogate pairs as U+FFFD and spans where they were', async () => {
      const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 40 });
      const text = codeUnits.map((units) => String.fromCharCode(...units));
      await fc.assert(
        fc.asyncProperty(text, text, text, async (title, body, removed) => {
          const removals = [{ step: 'furniture', reason: 'a test', text: removed }];
          const article = newArticle({ title, text: body, raw: `${body}\0`, removals, topics: [title] });
          await articles.put(article);
          const stored = await articles.get(article.id, everyone);
          expect(stored?.text).toBe(body.toWellFormed());
          expect(stored?.text).toHaveLength(body.length);
          expect(stored?.raw).toBe(`${body.toWellFormed()}\0`);
          expect(stored?.title).toBe(title.toWellFormed());
          expect(stored?.removals[0]?.text).toBe(removed.toWellFormed());
          expect(await articles.put(article)).toBe('unchanged');
        }),
        { numRuns: bench.runs(60), seed: 11 },
      );
    });

    it('may be 10 MB long', async () => {
      const text = 'The tide came in over the causeway at dusk. '.repeat(240_000);
      const article = newArticle({ title: 'Long tide', text });
      await articles.put(article);
      expect(text.length).toBeGreaterThan(10_000_000);
      expect((await articles.get(article.id, everyone))?.text).toBe(text);
      expect(
        idsOf(await articles.search({ scopes: everyone, words: 'causeway', match: 'all', limit: 3 })),
      ).toEqual([article.id]);
      expect(await articles.remove(article.id)).toBe(true);
    });

    it('that is not dated in whole milliseconds is refused', async () => {
      await expect(articles.put(newArticle({ publishedAt: Number.NaN }))).rejects.toThrow();
      await expect(articles.put(newArticle({ publishedAt: 1.5 }))).rejects.toThrow();
      // The year 300,000: beyond what a number holds exactly.
      await expect(articles.put(newArticle({ storedAt: 9_404_882_400_000_000 }))).rejects.toThrow('is dated');
      expect(await articles.count(everyone)).toBe(0);
    });

    it.each([
      ['an address of 20 kB', { url: `https://bell.example/${'a'.repeat(20_000)}` }],
      ['a publisher’s name of 20 kB', { source: 'Bell '.repeat(4_000) }],
      ['topics of 20 kB', { topics: ['sea '.repeat(5_000), '\0', "o'clock", 'a\\b'] }],
      ['a title of 20 kB', { title: 'Causeway '.repeat(2_000) }],
      ['an author of 20 kB', { author: 'Ailsa '.repeat(4_000) }],
      ['a word of 20 kB', { text: `The causeway ${'o'.repeat(20_000)} ${'𝒜'.repeat(5_000)} ends.` }],
      ['a date in the year 200,000', { publishedAt: 6_248_000_000_000_000 }],
      ['a date long ago', { publishedAt: -60_000_000_000_000 }],
    ])('with %s is kept and found', async (_, given) => {
      const article = newArticle({ text: 'The causeway is long.', url: 'https://bell.example/', ...given });
      await articles.put(article);
      expect(await articles.get(article.id, everyone)).toEqual(firstVersion(article));
      expect(await articles.getByUrl(article.url ?? '', everyone)).toEqual(firstVersion(article));
      const query = { scopes: everyone, limit: 3, source: article.source };
      expect(idsOf(await articles.latest(query))).toEqual([article.id]);
      for (const topic of article.topics)
        expect(idsOf(await articles.latest({ ...query, topic }))).toEqual([article.id]);
      expect(idsOf(await articles.search({ ...query, words: 'causeways', match: 'all' }))).toEqual([
        article.id,
      ]);
      expect(await articles.sources(everyone)).toEqual([article.source]);
      expect(await articles.remove(article.id)).toBe(true);
      expect(await articles.sources(everyone)).toEqual([]);
    });

    it('of a hundred thousand different words is found by its first ones', async () => {
      const text = Array.from({ length: 100_000 }, (_, index) => `w${index.toString(36)}é`).join(' ');
      const article = newArticle({ title: 'Words', text });
      await articles.put(article);
      const found = await articles.search({ scopes: everyone, words: 'w1é w2é', match: 'all', limit: 3 });
      expect(idsOf(found)).toEqual([article.id]);
    });

    it('is seen through another handle at once', async () => {
      const other = (await bench.open()).articles;
      const article = newArticle();
      await articles.put(article);
      expect(await other.get(article.id, everyone)).toEqual(firstVersion(article));
      expect(await other.put({ ...article, text: 'The harbour was loud.' })).toBe('changed');
      expect((await articles.get(article.id, everyone))?.version).toBe(2);
    });
  });

  describe('several articles put at once', () => {
    it('are stored in one step, each as it would be by itself', async () => {
      const [known, other, fresh] = [newArticle(), newArticle(), newArticle()];
      await articles.put(known);
      await articles.put(other);
      const changed = { ...other, text: 'The harbour was loud.' };
      expect(await articles.putAll([fresh, known, changed])).toEqual(['new', 'unchanged', 'changed']);
      expect(await articles.get(fresh.id, everyone)).toEqual(firstVersion(fresh));
      expect(await articles.get(other.id, everyone)).toEqual({ ...changed, version: 2 });
      expect(await articles.putAll([])).toEqual([]);
    });

    it('may hold one article more than once, the last of them stays', async () => {
      const article = newArticle();
      const later = { ...article, text: 'The harbour was loud.' };
      expect(await articles.putAll([article, newArticle(), article, later])).toEqual([
        'new',
        'new',
        'unchanged',
        'changed',
      ]);
      expect(await articles.get(article.id, everyone)).toEqual({ ...later, version: 2 });
      expect(await articles.count(everyone)).toBe(2);
    });

    it('are none of them stored where one is refused', async () => {
      await articles.put(secret('guild:1'));
      const given = [newArticle(), secret('public'), newArticle()];
      await expect(articles.putAll(given)).rejects.toThrow('another scope');
      await expect(articles.putAll([newArticle(), newArticle({ publishedAt: 0.5 })])).rejects.toThrow(
        'is dated',
      );
      expect(await articles.count(everyone)).toBe(0);
      expect(await articles.sources(everyone)).toEqual([]);
    });
  });

  describe('an article that comes again', () => {
    const first = newArticle({ title: 'Ferry stops', text: 'The ferry stops in May.', topics: ['sea'] });
    const later = { publishedAt: start + dayMs, storedAt: start + dayMs };

    it('with the same words is unchanged and keeps its dates', async () => {
      await articles.put(first);
      expect(await articles.put({ ...first, ...later, raw: 'Menu\nThe ferry stops in May.' })).toBe(
        'unchanged',
      );
      expect(await articles.get(first.id, everyone)).toEqual(firstVersion(first));
    });

    it.each([
      ['text', { text: 'The ferry stops in June.' }],
      ['title', { title: 'Ferry will stop' }],
      ['standfirst', { standfirst: 'A timetable ends.' }],
    ])('with another %s is a new version', async (_, words) => {
      await articles.put(first);
      const second = { ...first, ...later, ...words };
      expect(await articles.put(second)).toBe('changed');
      expect(await articles.get(first.id, everyone)).toEqual({ ...second, version: 2 });
      expect(await articles.put(first)).toBe('changed');
      expect(await articles.get(first.id, everyone)).toEqual({ ...first, version: 3 });
      expect(await articles.count(everyone)).toBe(1);
    });

    it('can be read in every version, the newest first', async () => {
      const second = {
        ...first,
        ...later,
        standfirst: 'A timetable ends.',
        text: 'The ferry stops in June.',
      };
      for (const article of [first, second, { ...second, storedAt: start + 9 * dayMs }, first])
        await articles.put(article);
      const words = { title: first.title, text: first.text };
      expect(await articles.versions(first.id, everyone)).toEqual([
        { version: 3, storedAt: first.storedAt, ...words },
        { version: 2, storedAt: later.storedAt, ...words, standfirst: second.standfirst, text: second.text },
        { version: 1, storedAt: first.storedAt, ...words },
      ]);
      expect(await articles.versions('nobody', everyone)).toEqual([]);
      await articles.remove(first.id);
      expect(await articles.versions(first.id, everyone)).toEqual([]);
    });

    it('without end keeps its first version and the newest', async () => {
      for (let count = 1; count <= 30; count += 1) await articles.put({ ...first, text: `Count ${count}.` });
      const kept = (await articles.versions(first.id, everyone)).map(({ version, text }) => [version, text]);
      const versions = [...Array.from({ length: 19 }, (_, index) => 30 - index), 1];
      expect(kept).toEqual(versions.map((version) => [version, `Count ${version}.`]));
      expect(
        await articles.search({ scopes: everyone, words: 'count', match: 'all', limit: 9 }),
      ).toHaveLength(1);
    });

    it('is found by its new words only', async () => {
      await articles.put(first);
      await articles.put({ ...first, title: 'Boat sails on', text: 'The vessel sails in May.' });
      const found = async (words: string) =>
        (await articles.search({ scopes: everyone, words, match: 'all', limit: 9 })).length;
      expect([await found('ferry'), await found('vessel'), await found('may')]).toEqual([0, 1, 1]);
      expect(await articles.titles({ scopes: everyone, typed: 'ferry', limit: 9 })).toEqual([]);
      expect(await articles.titles({ scopes: everyone, typed: 'boa', limit: 9 })).toHaveLength(1);
    });

    it('from another topic has both topics', async () => {
      await articles.put(first);
      await articles.put({ ...first, topics: ['islands', 'sea'] });
      expect((await articles.get(first.id, everyone))?.topics).toEqual(['sea', 'islands']);
      expect(await articles.latest({ scopes: everyone, topic: 'islands', limit: 9 })).toHaveLength(1);
      expect(await articles.topics(everyone)).toEqual(['islands', 'sea']);
    });

    it.each([
      ['a later expiry', start + dayMs, start + 2 * dayMs, start + 2 * dayMs],
      ['an earlier expiry', start + 2 * dayMs, start + dayMs, start + 2 * dayMs],
      ['no expiry', start + dayMs, undefined, undefined],
      ['an expiry it did not have', undefined, start + dayMs, undefined],
    ])('with %s stays the longer', async (_, one, other, kept) => {
      await articles.put({ ...first, ...(one !== undefined && { expiresAt: one }) });
      await articles.put({ ...first, ...(other !== undefined && { expiresAt: other }) });
      expect((await articles.get(first.id, everyone))?.expiresAt).toBe(kept);
    });
  });

  describe('a scope', () => {
    it('never changes for an id', async () => {
      await articles.put(secret('guild:1'));
      await expect(articles.put({ ...secret('public'), text: 'All may read this.' })).rejects.toThrow(
        'another scope',
      );
      await expect(articles.put(secret('person:1'))).rejects.toThrow('another scope');
      expect(await articles.count(['public', 'person:1'])).toBe(0);
    });

    it('is forgotten as a whole, with nothing of others', async () => {
      for (let count = 0; count < 120; count += 1) await articles.put(newArticle({ scope: 'guild:1' }));
      await articles.put(newArticle({ scope: 'guild:2' }));
      await articles.put(newArticle());
      expect(await articles.removeScope('guild:1')).toBe(120);
      expect(await articles.removeScope('guild:1')).toBe(0);
      expect(await articles.count(['guild:1'])).toBe(0);
      expect(await articles.count(['public', 'guild:2'])).toBe(2);
    });
  });
}
