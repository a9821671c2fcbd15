import type { FigureToken } from './tokens.ts';
import { isCapitalised, tokenAt } from './tokens.ts';

/** Answers where the non-figure that begins at a token ends (exclusive), or `undefined`. */
export type NotFigureRule = (tokens: readonly FigureToken[], at: number) => number | undefined;

const monthName =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const sureMonth = /^(?:january|february|april|june|july|august|september|october|november|december)$/;
const zone = /^(?:gmt|bst|est|edt|et|pt|pst|pdt|cet|cest|utc|ist|jst|aest|hrs)$/;

function isMonth(token: FigureToken): boolean {
  return monthName.test(token.lower) && (isCapitalised(token) || sureMonth.test(token.lower));
}

function isPlain(token: FigureToken, most: number): boolean {
  return /^\d+$/.test(token.text) && Number(token.text) <= most;
}

/** Whether the token can be a year from 1100 to 2099. */
export function isYear(token: FigureToken): boolean {
  return /^(?:1[1-9]|20)\d\d$/.test(token.text);
}

/** "17 December 2026", "12th and 13th of May", "9-11 June". */
const dayThenMonth: NotFigureRule = (tokens, at) => {
  let to = dayEnd(tokens, at);
  if (to === undefined) return undefined;
  for (let more = 0; more < 3 && /^(?:-|and|to|or|,|\/)$/.test(tokenAt(tokens, to).lower); more++) {
    const next = dayEnd(tokens, to + 1);
    if (next === undefined) break;
    to = next;
  }
  if (tokenAt(tokens, to).lower === 'of') to++;
  return isMonth(tokenAt(tokens, to)) ? yearEnd(tokens, to + 1) : undefined;
};

function dayEnd(tokens: readonly FigureToken[], at: number): number | undefined {
  if (!isPlain(tokenAt(tokens, at), 31)) return undefined;
  return isOrdinalEnding(tokenAt(tokens, at + 1)) ? at + 2 : at + 1;
}

function isOrdinalEnding(token: FigureToken): boolean {
  return !token.gap && /^(?:st|nd|rd|th)$/.test(token.lower);
}

/** Steps over ", 2026" or " 2026". */
function yearEnd(tokens: readonly FigureToken[], at: number): number {
  const from = /^[,.]$/.test(tokenAt(tokens, at).lower) ? at + 1 : at;
  return isYear(tokenAt(tokens, from)) ? from + 1 : at;
}

/** "December 17", "Sept. 3-5, 2026", "May 2027": begins at the number. */
const monthThenDay: NotFigureRule = (tokens, at) => {
  const before = tokenAt(tokens, at - 1).lower === '.' ? at - 2 : at - 1;
  if (!isMonth(tokenAt(tokens, before))) return undefined;
  if (isYear(tokenAt(tokens, at))) return at + 1;
  let to = dayEnd(tokens, at);
  if (
    to === undefined ||
    /^(?:%|per|percent|million|billion|thousand|bn|m|:)$/.test(tokenAt(tokens, to).lower)
  )
    return undefined;
  if (/^(?:-|to|and)$/.test(tokenAt(tokens, to).lower)) to = dayEnd(tokens, to + 1) ?? to;
  return yearEnd(tokens, to);
};

/** "12/10/2026", "2026-10-12", "12.10.2026", "2019-20", "2015/16". */
const numericDate: NotFigureRule = (tokens, at) => {
  const token = tokenAt(tokens, at);
  if (/^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$/.test(token.text)) return at + 1;
  const sign = tokenAt(tokens, at + 1);
  const second = tokenAt(tokens, at + 2);
  if (!/^[-/]$/.test(sign.lower) || sign.gap || second.gap || !/^\d{1,4}$/.test(second.text))
    return undefined;
  const third = tokenAt(tokens, at + 4);
  const isTriple = tokenAt(tokens, at + 3).lower === sign.lower && !third.gap && /^\d{1,4}$/.test(third.text);
  if (isTriple && /^\d{1,4}$/.test(token.text)) return at + 5;
  return isYear(token) && (/^\d\d$/.test(second.text) || isYear(second)) ? at + 3 : undefined;
};

