import type { NewArticle } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import { topicsOf } from './topics.ts';

/** The topics that an article's words tell, then those that it came with, in small letters; each once. */
function filed(article: NewArticle): NewArticle {
  const { title, text, topics: given } = article;
  const own = given.map((topic) => topic.toLowerCase());
  return { ...article, topics: [...new Set([...topicsOf(title, text, given), ...own])] };
}

/** The store, filing each article that comes in under its topics. */
export function withTopics(articles: ArticleStore): ArticleStore {
  return {
    ...articles,
    put: (article) => articles.put(filed(article)),
    putAll: (several) => articles.putAll(several.map(filed)),
  };
}
