import type { Sentence } from '../types.ts';
import { isWestern } from '../western-letters.ts';
import { findSentenceEnds } from './sentence-ends.ts';

const lineOfText = /[^\n\r\v\f\u2028\u2029]+/g;
/** Letters of scripts without capitals: Chinese, Japanese, Thai, Arabic, Hindi … */
const uncased = /\p{Lo}/gu;
const cased = /\p{LC}/gu;

const unicodeRules = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Cuts a text into its sentences, in order, without overlap; all that is not blank lies in one of them.
 * Every line that holds something is a paragraph. Linear in the text's length, for any language: scripts
 * with capitals by the rules of `findSentenceEnds`, others by the sentence rules of Unicode.
 */
export function segment(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { 0: line, index: lineStart } of text.matchAll(lineOfText)) {
    if (line.trim() === '') continue;
    let from = 0;
    for (const to of [...endsOf(line), line.length]) {
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

function endsOf(line: string): readonly number[] {
  return hasCapitals(line)
    ? findSentenceEnds(line)
    : Array.from(unicodeRules.segment(line), ({ index, segment: words }) => index + words.length);
}

function hasCapitals(line: string): boolean {
  if (isWestern(line)) return true;
  const without = line.match(uncased)?.length ?? 0;
  return without === 0 || without <= (line.match(cased)?.length ?? 0);
}
