export { briefText } from './brief-text.ts';
export { clean } from './clean.ts';
export { findFigures } from './figures.ts';
export { findQuotations } from './quotations.ts';
export { segment } from './segment.ts';
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
