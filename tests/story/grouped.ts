import type { Headline } from '../../src/domain/article.ts';
import type { ArticleStore, HeadlineQuery } from '../../src/domain/article-store.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { Story, StoryArticle } from '../../src/domain/story.ts';
import type { StoryStore } from '../../src/domain/story-store.ts';

export interface Grouped extends Pick<StoryStore, 'get' | 'latest' | 'ofArticles'> {
  /** Puts articles into one story, the first of them first; `copies` have the text of another. */
  together(ids: readonly string[], copies?: Readonly<Record<string, string>>): void;
}

/** Stories over articles that a test groups by hand. */
export function createGrouped(articles: Pick<ArticleStore, 'get' | 'latest'>): Grouped {
  const homes = new Map<string, string>();
  const copyOf = new Map<string, string>();

  async function headline(id: string, scopes: readonly Scope[]): Promise<StoryArticle | undefined> {
    const found = await articles.get(id, scopes);
    if (found === undefined) return undefined;
    const { title, source, url, publishedAt } = found;
    const copied = copyOf.get(id);
    return {
      id,
      title,
      source,
      publishedAt,
      ...(url !== undefined && { url }),
      ...(copied !== undefined && { copyOf: copied }),
    };
  }

  async function get(asked: string, scopes: readonly Scope[]): Promise<Story | undefined> {
    const id = homes.get(asked) ?? asked;
    const ids = [...homes].filter(([, home]) => home === id).map(([member]) => member);
    const found = await Promise.all((ids.length === 0 ? [id] : ids).map((one) => headline(one, scopes)));
    const newest = found
      .filter((one) => one !== undefined)
      .sort((one, other) => other.publishedAt - one.publishedAt);
    const lead = newest.find((one) => one.copyOf === undefined) ?? newest[0];
    if (lead === undefined) return undefined;
    return {
      id,
      lead,
      articles: newest.slice(0, 50),
      articleCount: newest.length,
      sources: [...new Set([lead, ...newest].map(({ source }) => source))],
      firstSeenAt: newest.at(-1)?.publishedAt ?? 0,
      lastSeenAt: newest[0]?.publishedAt ?? 0,
    };
  }

  return {
    together(ids, copies = {}) {
      for (const id of ids) homes.set(id, ids[0] ?? id);
      for (const [id, original] of Object.entries(copies)) copyOf.set(id, original);
    },
    get,
    async latest({ limit, ...query }: HeadlineQuery) {
      const rows: readonly Headline[] = await articles.latest({ ...query, limit: 1000 });
      const stories = new Map<string, Story>();
      for (const { id } of rows) {
        if (stories.size >= limit) break;
        if (stories.has(homes.get(id) ?? id)) continue;
        const story = await get(id, query.scopes);
        if (story !== undefined) stories.set(story.id, story);
      }
      return [...stories.values()];
    },
    async ofArticles(ids, scopes) {
      const stories = new Map<string, Story>();
      for (const id of ids) {
        const story = (await articles.get(id, scopes)) && (await get(id, scopes));
        if (story !== undefined) stories.set(id, story);
      }
      return stories;
    },
  };
}
