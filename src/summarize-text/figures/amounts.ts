import { readAge } from './ages.ts';
import type { Draft } from './draft.ts';
import { currencyBefore } from './money.ts';
import type { ReadNumber } from './number-scales.ts';
import { skipHyphen } from './number-scales.ts';
import { readNumber } from './numbers.ts';
import { isWeight } from './pounds.ts';
import { isPower, scaleBy, scaleMillions } from './scales.ts';
import type { FigureToken } from './tokens.ts';
import { tokenAt, wordsAfter, wordsBefore } from './tokens.ts';
import { kindOfUnit, readRate, readUnit } from './units.ts';

/** Reads the number at a token with the currency before it and the unit and rate after it. */
export function readAmount(tokens: readonly FigureToken[], at: number): Draft | undefined {
  const number = readNumber(tokens, at);
  if (!number) return undefined;
  const sign = signBefore(tokens, at);
  const money = currencyBefore(tokens, sign ?? at);
  const outer = money && sign === undefined ? signBefore(tokens, money.from) : undefined;
  const negative = sign !== undefined || outer !== undefined;
  const draft: Draft = {
    ...number,
    value: negative ? -number.value : number.value,
    from: outer ?? money?.from ?? sign ?? at,
    unit: money?.unit ?? '',
    ...(money ? { kind: 'money' } : {}),
    ...(negative ? { negative } : {}),
  };
  return withRate(tokens, money ? afterMoney(tokens, draft) : withUnit(tokens, draft, number));
}

/** A minus sign glued to the number or its currency, with a space or a bracket before it; or the word. */
function signBefore(tokens: readonly FigureToken[], at: number): number | undefined {
  const before = tokenAt(tokens, at - 1);
  if (before.lower === 'minus' && tokenAt(tokens, at).kind === 'digits') return at - 1;
  if (before.lower === 'minus' && readUnit(tokens, at + 1)) return at - 1;
  if (before.lower !== '-' || tokenAt(tokens, at).gap) return undefined;
  const lead = tokenAt(tokens, at - 2);
  return before.gap || lead.lower === '(' || lead.lower === '$' ? at - 1 : undefined;
}

/** "£5m", "$3b": letters that are scales after money; "$75 US" names the dollar once more. */
function afterMoney(tokens: readonly FigureToken[], draft: Draft): Draft {
  const scaled = draft.scaled ? draft : scaleBy(tokens, draft);
  const again = tokenAt(tokens, scaled.to);
  if (again.lower === 'us' && scaled.unit === 'USD' && !/^\p{Lu}/u.test(tokenAt(tokens, scaled.to + 1).text))
    return { ...scaled, to: scaled.to + 1 };
  const named = /^(?:US|AU|A|C|CA|HK|NZ)$/.test(again.text) ? undefined : readUnit(tokens, scaled.to);
  return named?.unit === scaled.unit && tokenAt(tokens, scaled.to).kind === 'word'
    ? { ...scaled, to: named.to }
    : scaled;
}

function withUnit(tokens: readonly FigureToken[], draft: Draft, number: ReadNumber): Draft {
  const millions = number.inWords || number.scaled ? draft : scaleMillions(tokens, draft);
  const age = readAge(tokens, millions);
  if (age) return age;
  if (!number.inWords && !millions.scaled && isGluedLetter(tokens, draft.to, 'p'))
    return { ...draft, kind: 'money', unit: 'penny', to: draft.to + 1 };
  if (!number.inWords && tokenAt(tokens, draft.to).text === 'p')
    return { ...draft, kind: 'money', unit: 'penny', plain: false, to: draft.to + 1 };
  if (isGluedLetter(tokens, draft.to, 'm') && isAfterHours(tokens, draft.from))
    return { ...draft, kind: 'duration', unit: 'min', plain: false, to: draft.to + 1 };
  if (millions === draft && isGluedLetter(tokens, draft.to, 'm') && !isPower(tokens, draft.to + 1))
    return { ...draft, kind: 'measure', unit: 'm', to: draft.to + 1 };
  return timesAfter(tokens, millions) ?? inches(tokens, millions) ?? namedUnit(tokens, millions);
}

/** The minutes of "2h 10m". */
function isAfterHours(tokens: readonly FigureToken[], from: number): boolean {
  return (
    /^(?:h|hr|hrs)$/.test(tokenAt(tokens, from - 1).lower) && tokenAt(tokens, from - 2).kind === 'digits'
  );
}

function isGluedLetter(tokens: readonly FigureToken[], at: number, letter: string): boolean {
  const token = tokenAt(tokens, at);
  return token.lower === letter && !token.gap && token.text === letter;
}

function namedUnit(tokens: readonly FigureToken[], draft: Draft): Draft {
  const unit = readUnit(tokens, draft.to);
  const kind = unit && kindOfUnit(unit.unit);
  if (!unit || !kind || isOtherWord(tokens, draft, unit.unit, unit.to)) return draft;
  if (unit.unit === 'GBP' && (isWeight(tokens, draft.from, unit.to) || isHyphenPound(tokens, draft, unit.to)))
    return { ...draft, kind: 'measure', unit: 'lb', to: unit.to };
  if (unit.unit === 'year' && /\b(?:age of|aged)$/.test(wordsBefore(tokens, draft.from, 2)))
    return { ...draft, kind: 'age', unit: 'age', to: unit.to };
  const ended = endOfUnit(tokens, unit.to, kind);
  return {
    ...draft,
    kind,
    unit: unit.unit,
    plain: false,
    to: ended,
    value: draft.value + halfAfter(tokens, unit.to, ended),
  };
}

