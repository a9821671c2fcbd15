import { findSentenceEnds } from '../segment/sentence-ends.ts';
import type { Span } from '../types.ts';
import type { Line } from './lines.ts';

const known = new WeakMap<Line, readonly Span[]>();

/** The sentences of a line; the blanks between them belong to none. */
export function sentencesOf(line: Line): readonly Span[] {
  const before = known.get(line);
  if (before !== undefined) return before;
  const sentences = cut(line.text);
  known.set(line, sentences);
  return sentences;
}

function cut(text: string): readonly Span[] {
  let last = 0;
  return [...findSentenceEnds(text), text.length].flatMap((end) => {
    const blanks = text.slice(last, end).search(/\S/);
    const start = last + Math.max(0, blanks);
    last = end;
    return blanks < 0 ? [] : [{ start, end }];
  });
}
