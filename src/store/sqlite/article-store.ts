import type { DatabaseSync } from 'node:sqlite';
import type { ArticleStore } from '../../domain/article-store.ts';
import type { Clock } from '../../domain/clock.ts';
import { searchWords } from '../../domain/search-words.ts';
import type { Retention } from '../store.ts';
import { createHolding } from './holding-phrases.ts';
import { createArticleRemovals } from './prune-articles.ts';
import { createPut } from './put-article.ts';
import { createArticleReads } from './read-articles.ts';
import { createArticleSearch } from './search-articles.ts';

/** Articles in SQLite. An article that has expired is not read any more, though `prune` has not come yet. */
export function createArticleStore(
  db: DatabaseSync,
  clock: Clock,
  retention: Retention | undefined,
): ArticleStore {
  const { put, putAll } = createPut(db);
  const reads = createArticleReads(db, clock);
  const { search, titlesWith } = createArticleSearch(db, clock);
  const holding = createHolding(db, clock);
  const removals = createArticleRemovals(db, retention);
  return {
    put: async (article) => put(article),
    putAll: async (articles) => putAll(articles),
    get: async (id, scopes) => reads.get(id, scopes),
    texts: async (ids, scopes) => reads.texts(ids, scopes),
    versions: async (id, scopes) => reads.versions(id, scopes),
    getByUrl: async (url, scopes) => reads.getByUrl(url, scopes),
    latest: async (query) => reads.latest(query),
    search: async (query) => search(query),
    holding: async (query) => holding(query),
    async titles({ scopes, typed, limit }) {
      const words = searchWords(typed);
      return words.length === 0 ? reads.latest({ scopes, limit }) : titlesWith(words, scopes, limit);
    },
    topics: async (scopes) => reads.topics(scopes),
    sources: async (scopes) => reads.sources(scopes),
    count: async (scopes) => reads.count(scopes),
    remove: async (id) => removals.remove(id),
    removeScope: (scope) => removals.removeScope(scope),
    prune: (now) => removals.prune(now),
  };
}
