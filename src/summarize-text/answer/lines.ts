import { opensLeaning } from '../summary/openers.ts';
import type { AnswerLine, Span, Wanted } from '../types.ts';
import type { Found } from './gather.ts';
import { type QuotationsOf, quotationIn } from './quoted.ts';

/** A filling is shown as the answer from this strength on. */
const sureFill = 0.85;

/** Makes the line that shows a sentence. */
export function createLines(wanted: Wanted, quotationsOf: QuotationsOf): (found: Found) => AnswerLine {
  return (found) => {
    const { read } = found.at;
    const { sentence } = read;
    const quotes = /["“”„«'‘]/.test(sentence.text);
    const speaker = quotes ? quotationIn(quotationsOf(read.text), sentence)?.speaker : undefined;
    const answer = answerIn(found, wanted);
    const before = beforeOf(found);
    return {
      textId: read.text.asked.id,
      text: sentence.text,
      start: sentence.start,
      end: sentence.end,
      ...(before ? { before } : {}),
      ...(answer ? { answer } : {}),
      ...(speaker ? { speaker } : {}),
    };
  };
}

function answerIn({ at: { read }, fill }: Found, wanted: Wanted): Span | undefined {
  if (fill === undefined || fill.strength < sureFill || wanted === 'manner') return undefined;
  const first = read.words[fill.from];
  const last = read.words[fill.to - 1];
  if (first === undefined || last === undefined) return undefined;
  const { start } = read.sentence;
  return { start: start + first.start, end: start + last.end };
}

function beforeOf({ at: { read, text } }: Found): Span | undefined {
  if (!opensLeaning(read.sentence.text)) return undefined;
  const before = text.sentences[read.place - 1]?.read.sentence;
  return before && { start: before.start, end: before.end };
}
