import type { Headline } from '../../domain/article.ts';
import type { ArticleStore } from '../../domain/article-store.ts';
import type { Scope } from '../../domain/scope.ts';
import { commonStems } from './common-stems.ts';
import { createFit } from './fit-of-text.ts';
import { type PlannedSearch, planSearches } from './plan-searches.ts';
import { weighWords } from './weigh-words.ts';

/** Where answers are looked for; `since` in UTC milliseconds, of `publishedAt`. */
export interface CandidateQuery {
  readonly scopes: readonly Scope[];
  readonly since?: number | undefined;
  readonly limit: number;
}

export type CandidatePorts = Pick<ArticleStore, 'search' | 'latest' | 'texts'>;

/** Of each search so many are looked at more closely, and of all searches together. */
const mostOfSearch = 60;
const mostRead = 150;

/** Articles of the whole store that may answer a question, best first; none where it has no telling word. */
export async function candidates(
  question: string,
  { scopes, since, limit }: CandidateQuery,
  articles: CandidatePorts,
): Promise<readonly Headline[]> {
  const weighed = weighWords(question, await commonStems(articles));
  if (weighed.words.length === 0) return [];
  const ask = ({ words, match }: PlannedSearch): Promise<readonly Headline[]> =>
    articles.search({
      scopes,
      words: words.join(' '),
      match,
      limit: mostOfSearch,
      ...(since === undefined ? {} : { since }),
    });
  const found = new Map<string, Headline>();
  const take = (hits: readonly Headline[]) => {
    for (const hit of hits) if (found.size < mostRead) found.set(hit.id, hit);
  };
  for (const hits of await Promise.all(planSearches(weighed.words).map(ask))) take(hits);
  if (found.size < limit) take(await ask({ words: weighed.words.map(({ word }) => word), match: 'any' }));
  const texts = await articles.texts([...found.keys()], scopes);
  const fitOf = createFit(weighed);
  return [...found.values()]
    .flatMap((headline) => {
      const text = texts.get(headline.id);
      return text === undefined ? [] : [{ headline, fit: fitOf(text) }];
    })
    .sort((one, other) => other.fit - one.fit || other.headline.publishedAt - one.headline.publishedAt)
    .slice(0, limit)
    .map(({ headline }) => headline);
}
