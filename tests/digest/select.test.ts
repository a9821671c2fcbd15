import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectStories } from '../../src/digest/select.ts';
import type { NewArticle } from '../../src/domain/article.ts';
import type { StoryStore } from '../../src/domain/story-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newArticle, newDigest, start } from '../store/bench.ts';
import { followed, noted } from '../store/feed-bench.ts';
import { groupTogether } from '../story/together.ts';

const words = 'The ferry stops in May. The island objects. A new boat is on its way.';
const digest = newDigest({ guildId: '100', topics: [], stories: 3 });

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:', { now: () => start });
});
afterEach(() => store.close());

let minute = 0;
async function put(given: Partial<NewArticle> = {}): Promise<string> {
  minute += 1;
  const article = newArticle({ text: words, publishedAt: start + minute * 60_000, ...given });
  await store.articles.put(article);
  return article.id;
}

async function bring(feedId: string, ids: readonly string[]): Promise<void> {
  for (const articleId of ids) {
    await store.feeds.note(feedId, [noted(`${feedId} ${articleId}`)], start);
    for (const entry of await store.feeds.claimEntries(1000, 1))
      await store.feeds.settleEntry(entry.id, { kind: 'taken', articleId });
  }
}

const together = (ids: readonly string[], copies?: Readonly<Record<string, string>>) =>
  groupTogether(store.stories, ids, copies);

const selected = async () => (await selectStories(store, digest)).map(({ article }) => article.id);

describe('the stories of a digest', () => {
  it('are the newest that are public or the guild’s own', async () => {
    const [oldest, older, own] = [await put(), await put(), await put({ scope: 'guild:100' })];
    await put({ scope: 'guild:101' });
    await put({ scope: 'person:100' });
    const newest = await put();
    expect(await selected()).toEqual([newest, own, older]);
    expect(await selected()).not.toContain(oldest);
  });

  it('are none that only muted feeds have brought', async () => {
    const [muted, heard] = [await followed(store.feeds), await followed(store.feeds)];
    const [byLink, byBoth, byMuted] = [await put(), await put(), await put()];
    await bring(muted.id, [byMuted, byBoth]);
    await bring(heard.id, [byBoth]);
    expect(await selected()).toEqual([byMuted, byBoth, byLink]);
    await store.feeds.mute('100', muted.id, start);
    expect(await selected()).toEqual([byBoth, byLink]);
    await store.feeds.mute('100', muted.id, undefined);
    expect(await selected()).toEqual([byMuted, byBoth, byLink]);
  });

  it('are found behind hundreds that a muted feed has brought', async () => {
    const wanted = [await put(), await put()];
    const { id } = await followed(store.feeds);
    const noise: string[] = [];
    for (let count = 0; count < 210; count += 1) noise.push(await put());
    await bring(id, noise);
    await store.feeds.mute('100', id, start);
    expect(await selected()).toEqual(wanted.toReversed());
  });

  it('are no stubs', async () => {
    const whole = await put();
    await put({ text: 'The ferry stops in May.' });
    expect(await selected()).toEqual([whole]);
  });
});

describe('an event that several articles tell', () => {
  const told = async () =>
    (await selectStories(store, digest)).map(({ article: { id }, sourceCount }) => [id, sourceCount]);
  const post = async (articleIds: readonly string[], slot: number): Promise<void> => {
    if (slot === start) await store.digests.add(digest);
    await store.digests.planNow(digest, slot);
    for (const delivery of await store.digests.claim('test', 1000, 10)) {
      await store.digests.freeze(delivery, '{"blocks":[]}', articleIds);
      await store.digests.settle(delivery, 'test', { state: 'posted', messageId: '1' });
    }
  };

  it('is one story, told by its lead, with the number of its sources', async () => {
    const [bell, other] = [await put({ source: 'Bell' }), await put()];
    const [wire, again] = [await put({ source: 'Wire' }), await put({ source: 'Bell' })];
    await together([bell, wire, again], { [again]: bell });
    expect(await told()).toEqual([
      [wire, 2],
      [other, 1],
    ]);
  });

  it('is not shown again when one of its articles was, in any of the posts that are remembered', async () => {
    const [bell, other, wire] = [await put(), await put(), await put()];
    await together([bell, wire]);
    await post([bell], start);
    expect(await told()).toEqual([[other, 1]]);
    await post([other], start + 1);
    expect(await told()).toEqual([]);
    const [later, news] = [await put(), await put()];
    await together([bell, wire, later]);
    expect(await told()).toEqual([[news, 1]]);
  });

  it('is not shown again though the article that was is no more among those listed', async () => {
    const many: string[] = [];
    for (let count = 0; count < 52; count += 1) many.push(await put());
    await together(many);
    await post(many.slice(0, 1), start);
    expect(await told()).toEqual([]);
  });

  it('is told by what the guild hears, and not at all where it has muted all of it', async () => {
    const { id } = await followed(store.feeds);
    const [bell, wire, copy] = [
      await put({ source: 'Bell' }),
      await put({ source: 'Wire' }),
      await put({ source: 'Post' }),
    ];
    await together([bell, wire, copy], { [copy]: bell });
    await bring(id, [wire]);
    await store.feeds.mute('100', id, start);
    expect(await told()).toEqual([[bell, 2]]);
    await store.feeds.mute('100', id, undefined);
    await bring(id, [bell, copy]);
    expect(await told()).toEqual([[wire, 3]]);
    await store.feeds.mute('100', id, start);
    expect(await told()).toEqual([]);
  });

  it('is told by the newest article that is more than a stub', async () => {
    const whole = await put();
    const stub = await put({ text: 'The ferry stops in May.' });
    await together([whole, stub]);
    expect(await told()).toEqual([[whole, 1]]);
  });

  it('is found by the topics of any of its articles, as they are stored or in small letters', async () => {
    const [sea, plain, other] = [await put({ topics: ['sea'] }), await put(), await put({ topics: ['Sea'] })];
    await together([sea, plain]);
    const chosen = await selectStories(store, { ...digest, topics: ['Sea'] });
    expect(chosen.map(({ article: { id } }) => id)).toEqual([other, plain]);
  });

  it('takes few questions, however many there are', async () => {
    const { id } = await followed(store.feeds);
    const noise: string[] = [];
    for (let count = 0; count < 400; count += 1) noise.push(await put({ topics: ['sea'] }));
    await bring(id, noise.slice(30));
    await store.feeds.mute('100', id, start);
    let questions = 0;
    const counted =
      <Asked extends readonly unknown[], Answer>(ask: (...asked: Asked) => Answer) =>
      (...asked: Asked): Answer => {
        questions += 1;
        return ask(...asked);
      };
    const counting: Pick<StoryStore, 'latest' | 'ofArticles'> = {
      latest: counted(store.stories.latest),
      ofArticles: counted(store.stories.ofArticles),
    };
    const ports = {
      stories: counting,
      articles: { get: counted(store.articles.get) },
      feeds: { mutedArticles: counted(store.feeds.mutedArticles) },
      digests: { postedArticles: counted(store.digests.postedArticles) },
    };
    expect(await selectStories(ports, digest)).toHaveLength(3);
    expect(questions).toBeLessThan(20);
  });
});