/** "a 10-pound hammer" is weighed, "a 10-pound note" is money. */
function isHyphenPound(tokens: readonly FigureToken[], draft: Draft, to: number): boolean {
  const isJoined = tokenAt(tokens, draft.to).lower === '-' && tokenAt(tokens, to - 1).lower === 'pound';
  return isJoined && !draft.scaled && !moneyNoun.test(tokenAt(tokens, to).lower);
}

const moneyNoun =
  /^(?:notes?|coins?|bills?|fines?|fees?|prizes?|tickets?|vouchers?|deals?|bets?|loans?|bonds?|rise|cut|grants?|debts?|contracts?|budget|charge|levy|tax|donation|reward|limit|cap|bonus|payment|price|cost|question|man|a)$/;

/** "three years and a half". */
function endOfUnit(tokens: readonly FigureToken[], at: number, kind: string): number {
  const isHalf = kind === 'duration' && /^and an? (?:half|quarter)$/.test(wordsAfter(tokens, at, 3));
  return isHalf ? at + 3 : at;
}

function halfAfter(tokens: readonly FigureToken[], unitTo: number, to: number): number {
  if (to === unitTo) return 0;
  return tokenAt(tokens, to - 1).lower === 'half' ? 0.5 : 0.25;
}

/** Words that are units elsewhere: "two second goals", "50 Cent", "three degrees from Yale", "a 2-foot putt" is one. */
function isOtherWord(tokens: readonly FigureToken[], draft: Draft, unit: string, to: number): boolean {
  const word = tokenAt(tokens, to - 1);
  const next = tokenAt(tokens, to).lower;
  if (unit === 'deg' && word.kind === 'word')
    return (
      /^(?:in|from|at|and)$/.test(next) &&
      !/\b(?:temperature|heat|at|to|of|angle)$/.test(wordsBefore(tokens, draft.from, 1))
    );
  if (unit === 'st' || unit === 'cal')
    return /^(?:walls?|steps?|circles?|age|floor|cottage|building)$/.test(next);
  if (unit === '%' && word.lower === 'percentage') return draft.inWords && next === 'points';
  return word.lower === 'try' || (unit === 'TRY' && draft.value < 100);
}

/** "three times the size" is a multiple, "arrested three times" a count. */
function timesAfter(tokens: readonly FigureToken[], draft: Draft): Draft | undefined {
  const at = skipHyphen(tokens, draft.to);
  if (tokenAt(tokens, at).lower !== 'times') return undefined;
  const compares = comparing.test(tokenAt(tokens, at + 1).lower) || tokenAt(tokens, draft.to).lower === '-';
  return { ...draft, kind: compares ? 'multiple' : 'count', unit: 'time', plain: false, to: at + 1 };
}

const comparing =
  /^(?:as|the|that|those|what|its|their|his|her|our|more|less|higher|lower|larger|bigger|greater|smaller|faster|slower|longer|heavier|richer|stronger|likelier|above|below|over|earnings|book|sales|profits?|revenues?|annual|normal|average|base)$/;

/** "3 1/2 in wide", "a 9.7 in screen", 5''. */
function inches(tokens: readonly FigureToken[], draft: Draft): Draft | undefined {
  const [next, after] = [tokenAt(tokens, draft.to), tokenAt(tokens, draft.to + 1)];
  if (draft.inWords || draft.scaled) return undefined;
  if (
    next.lower === 'in' &&
    (!next.gap || /^(?:thick|tall|long|wide|deep|high|across|screen|display|diameter)$/.test(after.lower)) &&
    !/^\d{4}$/.test(after.text)
  )
    return { ...draft, kind: 'measure', unit: 'in', plain: false, to: draft.to + 1 };
  return undefined;
}

/** Takes "a barrel", "per head" into the figure and its unit; a duration or multiple has none. */
function withRate(tokens: readonly FigureToken[], draft: Draft): Draft {
  if (
    !draft.kind ||
    /^(?:age|duration|multiple|percentage_points)$/.test(draft.kind) ||
    draft.unit.includes('/')
  )
    return draft;
  const rate = readRate(tokens, draft.to);
  const apart = rate ? undefined : (rateAfterNoun(tokens, draft) ?? rateAfterBracket(tokens, draft));
  if (apart !== undefined) return { ...draft, unit: `${draft.unit}/${apart}` };
  if (
    !rate ||
    (draft.kind === 'percent' &&
      /^(?:share|unit|person|head|go|time|piece|page|vote|item|game|match)$/.test(rate.unit))
  )
    return draft;
  return { ...draft, unit: `${draft.unit}/${rate.unit}`, to: rate.to };
}

/** "£9bn ($12bn) a year": the rate stands after the conversion, outside the figure. */
function rateAfterBracket(tokens: readonly FigureToken[], { kind, to }: Draft): string | undefined {
  if (kind !== 'money' || tokenAt(tokens, to).lower !== '(') return undefined;
  for (let at = to + 1; at < to + 9; at++)
    if (tokenAt(tokens, at).lower === ')') return readRate(tokens, at + 1)?.unit;
  return undefined;
}

/** "40 tonnes of steel a day": the rate stands after what is measured, outside the figure. */
function rateAfterNoun(tokens: readonly FigureToken[], { kind, to }: Draft): string | undefined {
  if (kind !== 'measure' || tokenAt(tokens, to).lower !== 'of') return undefined;
  const rate = readRate(tokens, to + 2)?.unit;
  return rate !== undefined && /^(?:s|min|h|day|night|week|month|year)$/.test(rate) ? rate : undefined;
}
