import type { Headline } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Scope } from '../domain/scope.ts';
import type { StoryStore } from '../domain/story-store.ts';
import { stemsOf, tellingStems } from '../story/words.ts';

const nearestCount = 3;
/** Words of which it is said that no article has them. */
const mostMissing = 3;

interface NearestPorts {
  readonly articles: Pick<ArticleStore, 'search'>;
  readonly stories: Pick<StoryStore, 'latest' | 'ofArticles'>;
}

/** Those of the words that no article has at all. */
export async function heldNowhere(
  words: readonly string[],
  scopes: readonly Scope[],
  { articles }: NearestPorts,
): Promise<readonly string[]> {
  const asked = words.slice(0, mostMissing);
  const found = await Promise.all(
    asked.map((word) => articles.search({ scopes, words: word, match: 'all', limit: 1 })),
  );
  return asked.filter((_, index) => found[index]?.length === 0);
}

/** Of some headlines those that have a word of the question, one of each story. */
export async function headlinesWith(
  question: string,
  headlines: readonly Headline[],
  scopes: readonly Scope[],
  { stories }: NearestPorts,
): Promise<readonly Headline[]> {
  const asked = tellingStems(question);
  const near = headlines.filter(({ title }) => {
    const held = stemsOf(title);
    return asked.some((word) => held.has(word));
  });
  if (near.length === 0) return [];
  const homes = await stories.ofArticles(
    near.map(({ id }) => id),
    scopes,
  );
  const firsts = new Map<string, Headline>();
  for (const headline of near) {
    const home = homes.get(headline.id)?.id ?? headline.id;
    if (!firsts.has(home)) firsts.set(home, headline);
  }
  return [...firsts.values()].slice(0, nearestCount);
}

/** The newest stories, where no headline is near. */
export async function newestHeadlines(
  scopes: readonly Scope[],
  { stories }: NearestPorts,
): Promise<readonly Headline[]> {
  return (await stories.latest({ scopes, limit: nearestCount })).map(({ lead }) => lead);
}
