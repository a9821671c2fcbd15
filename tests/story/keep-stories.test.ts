import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goldArticles } from '../../bench/parts/stories/story-gold.ts';
import type { NewArticle } from '../../src/domain/article.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { Store } from '../../src/store/store.ts';
import { keepStories, type StoryKeeper } from '../../src/story/keep-stories.ts';
import { createStories } from '../../src/story/stories.ts';
import { withArrivals } from '../../src/story/with-arrivals.ts';
import { recordingLog } from '../recording-log.ts';
import { everyone, newArticle, type StoreBench, start } from '../store/bench.ts';
import { sqliteBench } from '../store/sqlite-bench.ts';

const breakingEntry = new URL('./breaking-grouper.fixture.ts', import.meta.url);
const limits = { timeMs: 20_000, memoryMb: 64, idleMs: 60_000, retryMs: 1 };

/** The gold as it could have come within some days, one article a minute. */
const articles: readonly NewArticle[] = goldArticles.slice(0, 80).map(({ id, title, text }, index) =>
  newArticle({
    id,
    title,
    text,
    publishedAt: start + index * 60_000,
    storedAt: start + index * 60_000,
  }),
);

/** The stories that the articles are in when they are put one after the other, by article. */
function expectedHomes(): ReadonlyMap<string, string> {
  const stories = createStories();
  for (const article of articles) stories.put({ ...article, arrivedAt: article.storedAt });
  return new Map(articles.map(({ id }) => [id, stories.storyOf(id) ?? id]));
}

