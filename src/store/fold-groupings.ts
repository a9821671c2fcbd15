import type { StoryGrouping } from '../domain/story-store.ts';

/** What several groupings, kept one after the other, change altogether. */
export interface FoldedGroupings {
  /** Stories that go over into others, as they were before all of them. */
  readonly taken: ReadonlyMap<string, string>;
  /** Articles whose story is another in the end, those grouped not among them. */
  readonly moved: ReadonlyMap<string, string>;
  /** The last grouping of each article, with the story it is in in the end. */
  readonly grouped: readonly StoryGrouping[];
}

export function foldGroupings(groupings: readonly StoryGrouping[]): FoldedGroupings {
  const taken = new Map<string, string>();
  const homes = new Map<string, string>();
  const grouped = new Map<string, StoryGrouping>();
  for (const grouping of groupings) {
    for (const [story, into] of grouping.taken) {
      redirect(taken, story, into);
      redirect(homes, story, into);
      if (!taken.has(story)) taken.set(story, into);
    }
    for (const [article, story] of grouping.moved) homes.set(article, story);
    homes.set(grouping.articleId, grouping.story);
    grouped.set(grouping.articleId, grouping);
  }
  return {
    taken,
    moved: new Map([...homes].filter(([article]) => !grouped.has(article))),
    grouped: [...grouped.values()].map((one) => ({ ...one, story: homes.get(one.articleId) ?? one.story })),
  };
}

function redirect(stories: Map<string, string>, story: string, into: string): void {
  for (const [key, place] of stories) if (place === story) stories.set(key, into);
}
