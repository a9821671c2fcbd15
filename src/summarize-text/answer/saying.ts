import type { Question } from './question/question.ts';
import { type QuotationsOf, quotationIn } from './quoted.ts';
import type { SpreadSentence } from './spread.ts';
import { readWords, type Word } from './words/words.ts';

/** Stems of the words that name whose words are wanted: "what did the mayor say about …". */
export function speakerStems({ words, speaker }: Question): ReadonlySet<string> {
  return new Set(words.slice(speaker?.from ?? 0, speaker?.to ?? 0).map(({ stem }) => stem));
}

const worth = { theirs: 1, told: 0.8, unsure: 0.4 } as const;

/** How far a sentence gives the words of whom the question names: quoted 1, told in the writer's words less. */
export function saidIn(
  { read }: SpreadSentence,
  stems: ReadonlySet<string>,
  quotationsOf: QuotationsOf,
): number {
  const quotation = quotationIn(quotationsOf(read.text), read.sentence);
  const isMeant = ({ stem }: Word): boolean => stems.size === 0 || stems.has(stem);
  if (quotation?.speaker !== undefined) {
    const { name, role = '' } = quotation.speaker;
    return readWords(`${name} ${role}`).some(isMeant) ? worth.theirs : 0;
  }
  if (isToldBy(read.words, isMeant)) return worth.told;
  return quotation !== undefined && read.words.some(isMeant) ? worth.unsure : 0;
}

const furthest = 5;

/** A verb of saying close behind, or right before, a word that is meant. */
const isToldBy = (words: readonly Word[], isMeant: (word: Word) => boolean): boolean =>
  words.some(
    ({ stem }, at) => sayingStems.has(stem) && words.slice(Math.max(0, at - furthest), at + 4).some(isMeant),
  );

const sayingStems: ReadonlySet<string> = new Set(
  'say tell claim announc add remark argu respond repli comment tweet warn insist explain admit declar deni call ask write describ accus'.split(
    ' ',
  ),
);
