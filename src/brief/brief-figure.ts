import type { Figure, Quotation, Sentence, Span } from 'summarize-text';
import type { Article } from '../domain/article.ts';
import type { BriefFigure, Passage } from '../domain/brief.ts';
import { sureSpeaker } from './brief-quotation.ts';
import { briefSentence, covers, passageAt, wordsInArticle } from './passage-at.ts';

/** What of its article a figure's line needs. */
export interface FigureContext {
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

export function sentenceAround(span: Span, sentences: readonly Sentence[]): Sentence | undefined {
  return sentences.find((sentence) => covers(sentence, span));
}

export function briefFigure(
  article: Article,
  figure: Figure,
  { sentences, quotations }: FigureContext,
): BriefFigure {
  const sentence = sentenceAround(figure, sentences);
  const place: Sentence = sentence ?? { ...figure, index: 0, paragraph: 0 };
  const speaker = claimant(article, figure, quotations);
  return {
    passage: passageAt(article, 'text', [withQualifier(article.text, figure)]),
    figure,
    ...(figure.label.length === 0 ? {} : { label: passageAt(article, 'text', figure.label) }),
    ...(speaker === undefined ? {} : { speaker }),
    sentence: briefSentence(article, place),
  };
}

/** Who claims a figure that stands in a quotation, where the article makes the speaker sure. */
function claimant(article: Article, figure: Figure, quotations: readonly Quotation[]): Passage | undefined {
  const quoted = quotations.find(({ spans }) => spans.some((span) => covers(span, figure)));
  const speaker = quoted === undefined ? undefined : sureSpeaker(quoted);
  return speaker === undefined ? undefined : wordsInArticle(article, speaker.name);
}

/** All that is shown of a figure. */
export function figureSpans({ text }: Article, figure: Figure): readonly Span[] {
  return [withQualifier(text, figure), ...figure.label];
}

const qualifier =
  /(?<![\p{L}\p{N}])(?:about|around|roughly|approximately|some|nearly|almost|close to|more than|over|above|at least|(?:as (?:many|much) as|up to)|(?:less|fewer) than|under|below|no more than) $/iu;

/** The article's own "around" or "more than" belongs to the figure. */
function withQualifier(text: string, { start, end, modifier }: Figure): Span {
  if (modifier !== '~' && modifier !== '>' && modifier !== '<') return { start, end };
  const before = qualifier.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  return { start: start - before.length, end };
}
