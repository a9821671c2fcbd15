import {
  briefText,
  type Figure,
  findFigures,
  findQuotations,
  type Quotation,
  type Sentence,
  type Span,
  type SummaryLength,
  segment,
} from 'summarize-text';
import type { Article } from '../domain/article.ts';
import {
  type Brief,
  type BriefFigure,
  type BriefQuotation,
  type BriefSentence,
  type BriefSpeaker,
  type Passage,
  type PassagePlace,
  passageText,
} from '../domain/brief.ts';
import { createWordBudget, type WordBudget } from './word-budget.ts';

/** How much of each a brief may hold at most. */
export interface BriefShape {
  readonly length: SummaryLength;
  readonly quotations: number;
  readonly figures: number;
  readonly focus?: string | undefined;
}

export const storyShape = { quotations: 3, figures: 4 } as const;
export const cardShape: BriefShape = { length: 'line', quotations: 1, figures: 2 };

/** The article's summary with its most telling quotations and figures, none of them said twice. */
export function makeBrief(article: Article, shape: BriefShape): Brief {
  const sentences = segment(article.text);
  const { title, pullQuotes } = article;
  const found = briefText(article.text, { title, pullQuotes, length: shape.length, focus: shape.focus });
  const budget = createWordBudget(article.text);
  budget.spend(found.summary);
  const fresh = ranked(found.quotations).filter(
    ({ speaker, spans }) =>
      speaker !== undefined && !spans.some((span) => found.summary.some((shown) => covers(shown, span))),
  );
  const figures = ranked(found.figures);
  const kept = alternate(fresh.slice(0, shape.quotations), figures.slice(0, shape.figures), budget);
  return {
    article,
    sentenceCount: sentences.length,
    summary: found.summary.map((sentence) => briefSentence(article, sentence)),
    quotations: kept.quotations.map((quotation) => briefQuotation(article, quotation)),
    figures: kept.figures.map((figure) => briefFigure(article, figure, sentences)),
    quotationCount: found.quotations.length,
    figureCount: figures.length,
  };
}

/** All quotations that may be shown, in the article's order; a fragment with the sentence it stands in. */
export function makeQuotationList(article: Article, accepts: (quotation: Quotation) => boolean): Brief {
  const sentences = segment(article.text);
  const all = findQuotations(article.text, { title: article.title, pullQuotes: article.pullQuotes });
  const budget = createWordBudget(article.text);
  const quotations = byImportance(all.filter(accepts)).flatMap((quotation) => {
    const sentence = sentences.find((candidate) => covers(candidate, quotation.spans[0]));
    const needsSentence = quotation.kind === 'fragment' || quotation.speaker === undefined;
    if (needsSentence && sentence !== undefined && budget.spend([sentence]))
      return [{ ...briefQuotation(article, quotation), sentence: briefSentence(article, sentence) }];
    if (quotation.speaker === undefined || !budget.spend(quotation.spans)) return [];
    return [briefQuotation(article, quotation)];
  });
  return {
    ...emptyBrief(article, sentences),
    quotations: inTextOrder(quotations),
    quotationCount: all.length,
  };
}

/** All figures that say something, best first, each with what it measures. */
export function makeFigureList(
  article: Article,
  accepts: (figure: Figure, sentence: string) => boolean,
): Brief {
  const sentences = segment(article.text);
  const all = ranked(findFigures(article.text, { title: article.title }));
  const budget = createWordBudget(article.text);
  const figures = all
    .filter((figure) => accepts(figure, sentenceAround(figure, sentences)?.text ?? ''))
    .filter((figure) => budget.spend([figure, ...figure.label]))
    .map((figure) => briefFigure(article, figure, sentences));
  return { ...emptyBrief(article, sentences), figures, figureCount: all.length };
}

function emptyBrief(article: Article, sentences: readonly Sentence[]): Brief {
  return {
    article,
    sentenceCount: sentences.length,
    summary: [],
    quotations: [],
    figures: [],
    quotationCount: 0,
    figureCount: 0,
  };
}

/** A quotation, two figures, a quotation, two figures …: so that a short article shows some of both. */
function alternate(
  quotations: readonly Quotation[],
  figures: readonly Figure[],
  budget: WordBudget,
): { readonly quotations: readonly Quotation[]; readonly figures: readonly Figure[] } {
  const kept = { quotations: [] as Quotation[], figures: [] as Figure[] };
  for (let turn = 0; turn < Math.max(quotations.length, Math.ceil(figures.length / 2)); turn += 1) {
    const quotation = quotations[turn];
    if (quotation !== undefined && budget.spend(quotation.spans)) kept.quotations.push(quotation);
    for (const figure of figures.slice(turn * 2, turn * 2 + 2))
      if (budget.spend([figure, ...figure.label])) kept.figures.push(figure);
  }
  return kept;
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

function covers(outer: Span, inner: Span | undefined): boolean {
  return inner !== undefined && inner.start >= outer.start && inner.end <= outer.end;
}

function sentenceAround(span: Span, sentences: readonly Sentence[]): Sentence | undefined {
  return sentences.find((sentence) => covers(sentence, span));
}

function passageAt(article: Article, of: PassagePlace, spans: readonly Span[]): Passage {
  const text = passageText(article, of, spans);
  if (text === undefined) throw new RangeError(`a span lies outside the ${of} of article ${article.id}`);
  return { articleId: article.id, of, spans: spans.map(({ start, end }) => ({ start, end })), text };
}

function briefSentence(article: Article, sentence: Sentence): BriefSentence {
  return { passage: passageAt(article, 'text', [sentence]), number: sentence.index + 1 };
}

function briefQuotation(article: Article, quotation: Quotation): BriefQuotation {
  const speaker = briefSpeaker(article, quotation);
  return {
    passage: passageAt(article, 'text', quotation.spans),
    quotation,
    ...(speaker === undefined ? {} : { speaker }),
  };
}

function briefSpeaker(article: Article, { speaker }: Quotation): BriefSpeaker | undefined {
  const name = speaker === undefined ? undefined : wordsInArticle(article, speaker.name);
  if (name === undefined) return undefined;
  const role = speaker?.role === undefined ? undefined : wordsInArticle(article, speaker.role);
  return role === undefined ? { name } : { name, role };
}

/** Where the article says these words first; `undefined` when it never does, and then they are not shown. */
function wordsInArticle(article: Article, words: string): Passage | undefined {
  for (const place of ['text', 'title', 'standfirst'] as const) {
    const start = (article[place] ?? '').indexOf(words);
    if (start >= 0 && words !== '') return passageAt(article, place, [{ start, end: start + words.length }]);
  }
  return undefined;
}

function briefFigure(article: Article, figure: Figure, sentences: readonly Sentence[]): BriefFigure {
  const sentence = sentenceAround(figure, sentences);
  const place: Sentence = sentence ?? { ...figure, index: 0, paragraph: 0 };
  return {
    passage: passageAt(article, 'text', [figure]),
    figure,
    ...(figure.label.length === 0 ? {} : { label: passageAt(article, 'text', figure.label) }),
    sentence: briefSentence(article, place),
  };
}
