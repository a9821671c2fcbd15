import type { FigureToken } from './tokens.ts';
import { tokenAt } from './tokens.ts';

/** A number as it stands in the tokens from where it was read up to (not with) `to`. */
export interface ReadNumber {
  readonly value: number;
  readonly to: number;
  /** Begins with a word: "ninety", "a hundred". */
  readonly inWords: boolean;
  /** Holds a scale: "million", "bn", "dozen". */
  readonly scaled: boolean;
  /** The scale it ends with, 1 without: what "2-3 million" gives to its first number. */
  readonly factor: number;
  /** Nothing but digits: may be a year or a part of a name. */
  readonly plain: boolean;
}

/** Scales that follow a number in words. */
export const wordScales: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['million', 1e6],
  ['millions', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['billions', 1e9],
  ['trillion', 1e12],
  ['trillions', 1e12],
]);
const digitScales: ReadonlyMap<string, number> = new Map([
  ...wordScales,
  ['hundred', 1e2],
  ['dozen', 12],
  ['dozens', 12],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['mio', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['tln', 1e12],
  ['k', 1e3],
]);
/** "and a half", "-and-a-quarter" after a number. */
export function readAndAHalf(
  tokens: readonly FigureToken[],
  at: number,
): { value: number; to: number } | undefined {
  const from = skipHyphen(tokens, at);
  if (tokenAt(tokens, from).lower !== 'and') return undefined;
  const article = skipHyphen(tokens, from + 1);
  const hasArticle = /^an?$/.test(tokenAt(tokens, article).lower);
  const part = hasArticle ? skipHyphen(tokens, article + 1) : article;
  const word = tokenAt(tokens, part).lower;
  if (!hasArticle || !/^(?:half|quarter)$/.test(word) || tokenAt(tokens, part + 1).lower === 'of')
    return undefined;
  return { value: word === 'half' ? 0.5 : 0.25, to: part + 1 };
}

/** Steps over a hyphen that has no space on either side. */
export function skipHyphen(tokens: readonly FigureToken[], at: number): number {
  const isGlued =
    tokenAt(tokens, at).lower === '-' && !tokenAt(tokens, at).gap && !tokenAt(tokens, at + 1).gap;
  return isGlued ? at + 1 : at;
}

/** Scales after digits: "million", glued "bn" and "k", "hundred thousand". Glued "m" and "b" are read where the unit is known. */
export function readScales(
  tokens: readonly FigureToken[],
  at: number,
): { factor: number; to: number } | undefined {
  let factor = 1;
  let to = at;
  for (;;) {
    const from = skipHyphen(tokens, to);
    const token = tokenAt(tokens, from);
    const scale = digitScales.get(token.lower);
    if (scale === undefined || (token.lower === 'k' && (token.gap || from !== to))) break;
    factor *= scale;
    to = from + 1;
  }
  return to === at ? undefined : { factor, to };
}
