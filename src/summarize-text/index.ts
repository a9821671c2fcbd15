export { answer } from './answer/answer.ts';
export { leastConfidence } from './answer/confidence.ts';
export { briefText } from './brief-text.ts';
export { clean } from './clean/clean.ts';
export { comparableGroup, tellApart, withPairs } from './figures/comparable.ts';
export { findFigures } from './figures/figures.ts';
export { keyQuotations } from './quotations/key-quotations.ts';
export { findQuotations } from './quotations/quotations.ts';
export { foldedWords, isSameSaying } from './quotations/same-words.ts';
export { segment } from './segment/segment.ts';
export { isOwnName, mayBeOne, nameWords, readName } from './speakers/person-name.ts';
export { groupNames, type NamedPerson, personsNamed } from './speakers/persons.ts';
export { summarise } from './summary/summarise.ts';
export type {
  Answer,
  AnswerLine,
  AnswerOptions,
  AnswerQuestion,
  AskedFindings,
  AskedText,
  CleanText,
  Figure,
  Quotation,
  Removal,
  Run,
  Sentence,
  Span,
  SummaryLength,
  Wanted,
} from './types.ts';
