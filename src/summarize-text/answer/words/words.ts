import { smallNumber } from '../../figures/numbers.ts';
import { isWestern, westernLetters, westernNumbers } from '../../western-letters.ts';
import { plainFormOf } from './irregular.ts';
import { stemOf } from './stem.ts';

/** A word of a text: `start` and `end` are into the string it was read from. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** What its forms share; numbers in words are written in digits. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  readonly isNumber: boolean;
}

const dotted = String.raw`(?:[A-Z]\.){2,8}`;
const western = new RegExp(
  `${dotted}|[${westernNumbers}]{1,40}(?:[.,][${westernNumbers}]{1,40}){0,8}[a-z]{0,3}|[${westernLetters}${westernNumbers}]+`,
  'g',
);
const everywhere = new RegExp(
  String.raw`${dotted}|\p{N}{1,40}(?:[.,]\p{N}{1,40}){0,8}[a-z]{0,3}|[\p{L}\p{N}\p{M}]+`,
  'gu',
);

/** The words of a string, in order; marks, apostrophes and hyphens part them, points and commas of numbers do not. */
export function readWords(text: string): readonly Word[] {
  const pattern = isWestern(text) ? western : everywhere;
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => toWord(word, index));
}

const firstDigit = /^\p{N}/u;
const capital = /^\p{Lu}/u;

function toWord(text: string, start: number): Word {
  const lower = plainLower(text);
  const isNumber = firstDigit.test(text) || smallNumber(lower) !== undefined;
  return {
    text,
    lower,
    stem: isNumber ? numberStem(lower) : stemOf(plainFormOf(lower)),
    start,
    end: start + text.length,
    isCapital: capital.test(text),
    isNumber,
  };
}

const marksOnLetters = /\p{M}/gu;
const plain = /^[\0-\u007f]*$/;

/** "U.S." and "US", "Café" and "cafe" are one. */
function plainLower(text: string): string {
  const small = text.toLowerCase();
  if (plain.test(small))
    return small.includes('.') && !firstDigit.test(small) ? small.replaceAll('.', '') : small;
  return small.normalize('NFD').replace(marksOnLetters, '');
}

function numberStem(lower: string): string {
  const small = smallNumber(lower);
  return small === undefined ? lower.replaceAll(',', '') : String(small);
}
