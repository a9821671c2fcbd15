import { keyQuotations, type Quotation } from 'summarize-text';
import type { Article } from '../domain/article.ts';
import type { Brief, BriefQuotation, FindIn, QuotedElsewhere } from '../domain/brief.ts';
import { sureEnough } from './brief-quotation.ts';
import { findIn } from './findings.ts';
import { type BriefShape, makeBrief } from './make-brief.ts';

/**
 * The briefs of one post. A quotation that several of its articles have stands in the first of them, with all its
 * sources; words that they give to two speakers stand in none.
 */
export function makeBriefs(
  articles: readonly Article[],
  shape: BriefShape,
  find: FindIn = findIn,
): readonly Brief[] {
  const others = sourcesByHome(articles, find);
  return articles.map((article) => {
    const placeOf = (quotation: Quotation) => placeIn(article.id, quotation);
    const accepts = (quotation: Quotation) => others.has(placeOf(quotation));
    const brief = makeBrief(article, { ...shape, accepts }, find);
    const withSources = (shown: BriefQuotation): BriefQuotation => {
      const alsoIn = others.get(placeOf(shown.quotation)) ?? [];
      return alsoIn.length === 0 ? shown : { ...shown, alsoIn };
    };
    return { ...brief, quotations: brief.quotations.map(withSources) };
  });
}

const placeIn = (articleId: string, { spans: [first] }: Quotation): string =>
  `${articleId} ${first?.start ?? ''}`;

const isRanked = ({ quotation }: { readonly quotation: Quotation }): number =>
  quotation.rank === undefined ? 0 : 1;

/** By the place where a key quotation is shown: the other articles that have it. */
function sourcesByHome(
  articles: readonly Article[],
  find: FindIn,
): ReadonlyMap<string, readonly QuotedElsewhere[]> {
  const byId = new Map(articles.map((article, order) => [article.id, { article, order }]));
  const quoted = articles.map((article) => ({ id: article.id, quotations: find(article).quotations() }));
  const key = keyQuotations(quoted, { most: Number.POSITIVE_INFINITY, leastConfidence: sureEnough });
  return new Map(
    key.flatMap(({ sources }) => {
      const placed = sources
        .flatMap(({ articleId, quotation }) => {
          const known = byId.get(articleId);
          return known === undefined ? [] : [{ ...known, quotation }];
        })
        .toSorted((one, other) => isRanked(other) - isRanked(one) || one.order - other.order);
      const [home, ...others] = placed;
      if (home === undefined) return [];
      const alsoIn = others.map(({ article, quotation: { spans } }) => ({ article, spans }));
      return [[placeIn(home.article.id, home.quotation), alsoIn] as const];
    }),
  );
}
