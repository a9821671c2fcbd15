import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectStories } from '../../src/digest/select.ts';
import type { NewArticle } from '../../src/domain/article.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newArticle, newDigest, start } from '../store/bench.ts';
import { followed, noted } from '../store/feed-bench.ts';
import { createGrouped, type Grouped } from '../story/grouped.ts';

const words = 'The ferry stops in May. The island objects. A new boat is on its way.';
const digest = newDigest({ guildId: '100', topics: [], stories: 3 });

let store: Store;
let stories: Grouped;
beforeEach(async () => {
  store = await openStore('sqlite::memory:', { now: () => start });
  stories = createGrouped(store.articles);
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

const selected = async () =>
  (await selectStories({ ...store, stories }, digest)).map(({ article }) => article.id);

describe('the articles of a digest', () => {
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
