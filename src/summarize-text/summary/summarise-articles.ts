import type { Sentence } from '../types.ts';
import { chooseSentences } from './choice.ts';
import { limitsOf, poolOf, type SummaryShape } from './summarise.ts';
import { weighTerms } from './term-weights.ts';

/** One of several articles on the same events; `id` comes back with each of its sentences. */
export interface ArticleText {
  readonly id: string;
  readonly text: string;
  readonly title?: string | undefined;
}

/** A sentence of one of several articles; its span is into that article's text. */
export interface ArticleSentence extends Sentence {
  readonly articleId: string;
}

/**
 * Sentences of several articles that together say most of what they report, no fact twice: article by article in
 * the order given, each article's in its own order and words. The laws of `summarise` hold within each article,
 * fair dealing too: an article gives at most the share it would give alone.
 */
export function summariseArticles(
  articles: readonly ArticleText[],
  shape: SummaryShape = {},
): readonly ArticleSentence[] {
  const pools = articles.map(({ text, title }) => poolOf(text, title, shape));
  const titles = articles.flatMap(({ title }) => (title === undefined ? [] : [title]));
  const terms = weighTerms(
    pools.flatMap(({ candidates }) => candidates),
    titles.join('\n'),
  );
  const chosen = chooseSentences(pools, terms, limitsOf(shape));
  return articles.flatMap(({ id }, index) =>
    (chosen[index] ?? []).map(({ sentence }) => ({ ...sentence, articleId: id })),
  );
}
