import { type Figure, foldedWords, isSameSaying, type Quotation } from 'summarize-text';
import type { Article } from '../../domain/article.ts';
import type { FindIn } from '../../domain/brief.ts';

/** Shorter quotations are words that everybody uses. */
const fewestQuotedWords = 5;
/** A sentence is new where so many of its words, and so large a share of them, were not told. */
const fewestNewWords = 5;
const newShare = 0.6;
const fewestNewSentences = 2;
const shortestWord = 4;

const figureKey = ({ kind, value, value2, unit }: Figure): string =>
  `${kind} ${value} ${value2 ?? ''} ${unit}`;

const wordList = (text: string): readonly string[] => foldedWords(text).split(' ');

function isNewQuotation({ text }: Quotation, told: readonly string[]): boolean {
  const words = foldedWords(text);
  const parts = text.split(' … ').map(foldedWords);
  if (words.split(' ').length < fewestQuotedWords) return false;
  return !told.some((toldText) =>
    parts.every((part) => ` ${toldText} `.includes(` ${part} `) || isSameSaying(part, toldText)),
  );
}

/** Whether an article says something that others, told before, do not: a quotation, a figure, or sentences. */
export function tellsMore(article: Article, told: readonly Article[], find: FindIn): boolean {
  const toldTexts = told.map(({ title, text }) => foldedWords(`${title} ${text}`));
  const { quotations, figures, sentences } = find(article);
  if (quotations().some((quotation) => isNewQuotation(quotation, toldTexts))) return true;
  const toldFigures = new Set(told.flatMap((one) => find(one).figures().map(figureKey)));
  const isNewFigure = (figure: Figure) =>
    figure.rank !== undefined && figure.trivial !== true && !toldFigures.has(figureKey(figure));
  if (figures().some(isNewFigure)) return true;
  const toldWords = new Set(toldTexts.flatMap((text) => text.split(' ')));
  const newSentences = sentences().filter(({ text }) => {
    const words = wordList(text).filter(({ length }) => length >= shortestWord);
    const unknown = words.filter((word) => !toldWords.has(word));
    return unknown.length >= fewestNewWords && unknown.length >= newShare * words.length;
  });
  return newSentences.length >= fewestNewSentences;
}
