import { readDigits } from './digits.ts';
import type { ReadNumber } from './number-scales.ts';
import { readAndAHalf, readScales, skipHyphen, wordScales } from './number-scales.ts';
import type { FigureToken } from './tokens.ts';
import { tokenAt } from './tokens.ts';

const ones = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 10 * (index + 2)]),
);
/** The value of one word below a hundred, such as "seven" or "forty". */
export function smallNumber(word: string): number | undefined {
  return ones.get(word) ?? tens.get(word);
}

/** Reads the number that begins at a token; `undefined` when none does. */
export function readNumber(tokens: readonly FigureToken[], at: number): ReadNumber | undefined {
  return tokenAt(tokens, at).kind === 'digits' ? readDigits(tokens, at) : readWords(tokens, at);
}

interface Sum {
  total: number;
  current: number | undefined;
  lastScale: number;
  to: number;
  scaled: boolean;
}

function readWords(tokens: readonly FigureToken[], at: number): ReadNumber | undefined {
  const first = tokenAt(tokens, at).lower;
  const sum: Sum = {
    total: 0,
    current: undefined,
    lastScale: Number.POSITIVE_INFINITY,
    to: at,
    scaled: false,
  };
  if (/^an?$/.test(first)) {
    if (!/^(?:hundred|thousand|million|billion|trillion|dozen)$/.test(tokenAt(tokens, at + 1).lower))
      return undefined;
    sum.to = at + 1;
  } else if (first === 'point') return readPoint(tokens, at, 0);
  else if (smallNumber(first) === undefined) return undefined;
  while (takeWord(tokens, sum, at));
  if (sum.current === undefined && !sum.scaled) return undefined;
  return finishWords(tokens, sum, at);
}

function finishWords(tokens: readonly FigureToken[], sum: Sum, at: number): ReadNumber | undefined {
  const value = sum.total + (sum.current ?? 0);
  const decimal = sum.scaled ? undefined : readPoint(tokens, sum.to, value);
  if (decimal) return decimal;
  const half = sum.to > at ? readAndAHalf(tokens, sum.to) : undefined;
  const lastFactor = sum.scaled && sum.current === undefined ? sum.lastScale : 1;
  if (!half)
    return { value, to: sum.to, inWords: true, scaled: sum.scaled, factor: lastFactor, plain: false };
  const after = readScales(tokens, half.to);
  const factor = after?.factor ?? lastFactor;
  const whole = after ? (value + half.value) * factor : value + half.value * factor;
  const scaled = sum.scaled || after !== undefined;
  return { value: whole, to: after?.to ?? half.to, inWords: true, scaled, factor, plain: false };
}

/** Adds the next word to the sum; false when the number ends. */
function takeWord(tokens: readonly FigureToken[], sum: Sum, at: number): boolean {
  const from = nextWord(tokens, sum, at);
  const word = tokenAt(tokens, from).lower;
  const taken = takeSmall(sum, word) || takeScale(sum, word);
  if (taken) sum.to = from + 1;
  return taken;
}

/** Steps over the hyphen of "ninety-nine" and the "and" of "a hundred and five". */
function nextWord(tokens: readonly FigureToken[], sum: Sum, at: number): number {
  if (sum.to === at) return at;
  const next = skipHyphen(tokens, sum.to);
  const isAnd = tokenAt(tokens, next).lower === 'and';
  const mayJoin = sum.scaled && !/^(?:between|both)$/.test(tokenAt(tokens, at - 1).lower);
  const follower = tokenAt(tokens, next + 1).lower;
  return isAnd && mayJoin && smallNumber(follower) !== undefined && !startsScaled(tokens, next + 1)
    ? next + 1
    : next;
}

/** In "two million and three million" the "and" joins two numbers. */
function startsScaled(tokens: readonly FigureToken[], at: number): boolean {
  const after = tokenAt(tokens, at + 1).lower;
  return wordScales.has(after) || after === 'hundred' || after === 'dozen';
}

function takeSmall(sum: Sum, word: string): boolean {
  const one = ones.get(word);
  const ten = tens.get(word);
  const small = one ?? ten;
  if (small === undefined) return false;
  const { current } = sum;
  if (current === undefined) sum.current = small;
  else if (current >= 100 && current % 100 === 0) sum.current = current + small;
  else if (one !== undefined && one > 0 && one < 10 && current % 100 >= 20 && current % 10 === 0)
    sum.current = current + one;
  else return false;
  return true;
}

function takeScale(sum: Sum, word: string): boolean {
  if (word === 'hundred' || word === 'dozen') {
    sum.current = (sum.current ?? 1) * (word === 'dozen' ? 12 : 100);
    sum.scaled = true;
    return true;
  }
  const scale = wordScales.get(word);
  if (scale === undefined) return false;
  if (sum.current === undefined && sum.total > 0) sum.total *= scale;
  else if (scale < sum.lastScale) sum.total += (sum.current ?? 1) * scale;
  else return false;
  sum.current = undefined;
  sum.lastScale = scale;
  sum.scaled = true;
  return true;
}

/** "two point five million", "point seven". */
function readPoint(tokens: readonly FigureToken[], at: number, whole: number): ReadNumber | undefined {
  if (tokenAt(tokens, at).lower !== 'point') return undefined;
  let digits = '';
  let to = at + 1;
  for (
    let one = ones.get(tokenAt(tokens, to).lower);
    one !== undefined && one < 10;
    one = ones.get(tokenAt(tokens, ++to).lower)
  )
    digits += one;
  if (digits === '') return undefined;
  const scaled = readScales(tokens, to);
  const value = Number(`${whole}.${digits}`) * (scaled?.factor ?? 1);
  return {
    value,
    to: scaled?.to ?? to,
    inWords: true,
    scaled: scaled !== undefined,
    factor: scaled?.factor ?? 1,
    plain: false,
  };
}
