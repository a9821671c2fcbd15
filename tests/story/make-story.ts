import type { Story, StoryArticle } from '../../src/domain/story.ts';
import { createCounter } from '../counter.ts';
import { start } from '../store/bench.ts';

const count = createCounter();

/** An article of a story, a minute younger than the one made before. */
export function storyArticle(given: Partial<StoryArticle> = {}): StoryArticle {
  const made = count();
  return {
    id: `told-${made}`.padEnd(22, '_'),
    title: `Quay reopens, part ${made}`,
    source: `Paper ${made}`,
    url: `https://paper-${made}.example/quay`,
    publishedAt: start + made * 60_000,
    ...given,
  };
}

/** The story that articles make, the oldest of them first; of those that are not given there are `unlisted`. */
export function storyOf(articles: readonly StoryArticle[], unlisted = 0): Story {
  const newest = articles.toReversed();
  const lead = newest.find(({ copyOf }) => copyOf === undefined) ?? newest[0];
  if (lead === undefined) throw new Error('a story has an article');
  return {
    id: articles[0]?.id ?? '',
    lead,
    articles: newest,
    articleCount: newest.length + unlisted,
    sources: [...new Set([lead, ...newest].map(({ source }) => source))],
    firstSeenAt: articles[0]?.publishedAt ?? 0,
    lastSeenAt: newest[0]?.publishedAt ?? 0,
  };
}
