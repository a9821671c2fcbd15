import { findFigures } from './figures/figures.ts';
import { findQuotations } from './quotations/quotations.ts';
import { summarise } from './summary/summarise.ts';
import type { SummaryLength, TextBrief } from './types.ts';

export interface BriefOptions {
  readonly title?: string | undefined;
  /** How much summary: one sentence, 3, 5 or 8; `sentences` says it as a number. Short, when neither is given. */
  readonly length?: SummaryLength | undefined;
  readonly sentences?: number | undefined;
  /** Words the summary should turn on. */
  readonly focus?: string | undefined;
  /** Lines the editor pulled out of the body: quotations in them rank higher. */
  readonly pullQuotes?: readonly string[] | undefined;
}

/** What there is to say of a clean text: its summary, all its quotations, all its figures. Spans are into `text`. */
export function briefText(text: string, options: BriefOptions = {}): TextBrief {
  return {
    summary: summarise(text, options),
    quotations: findQuotations(text, options),
    figures: findFigures(text, options),
  };
}
