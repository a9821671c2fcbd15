import type { Sentence } from '../types.ts';
import { isWestern } from '../western-letters.ts';
import { languageOf } from './language.ts';
import { rulesOf } from './language-rules.ts';
import { findSentenceEnds } from './sentence-ends.ts';

const lineOfText = /[^\n\r\v\f\u2028\u2029]+/g;
/** Letters of scripts without capitals: Chinese, Japanese, Thai, Arabic, Hindi … */
const uncased = /\p{Lo}/gu;
const cased = /\p{LC}/gu;

/**
 * Cuts a text into its sentences, in order, without overlap; all that is not blank lies in one of them.
 * Every line that holds something is a paragraph. Linear in the text's length, for any language: scripts
 * with capitals by the rules of `findSentenceEnds`, which part more texts of other languages rightly than
 * `Intl.Segmenter` does, all other scripts by that.
 */
export function segment(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const language = languageOf(text);
  let paragraph = 0;
  for (const { 0: line, index: lineStart } of text.matchAll(lineOfText)) {
    if (line.trim() === '') continue;
    let from = 0;
    for (const to of [...endsOf(line, language), line.length]) {
      const piece = line.slice(from, to);
      const words = piece.trim();
      const start = lineStart + from + piece.indexOf(words);
      from = to;
      if (words === '') continue;
      sentences.push({ text: words, start, end: start + words.length, index: sentences.length, paragraph });
    }
    paragraph += 1;
  }
  return sentences;
}

function endsOf(line: string, language: string | undefined): readonly number[] {
  return hasCapitals(line) ? findSentenceEnds(line, rulesOf(language)) : unicodeEnds(line, language);
}

/** Unicode counts an opening mark behind a stop to the sentence before it. */
const opensAtEnd = /(?<![“‘「『《〈（(«\s])[“‘「『《〈（(«\s]+$/;
const closesAtEnd = /[」』”’"»]$/;
/** Particles and verbs of saying that carry the sentence of a quotation on. */
const carriesOn = /^(?:[とをがはにのへでも、，,]|라?[고며는]|이라|\p{sc=Han}{0,8}[说說问問道称稱])/u;
/** A point behind a letter or two is an abbreviation's where sentences end in a danda; elsewhere behind one letter. */
const abbreviated = /(?:^|\s)(?:[\p{sc=Deva}\p{sc=Beng}]{1,4}|[\p{sc=Arab}\p{sc=Hebr}])\.$/u;

function unicodeEnds(line: string, language = 'und'): readonly number[] {
  const ends: number[] = [];
  for (const { index, segment: piece } of segmenterOf(language).segment(line)) {
    const words = piece.replace(opensAtEnd, '');
    const end = index + words.length;
    const isWithin = closesAtEnd.test(words) && carriesOn.test(line.slice(end, end + 10));
    if (words !== '' && !isWithin && !abbreviated.test(words)) ends.push(end);
  }
  return ends;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, known);
  return known;
}

function hasCapitals(line: string): boolean {
  if (isWestern(line)) return true;
  const without = line.match(uncased)?.length ?? 0;
  return without === 0 || without <= (line.match(cased)?.length ?? 0);
}
