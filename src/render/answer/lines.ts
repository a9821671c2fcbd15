import type { Span } from 'summarize-text';
import type { AnsweredLine } from '../../domain/answer.ts';
import type { Passage } from '../../domain/brief.ts';
import type { Line, Piece } from '../../domain/reply.ts';
import { shortSource, shortUrl } from '../headline.ts';
import { titleBeginning } from '../passages.ts';
import { linked, passage, quotation, small, strong, time } from '../pieces.ts';
import { placeUrl } from '../place-url.ts';

const longestUrl = 500;
const longestTitle = 120;

/** The words of a line, those that answer strong. */
function markedPieces({ article, passage: words, answer }: AnsweredLine): Piece[] {
  const [line] = words.spans;
  if (line === undefined || answer === undefined || isAll(answer, line)) return [passage(words)];
  const at = (start: number, end: number): readonly Passage[] =>
    start < end
      ? [{ articleId: article.id, of: 'text', spans: [{ start, end }], text: article.text.slice(start, end) }]
      : [];
  return [
    ...at(line.start, answer.start).map(passage),
    ...at(answer.start, answer.end).map(strong),
    ...at(answer.end, line.end).map(passage),
  ];
}

/** Nothing is gained by a line that is strong from end to end, nor by words outside of it. */
const isAll = (answer: Span, line: Span): boolean =>
  answer.start < line.start || answer.end > line.end || answer.end - answer.start >= line.end - line.start;

/** A line word for word, and below it who says it, the source and its age; its headline where lines are of several stories. */
export function answerLines(line: AnsweredLine, { withTitle = false } = {}): Line[] {
  const { article, before, speaker } = line;
  const role: Piece[] = speaker?.role === undefined ? [] : [', ', passage(speaker.role)];
  const said: Piece[] = speaker === undefined ? [] : ['— ', strong(speaker.name), ...role, ' · '];
  const title: Piece[] = withTitle ? [' · ', passage(titleBeginning(article, longestTitle))] : [];
  const url = shortUrl(placeUrl(article, line.passage), longestUrl);
  return [
    quotation(...(before === undefined ? [] : [passage(before), ' ']), ...markedPieces(line)),
    small(...said, linked(url, shortSource(article.source)), ' · ', time(article.publishedAt, 'R'), ...title),
  ];
}
