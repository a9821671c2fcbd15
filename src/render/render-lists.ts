import type { Headline } from '../domain/article.ts';
import type { Reply } from '../domain/reply.ts';
import type { Story } from '../domain/story.ts';
import { headlineLines, moreSources } from './headline.ts';
import { withinLimits } from './limits.ts';
import { heading, text } from './pieces.ts';

/** A story in a list, and which of its articles tells it there. */
export interface ListedStory {
  readonly story: Pick<Story, 'sources'>;
  readonly by: Headline;
}

/** `/latest`: stories, newest first. `about` says what was asked for. */
export function renderStories(stories: readonly ListedStory[], about: string): Reply {
  if (stories.length === 0) return { blocks: [text(`No stored articles${about}.`)] };
  return withinLimits({
    blocks: [
      heading(`Latest${about}`),
      ...stories.flatMap(({ story: { sources }, by }, index) =>
        headlineLines(by, index + 1, { facts: moreSources(sources.length - 1) }),
      ),
    ],
  });
}
