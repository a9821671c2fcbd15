import { z } from 'zod';
import type { HeadlineQuery } from '../domain/article-store.ts';
import type { Scope } from '../domain/scope.ts';
import type { Story } from '../domain/story.ts';
import type { StoryStore } from '../domain/story-store.ts';
import { readHeadline } from './article-rows.ts';
import { createFresh, type FreshEngine } from './fresh-stories.ts';
import { newestStories } from './newest-stories.ts';
import { outlineOf, storyOf } from './story-members.ts';

type Rows = Promise<readonly unknown[]>;

/** What the reads of stories ask of an engine; each shows what the scopes may see only. */
export interface StoryEngine extends FreshEngine {
  /** Of the articles `id` and `story`; where nobody has grouped one, its own id is its story. */
  homes(ids: readonly string[], scopes: readonly Scope[]): Rows;
  /** `story` and `memberColumns` of the newest `mostMembers` articles of each story, newest first. */
  members(stories: readonly string[], scopes: readonly Scope[]): Rows;
  /** `headlineColumns`. */
  headlines(rowIds: readonly number[]): Rows;
  /** What `newestStories` asks for, of a list for each scope or for all: the query's limit is of articles. */
  newest(query: HeadlineQuery, storyLimit: number): Rows;
}

const homeRow = z.object({ id: z.string(), story: z.string() });
const placeRow = z.object({ story: z.string() });

/** So often is read again what a grouping has changed meanwhile; each time is a few milliseconds. */
const mostReads = 3;

/** Between two reads a grouping can empty a story that the first has found: then both are made again. */
async function whole<Value>(
  read: () => Promise<{ readonly value: Value; readonly isWhole: boolean }>,
): Promise<Value> {
  for (let reads = 1; ; reads += 1) {
    const { value, isWhole } = await read();
    if (isWhole || reads === mostReads) return value;
  }
}

/** Makes the reads of `StoryStore` that are a reader's. */
export function createStoryReads(
  engine: StoryEngine,
): Pick<StoryStore, 'get' | 'latest' | 'ofArticles' | 'homes' | 'fresh'> {
  async function storiesOf(
    ids: Iterable<string>,
    scopes: readonly Scope[],
  ): Promise<ReadonlyMap<string, Story>> {
    const members = await engine.members([...new Set(ids)], scopes);
    const outlines = [...Map.groupBy(members, (row) => placeRow.parse(row).story)].flatMap(
      ([story, rows]) => outlineOf(story, rows) ?? [],
    );
    const rows = await engine.headlines(outlines.flatMap(({ rowIds }) => rowIds));
    const headlines = new Map(rows.map(readHeadline).map(({ rowId, headline }) => [rowId, headline]));
    const stories = outlines.flatMap((outline) => storyOf(outline, headlines) ?? []);
    return new Map(stories.map((story) => [story.id, story]));
  }

  async function homesOf(
    ids: readonly string[],
    scopes: readonly Scope[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await engine.homes(ids, scopes);
    return new Map(rows.map((row) => homeRow.parse(row)).map(({ id, story }) => [id, story]));
  }

  return {
    homes: homesOf,
    fresh: createFresh(engine),
    get: (id, scopes) =>
      whole(async () => {
        const home = (await homesOf([id], scopes)).get(id);
        const value = (await storiesOf([home ?? id], scopes)).get(home ?? id);
        return { value, isWhole: home === undefined || value !== undefined };
      }),
    latest: (query) =>
      whole(async () => {
        const ask = (limit: number) => engine.newest({ ...query, limit }, query.limit);
        const ids = await newestStories(ask, query.limit);
        const stories = await storiesOf(ids, query.scopes);
        return { value: ids.flatMap((id) => stories.get(id) ?? []), isWhole: stories.size === ids.length };
      }),
    ofArticles: (ids, scopes) =>
      whole(async () => {
        const homes = [...(await homesOf(ids, scopes))];
        const stories = await storiesOf(
          homes.map(([, home]) => home),
          scopes,
        );
        const found = homes.flatMap(([id, home]): [string, Story][] => {
          const story = stories.get(home);
          return story === undefined ? [] : [[id, story]];
        });
        return { value: new Map(found), isWhole: found.length === homes.length };
      }),
  };
}
