import { createWordRoom } from '../../brief/word-budget.ts';
import type { Article } from '../../domain/article.ts';
import type { ArticleStore } from '../../domain/article-store.ts';
import type { FindIn } from '../../domain/brief.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Search, SearchHit, SearchPage } from '../../domain/search.ts';
import { createMarker, termsOf } from './mark-words.ts';
import { makeSnippet } from './snippet.ts';

const hitsOnPage = 10;
/** Words of a snippet, tried in turn until a page fits into a message; more than that are no longer a snippet. */
const snippetLengths = [40, 24, 16, 10];
const wordsOnPage = 250;

export interface PagePorts {
  readonly articles: Pick<ArticleStore, 'get'>;
  readonly find: FindIn;
  /** Whether a message holds so many hits with such snippets. */
  readonly fits: (hits: readonly SearchHit[]) => boolean;
}

/** A page of a search: ten of what was found, those that are still there and that the reader may see. */
export async function searchPage(
  { query, found, isCapped }: Search,
  asked: number,
  scopes: readonly Scope[],
  { articles, find, fits }: PagePorts,
): Promise<SearchPage> {
  const pageCount = Math.max(1, Math.ceil(found.length / hitsOnPage));
  const number = Math.min(Math.max(0, asked), pageCount - 1);
  const shown: { readonly article: Article; readonly copyCount: number }[] = [];
  for (const { id, copyCount } of found.slice(number * hitsOnPage, (number + 1) * hitsOnPage)) {
    const article = await articles.get(id, scopes);
    if (article !== undefined) shown.push({ article, copyCount });
  }
  const mark = createMarker(termsOf(query));
  const hitsWith = (most: number): readonly SearchHit[] => {
    const words = createWordRoom();
    return shown.map(({ article, copyCount }) => {
      const snippet = makeSnippet(article, find(article).sentences(), mark, { most, words });
      return { headline: article, copyCount, ...(snippet === undefined ? {} : { snippet }) };
    });
  };
  const longest = Math.floor(wordsOnPage / Math.max(1, shown.length));
  const lengths = snippetLengths.map((length) => Math.min(length, longest));
  const length = lengths.find((one) => fits(hitsWith(one))) ?? snippetLengths.at(-1) ?? 0;
  return { hits: hitsWith(length), found, isCapped, number, pageCount };
}
