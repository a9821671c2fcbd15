import type { Article, Headline } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Digest } from '../domain/digest.ts';
import type { DigestStore } from '../domain/digest-store.ts';
import type { Scope } from '../domain/scope.ts';

/** An article is not shown again within this many posts of a digest: a month of a daily one. */
const rememberedPosts = 31;

/** Newest articles looked at, beyond those that were shown already. */
const spareCandidates = 50;

/**
 * The articles of a digest's next post, newest first: of its topics (of any, where it names none), public or
 * its guild's, none that it has shown.
 */
export async function selectArticles(
  stores: {
    readonly articles: Pick<ArticleStore, 'latest' | 'get'>;
    readonly digests: Pick<DigestStore, 'postedArticles'>;
  },
  digest: Digest,
): Promise<readonly Article[]> {
  const scopes: readonly Scope[] = ['public', `guild:${digest.guildId}`];
  const shown = new Set(await stores.digests.postedArticles(digest.id, rememberedPosts));
  const limit = shown.size + spareCandidates;
  const queries = digest.topics.length === 0 ? [{}] : digest.topics.map((topic) => ({ topic }));
  const found = await Promise.all(
    queries.map((query) => stores.articles.latest({ scopes, limit, ...query })),
  );
  const fresh = newestFirst(found.flat()).filter(({ id }) => !shown.has(id));
  const chosen = await Promise.all(
    fresh.slice(0, digest.stories).map(({ id }) => stores.articles.get(id, scopes)),
  );
  return chosen.filter((article) => article !== undefined);
}

/** Each article once, though it may have several of the topics. */
function newestFirst(headlines: readonly Headline[]): readonly Headline[] {
  const byId = new Map(headlines.map((headline) => [headline.id, headline]));
  return [...byId.values()].sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1));
}
