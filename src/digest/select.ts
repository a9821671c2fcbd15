import type { Article, Headline } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Digest } from '../domain/digest.ts';
import type { DigestStore } from '../domain/digest-store.ts';
import type { FeedStore } from '../domain/feed-store.ts';
import type { Scope } from '../domain/scope.ts';
import { isStub } from '../domain/stub.ts';

/** An article is not shown again within this many posts of a digest: a month of a daily one. */
const rememberedPosts = 31;

/** Newest articles looked at, beyond those that were shown already; more where most of them are left out. */
const spareCandidates = 50;
const mostCandidates = 3200;

interface Stores {
  readonly articles: Pick<ArticleStore, 'latest' | 'get'>;
  readonly digests: Pick<DigestStore, 'postedArticles'>;
  readonly feeds: Pick<FeedStore, 'mutedArticles'>;
}

/**
 * The articles of a digest's next post, newest first: of its topics (of any, where it names none), public or
 * its guild's, none that it has shown, no stubs, none that only feeds have brought which the guild has muted.
 */
export async function selectArticles(stores: Stores, digest: Digest): Promise<readonly Article[]> {
  const { topics, stories, guildId } = digest;
  const scopes: readonly Scope[] = ['public', `guild:${guildId}`];
  const shown = new Set(await stores.digests.postedArticles(digest.id, rememberedPosts));
  const queries = topics.length === 0 ? [{}] : topics.map((topic) => ({ topic }));
  for (let limit = shown.size + spareCandidates; ; limit *= 4) {
    const found = await Promise.all(
      queries.map((query) => stores.articles.latest({ scopes, limit, ...query })),
    );
    const unseen = newestFirst(found.flat()).filter(({ id }) => !shown.has(id));
    const heard = await withoutMuted(stores.feeds, guildId, unseen);
    const chosen = await firstArticles(stores.articles, heard, scopes, stories);
    const isAll = found.every(({ length }) => length < limit);
    if (chosen.length >= stories || isAll || limit >= mostCandidates) return chosen;
  }
}

async function withoutMuted(
  feeds: Stores['feeds'],
  guildId: string,
  headlines: readonly Headline[],
): Promise<readonly Headline[]> {
  const ids = headlines.map(({ id }) => id);
  const muted = new Set(await feeds.mutedArticles(guildId, ids));
  return headlines.filter(({ id }) => !muted.has(id));
}

/** The first `count` articles of the headlines that are more than stubs. */
async function firstArticles(
  articles: Stores['articles'],
  headlines: readonly Headline[],
  scopes: readonly Scope[],
  count: number,
): Promise<readonly Article[]> {
  const chosen: Article[] = [];
  for (const { id } of headlines) {
    if (chosen.length >= count) break;
    const article = await articles.get(id, scopes);
    if (article !== undefined && !isStub(article)) chosen.push(article);
  }
  return chosen;
}

/** Each article once, though it may have several of the topics. */
function newestFirst(headlines: readonly Headline[]): readonly Headline[] {
  const byId = new Map(headlines.map((headline) => [headline.id, headline]));
  return [...byId.values()].sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1));
}
