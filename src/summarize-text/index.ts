export { briefText } from './brief-text.ts';
export { clean } from './clean/clean.ts';
export { findFigures } from './figures/figures.ts';
export { findQuotations } from './quotations/quotations.ts';
export { segment } from './segment/segment.ts';
export { summarise } from './summary/summarise.ts';
export type {
  CleanText,
  Figure,
  Quotation,
  Removal,
  Run,
  Sentence,
  Span,
  SummaryLength,
} from './types.ts';
