import type { Article, NewArticle } from '../src/domain/article.ts';
import { loadSamples } from '../src/ingest/load-samples.ts';

/** The sample articles as the store gives them. */
export async function sampleArticles(): Promise<readonly Article[]> {
  const articles: Article[] = [];
  const put = async (article: NewArticle) => {
    articles.push({ ...article, version: 1 });
    return 'new' as const;
  };
  const clock = { now: () => Date.UTC(2026, 10, 25) };
  await loadSamples(new URL('../data/articles/', import.meta.url), { put }, clock);
  return articles;
}
