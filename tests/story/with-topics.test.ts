import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../src/domain/article-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { withTopics } from '../../src/story/with-topics.ts';
import { everyone, newArticle, start } from '../store/bench.ts';

let store: Store;
let articles: ArticleStore;
beforeEach(async () => {
  store = await openStore('sqlite::memory:', { now: () => start });
  articles = withTopics(store.articles);
});
afterEach(() => store.close());

const cup = {
  title: 'Striker’s late goal wins the cup',
  text: 'The coach said that the final was the best of the season. The goal came with a minute left.',
};

describe('an article that comes in', () => {
  it('is filed under what its words tell and under what it came with', async () => {
    const article = newArticle({ ...cup, topics: ['Hallowford', 'Sport', 'sport'] });
    await articles.put(article);
    expect((await articles.get(article.id, everyone))?.topics).toEqual(['sport', 'hallowford']);
    expect(await articles.topics(everyone)).toEqual(['hallowford', 'sport']);
  });

  it('is found under each of them, one by one or many at once', async () => {
    const several = [newArticle(cup), newArticle({ topics: ['Sport'] }), newArticle({ topics: ['Sea'] })];
    await articles.putAll(several.slice(0, 2));
    await articles.put(several[2] ?? newArticle());
    const about = async (topic: string) =>
      (await articles.latest({ scopes: everyone, topic, limit: 9 })).length;
    expect([await about('sport'), await about('sea'), await about('Sport')]).toEqual([2, 1, 0]);
  });

  it('without a telling word keeps what it came with', async () => {
    const article = newArticle({ topics: ['ferries'] });
    await articles.put(article);
    expect((await articles.get(article.id, everyone))?.topics).toEqual(['ferries']);
  });
});
