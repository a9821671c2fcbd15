import { createStories } from './stories.ts';
import { type ArticleWords, storyTerms } from './story-terms.ts';
import { createTermCounts } from './term-counts.ts';

/** An article to be put into a story; `publishedAt` is in UTC milliseconds. */
export interface DatedArticle extends ArticleWords {
  readonly id: string;
  readonly publishedAt: number;
}

/** Articles on one event. */
export interface ClusteredStory {
  /** The id of its first article. */
  readonly id: string;
  /** Oldest first. */
  readonly articleIds: readonly string[];
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

/**
 * Articles as stories, as if they arrived in the order they were published in, at a place that knows how rare their
 * words are. The order in which they are given does not matter; where times are equal, the letters of ids decide.
 */
export function clusterStories(articles: readonly DatedArticle[]): readonly ClusteredStory[] {
  const ordered = articles.toSorted(
    (one, other) => one.publishedAt - other.publishedAt || (one.id < other.id ? -1 : 1),
  );
  const counts = createTermCounts();
  for (const article of ordered) counts.add(storyTerms(article).keys());
  const stories = createStories(counts.rarity);
  const homes = new Map<string, string>();
  for (const article of ordered) {
    const { moved } = stories.put({ ...article, arrivedAt: article.publishedAt });
    for (const [id, story] of moved) homes.set(id, story);
  }
  const groups = Map.groupBy(ordered, ({ id }) => homes.get(id) ?? id);
  return [...groups].map(([id, members]) => ({
    id,
    articleIds: members.map((member) => member.id),
    firstSeenAt: members[0]?.publishedAt ?? 0,
    lastSeenAt: members.at(-1)?.publishedAt ?? 0,
  }));
}
