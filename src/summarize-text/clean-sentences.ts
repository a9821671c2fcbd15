import { findSentenceEnds } from './sentence-ends.ts';
import type { Span } from './types.ts';

/** The sentences of a line; the blanks between them belong to none. */
export function sentencesOf(line: string): readonly Span[] {
  const ends = [...findSentenceEnds(line), line.length];
  let start = 0;
  return ends.flatMap((end) => {
    const from = start + (line.slice(start, end).search(/\S/) + 1 || 1) - 1;
    start = end;
    return from < end ? [{ start: from, end }] : [];
  });
}
