import type { AskedSort, Question } from '../question/question.ts';
import { type Fill, type Ground, gapBefore, lowerAt } from './fill.ts';
import { isYear } from './times.ts';

const scale = /^(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|quarter|thirds?|bn|m|k)$/;
const vague =
  /^(?:dozens?|hundreds|thousands|millions|billions|several|half|twice|double|once|few|none|third|majority|most)$/;
const currency =
  /^(?:dollars?|pounds?|euros?|cents?|pence|yen|rupees?|francs?|marks?|usd|gbp|eur|yuan|rubles?|pesos?)$/;
const share = /^(?:percent|percentage|pct)$/;
const months = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** How far behind the number the noun it counts may stand: "12 young French soldiers". */
const reach = 4;

/** Numbers with their units, as far as they can be what the question counts. */
export function findAmounts(
  ground: Ground,
  question: Question,
  focusStem: string | undefined,
): readonly Fill[] {
  const fills: Fill[] = [];
  for (let at = 0; at < ground.words.length; at += 1) {
    const to = amountEnd(ground, at);
    if (to === undefined) continue;
    fills.push(amountFill(ground, question, focusStem, at, to));
    at = to - 1;
  }
  return fills;
}

function amountEnd(ground: Ground, at: number): number | undefined {
  const word = ground.words[at];
  if (word === undefined) return undefined;
  if (!word.isNumber && !vague.test(word.lower)) return undefined;
  let to = at + 1;
  while (to < ground.words.length && isPartOfNumber(ground, to)) to += 1;
  return to;
}

function isPartOfNumber(ground: Ground, at: number): boolean {
  const gap = gapBefore(ground, at);
  if (!/^[ \u00a0-]?$/.test(gap)) return false;
  return (
    scale.test(lowerAt(ground, at)) ||
    (ground.words[at]?.isNumber === true && !/^\d/.test(lowerAt(ground, at)))
  );
}

/** What kind of amount a number is by the words and marks around it. */
interface Traits {
  readonly isMoney: boolean;
  readonly isShare: boolean;
  readonly isDate: boolean;
}

function traitsOf(ground: Ground, at: number, end: number): Traits {
  const next = lowerAt(ground, end);
  const isPerCent = next === 'per' && lowerAt(ground, end + 1) === 'cent';
  const mark = ground.text.charAt(ground.words[end - 1]?.end ?? -1);
  return {
    isMoney: /[$£€¥]$/.test(gapBefore(ground, at)) || currency.test(next),
    isShare: share.test(next) || isPerCent || mark === '%',
    isDate: isDatePart(ground, at),
  };
}

function amountFill(
  ground: Ground,
  question: Question,
  focusStem: string | undefined,
  at: number,
  end: number,
): Fill {
  const traits = traitsOf(ground, at, end);
  if (question.sort === 'measure') return measured(ground, question, at, end, traits.isDate);
  const next = lowerAt(ground, end);
  const to = currency.test(next) || share.test(next) ? end + 1 : end;
  return {
    from: at,
    to,
    strength: amountStrength(ground, question.sort, focusStem, { from: at, to: end }, traits),
  };
}

function amountStrength(
  ground: Ground,
  sort: AskedSort,
  focusStem: string | undefined,
  { from, to }: Pick<Fill, 'from' | 'to'>,
  { isMoney, isShare, isDate }: Traits,
): number {
  if (sort === 'share') return ofThree([isShare, 1], [isFraction(ground, from), 0.8], isDate ? 0 : 0.2);
  if (sort === 'money' || sort === 'much') return ofThree([isMoney, 1], [isShare, 0.6], isDate ? 0 : 0.3);
  if (sort === 'count')
    return isDate || isMoney || isShare ? 0.1 : countStrength(ground, focusStem, from, to);
  return ofThree([isDate, 0.1], [focusStem !== undefined && isBehind(ground, focusStem, to), 1], 0.7);
}

type Case = readonly [holds: boolean, strength: number];

const ofThree = (first: Case, second: Case, otherwise: number): number =>
  [first, second].find(([holds]) => holds)?.[1] ?? otherwise;

const isFraction = (ground: Ground, at: number): boolean =>
  /^(?:half|third|thirds|quarter|quarters|majority|most)$/.test(lowerAt(ground, at)) ||
  lowerAt(ground, at + 1) === 'of';

function measured(
  ground: Ground,
  { units, words }: Question,
  at: number,
  end: number,
  isDate: boolean,
): Fill {
  const found = [end, end + 1, end + 2].find((place) => units?.has(ground.words[place]?.stem ?? '') === true);
  if (found !== undefined) return { from: at, to: found + 1, strength: found === end ? 1 : 0.8 };
  const isAge = words.some(({ lower }) => lower === 'old') && isAgeAt(ground, at, end);
  return { from: at, to: end, strength: isAge ? 1 : isDate ? 0.05 : 0.25 };
}

/** "aged 63", "at the age of 63", "Ann Poe, 63, …", "He was 63.", "who turns 63". */
function isAgeAt(ground: Ground, at: number, end: number): boolean {
  const before = lowerAt(ground, at - 1);
  if (/^aged?$/.test(before) || (before === 'of' && lowerAt(ground, at - 2) === 'age')) return true;
  const isLast = end === ground.words.length || /^[,.;]/.test(gapBefore(ground, end));
  return isLast && (gapBefore(ground, at) === ', ' || /^(?:was|is|turns|turned|at|be)$/.test(before));
}

function countStrength(ground: Ground, focusStem: string | undefined, at: number, end: number): number {
  if (focusStem === undefined) return 0.6;
  if (isBehind(ground, focusStem, end)) return 1;
  const nextIsNoun = /^[ -]$/.test(gapBefore(ground, end)) && ground.words[end]?.isCapital === false;
  return isUnit(lowerAt(ground, end)) ? 0.2 : nextIsNoun ? 0.5 : at === 0 ? 0.5 : 0.6;
}

const isUnit = (lower: string): boolean =>
  /^(?:years?|days?|weeks?|months?|hours?|minutes?|miles?|metres?|meters?|feet|kilometres?|kilometers?|km|degrees?|pm|am)$/.test(
    lower,
  );

function isBehind(ground: Ground, focusStem: string, end: number): boolean {
  for (let at = end; at < Math.min(end + reach, ground.words.length); at += 1)
    if (ground.words[at]?.stem === focusStem) return true;
  return false;
}

function isDatePart(ground: Ground, at: number): boolean {
  const here = lowerAt(ground, at);
  if (isYear(here) && !/[$£€]$/.test(gapBefore(ground, at))) return true;
  return (
    /^\d{1,2}$/.test(here) && (months.test(lowerAt(ground, at - 1)) || months.test(lowerAt(ground, at + 1)))
  );
}
