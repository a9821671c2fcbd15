import type { ArticleStore, PutOutcome } from '../domain/article-store.ts';

/** The store, telling whenever an article has come in or changed. */
export function withArrivals(articles: ArticleStore, arrived: () => void): ArticleStore {
  const tell = (outcomes: readonly PutOutcome[]): void => {
    if (outcomes.some((outcome) => outcome !== 'unchanged')) arrived();
  };
  return {
    ...articles,
    async put(article) {
      const outcome = await articles.put(article);
      tell([outcome]);
      return outcome;
    },
    async putAll(several) {
      const outcomes = await articles.putAll(several);
      tell(outcomes);
      return outcomes;
    },
  };
}
