import { findQuotations } from '../quotations/quotations.ts';
import { opensLeaning } from '../summary/openers.ts';
import type { AnswerLine, AnswerOptions, Quotation, Span, Wanted } from '../types.ts';
import type { Found } from './gather.ts';

/** A filling is shown as the answer from this strength on. */
const sureFill = 0.85;

/** Makes the lines of one answer; quotations of a text are looked for once, and only where a line quotes. */
export function createLines(
  wanted: Wanted,
  findings: AnswerOptions['findings'],
): (found: Found) => AnswerLine {
  const known = new Map<string, readonly Quotation[]>();
  const quotationsOf = ({ asked }: Found['at']['read']['text']): readonly Quotation[] => {
    const ready =
      known.get(asked.id) ??
      findings?.(asked.id)?.quotations() ??
      findQuotations(asked.text, { title: asked.title });
    known.set(asked.id, ready);
    return ready;
  };
  return (found) => {
    const { read } = found.at;
    const { sentence } = read;
    const speaker = /["“”„«'‘]/.test(sentence.text)
      ? speakerIn(quotationsOf(read.text), sentence)
      : undefined;
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

function speakerIn(quotations: readonly Quotation[], { start, end }: Span): Quotation['speaker'] {
  return quotations.find(
    ({ spans, speaker }) => speaker && spans.some((span) => span.start >= start && span.end <= end),
  )?.speaker;
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
