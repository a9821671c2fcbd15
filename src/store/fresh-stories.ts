import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Scope } from '../domain/scope.ts';
import type { FreshArticle, FreshStory } from '../domain/story.ts';
import type { FreshQuery } from '../domain/story-store.ts';
import { copiesAmong, mostMembers } from './story-members.ts';

/** Of `article a` and where `story_article g` has it. */
export const freshColumns =
  'a.row_id, a.id, a.source, a.published_at, a.stored_at, a.topics, g.copy_of, g.is_stub';

/** What an engine is asked for stories that something has come into. */
export interface FreshEngine {
  /** `story` of the newest articles of a query, newest first: of each scope by itself, or of all. */
  fresh(query: FreshQuery): Promise<readonly unknown[]>;
  /** `story` and `freshColumns` of all articles of stories, in any order. */
  allOf(stories: readonly string[], scopes: readonly Scope[]): Promise<readonly unknown[]>;
}

const placeRow = z.object({ story: z.string() });

const freshRow = z.object({
  story: z.string(),
  row_id: z.int(),
  id: z.string(),
  source: z.string(),
  published_at: z.int(),
  stored_at: z.int(),
  topics: z.string(),
  copy_of: z.string().nullable(),
  // An article that nobody has grouped yet has no row that says it.
  is_stub: z.union([z.int(), z.boolean()]).nullable(),
});

type FreshRow = z.infer<typeof freshRow>;

/** So many stories are read in one go; between two of them others have a turn. */
const storiesAtOnce = 250;

const topicList = z.array(z.string());

/** Most articles have the topics of others: each list is read once. */
function createTopicReader(): (topics: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (json) => {
    const topics = known.get(json) ?? topicList.parse(JSON.parse(json));
    known.set(json, topics);
    return topics;
  };
}

const newestFirst = (one: FreshRow, other: FreshRow): number =>
  other.published_at - one.published_at || other.row_id - one.row_id;

function storyOf(
  id: string,
  rows: readonly FreshRow[],
  topicsOf: (json: string) => readonly string[],
): FreshStory {
  const members = rows.toSorted(newestFirst).slice(0, mostMembers);
  const copies = copiesAmong(members.map((row) => ({ id: row.id, copyOf: row.copy_of })));
  const articles = members.map((row): FreshArticle => {
    const copyOf = copies.get(row.id);
    return {
      id: row.id,
      source: row.source,
      publishedAt: row.published_at,
      storedAt: row.stored_at,
      topics: topicsOf(row.topics),
      ...(copyOf !== undefined && { copyOf }),
      isStub: Boolean(row.is_stub),
    };
  });
  return { id, articles };
}

/** Makes the read of `StoryStore` that a choice among stories begins with. */
export function createFresh(engine: FreshEngine): (query: FreshQuery) => Promise<readonly FreshStory[]> {
  return async (query) => {
    const found = await engine.fresh(query);
    const ids = [...new Set(found.slice(0, query.limit).map((row) => placeRow.parse(row).story))];
    const topicsOf = createTopicReader();
    const stories: FreshStory[] = [];
    for (let from = 0; from < ids.length; from += storiesAtOnce) {
      await setImmediate();
      const some = ids.slice(from, from + storiesAtOnce);
      const rows = (await engine.allOf(some, query.scopes)).map((row) => freshRow.parse(row));
      const byStory = Map.groupBy(rows, ({ story }) => story);
      for (const id of some) {
        const members = byStory.get(id);
        // One that a grouping has emptied in between is in another story now.
        if (members !== undefined) stories.push(storyOf(id, members, topicsOf));
      }
    }
    return stories;
  };
}
