import type { ReadNumber } from './number-scales.ts';
import { readAndAHalf, readScales } from './number-scales.ts';
import type { FigureToken } from './tokens.ts';
import { tokenAt } from './tokens.ts';

const signs: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

/** Reads the number in digits that stands at a token, with the fraction and scale after it. */
export function readDigits(tokens: readonly FigureToken[], at: number): ReadNumber | undefined {
  const token = tokenAt(tokens, at);
  const sign = signs.get(token.text);
  const grouped = sign === undefined ? readSpacedGroups(tokens, at) : undefined;
  let value = sign ?? grouped?.value ?? digitsValue(token.text, isDecimalPlace(tokens, at));
  if (value === undefined) return undefined;
  let to = grouped?.to ?? at + 1;
  const broken = readFraction(tokens, to, sign === undefined ? value : undefined);
  if (broken) ({ value, to } = broken);
  const halves = readAndAHalf(tokens, to);
  if (halves) {
    value += halves.value;
    to = halves.to;
  }
  const scaled = readScales(tokens, to);
  const plain = /^\d+$/.test(token.text) && !broken && !halves && !grouped && !scaled;
  const factor = scaled?.factor ?? 1;
  return {
    value: value * factor,
    to: scaled?.to ?? to,
    inWords: false,
    scaled: scaled !== undefined,
    factor,
    plain,
  };
}

/** Digits in English or European form; a comma before one or two digits is a decimal sign in `decimalPlace` only. */
function digitsValue(digits: string, decimalPlace = false): number | undefined {
  if (/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(digits) && !/^\d+\.\d+\.\d/.test(digits)) return Number(digits);
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^\d{1,3}(?:['’]\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replace(/['’]/g, ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(digits) || /^\d{1,3}\.\d{3},\d{1,2}$/.test(digits))
    return Number(digits.replaceAll('.', '').replace(',', '.'));
  return decimalPlace && /^\d+,\d+$/.test(digits) ? Number(digits.replace(',', '.')) : undefined;
}

/** Where "3,5" can only be three and a half: before a percent or currency sign, or a scale. */
function isDecimalPlace(tokens: readonly FigureToken[], at: number): boolean {
  const next = tokenAt(tokens, at + 1).lower;
  const before = tokenAt(tokens, at - 1).lower;
  return (
    /^(?:[%€$£]|per|percent|pct|pc|euros?|million|billion|bn|m|mn|kg|km|cm|mm)$/.test(next) ||
    /^[€£$]$/.test(before)
  );
}

/** "12 500", "1 250 000": groups of three digits parted by spaces. */
function readSpacedGroups(
  tokens: readonly FigureToken[],
  at: number,
): { value: number; to: number } | undefined {
  if (!/^[1-9]\d{0,2}$/.test(tokenAt(tokens, at).text)) return undefined;
  let to = at + 1;
  while (/^\d{3}$/.test(tokenAt(tokens, to).text) && tokenAt(tokens, to).gap && isOneUnit(tokens, to)) to++;
  const after = tokenAt(tokens, to);
  if (
    to === at + 1 ||
    (after.kind === 'digits' && /^\d/.test(after.text)) ||
    isNameBefore(tokenAt(tokens, at - 1))
  )
    return undefined;
  const joined = tokens.slice(at, to).map((token) => token.text);
  return { value: Number(joined.join('')), to };
}

function isOneUnit(tokens: readonly FigureToken[], at: number): boolean {
  return tokenAt(tokens, at).start - tokenAt(tokens, at - 1).end === 1;
}

function isNameBefore(token: FigureToken): boolean {
  return (
    token.kind === 'word' &&
    /^\p{Lu}/u.test(token.text) &&
    !/^(?:some|about|around|nearly|over|the|than|at|in)$/.test(token.lower)
  );
}

/** "1/4" by itself, or the rest of "2 1/2" and "2½" where `whole` is given. */
function readFraction(
  tokens: readonly FigureToken[],
  at: number,
  whole: number | undefined,
): { value: number; to: number } | undefined {
  const sign = signs.get(tokenAt(tokens, at).text);
  if (whole !== undefined && sign !== undefined && Number.isInteger(whole))
    return { value: whole + sign, to: at + 1 };
  if (whole === undefined) return undefined;
  const direct = quotient(tokens, at - 1);
  if (direct !== undefined) return { value: direct, to: at + 2 };
  const mixed = tokenAt(tokens, at).gap ? quotient(tokens, at) : undefined;
  return mixed !== undefined && Number.isInteger(whole) && whole < 1000
    ? { value: whole + mixed, to: at + 3 }
    : undefined;
}

function quotient(tokens: readonly FigureToken[], at: number): number | undefined {
  const [upper, slash, lower] = [tokenAt(tokens, at), tokenAt(tokens, at + 1), tokenAt(tokens, at + 2)];
  if (!/^[/⁄]$/.test(slash.text) || slash.gap || lower.gap || !/^\d{1,2}$/.test(upper.text)) return undefined;
  if (!/^\d{1,3}$/.test(lower.text) || /^[/⁄]$/.test(tokenAt(tokens, at + 3).text)) return undefined;
  const value = Number(upper.text) / Number(lower.text);
  return Number(lower.text) > 0 && value < 1 ? value : undefined;
}
