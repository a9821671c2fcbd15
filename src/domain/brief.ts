import type { Figure, Quotation, Span } from 'summarize-text';
import type { Article } from './article.ts';

/** Words of a stored article, to be shown. Law: `text` is the spans' text, joined by " … ". */
export interface Passage {
  readonly articleId: string;
  /** Where the spans point: the clean body, the title or the standfirst. */
  readonly of: 'text' | 'title' | 'standfirst';
  readonly spans: readonly Span[];
  readonly text: string;
}

export interface BriefSentence {
  readonly passage: Passage;
  /** Counts from 1, of all sentences of the article. */
  readonly number: number;
}

export interface BriefQuotation {
  readonly passage: Passage;
  readonly quotation: Quotation;
  /** The sentence that holds the quotation, shown where the quotation alone is not enough. */
  readonly sentence: Passage;
}

export interface BriefFigure {
  readonly passage: Passage;
  readonly label: Passage;
  readonly figure: Figure;
  readonly sentence: Passage;
}

/** What we say of an article; chosen and within the limits of fair dealing. Quotations and figures best first. */
export interface Brief {
  readonly article: Article;
  readonly sentenceCount: number;
  readonly summary: readonly BriefSentence[];
  readonly quotations: readonly BriefQuotation[];
  readonly figures: readonly BriefFigure[];
  /** How many the article holds, shown or not. */
  readonly quotationCount: number;
  readonly figureCount: number;
}
