import type { AskedTerm, Matcher } from './question/terms.ts';
import type { ReadSentence, ReadText, ReadTexts } from './read-texts.ts';
import type { Word } from './words/words.ts';

/** A word of a sentence that stands for a term of the question. */
export interface Hit {
  readonly term: number;
  readonly at: number;
  readonly strength: number;
}

/** Where the question's terms stand: by term, how strongly at best. */
interface Spread {
  readonly hits: readonly Hit[];
  readonly strengths: readonly number[];
}

export interface SpreadSentence extends Spread {
  readonly read: ReadSentence;
  readonly text: SpreadText;
}

export interface SpreadText {
  readonly read: ReadText;
  readonly title: Spread;
  readonly sentences: readonly SpreadSentence[];
  /** By term, at best anywhere in title or body. */
  readonly whole: readonly number[];
}

/** Where in the texts the terms of a question stand. */
export function spreadTerms(
  { texts }: ReadTexts,
  terms: readonly AskedTerm[],
  match: Matcher,
): readonly SpreadText[] {
  return texts.map((read) => {
    const sentences: SpreadSentence[] = [];
    const whole = terms.map(() => 0);
    const title = spreadOf(read.title, terms.length, match);
    const text: SpreadText = { read, title, sentences, whole };
    for (const one of read.sentences)
      sentences.push({ ...spreadOf(one.words, terms.length, match), read: one, text });
    for (const { strengths } of [title, ...sentences])
      strengths.forEach((strength, term) => {
        whole[term] = Math.max(whole[term] ?? 0, strength);
      });
    return text;
  });
}

function spreadOf(words: readonly Word[], termCount: number, match: Matcher): Spread {
  const hits: Hit[] = [];
  const strengths = Array.from({ length: termCount }, () => 0);
  words.forEach((word, at) => {
    for (const { term, strength } of match(word)) {
      hits.push({ term, at, strength });
      strengths[term] = Math.max(strengths[term] ?? 0, strength);
    }
  });
  return { hits, strengths };
}
