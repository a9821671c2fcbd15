import { segment } from '../segment/segment.ts';
import type { AnswerOptions, AskedText, Sentence } from '../types.ts';
import { readWords, type Word } from './words/words.ts';

/** A sentence with its words; `place` counts the sentences of its text. */
export interface ReadSentence {
  readonly text: ReadText;
  readonly sentence: Sentence;
  readonly place: number;
  readonly words: readonly Word[];
  /** Something in it stands for what was named before. */
  readonly leans: boolean;
}

export interface ReadText {
  readonly asked: AskedText;
  readonly index: number;
  readonly title: readonly Word[];
  readonly sentences: readonly ReadSentence[];
}

/** The texts of a question, cut into sentences and words. */
export interface ReadTexts {
  readonly texts: readonly ReadText[];
  readonly sentences: readonly ReadSentence[];
  /** Words that stand in small letters somewhere, and those that have a capital in the midst of a sentence. */
  readonly plain: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
}

/** A sentence longer than this is no sentence (units of text); its beginning is read. */
const longestSentence = 4_000;

export function readTexts(asked: readonly AskedText[], findings: AnswerOptions['findings']): ReadTexts {
  const texts = asked.map((text, index) => readText(text, index, findings));
  const sentences = texts.flatMap((text) => text.sentences);
  const plain = new Set<string>();
  const capital = new Set<string>();
  for (const { words } of sentences)
    for (const [at, { isCapital, lower }] of words.entries())
      if (!isCapital) plain.add(lower);
      else if (at > 0) capital.add(lower);
  return { texts, sentences, plain, capital };
}

function readText(asked: AskedText, index: number, findings: AnswerOptions['findings']): ReadText {
  const sentences: ReadSentence[] = [];
  const text: ReadText = { asked, index, title: readWords(asked.title ?? ''), sentences };
  const found = findings?.(asked.id)?.sentences() ?? segment(asked.text);
  found.forEach((sentence, place) => {
    const words = readWords(sentence.text.slice(0, longestSentence));
    sentences.push({ text, sentence, place, words, leans: takesUp(words) });
  });
  return text;
}

const pronoun = /^(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|who|this|these|those|such)$/;

const takesUp = (words: readonly Word[]): boolean =>
  words[0]?.lower === 'the' || words.some(({ lower }) => pronoun.test(lower));
