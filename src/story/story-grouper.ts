import type { Scope } from '../domain/scope.ts';
import type { ArrivedArticle, GroupedArticle, StoryGrouping } from '../domain/story-store.ts';
import { createStories, type Stories } from './stories.ts';

/** What is asked of a grouper, as plain data. Times are UTC milliseconds. */
export type GroupingTask =
  /** Begins a scope anew, with its last arrival. */
  | { readonly kind: 'begin'; readonly scope: Scope; readonly lastArrival: number | undefined }
  /** Goes on with what was grouped, in its order. */
  | { readonly kind: 'restore'; readonly scope: Scope; readonly articles: readonly GroupedArticle[] }
  /** Groups what has arrived, in its order, behind the last that the store has grouped. */
  | {
      readonly kind: 'group';
      readonly scope: Scope;
      readonly lastArrival: number | undefined;
      readonly articles: readonly ArrivedArticle[];
      readonly now: number;
    };

export type GroupingAnswer =
  | { readonly kind: 'done' }
  /** The scope has not been begun, was forgotten since, or the store has grouped something else meanwhile. */
  | { readonly kind: 'unknown' }
  /** `failure` says why the article behind the last of the groupings could not be grouped; the scope is forgotten then. */
  | { readonly kind: 'grouped'; readonly groupings: readonly StoryGrouping[]; readonly failure?: string };

/** The stories of one scope. */
interface ScopeGrouper {
  readonly stories: Stories;
  lastArrival: number;
}

/** Scopes of guilds that have not been asked for longest are forgotten when all of them together have more articles. */
const mostOfGuilds = 20_000;

const never = Number.MIN_SAFE_INTEGER;

/** Groups the articles of several scopes, each by itself. */
export function createGrouper(): (task: GroupingTask) => GroupingAnswer {
  /** The one that was asked for last is the last. */
  const groupers = new Map<Scope, ScopeGrouper>();

  function used(scope: Scope): ScopeGrouper | undefined {
    const grouper = groupers.get(scope);
    if (grouper === undefined) return undefined;
    groupers.delete(scope);
    groupers.set(scope, grouper);
    return grouper;
  }

  function forgetIdle(inUse: Scope): void {
    const ofGuilds = [...groupers].filter(([scope]) => scope !== 'public');
    let count = ofGuilds.reduce((sum, [, { stories }]) => sum + stories.count(), 0);
    for (const [scope, { stories }] of ofGuilds) {
      if (count <= mostOfGuilds || scope === inUse) return;
      count -= stories.count();
      groupers.delete(scope);
    }
  }

  function group({ scope, articles, now, lastArrival }: GroupingTask & { kind: 'group' }): GroupingAnswer {
    const grouper = used(scope);
    if (grouper === undefined || grouper.lastArrival !== (lastArrival ?? never)) return { kind: 'unknown' };
    const groupings: StoryGrouping[] = [];
    for (const article of articles) {
      try {
        groupings.push(groupOne(grouper, article, now));
      } catch (error) {
        // It may have stopped half-way.
        groupers.delete(scope);
        return { kind: 'grouped', groupings, failure: String(error) };
      }
    }
    forgetIdle(scope);
    return { kind: 'grouped', groupings };
  }

  return (task) => {
    switch (task.kind) {
      case 'begin':
        groupers.delete(task.scope);
        groupers.set(task.scope, {
          stories: createStories(),
          lastArrival: task.lastArrival ?? never,
        });
        return { kind: 'done' };
      case 'restore': {
        const grouper = used(task.scope);
        if (grouper === undefined) return { kind: 'unknown' };
        for (const article of task.articles) grouper.stories.restore(article, article.story);
        return { kind: 'done' };
      }
      case 'group':
        return group(task);
    }
  };
}

/** When an article arrives at the earliest: after those before it, and as it was stored, unless that is to come yet. */
export const arrivalOf = ({ storedAt }: ArrivedArticle, lastArrival: number, now: number): number =>
  Math.max(lastArrival + 1, Math.min(storedAt, now));

function groupOne(grouper: ScopeGrouper, article: ArrivedArticle, now: number): StoryGrouping {
  const arrivedAt = arrivalOf(article, grouper.lastArrival, now);
  const { story, copyOf, moved, taken } = grouper.stories.put({ ...article, arrivedAt });
  grouper.lastArrival = arrivedAt;
  return {
    articleId: article.id,
    version: article.version,
    story,
    ...(copyOf !== undefined && { copyOf }),
    arrivedAt,
    moved: new Map([...moved].filter(([id]) => id !== article.id)),
    taken,
  };
}
