import type { Article, NewArticle } from '../domain/article.ts';
import type { ArticleStore, PutOutcome } from '../domain/article-store.ts';
import { isStub } from '../domain/stub.ts';

/** What a store holds of an article, and what became of what was read just now. */
export interface Kept {
  readonly article: Article;
  readonly outcome: PutOutcome;
}

/**
 * Stores what was read of an article and answers it as it is stored. A stub never takes the place of more: the page
 * may have hidden this time what it gave before.
 */
export async function keepArticle(
  articles: Pick<ArticleStore, 'put' | 'get'>,
  read: NewArticle,
): Promise<Kept> {
  const { id, scope } = read;
  const known = isStub(read) ? await articles.get(id, [scope]) : undefined;
  if (known !== undefined && known.text.length > read.text.length)
    return { article: known, outcome: 'unchanged' };
  const outcome = await articles.put(read);
  const article = await articles.get(id, [scope]);
  if (article === undefined) throw new Error(`article ${id} is gone as soon as it is stored`);
  return { article, outcome };
}
