import type { Question } from './question.ts';
import { type QuotationsOf, quotationIn } from './quoted.ts';
import type { SpreadSentence } from './spread.ts';
import { readWords, type Word } from './words.ts';

/** Stems of the words that name whose words are wanted: "what did the mayor say about …". */
export function speakerStems({ words, speaker }: Question): ReadonlySet<string> {
  return new Set(words.slice(speaker?.from ?? 0, speaker?.to ?? 0).map(({ stem }) => stem));
}

const worth = { theirs: 1, told: 0.7, unsure: 0.5 } as const;

/** How far a sentence gives the words of whom the question names: quoted 1, told in the writer's words less. */
export function saidIn(
  { read }: SpreadSentence,
  stems: ReadonlySet<string>,
  quotationsOf: QuotationsOf,
): number {
  const quotation = quotationIn(quotationsOf(read.text), read.sentence);
  const isMeant = (words: readonly Word[]): boolean =>
    stems.size === 0 || words.some(({ stem }) => stems.has(stem));
  const isNamed = isMeant(read.words);
  if (quotation?.speaker !== undefined) {
    const { name, role = '' } = quotation.speaker;
    if (isMeant(readWords(`${name} ${role}`))) return worth.theirs;
    return isNamed ? worth.told : 0;
  }
  if (!isNamed) return 0;
  if (read.words.some(({ stem }) => sayingStems.has(stem))) return worth.told;
  return quotation === undefined ? 0 : worth.unsure;
}

const sayingStems: ReadonlySet<string> = new Set(
  'say tell claim announc add remark argu respond repli comment tweet warn insist explain admit declar deni call ask write describ accus'.split(
    ' ',
  ),
);
