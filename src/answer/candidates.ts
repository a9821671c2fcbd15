import type { Headline } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Scope } from '../domain/scope.ts';
import { tellingWords } from '../story/words.ts';

/** Where answers are looked for; `since` in UTC milliseconds, of `publishedAt`. */
export interface CandidateQuery {
  readonly scopes: readonly Scope[];
  readonly since?: number | undefined;
  readonly limit: number;
}

/** Articles of the whole store that may answer a question, best first; none where it has no telling word. */
export async function candidates(
  question: string,
  { scopes, since, limit }: CandidateQuery,
  articles: Pick<ArticleStore, 'search'>,
): Promise<readonly Headline[]> {
  const words = tellingWords(question).join(' ');
  if (words === '') return [];
  return await articles.search({
    scopes,
    words,
    match: 'any',
    limit,
    ...(since === undefined ? {} : { since }),
  });
}
