import {
  type Figure,
  keyQuotations,
  type Quotation,
  type Sentence,
  type SummaryLength,
  withPairs,
} from 'summarize-text';
import type { Article } from '../domain/article.ts';
import type { Brief, BriefFigure, BriefQuotation, FindIn } from '../domain/brief.ts';
import { briefFigure, type FigureContext, figureSpans, sentenceAround } from './brief-figure.ts';
import { briefQuotation, shortened, sureEnough } from './brief-quotation.ts';
import { compareFigures } from './compare-figures.ts';
import { findIn } from './findings.ts';
import { briefSentence } from './passage-at.ts';
import { createWordBudget, type WordBudget } from './word-budget.ts';

/** How much of each a brief may hold at most. */
export interface BriefShape {
  readonly length: SummaryLength;
  readonly quotations: number;
  readonly figures: number;
  readonly focus?: string | undefined;
  /** Which quotations are shown, where not all may be. */
  readonly accepts?: ((quotation: Quotation) => boolean) | undefined;
}

export const storyShape = { quotations: 3, figures: 4 } as const;
export const cardShape: BriefShape = { length: 'line', quotations: 1, figures: 2 };

/** The article's summary with its most telling quotations and figures, none of them said twice. */
export function makeBrief(article: Article, shape: BriefShape, find: FindIn = findIn): Brief {
  const found = find(article);
  const sentences = found.sentences();
  const summary = found.summary(shape.length, shape.focus);
  const budget = createWordBudget(article.text);
  budget.spend(summary);
  const quotations = found.quotations().filter(shape.accepts ?? (() => true));
  const key = keyQuotations([{ id: article.id, quotations }], {
    most: shape.quotations,
    leastConfidence: sureEnough,
    shown: summary.map(({ text }) => text),
  }).map(({ quotation }) => shortened(quotation, article.text, sentences));
  const figures = withPairs(article.text, ranked(found.figures()));
  const context = { sentences, quotations: found.quotations() };
  const shown = alternate(article, key, figures.slice(0, shape.figures), { context, budget });
  return {
    article,
    sentenceCount: sentences.length,
    summary: summary.map((sentence) => briefSentence(article, sentence)),
    ...shown,
    comparison: compareFigures(article, shown.figures, budget),
    quotationCount: found.quotations().length,
    figureCount: figures.length,
  };
}

/** All quotations that may be shown, in the article's order; a fragment with the sentence it stands in. */
export function makeQuotationList(
  article: Article,
  accepts: (quotation: Quotation) => boolean,
  find: FindIn = findIn,
): Brief {
  const found = find(article);
  const sentences = found.sentences();
  const all = found.quotations();
  const budget = createWordBudget(article.text);
  const quotations = byImportance(all.filter(accepts))
    .map((quotation) => briefQuotation(article, quotation, { sentences, budget }))
    .filter((quotation) => quotation !== undefined);
  return {
    ...emptyBrief(article, sentences),
    quotations: inTextOrder(quotations),
    quotationCount: all.length,
  };
}

/** The key figures, best first, or behind them all others that say something; each with what it measures. */
export function makeFigureList(
  article: Article,
  accepts: (figure: Figure, sentence: string) => boolean,
  find: FindIn = findIn,
  which: 'key' | 'all' = 'key',
): Brief {
  const found = find(article);
  const sentences = found.sentences();
  const key = ranked(found.figures());
  const all = withPairs(article.text, which === 'key' ? key : [...key, ...restOf(found.figures(), key)]);
  const budget = createWordBudget(article.text);
  const context = { sentences, quotations: found.quotations() };
  const figures = all
    .filter((figure) => accepts(figure, sentenceAround(figure, sentences)?.text ?? ''))
    .filter((figure) => budget.spend(figureSpans(article, figure)))
    .map((figure) => briefFigure(article, figure, context));
  return {
    ...emptyBrief(article, sentences),
    figures,
    comparison: compareFigures(article, figures, budget),
    figureCount: all.length,
  };
}

/** Figures without a rank that say something and do not say a ranked one again. */
function restOf(figures: readonly Figure[], key: readonly Figure[]): readonly Figure[] {
  const said = new Set(key.map(valueWords));
  return figures.filter((figure) => {
    const isNew = figure.rank === undefined && figure.trivial !== true && !said.has(valueWords(figure));
    if (isNew) said.add(valueWords(figure));
    return isNew;
  });
}

const valueWords = ({ kind, value, value2, unit }: Figure): string =>
  `${kind} ${value} ${value2 ?? ''} ${unit}`;

function emptyBrief(article: Article, sentences: readonly Sentence[]): Brief {
  return {
    article,
    sentenceCount: sentences.length,
    summary: [],
    quotations: [],
    figures: [],
    comparison: [],
    quotationCount: 0,
    figureCount: 0,
  };
}

/** A quotation, two figures, a quotation, two figures …: so that a short article shows some of both. */
function alternate(
  article: Article,
  quotations: readonly Quotation[],
  figures: readonly Figure[],
  { context, budget }: { readonly context: FigureContext; readonly budget: WordBudget },
): Pick<Brief, 'quotations' | 'figures'> {
  const limits = { sentences: context.sentences, budget };
  const shown = { quotations: [] as BriefQuotation[], figures: [] as BriefFigure[] };
  for (let turn = 0; turn < Math.max(quotations.length, Math.ceil(figures.length / 2)); turn += 1) {
    const quotation = quotations[turn];
    const quoted = quotation === undefined ? undefined : briefQuotation(article, quotation, limits);
    if (quoted !== undefined) shown.quotations.push(quoted);
    for (const figure of figures.slice(turn * 2, turn * 2 + 2))
      if (budget.spend(figureSpans(article, figure)))
        shown.figures.push(briefFigure(article, figure, context));
  }
  return shown;
}

const rankOf = ({ rank }: { readonly rank?: number }): number => rank ?? Number.POSITIVE_INFINITY;

function ranked<T extends { readonly rank?: number }>(items: readonly T[]): T[] {
  return items.filter(({ rank }) => rank !== undefined).sort((a, b) => rankOf(a) - rankOf(b));
}

/** Ranked ones first, then the rest as they stand. */
function byImportance(quotations: readonly Quotation[]): Quotation[] {
  return [...ranked(quotations), ...quotations.filter(({ rank }) => rank === undefined)];
}

function inTextOrder(quotations: readonly BriefQuotation[]): BriefQuotation[] {
  const start = ({ quotation }: BriefQuotation) => quotation.spans[0]?.start ?? 0;
  return quotations.toSorted((a, b) => start(a) - start(b));
}
