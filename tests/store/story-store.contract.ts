import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewArticle } from '../../src/domain/article.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { StoryGrouping, StoryStore } from '../../src/domain/story-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createCounter } from '../counter.ts';
import { dayMs, everyone, idsOf, newArticle, newDigest, type StoreBench, start } from './bench.ts';

const countArrivals = createCounter();

/** A grouping that changes nothing else; what a test is about is given. */
function grouping(articleId: string, story: string, given: Partial<StoryGrouping> = {}): StoryGrouping {
  return {
    articleId,
    version: 1,
    story,
    arrivedAt: start + countArrivals(),
    moved: new Map(),
    taken: new Map(),
    ...given,
  };
}

const pairs = (...entries: [string, string][]): ReadonlyMap<string, string> => new Map(entries);

/** Which article tells of which event, whatever it is kept in. */
export function storyStoreContract(makeBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let store: Store;
  let stories: StoryStore;
  beforeEach(async () => {
    bench = await makeBench();
    store = await bench.open();
    stories = store.stories;
  });
  afterEach(() => bench.clean());

  async function put(given: Partial<NewArticle> = {}): Promise<NewArticle> {
    const article = newArticle(given);
    await store.articles.put(article);
    return article;
  }

  /** So many articles, the first of them the oldest. */
  async function putSeveral(count: number, given: Partial<NewArticle> = {}): Promise<readonly string[]> {
    const ids = [];
    for (let made = 0; made < count; made += 1) ids.push((await put(given)).id);
    return ids;
  }

  const homes = async (ids: readonly string[], scopes: readonly Scope[] = everyone) =>
    Promise.all(ids.map(async (id) => (await stories.get(id, scopes))?.id));

  describe('a story', () => {
    it('tells its articles newest first, its sources with the lead’s first, and when it was first and last seen', async () => {
      const first = await put({ source: 'Bell', publishedAt: start });
      const second = await put({ source: 'Bell', publishedAt: start + 2, url: 'https://bell.example/2' });
      const third = await put({ source: 'Herald', publishedAt: start + 1 });
      await stories.group([first, second, third].map(({ id }) => grouping(id, first.id)));
      const story = await stories.get(third.id, everyone);
      expect(story).toEqual({
        id: first.id,
        lead: {
          id: second.id,
          title: second.title,
          source: 'Bell',
          url: 'https://bell.example/2',
          publishedAt: start + 2,
        },
        articles: [second, third, first].map(({ id, title, source, url, publishedAt }) => ({
          id,
          title,
          source,
          ...(url !== undefined && { url }),
          publishedAt,
        })),
        articleCount: 3,
        sources: ['Bell', 'Herald'],
        firstSeenAt: start,
        lastSeenAt: start + 2,
      });
      expect(await stories.get(first.id, everyone)).toEqual(story);
    });

    it('of an article that nobody has grouped, or of a person’s own, is one of its own', async () => {
      const [lone = ''] = await putSeveral(1);
      const [own = ''] = await putSeveral(1, { scope: 'person:7' });
      await stories.group([grouping(own, lone)]);
      expect(await homes([lone, own], ['public', 'person:7'])).toEqual([lone, own]);
      expect((await stories.get(lone, everyone))?.articleCount).toBe(1);
    });

    it('is told by the newest article that is neither a copy nor a stub', async () => {
      const [first = '', second = '', third = '', fourth = ''] = await putSeveral(4);
      await stories.group([
        grouping(first, first),
        grouping(second, first),
        grouping(third, first, { isStub: true }),
        grouping(fourth, first, { copyOf: first }),
      ]);
      const story = await stories.get(first, everyone);
      expect(story?.lead.id).toBe(second);
      expect(story?.articles.map(({ copyOf }) => copyOf)).toEqual([first, undefined, undefined, undefined]);
    });

    it('has a lead though all of its articles are stubs, or copies of each other', async () => {
      const [first = '', second = '', stub = '', newerStub = ''] = await putSeveral(4);
      await stories.group([
        grouping(first, first, { copyOf: second }),
        grouping(second, first, { copyOf: first }),
        grouping(stub, stub, { isStub: true }),
        grouping(newerStub, stub, { isStub: true }),
      ]);
      expect((await stories.get(first, everyone))?.lead.id).toBe(first);
      expect((await stories.get(stub, everyone))?.lead.id).toBe(newerStub);
    });

    it('shows no copy of what the reader cannot see or what is in another story', async () => {
      const [first = '', second = '', third = ''] = await putSeveral(3);
      await stories.group([
        grouping(first, first),
        grouping(second, second, { copyOf: first }),
        grouping(third, second, { copyOf: 'nobody' }),
      ]);
      const story = await stories.get(second, everyone);
      expect(story?.articles.map(({ copyOf }) => copyOf)).toEqual([undefined, undefined]);
      expect(story?.lead.id).toBe(third);
    });

    it('shows its 50 newest articles, the lead among them, and counts all', async () => {
      const ids = await putSeveral(61);
      const [first = ''] = ids;
      await stories.group(ids.map((id) => grouping(id, first, { ...(id !== first && { copyOf: first }) })));
      const story = await stories.get(ids[30] ?? '', everyone);
      expect(story?.articleCount).toBe(61);
      expect(story?.lead.id).toBe(first);
      expect(idsOf(story?.articles ?? [])).toEqual([...ids.slice(12).toReversed(), first]);
    });
  });

  describe('groupings', () => {
    it('move articles, and whole stories into others, in their order', async () => {
      const [a = '', b = '', c = '', d = ''] = await putSeveral(4);
      await stories.group([grouping(a, a), grouping(b, b), grouping(c, b)]);
      await stories.group([grouping(d, a, { moved: pairs([c, c]), taken: pairs([b, a]) })]);
      expect(await homes([a, b, c, d])).toEqual([a, a, c, a]);
    });

    it('lead an old id on when stories merge, split, and lose their first article', async () => {
      const [a = '', b = '', c = '', d = '', e = ''] = await putSeveral(5);
      await stories.group([grouping(a, a), grouping(b, b), grouping(c, b)]);
      await stories.group([grouping(d, a, { moved: pairs([b, a], [c, a]) })]);
      expect(await homes([a, b, c, d])).toEqual([a, a, a, a]);
      await stories.group([grouping(e, b, { moved: pairs([b, b], [c, b]) })]);
      expect(await homes([a, b, c, d, e])).toEqual([a, b, b, a, b]);
      await store.articles.remove(b);
      expect(await homes([a, b, c, d, e])).toEqual([a, b, b, a, b]);
      const story = await stories.get(b, everyone);
      expect(idsOf(story?.articles ?? [])).toEqual([e, c]);
      for (const id of [c, e]) await store.articles.remove(id);
      expect(await homes([b, a])).toEqual([undefined, a]);
    });

    it('of a removed or a changed article are left out, and what they change of others is kept', async () => {
      const [removed = '', other = ''] = await putSeveral(2);
      const changed = await put();
      await stories.group([grouping(other, other)]);
      await store.articles.put({ ...changed, text: 'The ferry stops in June.' });
      await store.articles.remove(removed);
      await stories.group([
        grouping(removed, removed, { moved: pairs([other, removed]) }),
        grouping(changed.id, other),
      ]);
      expect(await homes([removed, other, changed.id])).toEqual([removed, removed, changed.id]);
      expect((await stories.arrived(9)).map(({ id, version }) => [id, version])).toEqual([[changed.id, 2]]);
    });

    it('hold for an article in its old words until it is grouped in the new ones', async () => {
      const [first = ''] = await putSeveral(1);
      const second = await put();
      await stories.group([grouping(first, first), grouping(second.id, first)]);
      await store.articles.put({ ...second, text: 'The ferry stops in June.' });
      expect(await homes([second.id])).toEqual([first]);
      await stories.group([grouping(second.id, second.id, { version: 2 })]);
      expect(await homes([first, second.id])).toEqual([first, second.id]);
      expect(await stories.arrived(9)).toEqual([]);
    });

    it('are kept as if each had been kept by itself', async () => {
      const ids = await putSeveral(6);
      const one = fc.constantFrom(...ids);
      const some = fc.array(fc.tuple(one, one), { maxLength: 3 }).map((entries) => new Map(entries));
      const many = fc.uniqueArray(fc.record({ articleId: one, story: one, moved: some, taken: some }), {
        selector: ({ articleId }) => articleId,
        minLength: 1,
      });
      await fc.assert(
        fc.asyncProperty(many, async (given) => {
          const apart = follow(ids, given);
          await store.articles.removeScope('public');
          for (const id of ids) await store.articles.put(newArticle({ id }));
          await stories.group(ids.map((id) => grouping(id, id)));
          for (const id of given.map(({ articleId }) => articleId))
            await store.articles.put(newArticle({ id, text: 'It is said otherwise.' }));
          await stories.group(
            given.map((each) => grouping(each.articleId, each.story, { ...each, version: 2 })),
          );
          const found = await stories.ofArticles(ids, everyone);
          expect(new Map([...found].map(([id, story]) => [id, story.id]))).toEqual(apart);
        }),
        { numRuns: bench.runs(40), seed: 12 },
      );
    });
  });

  describe('latest stories', () => {
    it('are those of the newest articles, each once, by topic, source and time', async () => {
      const [old = ''] = await putSeveral(1, { topics: ['sea'], publishedAt: start });
      const [alone = ''] = await putSeveral(1, { publishedAt: start + 1 });
      const [fresh = ''] = await putSeveral(1, { source: 'Herald', publishedAt: start + 2 });
      await stories.group([grouping(old, old), grouping(fresh, old)]);
      const latest = async (given: {
        topic?: string;
        source?: string;
        since?: number;
        storedSince?: number;
        limit?: number;
      }) => idsOf(await stories.latest({ scopes: everyone, limit: 9, ...given }));
      expect(await latest({})).toEqual([old, alone]);
      expect(await latest({ limit: 1 })).toEqual([old]);
      expect(await latest({ limit: 0 })).toEqual([]);
      expect(await latest({ limit: -1 })).toEqual([]);
      expect(await latest({ topic: 'sea' })).toEqual([old]);
      expect(await latest({ topic: 'sea', source: 'Herald' })).toEqual([]);
      expect(await latest({ source: 'Herald' })).toEqual([old]);
      expect(await latest({ source: 'The Brannoch Bell' })).toEqual([alone, old]);
      expect(await latest({ since: start + 2 })).toEqual([old]);
      expect(await latest({ since: start + 3 })).toEqual([]);
      const [late = ''] = await putSeveral(1, { publishedAt: start, storedAt: start + 9 * dayMs });
      expect(await latest({ storedSince: start + 9 * dayMs })).toEqual([late]);
    });

    it('are found behind a story of hundreds of articles', async () => {
      const [alone = ''] = await putSeveral(1, { topics: ['sea'] });
      const many = Array.from({ length: 150 }, () => newArticle({ topics: ['sea'] }));
      for (let from = 0; from < many.length; from += 75)
        await store.articles.putAll(many.slice(from, from + 75));
      const [first = ''] = idsOf(many);
      await stories.group(many.map(({ id }) => grouping(id, first)));
      for (const query of [{}, { topic: 'sea' }])
        expect(idsOf(await stories.latest({ scopes: everyone, limit: 2, ...query }))).toEqual([first, alone]);
    });
  });

  describe('stories that something has come into', () => {
    const fresh = async (given: { since?: number; storedSince?: number; limit?: number } = {}) =>
      await stories.fresh({ scopes: everyone, since: 0, storedSince: 0, limit: 99, ...given });

    it('are those of the articles that were stored and dated since then, whole, each once', async () => {
      const [old = '', late = '', lone = '', archived = ''] = [
        await put({ publishedAt: start - dayMs, storedAt: start - dayMs, source: 'Bell', topics: ['sea'] }),
        await put({ publishedAt: start - 5, storedAt: start + 9 }),
        await put({ publishedAt: start + 5, storedAt: start + 6, topics: ['sea', 'towns'] }),
        await put({ publishedAt: start - 9 * dayMs, storedAt: start + 8 }),
      ].map(({ id }) => id);
      await stories.group([grouping(old, old, { isStub: true }), grouping(late, old, { copyOf: old })]);
      const found = await fresh({ since: start - 2 * dayMs, storedSince: start });
      expect(found).toEqual([
        {
          id: lone,
          articles: [
            {
              id: lone,
              source: 'The Brannoch Bell',
              publishedAt: start + 5,
              storedAt: start + 6,
              topics: ['sea', 'towns'],
              isStub: false,
            },
          ],
        },
        {
          id: old,
          articles: [
            {
              id: late,
              source: 'The Brannoch Bell',
              publishedAt: start - 5,
              storedAt: start + 9,
              topics: [],
              copyOf: old,
              isStub: false,
            },
            {
              id: old,
              source: 'Bell',
              publishedAt: start - dayMs,
              storedAt: start - dayMs,
              topics: ['sea'],
              isStub: true,
            },
          ],
        },
      ]);
      expect(idsOf(await fresh())).toEqual([lone, old, archived]);
      expect(idsOf(await fresh({ storedSince: start + 7 }))).toEqual([old, archived]);
      expect(idsOf(await fresh({ limit: 1 }))).toEqual([lone]);
      expect(await fresh({ limit: 0 })).toEqual([]);
    });

    it('are read though they are hundreds, and of one of hundreds of articles the newest', async () => {
      const many = Array.from({ length: 520 }, () => newArticle());
      for (let from = 0; from < many.length; from += 100)
        await store.articles.putAll(many.slice(from, from + 100));
      const ids = idsOf(many).toReversed();
      expect(idsOf(await fresh({ limit: 999 }))).toEqual(ids);
      await stories.group(ids.slice(0, 210).map((id) => grouping(id, ids[209] ?? '')));
      const [first, second] = await fresh({ limit: 999 });
      expect(idsOf(first?.articles ?? [])).toEqual(ids.slice(0, 200));
      expect(second?.id).toBe(ids[210]);
    });
  });

  it('gives the ids of the stories of several articles, of those that can be seen', async () => {
    const [first = '', second = '', third = ''] = await putSeveral(3);
    const [own = ''] = await putSeveral(1, { scope: 'guild:1' });
    await stories.group([grouping(first, first), grouping(second, first)]);
    const found = await stories.homes([second, 'nobody', third, own, second], everyone);
    expect([...found].toSorted()).toEqual([
      [second, first],
      [third, third],
    ]);
    expect((await stories.homes([], everyone)).size).toBe(0);
  });

  it('gives the stories of several articles, of those that can be seen', async () => {
    const [first = '', second = '', third = ''] = await putSeveral(3);
    await stories.group([grouping(first, first), grouping(second, first)]);
    const found = await stories.ofArticles([second, 'nobody', third, second], everyone);
    expect([...found].map(([id, story]) => [id, story.id]).toSorted()).toEqual([
      [second, first],
      [third, third],
    ]);
    expect((await stories.ofArticles([], everyone)).size).toBe(0);
  });

  describe('arrivals', () => {
    it('wait in the order in which they were stored, each in its newest words, but no person’s own', async () => {
      const first = await put({ publishedAt: start + dayMs });
      const [second = '', third = ''] = await putSeveral(2, { scope: 'guild:1' });
      await put({ scope: 'person:7' });
      expect(idsOf(await stories.arrived(9))).toEqual([first.id, second, third]);
      expect(await stories.arrived(0)).toEqual([]);
      const changed = { ...first, text: 'The ferry stops in June.', storedAt: start + 5 };
      await store.articles.put(changed);
      expect(idsOf(await stories.arrived(2))).toEqual([second, third]);
      const { id, scope, title, text, publishedAt, storedAt } = changed;
      expect((await stories.arrived(3))[2]).toEqual({
        id,
        scope,
        title,
        text,
        publishedAt,
        storedAt,
        version: 2,
      });
      await store.articles.put({ ...changed, topics: ['sea'] });
      await stories.group([grouping(second, second)]);
      await store.articles.remove(third);
      expect(idsOf(await stories.arrived(9))).toEqual([first.id]);
    });

    it('that are grouped can be read again in their order, in the words they were grouped by', async () => {
      const first = await put();
      const [second = '', aside = '', third = ''] = await putSeveral(3);
      const [ofGuild = ''] = await putSeveral(1, { scope: 'guild:1' });
      await stories.group([
        grouping(second, second, { arrivedAt: 10 }),
        grouping(first.id, second, { arrivedAt: 11 }),
        { articleId: aside, version: 1, story: aside, moved: new Map(), taken: new Map() },
        grouping(ofGuild, ofGuild, { arrivedAt: 11 }),
        grouping(third, third, { arrivedAt: 12 }),
      ]);
      await store.articles.put({ ...first, text: 'The ferry stops in June.' });
      const read = async (since: number, limit: number, scope: Scope = 'public') =>
        (await stories.grouped(scope, since, limit)).map((one) => [
          one.id,
          one.story,
          one.arrivedAt,
          one.text,
        ]);
      const texts = await store.articles.texts([second, third, ofGuild], [...everyone, 'guild:1']);
      const all = [
        [second, second, 10, texts.get(second)?.text],
        [first.id, second, 11, first.text],
        [third, third, 12, texts.get(third)?.text],
      ];
      expect(await read(0, 9)).toEqual(all);
      expect(await read(11, 1)).toEqual(all.slice(1, 2));
      expect(await read(12, 9)).toEqual(all.slice(2));
      expect(await read(0, 0)).toEqual([]);
      expect(await read(0, 9, 'guild:1')).toEqual([[ofGuild, ofGuild, 11, texts.get(ofGuild)?.text]]);
      expect(await read(0, 9, 'guild:2')).toEqual([]);
      expect(await stories.lastArrival('public')).toBe(12);
      expect(await stories.lastArrival('guild:1')).toBe(11);
      expect(await stories.lastArrival('guild:2')).toBeUndefined();
    });

    it('are read as far as stories are told by them', async () => {
      await put({ text: 'Aé \u{1f600}. '.repeat(10_000) });
      const [{ text } = { text: '' }] = await stories.arrived(1);
      expect(text.length).toBeGreaterThanOrEqual(12_000);
      expect(text.length).toBeLessThanOrEqual(24_000);
    });
  });

  describe('what is not the reader’s', () => {
    const reads: readonly (readonly [
      string,
      (id: string, scopes: readonly Scope[]) => Promise<unknown>,
      unknown,
    ])[] = [
      ['get', (id, scopes) => stories.get(id, scopes), undefined],
      ['latest', (_, scopes) => stories.latest({ scopes, limit: 9 }), []],
      ['latest by topic', (_, scopes) => stories.latest({ scopes, topic: 'plans', limit: 9 }), []],
      ['latest by source', (_, scopes) => stories.latest({ scopes, source: 'Board', limit: 9 }), []],
      ['homes', async (id, scopes) => [...(await stories.homes([id], scopes))], []],
      ['fresh', (_, scopes) => stories.fresh({ scopes, since: 0, storedSince: 0, limit: 9 }), []],
      ['ofArticles', async (id, scopes) => [...(await stories.ofArticles([id], scopes))], []],
    ];
    const strangers: readonly (readonly [Scope, readonly Scope[]])[] = [
      ['guild:1', ['public', 'guild:2']],
      ['guild:1', ['public', 'person:1']],
      ['guild:1', ['guild:11', 'guild:']],
      ['person:1', ['public', 'person:2']],
      ['person:1', ['public', 'guild:1']],
      ['public', []],
    ];
    it.each(
      reads.flatMap(([name, read, nothing]) =>
        strangers.map(([of, to]) => ({ name, of, to, read, nothing })),
      ),
    )('is not shown by $name: what is $of to $to', async ({ of, to, read, nothing }) => {
      const [id = '', second = ''] = await putSeveral(2, { scope: of, topics: ['plans'], source: 'Board' });
      await stories.group([grouping(id, id), grouping(second, id)]);
      expect(await read(id, to)).toEqual(nothing);
      expect(await read(id, [of])).not.toEqual(nothing);
    });

    it('adds nothing to a story that it has been put into by mistake', async () => {
      const mine = await put({ publishedAt: start });
      const secret = await put({ scope: 'guild:2', source: 'Board', publishedAt: start + dayMs });
      await stories.group([grouping(mine.id, mine.id), grouping(secret.id, mine.id)]);
      const seen = await stories.get(mine.id, everyone);
      expect(seen).toMatchObject({ articleCount: 1, sources: [mine.source], lastSeenAt: start });
      expect(await stories.get(secret.id, everyone)).toBeUndefined();
    });

    it('goes with its scope, and with what has expired', async () => {
      const [first = '', second = ''] = await putSeveral(2, { scope: 'guild:1' });
      const [left = ''] = await putSeveral(1, { expiresAt: start + dayMs });
      const [stays = ''] = await putSeveral(1);
      await stories.group([
        grouping(first, first),
        grouping(second, first),
        grouping(left, left),
        grouping(stays, left, { copyOf: left }),
      ]);
      bench.clock.at = start + dayMs;
      const story = await stories.get(left, everyone);
      expect(idsOf(story?.articles ?? [])).toEqual([stays]);
      expect(story?.lead).not.toHaveProperty('copyOf');
      expect((await stories.ofArticles([left], everyone)).size).toBe(0);
      await store.articles.removeScope('guild:1');
      expect(await homes([first, second], ['guild:1'])).toEqual([undefined, undefined]);
      expect(await stories.grouped('guild:1', 0, 9)).toEqual([]);
    });

    it('stays in its story while a post quotes it', async () => {
      const [quoted = ''] = await putSeveral(1, { expiresAt: start + 1 });
      await stories.group([grouping(quoted, quoted)]);
      const digest = newDigest();
      await store.digests.add(digest);
      await store.digests.planNow(digest, start);
      for (const delivery of await store.digests.claim('bot', 1000, 1))
        await store.digests.freeze(delivery, { payload: '{}', articleIds: [quoted] });
      bench.clock.at = start + dayMs;
      expect(await homes([quoted])).toEqual([quoted]);
    });
  });

  it('takes any id and scope as data', async () => {
    const odd = [
      '',
      '\ud800',
      "'; drop table story_article; --",
      '%',
      '"',
      '[]',
      '\u0000',
      '__proto__',
      'x'.repeat(9000),
    ];
    const [kept = ''] = await putSeveral(1);
    for (const id of odd) {
      expect(await stories.get(id, everyone)).toBeUndefined();
      expect((await stories.ofArticles([id, kept], everyone)).size).toBe(1);
      expect(await stories.latest({ scopes: [`guild:${id}`, `person:${id}`], limit: 9 })).toEqual([]);
      expect(await stories.grouped(`guild:${id}`, 0, 9)).toEqual([]);
      const told = { moved: pairs([id, id]), taken: pairs([id, id]), copyOf: id };
      await stories.group([grouping(id, id, told), grouping(kept, kept, told)]);
    }
    await stories.group([]);
    expect(await homes([kept])).toEqual([kept]);
  });
}

/** What becomes of articles that are each in a story of their own when groupings are kept one after the other. */
function follow(
  ids: readonly string[],
  groupings: readonly Pick<StoryGrouping, 'articleId' | 'story' | 'moved' | 'taken'>[],
): ReadonlyMap<string, string> {
  const homes = new Map(ids.map((id) => [id, id]));
  for (const { articleId, story, moved, taken } of groupings) {
    for (const [from, into] of taken) for (const [id, home] of homes) if (home === from) homes.set(id, into);
    for (const [id, home] of moved) homes.set(id, home);
    homes.set(articleId, story);
  }
  return homes;
}
