import type { Draft } from './draft.ts';
import { closedDraft } from './draft.ts';
import { skipHyphen } from './number-scales.ts';
import { readNumber, smallNumber } from './numbers.ts';
import type { FigureToken } from './tokens.ts';
import { isCapitalised, tokenAt, wordsBefore } from './tokens.ts';
import { kindOfUnit, readUnit } from './units.ts';

const parts: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['twelfth', 12],
  ['sixteenth', 16],
  ['hundredth', 100],
]);
const scales: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

interface Part {
  readonly value: number;
  readonly to: number;
  readonly of: number;
  readonly article: boolean;
  readonly counted: boolean;
}

/** "half", "a third", "two-thirds", "three quarters": numerator (or article) and part. */
function readPart(tokens: readonly FigureToken[], at: number): Part | undefined {
  const first = tokenAt(tokens, at);
  if (first.lower === 'half') return { value: 1 / 2, to: at + 1, of: 2, article: false, counted: false };
  const article = /^an?$/.test(first.lower);
  const upper = article ? 1 : countOf(first);
  if (upper === undefined) return undefined;
  const word = skipHyphen(tokens, at + 1);
  const lower = tokenAt(tokens, word).lower;
  const of = parts.get(lower.replace(/s$/, '')) ?? parts.get(lower);
  if (
    of === undefined ||
    (lower.endsWith('s') && lower !== 'halves') === (upper === 1) ||
    tokenAt(tokens, word).kind !== 'word'
  )
    return undefined;
  return { value: upper / of, to: word + 1, of, article, counted: !article };
}

function countOf(token: FigureToken): number | undefined {
  if (token.kind === 'word') return smallNumber(token.lower);
  return /^\d{1,2}$/.test(token.text) ? Number(token.text) : undefined;
}

/** Reads a fraction, alone or of a unit: "a third of a billion pounds", "half a mile", "half of one per cent". */
export function readFractionDraft(tokens: readonly FigureToken[], at: number): Draft | undefined {
  const part = readPart(tokens, at);
  if (!part) return readOneIn(tokens, at);
  return (
    ofUnit(tokens, at, part) ??
    (isFraction(tokens, at, part) ? closedDraft(at, part.to, part.value, 'fraction') : undefined)
  );
}

/** "of a billion pounds", "a mile", "of one per cent", "of a percentage point". */
function ofUnit(tokens: readonly FigureToken[], at: number, part: Part): Draft | undefined {
  const hyphen = skipHyphen(tokens, part.to);
  const hasOf = tokenAt(tokens, hyphen).lower === 'of';
  const from = hasOf ? hyphen + 1 : skipHyphen(tokens, hyphen);
  const hasArticle = /^(?:an?|one)$/.test(tokenAt(tokens, from).lower);
  const unitAt = hasArticle ? skipHyphen(tokens, from + 1) : from;
  const word = tokenAt(tokens, unitAt);
  const scale = scales.get(word.lower);
  if (scale !== undefined && (hasArticle || hasOf || part.of === 2))
    return scaledPart(tokens, at, part.value * scale, unitAt + 1, scale);
  if (word.lower === 'point' && hasArticle)
    return closedDraft(at, unitAt + 1, part.value, 'percentage_points', 'point');
  const mayMeasure = hasArticle || !(hasOf || part.article || isNameOfUnit(word));
  return mayMeasure ? measuredPart(tokens, at, part.value, unitAt) : undefined;
}

function measuredPart(
  tokens: readonly FigureToken[],
  at: number,
  value: number,
  unitAt: number,
): Draft | undefined {
  const unit = readUnit(tokens, unitAt);
  const kind = unit && kindOfUnit(unit.unit);
  return unit && kind && kind !== 'money' ? closedDraft(at, unit.to, value, kind, unit.unit) : undefined;
}

/** "half hour", "half mile" are measures, "half day" and "half year" are parts of the calendar. */
function isNameOfUnit({ lower }: FigureToken): boolean {
  return /^(?:day|year|term|degrees?|time|century)$/.test(lower);
}

function scaledPart(
  tokens: readonly FigureToken[],
  at: number,
  value: number,
  to: number,
  factor: number,
): Draft {
  const unit = readUnit(tokens, to);
  const base = { ...closedDraft(at, unit?.to ?? to, value, 'count'), scaled: true, factor };
  const kind = unit && kindOfUnit(unit.unit);
  return unit && kind ? { ...base, kind, unit: unit.unit } : { ...base, needsNoun: true };
}

const afterHalf =
  /^(?:of|the|those|these|its|their|his|her|our|my|your|all|that|this|what|were|was|are|is|had|have|as|said|say|believe|think|who|were)$/;
const notBefore =
  /\b(?:first|second|third|fourth|final|last|this|that|next|previous|other|opening|closing|latter|former|per|the|his|her|their|its|each|every|better|early|late|and|another|in|during|over)$/;

