import type { Question } from '../question/question.ts';
import { type Fill, type Ground, gapBefore, lowerAt } from './fill.ts';

const month =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/;
const relative = /^(?:yesterday|today|tonight|tomorrow|nowadays|overnight|midnight|noon)$/;
const unit =
  /^(?:second|minute|hour|day|week|month|season|year|decade|century|centuries|quarter|night|morning|afternoon|evening|weekend|spring|summer|autumn|fall|winter)s?$/;
const pointer = /^(?:last|next|this|that|earlier|late|early|mid|previous|following|same|every|each)$/;
const direction = /^(?:ago|later|earlier|before|after|afterwards?)$/;
const decade = /^(?:1\d|20)?\d0s$/;
const ordinal =
  /^(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)$/;
const clock = /^(?:am|pm|gmt|est|utc|o)$/;

/** A year as it stands in the text: no count of something. */
export const isYear = (lower: string): boolean => /^(?:1[0-9]|20)\d\d$/.test(lower);

/** Dates, years, weekdays and stretches that say when. */
export function findTimes(ground: Ground, question: Question): readonly Fill[] {
  const fills: Fill[] = [];
  const wants = wantedTime(question);
  for (let at = 0; at < ground.words.length; at += 1) {
    const to = timeEnd(ground, at);
    if (to === undefined) continue;
    fills.push({ from: at, to, strength: timeStrength(ground, at, to, wants) });
    at = to - 1;
  }
  return fills;
}

type WantedTime = 'year' | 'day' | 'any';

function wantedTime({ sort, words, focus }: Question): WantedTime {
  if (sort === 'year') return 'year';
  const noun = focus === undefined ? '' : (words[focus]?.lower ?? '');
  return /^(?:days?|dates?|months?)$/.test(noun) ? 'day' : 'any';
}

function timeStrength(ground: Ground, from: number, to: number, wants: WantedTime): number {
  const lowers = ground.words.slice(from, to).map(({ lower }) => lower);
  const hasYear = lowers.some(isYear);
  const hasDay = lowers.some((lower) => month.test(lower) || weekday.test(lower));
  if (wants === 'year') return hasYear ? 1 : 0.3;
  if (wants === 'day') return hasDay ? 1 : 0.4;
  return hasYear || hasDay ? 1 : 0.7;
}

/** The word behind the time that begins at `at`; `undefined` where none does. */
function timeEnd(ground: Ground, at: number): number | undefined {
  return dateFrom(ground, at) ?? yearFrom(ground, at) ?? momentFrom(ground, at) ?? stretchEnd(ground, at);
}

function dateFrom(ground: Ground, at: number): number | undefined {
  const here = lowerAt(ground, at);
  const next = lowerAt(ground, at + 1);
  if (month.test(here) && isMonthAt(ground, at)) return dateEnd(ground, at + 1);
  if (weekday.test(here)) return month.test(next) ? dateEnd(ground, at + 2) : at + 1;
  return /^\d{1,2}(?:st|nd|rd|th)?$/.test(here) && month.test(next) ? dateEnd(ground, at + 2) : undefined;
}

function yearFrom(ground: Ground, at: number): number | undefined {
  return isYear(lowerAt(ground, at)) && !isCounted(ground, at) ? yearEnd(ground, at) : undefined;
}

function momentFrom(ground: Ground, at: number): number | undefined {
  const here = lowerAt(ground, at);
  const next = lowerAt(ground, at + 1);
  if (decade.test(here) || relative.test(here)) return at + 1;
  const isCentury = ordinal.test(here) && /^centur/.test(next);
  const isPointed = pointer.test(here) && (unit.test(next) || month.test(next) || weekday.test(next));
  const isClock = /^\d{1,2}$/.test(here) && clock.test(next);
  return isCentury || isPointed || isClock ? at + 2 : undefined;
}

function isMonthAt(ground: Ground, at: number): boolean {
  const word = ground.words[at];
  if (word?.isCapital !== true) return false;
  if (!/^(?:may|march|august|mar|jun|jan)$/.test(word.lower)) return true;
  return (
    /^\d/.test(lowerAt(ground, at + 1)) ||
    /^(?:in|on|since|of|last|next|until|by|early|late|every|this|from|to|mid|before|after)$/.test(
      lowerAt(ground, at - 1),
    )
  );
}

/** Behind a month: a day, a year, or both. */
function dateEnd(ground: Ground, from: number): number {
  let to = from;
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(lowerAt(ground, to))) to += 1;
  if (isYear(lowerAt(ground, to))) to += 1;
  return to;
}

const joinsYears = /^(?:and|to|until)$/;

/** "1914-18", "from 1914 to 1918". */
function yearEnd(ground: Ground, at: number): number {
  const next = lowerAt(ground, at + 1);
  if (/^[-–]$/.test(gapBefore(ground, at + 1).trim()) && /^\d{2,4}$/.test(next)) return at + 2;
  return joinsYears.test(next) &&
    isYear(lowerAt(ground, at + 2)) &&
    /^(?:from|between)$/.test(lowerAt(ground, at - 1))
    ? at + 3
    : at + 1;
}

function isCounted(ground: Ground, at: number): boolean {
  const next = ground.words[at + 1];
  const isMoney = /[$£€]$/.test(gapBefore(ground, at));
  return (
    isMoney ||
    (next !== undefined &&
      /^(?:people|soldiers|men|miles|metres|feet|kilometres|tonnes|tons)$/.test(next.lower))
  );
}

/** "two weeks ago", "three years later". */
function stretchEnd(ground: Ground, at: number): number | undefined {
  if (ground.words[at]?.isNumber !== true && !/^(?:a|an|several|few)$/.test(lowerAt(ground, at)))
    return undefined;
  return unit.test(lowerAt(ground, at + 1)) && direction.test(lowerAt(ground, at + 2)) ? at + 3 : undefined;
}