/** "10.30am", "9 p.m.", "17:45", "ten o’clock", "0710 GMT", "7-9pm". */
const timeOfDay: NotFigureRule = (tokens, at) => {
  let to = clockEnd(tokens, at);
  if (to === undefined) return undefined;
  const isClock = to > at + 1;
  const range = /^(?:-|to|and)$/.test(tokenAt(tokens, to).lower) ? clockEnd(tokens, to + 1) : undefined;
  if (range !== undefined && halfOfDay(tokens, range) !== undefined) return halfOfDay(tokens, range);
  const half = halfOfDay(tokens, to);
  if (half === undefined) return isClock ? to : undefined;
  to = half;
  return zone.test(tokenAt(tokens, to).lower) ? to + 1 : to;
};

function clockEnd(tokens: readonly FigureToken[], at: number): number | undefined {
  const token = tokenAt(tokens, at);
  if (!/^\d{1,2}(?:\.\d\d)?$|^\d{4}$/.test(token.text))
    return /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(token.lower)
      ? at + 1
      : undefined;
  let to = at + 1;
  while (
    tokenAt(tokens, to).lower === ':' &&
    !tokenAt(tokens, to + 1).gap &&
    /^\d\d(?:\.\d+)?$/.test(tokenAt(tokens, to + 1).text)
  )
    to += 2;
  return to;
}

function halfOfDay(tokens: readonly FigureToken[], at: number): number | undefined {
  const token = tokenAt(tokens, at);
  if (/^(?:am|pm|o'clock)$/.test(token.lower)) return at + 1;
  const before = tokenAt(tokens, at - 1);
  if (token.lower === 'local' && tokenAt(tokens, at + 1).lower === 'time') return at + 2;
  if (zone.test(token.lower) && token.kind === 'word' && /^\d\d(?:\.\d\d)?$|^[012]\d{3}$/.test(before.text))
    return at + 1;
  return token.lower === 'hours' && /^0\d{3}$/.test(before.text) ? at + 1 : undefined;
}

/** "88th", "1970s", "the mid-30s", "’90s", "20-something". */
const ordinalOrDecade: NotFigureRule = (tokens, at) => {
  const token = tokenAt(tokens, at);
  const next = tokenAt(tokens, at + 1);
  if (token.kind !== 'digits' || next.gap) return undefined;
  if (isOrdinalEnding(next)) return at + 2;
  if (next.lower === '-' && /^(?:something|somethings)$/.test(tokenAt(tokens, at + 2).lower)) return at + 3;
  const to = /^['’]$/.test(next.lower) ? at + 2 : at + 1;
  const isDecade =
    /^(?:[2-9]0|(?:1[1-9]|20)\d\d)$/.test(token.text) &&
    tokenAt(tokens, to).lower === 's' &&
    !tokenAt(tokens, to).gap;
  return isDecade ? to + 1 : undefined;
};

/** "AD 1000", "300 BC". */
const era: NotFigureRule = (tokens, at) => {
  if (tokenAt(tokens, at).kind !== 'digits') return undefined;
  if (/^(?:BCE?|CE|AD|B\.C\.|A\.D\.)$/.test(tokenAt(tokens, at + 1).text)) return at + 2;
  if (!/^(?:AD|A\.D\.)$/.test(tokenAt(tokens, at - 1).text)) return undefined;
  return /^(?:and|to|-)$/.test(tokenAt(tokens, at + 1).lower) && isPlain(tokenAt(tokens, at + 2), 3000)
    ? at + 3
    : at + 1;
};

/** A year cut to two digits: "’24". */
const shortYear: NotFigureRule = (tokens, at) => {
  const isShort = /^\d\d$/.test(tokenAt(tokens, at).text) && !tokenAt(tokens, at).gap;
  return isShort && /^['’‘]$/.test(tokenAt(tokens, at - 1).lower) && tokenAt(tokens, at - 1).gap
    ? at + 1
    : undefined;
};

/** "Between 1720 and 1850", "from 1914 to 1918", "1914-1918": two years, when no counted noun follows. */
const yearPair: NotFigureRule = (tokens, at) => {
  if (!isYear(tokenAt(tokens, at)) || !isYear(tokenAt(tokens, at + 2))) return undefined;
  return /^(?:and|to|or|-)$/.test(tokenAt(tokens, at + 1).lower) &&
    !/^(?:people|jobs|workers)$/.test(tokenAt(tokens, at + 3).lower)
    ? at + 3
    : undefined;
};

/** Dates, times and years. */
export const dateRules: readonly NotFigureRule[] = [
  dayThenMonth,
  monthThenDay,
  numericDate,
  timeOfDay,
  ordinalOrDecade,
  era,
  shortYear,
  yearPair,
];
