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
  /** Of those whose text is another's, cut or lightly edited: the oldest article that has it. */
  readonly copies: ReadonlyMap<string, string>;
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
  const copied = new Map<string, string>();
  for (const article of ordered) {
    const { moved, copyOf } = stories.put({ ...article, arrivedAt: article.publishedAt });
    if (copyOf !== undefined) copied.set(article.id, copyOf);
    for (const [id, story] of moved) homes.set(id, story);
  }
  const groups = Map.groupBy(ordered, ({ id }) => homes.get(id) ?? id);
  return [...groups].map(([id, members]) => ({
    id,
    articleIds: members.map((member) => member.id),
    copies: new Map(members.flatMap((member) => copyIn(member.id, copied))),
    firstSeenAt: members[0]?.publishedAt ?? 0,
    lastSeenAt: members.at(-1)?.publishedAt ?? 0,
  }));
}

function copyIn(id: string, copied: ReadonlyMap<string, string>): [string, string][] {
  const original = copied.get(id);
  return original === undefined ? [] : [[id, original]];
}
