import type { DigestRun, DraftDigest } from '../domain/digest-draft.ts';
import type { Reply } from '../domain/reply.ts';
import { nextRun } from './schedule/next-run.ts';
import { withoutRoom } from './selection/record-run.ts';
import { createSelection, type SelectedStory } from './selection/select.ts';
import type { SelectionStores } from './selection/selection-stores.ts';

/** A run, since when its stories are told of, and when the next one comes. UTC milliseconds. */
type DigestOccasion = DigestRun & { readonly since: number; readonly nextRunAt: number };

/** What is made of stories: the post, where there is one, and the ids of the articles that it tells. */
interface ComposedDigest {
  readonly reply?: Reply;
  readonly threadReply?: Reply;
  readonly shown: readonly string[];
}

export interface DraftParts {
  readonly stores: SelectionStores;
  /** Makes the post; it may have room for fewer stories. Without stories it says so, or says nothing. */
  readonly compose: (stories: readonly SelectedStory[], occasion: DigestOccasion) => Promise<ComposedDigest>;
}

/** Makes the one maker of digests: it chooses stories, has the post made of them, and says what became of each. */
export function createDrafts({ stores, compose }: DraftParts): DraftDigest {
  const select = createSelection(stores);
  return async (run) => {
    const { stories, record } = await select(run);
    const nextRunAt = nextRun(run.digest, run.isAsked ? run.at : Math.max(run.slot, run.at));
    const { reply, threadReply, shown } = await compose(stories, { ...run, since: record.since, nextRunAt });
    const isShown = new Set(shown);
    return {
      ...(reply !== undefined && { reply }),
      ...(threadReply !== undefined && { threadReply }),
      articleIds: stories.map(({ article }) => article.id).filter((id) => isShown.has(id)),
      record: withoutRoom(record, shown),
    };
  };
}