function isFraction(tokens: readonly FigureToken[], at: number, part: Part): boolean {
  const after = tokenAt(tokens, part.to);
  const before = wordsBefore(tokens, at, 1);
  if (part.of === 2 && !part.counted) return isHalf(tokens, at, part, before);
  if (/^(?:final|finals|finalist|finalists|time|place|party|back|century|mile|pounder)$/.test(after.lower))
    return false;
  if (after.lower === '-' && !after.gap) return false;
  if (part.counted)
    return (
      part.value < 1 && !(part.of === 4 && Number.isInteger(part.value * 4) && isPeriod(tokens, at, part))
    );
  if (part.of === 4)
    return (
      !notBefore.test(before) &&
      !/^(?:past|ended|earlier)$/.test(after.lower) &&
      (after.lower !== 'to' || /\b(?:by|than|about|almost|nearly)$/.test(before))
    );
  return (
    /^(?:of|[,.;)]|more|less|higher|lower|fewer|larger|smaller|said|say|believe|think|were|are|had|have|to|in|and|from|since|over|by|on|who|as|off)$/.test(
      after.lower,
    ) || /\b(?:by|than|about|almost|nearly|over|under|roughly|around|only|just|up)$/.test(before)
  );
}

/** "the last three quarters": spans of the year. */
function isPeriod(tokens: readonly FigureToken[], at: number, part: Part): boolean {
  return (
    part.value >= 1 ||
    (/\b(?:last|past|next|first|for|consecutive|previous)$/.test(wordsBefore(tokens, at, 1)) &&
      tokenAt(tokens, part.to).lower !== 'of')
  );
}

function isHalf(tokens: readonly FigureToken[], at: number, part: Part, before: string): boolean {
  const after = tokenAt(tokens, part.to);
  if (tokenAt(tokens, at - 1).lower === '-' || after.lower === '-') return false;
  if (/\bby$/.test(before) && /^(?:[,.;]|to|in|since|from|over|and|by|$)/.test(after.lower)) return true;
  if (notBefore.test(before) && after.lower !== 'of') return false;
  if (/\b(?:than|about|nearly|almost|around|least|roughly|just|only)$/.test(before))
    return !/^(?:past|an?|time|way|hour|day|year|marathon|term)$/.test(after.lower);
  if (/\b(?:first|second|other|opening|latter|former)$/.test(before)) return false;
  if (/\ban?$/.test(before)) return false;
  return afterHalf.test(after.lower) || isCapitalised(tokenAt(tokens, at));
}

/** "one in five", "nine out of ten", "9 in 10". */
function readOneIn(tokens: readonly FigureToken[], at: number): Draft | undefined {
  const upper = countOf(tokenAt(tokens, at));
  if (upper === undefined || upper === 0) return undefined;
  const between = partJoin(tokens, at + 1);
  if (between === undefined) return undefined;
  const second = readNumber(tokens, between);
  if (
    !second ||
    second.value <= upper ||
    !Number.isInteger(second.value) ||
    isTimeOrYear(tokens, second.to, second.value)
  )
    return undefined;
  return closedDraft(at, second.to, upper / second.value, 'fraction');
}

function partJoin(tokens: readonly FigureToken[], at: number): number | undefined {
  const hyphen = skipHyphen(tokens, at);
  const word = tokenAt(tokens, hyphen).lower;
  if (word === 'in') {
    const next = skipHyphen(tokens, hyphen + 1);
    return /^every$/.test(tokenAt(tokens, next).lower) ? next + 1 : next;
  }
  const isOutOf = word === 'out' && tokenAt(tokens, hyphen + 1).lower === 'of';
  if (!isOutOf) return undefined;
  return /^every$/.test(tokenAt(tokens, hyphen + 2).lower) ? hyphen + 3 : hyphen + 2;
}

function isTimeOrYear(tokens: readonly FigureToken[], at: number, value: number): boolean {
  return (
    /^(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|games?|matches|goes|%|per|million|-)$/.test(
      tokenAt(tokens, at).lower,
    ) ||
    (value >= 1900 && value < 2100)
  );
}

/** "a day and a half", "a year and a quarter", "a year or two". */
export function readUnitAndAHalf(tokens: readonly FigureToken[], at: number): Draft | undefined {
  if (!/^an?$/.test(tokenAt(tokens, at).lower) || tokenAt(tokens, at + 1).kind !== 'word') return undefined;
  const unit = readUnit(tokens, at + 1);
  const kind = unit && kindOfUnit(unit.unit);
  if (!unit || !kind || (kind !== 'duration' && kind !== 'measure')) return undefined;
  const [join, word, last] = [
    tokenAt(tokens, unit.to).lower,
    tokenAt(tokens, unit.to + 1).lower,
    tokenAt(tokens, unit.to + 2).lower,
  ];
  if (join === 'or' && word === 'two')
    return { ...closedDraft(at, unit.to + 2, 1, kind, unit.unit), value2: 2 };
  if (join !== 'and' || !/^an?$/.test(word) || !/^(?:half|quarter)$/.test(last)) return undefined;
  return closedDraft(at, unit.to + 3, last === 'half' ? 1.5 : 1.25, kind, unit.unit);
}