describe('the keeper of stories', () => {
  let bench: StoreBench;
  let store: Store;
  const keepers: StoryKeeper[] = [];
  beforeEach(async () => {
    bench = await sqliteBench();
    bench.clock.at = start + 10 * 86_400_000;
    store = await bench.open();
  });
  afterEach(async () => {
    for (const keeper of keepers.splice(0)) await keeper.stop();
    await bench.clean();
  });

  function keep(given: Partial<Store['stories']> = {}, entry?: URL) {
    const { log, events } = recordingLog();
    const parts = { stories: { ...store.stories, ...given }, clock: bench.clock, log };
    const keeper = keepStories(parts, { limits, ...(entry !== undefined && { entry }) });
    keepers.push(keeper);
    return { keeper, events };
  }

  async function putAll(several: readonly NewArticle[]): Promise<void> {
    for (let from = 0; from < several.length; from += 50)
      await store.articles.putAll(several.slice(from, from + 50));
  }

  const homesOf = async (ids: readonly string[], scopes: readonly Scope[] = everyone) => {
    const found = await store.stories.ofArticles(ids, scopes);
    return new Map(ids.map((id) => [id, found.get(id)?.id]));
  };
  const allIds = articles.map(({ id }) => id);

  it('groups what waits when it starts, as if it had come one after the other', async () => {
    await putAll(articles);
    const { keeper, events } = keep();
    await keeper.settled();
    expect(await homesOf(allIds)).toEqual(expectedHomes());
    expect(await store.stories.arrived(1)).toEqual([]);
    expect(events).toEqual([]);
    const copy = goldArticles.find(({ copyOf }) => copyOf !== undefined);
    const story = await store.stories.get(copy?.id ?? '', everyone);
    expect(story?.articles.find(({ id }) => id === copy?.id)).toHaveProperty('copyOf');
  });

  it('groups what arrives when it is woken, and is woken by what is new or changed alone', async () => {
    const { keeper } = keep();
    let woken = 0;
    const waking = withArrivals(store.articles, () => {
      woken += 1;
      keeper.wake();
    });
    const [first, second] = articles;
    if (first === undefined || second === undefined) throw new Error('the gold is empty');
    await waking.put(first);
    await waking.putAll([second, first]);
    await waking.put(second);
    expect(woken).toBe(2);
    await waking.put({ ...second, text: first.text });
    expect(woken).toBe(3);
    await keeper.settled();
    expect(await store.stories.arrived(1)).toEqual([]);
    expect(await homesOf([first.id, second.id])).toEqual(
      new Map([
        [first.id, first.id],
        [second.id, first.id],
      ]),
    );
  });

  it('goes on after a restart as if it had never stopped', async () => {
    const place = 37;
    await putAll(articles.slice(0, place));
    const first = keep();
    await first.keeper.settled();
    await first.keeper.stop();
    await putAll(articles.slice(place));
    await keep().keeper.settled();
    expect(await homesOf(allIds)).toEqual(expectedHomes());
  });

  it('reads again what another keeper has grouped meanwhile', async () => {
    const keepersInTurn = [keep().keeper, keep().keeper];
    for (let from = 0; from < articles.length; from += 20) {
      await putAll(articles.slice(from, from + 20));
      const [one] = keepersInTurn;
      one?.wake();
      await one?.settled();
      keepersInTurn.reverse();
    }
    expect(await homesOf(allIds)).toEqual(expectedHomes());
  });

  it('never puts articles of two scopes into one story', async () => {
    const scopes: readonly Scope[] = ['public', 'guild:1', 'guild:2'];
    const event = articles.slice(0, 5);
    for (const article of event)
      for (const scope of scopes)
        await store.articles.put({ ...article, id: `${scope} ${article.id}`, scope });
    await keep().keeper.settled();
    const expected = expectedHomes();
    for (const scope of scopes)
      for (const { id } of event)
        expect((await store.stories.get(`${scope} ${id}`, scopes))?.id).toBe(`${scope} ${expected.get(id)}`);
  });

  it('stops in the midst of a batch, which is grouped when it starts again', async () => {
    await putAll(articles);
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    const { keeper, events } = keep({
      async lastArrival(scope) {
        resolve();
        return await store.stories.lastArrival(scope);
      },
    });
    await begun;
    await keeper.stop();
    expect(events).toEqual([]);
    expect(await store.stories.arrived(articles.length)).toHaveLength(articles.length);
    await keep().keeper.settled();
    expect(await homesOf(allIds)).toEqual(expectedHomes());
  });

  it('says once that the store fails, and goes on when it answers again', async () => {
    await putAll(articles.slice(0, 60));
    let fails = 3;
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const { keeper, events } = keep({
      async group(groupings) {
        fails -= 1;
        if (fails >= 0) throw new Error('the disk is full');
        await store.stories.group(groupings);
        if ((await store.stories.arrived(1)).length === 0) resolve();
      },
    });
    await over;
    await keeper.settled();
    expect(events).toEqual(['stories.not-grouped', 'stories.grouped-again']);
    const expected = expectedHomes();
    const ids = allIds.slice(0, 60);
    expect((await store.stories.grouped('public', 0, 99)).map(({ id }) => id)).toEqual(ids);
    const together = (homes: ReadonlyMap<string, unknown>) =>
      homes.get(ids[1] ?? '') === homes.get(ids[0] ?? '');
    expect(together(await homesOf(ids))).toBe(together(expected));
  });

  it.each([
    ['throws', []],
    ['ends', ['stories.worker-ended', 'stories.worker-ended']],
    ['hoards', ['stories.worker-ended', 'stories.worker-ended']],
  ])('sets aside an article over which its process %s, and groups the others', async (how, told) => {
    const poison = newArticle({ title: `It ${how}`, storedAt: start, publishedAt: start });
    await putAll(articles.slice(0, 7));
    await store.articles.put(poison);
    await putAll(articles.slice(7));
    const { keeper, events } = keep({}, breakingEntry);
    await keeper.settled();
    expect(events).toEqual([...told, 'stories.set-aside']);
    expect(await homesOf([...allIds, poison.id])).toEqual(new Map(expectedHomes()).set(poison.id, poison.id));
    await store.articles.put({ ...poison, title: 'It is quiet' });
    keeper.wake();
    await keeper.settled();
    expect(await store.stories.arrived(1)).toEqual([]);
  });

  it('sets aside an article over which its process hangs', async () => {
    const poison = newArticle({ title: 'It hangs' });
    await store.articles.put(poison);
    const { log, events } = recordingLog();
    const parts = { stories: store.stories, clock: bench.clock, log };
    const keeper = keepStories(parts, { limits: { ...limits, timeMs: 300 }, entry: breakingEntry });
    keepers.push(keeper);
    await keeper.settled();
    expect(events).toEqual(['stories.worker-ended', 'stories.set-aside']);
    expect(await store.stories.arrived(1)).toEqual([]);
  });

  it('loses nothing when it is killed: what is not kept waits still', async () => {
    await putAll(articles);
    const child = fork(fileURLToPath(new URL('./keep-stories.fixture.ts', import.meta.url)), [bench.url], {
      execArgv: [],
    });
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'close');
    const grouped = await store.stories.grouped('public', 0, articles.length);
    const waiting = await store.stories.arrived(articles.length);
    expect(grouped.length).toBeGreaterThan(0);
    expect([...grouped, ...waiting].map(({ id }) => id)).toEqual(allIds);
    await keep().keeper.settled();
    expect(await homesOf(allIds)).toEqual(expectedHomes());
  });
});
