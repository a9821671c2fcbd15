import type { StoryStore } from '../../src/domain/story-store.ts';

/** Puts articles that were just stored into the story of the first of them; `copies` have the text of another. */
export async function groupTogether(
  stories: Pick<StoryStore, 'group'>,
  ids: readonly string[],
  copies: Readonly<Record<string, string>> = {},
): Promise<void> {
  const nothing = { moved: new Map(), taken: new Map() };
  await stories.group(
    ids.map((articleId) => {
      const copyOf = copies[articleId];
      const story = ids[0] ?? articleId;
      return { articleId, version: 1, story, ...nothing, ...(copyOf !== undefined && { copyOf }) };
    }),
  );
}
