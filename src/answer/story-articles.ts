import type { Article } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Scope } from '../domain/scope.ts';
import type { Story } from '../domain/story.ts';
import type { StoryStore } from '../domain/story-store.ts';

/** Of a story with more articles the newest are asked. */
const mostArticles = 10;

/** A story with the words of those of its articles that are asked: no copies, newest first. */
export interface ToldStory {
  readonly story: Story;
  readonly articles: readonly Article[];
}

export interface StoryReading {
  readonly articles: Pick<ArticleStore, 'get'>;
  readonly stories: Pick<StoryStore, 'get'>;
}

/** Reads several articles, in the order of their ids; those that may not be seen are missing. */
export async function readArticles(
  ids: readonly string[],
  scopes: readonly Scope[],
  articles: Pick<ArticleStore, 'get'>,
): Promise<readonly Article[]> {
  const read = await Promise.all(ids.map((id) => articles.get(id, scopes)));
  return read.filter((article) => article !== undefined);
}

/** The story that an id leads to; the article of that id is asked however old it is. `since` in UTC milliseconds. */
export async function toldStory(
  id: string,
  scopes: readonly Scope[],
  { articles, stories }: StoryReading,
  since = Number.NEGATIVE_INFINITY,
): Promise<ToldStory | undefined> {
  const story = await stories.get(id, scopes);
  if (story === undefined) return undefined;
  const known = new Set(story.articles.map((article) => article.id));
  const asked = story.articles
    .filter(({ copyOf, publishedAt }) => !known.has(copyOf ?? '') && publishedAt >= since)
    .filter((article, index) => index < mostArticles || article.id === id)
    .map((article) => article.id);
  return { story, articles: await readArticles(asked, scopes, articles) };
}
