import type { Article } from '../../../src/domain/article.ts';
import type { Digest } from '../../../src/domain/digest.ts';
import type { Scope } from '../../../src/domain/scope.ts';
import { isStub } from '../../../src/domain/stub.ts';
import type { Store } from '../../../src/store/store.ts';

const remembered = 31;
const lookedAt = 50;
const spare = 50;

/** The stories of a digest as the plainest way has it: the newest of its topics that it has not told, each by its lead. */
export async function newestFirst(
  { stories, articles, digests }: Pick<Store, 'stories' | 'articles' | 'digests'>,
  digest: Digest,
): Promise<readonly Article[]> {
  const scopes: readonly Scope[] = ['public', `guild:${digest.guildId}`];
  const posted = (await digests.deliveries(digest.id, lookedAt)).filter(({ state }) => state === 'posted');
  const told = [...new Set(posted.slice(0, remembered).flatMap(({ articleIds }) => articleIds))];
  const toldStories = new Set([...(await stories.ofArticles(told, scopes)).values()].map(({ id }) => id));
  const queries = digest.topics.length === 0 ? [{}] : digest.topics.map((topic) => ({ topic }));
  const found = await Promise.all(
    queries.map((query) => stories.latest({ scopes, limit: told.length + spare, ...query })),
  );
  const chosen: Article[] = [];
  for (const { id, lead } of found.flat().toSorted((one, other) => other.lastSeenAt - one.lastSeenAt)) {
    if (chosen.length >= digest.stories) break;
    const article = toldStories.has(id) ? undefined : await articles.get(lead.id, scopes);
    if (article !== undefined && !isStub(article) && !chosen.some((one) => one.id === article.id))
      chosen.push(article);
  }
  return chosen;
}
