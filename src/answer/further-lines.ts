import type { AnsweredLine } from '../domain/answer.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { FindIn } from '../domain/brief.ts';
import type { Scope } from '../domain/scope.ts';
import { createLineMaker } from './answered-lines.ts';

/** A sentence of an article; `index` counts from 0. */
export interface SentencePlace {
  readonly articleId: string;
  readonly index: number;
}

/** Lines by the places of their sentences, as a button remembers them; those that are gone are left out. */
export async function furtherLines(
  places: readonly SentencePlace[],
  scopes: readonly Scope[],
  { articles, find }: { readonly articles: Pick<ArticleStore, 'get'>; readonly find: FindIn },
): Promise<readonly AnsweredLine[]> {
  const toLine = createLineMaker(find);
  const lines: AnsweredLine[] = [];
  for (const { articleId, index } of places) {
    const article = await articles.get(articleId, scopes);
    const sentence = article === undefined ? undefined : find(article).sentences()[index];
    if (article === undefined || sentence === undefined) continue;
    const line = toLine(article, sentence);
    if (line !== undefined) lines.push(line);
  }
  return lines;
}
