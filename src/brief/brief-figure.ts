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

/** A range is "between" its ends. */
const opening = /(?<![\p{L}\p{N}])(?:between|from) $/iu;
const qualifier =
  /(?<![\p{L}\p{N}])(?:about|around|roughly|approximately|some|nearly|almost|close to|more than|over|above|at least|(?:as (?:many|much) as|up to)|(?:less|fewer) than|under|below|no more than) $/iu;
const longestQualifier = 20;

/** The article's own "around", "more than" or "between" belongs to the figure, and "from" to what it was before. */
function withQualifier(text: string, figure: Figure): Span {
  const { start, end } = figure;
  const before = text.slice(Math.max(0, start - longestQualifier), start);
  const words = qualifierOf(text, figure)?.exec(before)?.[0] ?? '';
  return { start: start - words.length, end };
}

function qualifierOf(text: string, figure: Figure): RegExp | undefined {
  const { start, end, value2, modifier } = figure;
  if (modifier === '~' || modifier === '>' || modifier === '<') return qualifier;
  if (value2 !== undefined) return / (?:and|to) /.test(text.slice(start, end)) ? opening : undefined;
  return modifier === '=' && isFormer(text, figure) ? opening : undefined;
}

const nearby = 60;
const toLevel = /^(?:[^.;\n]|\.\d){0,40}? to (?:\p{L}+ ){0,2}\p{Sc}?\d/u;
const afterLevel = / to (?:\p{L}+ ){0,2}\p{Sc}?\d(?:[^.;\n]|\.\d){0,30} from $/u;

/** "from £5,092 to £5,290", "to 3.6% in October from 3.1%": the level before a change. */
function isFormer(text: string, { start, end }: Figure): boolean {
  const before = text.slice(Math.max(0, start - nearby), start);
  return (
    before.endsWith(' from ') && (toLevel.test(text.slice(end, end + nearby)) || afterLevel.test(before))
  );
}
