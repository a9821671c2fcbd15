import type { ArticleStore } from '../../domain/article-store.ts';
import type { Clock } from '../../domain/clock.ts';
import { searchWords } from '../../domain/search-words.ts';
import type { Retention } from '../store.ts';
import type { Database } from './connection.ts';
import { createHolding } from './holding-phrases.ts';
import { createPut } from './put-articles.ts';
import { createArticleReads } from './read-articles.ts';
import { createArticleRemovals } from './remove-articles.ts';
import { createArticleSearch } from './search-articles.ts';
import type { Tidier } from './tidier.ts';

/** Articles in PostgreSQL. An article that has expired is not read any more, though `prune` has not come yet. */
export function createArticleStore(
  db: Database,
  tidier: Tidier,
  clock: Clock,
  retention: Retention | undefined,
): ArticleStore {
  const putAll = createPut(db, tidier);
  const { latest, ...reads } = createArticleReads(db, clock);
  const { search, titlesWith, latestOf } = createArticleSearch(db, clock);
  return {
    async put(article) {
      const [outcome] = await putAll([article]);
      if (outcome === undefined) throw new Error(`article ${article.id} was not put`);
      return outcome;
    },
    putAll,
    ...reads,
    latest: (query) =>
      query.topic === undefined && query.source === undefined ? latest(query) : latestOf(query),
    search,
    holding: createHolding(db, clock),
    async titles({ scopes, typed, limit }) {
      const words = searchWords(typed);
      return words.length === 0
        ? await latest({ scopes, limit })
        : await titlesWith(words, { scopes, limit });
    },
    ...createArticleRemovals(db, retention),
  };
}
