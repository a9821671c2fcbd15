import type { Figure, Quotation, Sentence, Span, SummaryLength } from 'summarize-text';
import type { Article, ArticleTexts } from './article.ts';

/** Which of an article's texts a span points into. */
export type PassagePlace = 'text' | 'title' | 'standfirst';

/** Words of a stored article, to be shown. Law: `text` is what `passageText` gives for it. */
export interface Passage {
  readonly articleId: string;
  readonly of: PassagePlace;
  readonly spans: readonly Span[];
  readonly text: string;
}

/** The words at the spans, joined by " … "; `undefined` when a span is empty or lies outside the text. */
export function passageText(
  article: ArticleTexts,
  of: PassagePlace,
  spans: readonly Span[],
): string | undefined {
  const text = article[of] ?? '';
  const isInside = ({ start, end }: Span) => start >= 0 && start < end && end <= text.length;
  if (spans.length === 0 || !spans.every(isInside)) return undefined;
  return spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
}

export interface BriefSentence {
  readonly passage: Passage;
  /** Counts from 1, of all sentences of the article. */
  readonly number: number;
}

/** Who said it, in words that stand in the article. */
export interface BriefSpeaker {
  readonly name: Passage;
  readonly role?: Passage;
}

export interface BriefQuotation {
  readonly passage: Passage;
  readonly quotation: Quotation;
  /** Absent: the article does not make it sure enough. */
  readonly speaker?: BriefSpeaker;
  /** The sentence the quotation stands in, where the quoted words alone say too little. */
  readonly sentence?: BriefSentence;
  /** Other articles of the same post that have the words. */
  readonly alsoIn?: readonly QuotedElsewhere[];
}

/** An article that has words which are shown from another, and where. */
export interface QuotedElsewhere {
  readonly article: Article;
  readonly spans: readonly Span[];
}

export interface BriefFigure {
  readonly passage: Passage;
  readonly figure: Figure;
  /** What is measured; absent where no words of the sentence say it. */
  readonly label?: Passage;
  /** Who claims it, where it stands in a quotation whose speaker is sure. */
  readonly speaker?: Passage;
  readonly sentence: BriefSentence;
}

/** A figure that stands beside others of its kind: `label` says what sets it apart from them. */
export interface ComparedFigure extends BriefFigure {
  readonly label: Passage;
}

/** What we say of an article, within the limits of fair dealing. Quotations and figures best first. */
export interface Brief {
  readonly article: Article;
  readonly sentenceCount: number;
  readonly summary: readonly BriefSentence[];
  readonly quotations: readonly BriefQuotation[];
  readonly figures: readonly BriefFigure[];
  /** Those of the figures shown that can be drawn side by side, 2 to 6; empty where none can. */
  readonly comparison: readonly ComparedFigure[];
  /** How many the article holds, shown or not. */
  readonly quotationCount: number;
  readonly figureCount: number;
}

/** How an article differs from what was first stored of it, at `since` (UTC milliseconds). */
export interface BriefChanges {
  readonly article: Article;
  readonly since: number;
  /** New ones, as many as fair dealing allows. */
  readonly sentences: readonly BriefSentence[];
  readonly addedCount: number;
  readonly removedCount: number;
}

/** What the text engine finds in an article, whatever of it is shown then. Each is looked for when it is asked for. */
export interface Findings {
  sentences(): readonly Sentence[];
  quotations(): readonly Quotation[];
  figures(): readonly Figure[];
  summary(length: SummaryLength, focus: string | undefined): readonly Sentence[];
}

export type FindIn = (article: Article) => Findings;
