import { findQuotations } from '../quotations/quotations.ts';
import type { AnswerOptions, Quotation, Span } from '../types.ts';
import type { ReadText } from './read-texts.ts';

/** The quotations of a text, looked for once. */
export type QuotationsOf = (text: ReadText) => readonly Quotation[];

export function createQuotations(findings: AnswerOptions['findings']): QuotationsOf {
  const known = new Map<number, readonly Quotation[]>();
  return ({ asked, index }) => {
    const ready =
      known.get(index) ??
      findings?.(asked.id)?.quotations() ??
      findQuotations(asked.text, { title: asked.title });
    known.set(index, ready);
    return ready;
  };
}

/** The first quotation of which words stand in the span, those with a speaker first. */
export function quotationIn(quotations: readonly Quotation[], { start, end }: Span): Quotation | undefined {
  const here = quotations.filter(({ spans }) => spans.some((span) => span.start < end && span.end > start));
  return here.find(({ speaker }) => speaker !== undefined) ?? here[0];
}
