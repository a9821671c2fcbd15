import { monthNamed } from './month-names.ts';

/** A day of the calendar: its first instant in UTC, and where it is written. */
export interface CalendarDay {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

const dayMs = 86_400_000;

/** A day that exists, or nothing. Months count from 1. */
function dayOf(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : undefined;
}

/** Two figures: feeds that shorten years are old, and none is from before the web. */
function yearOf(written: string): number {
  const year = Number(written);
  return written.length > 2 ? year : year + (year > 68 ? 1900 : 2000);
}

type Reader = (match: RegExpExecArray) => number | undefined;

/** Forms of ISO 8601 that a whole text, or one that goes on with a time, begins with. */
const isoForms: readonly (readonly [RegExp, Reader])[] = [
  [
    /^(\d{4})-?w(\d\d)(?:-?([1-7]))?(?!\d)/,
    ([, year, week, day]) => weekDay(Number(year), Number(week), Number(day ?? 1)),
  ],
  [
    /^(\d{4})([-/.]?)(\d\d)\2(\d\d)(?!\d)/,
    ([, year, , month, day]) => dayOf(Number(year), Number(month), Number(day)),
  ],
  [
    /^(\d{4})(\d\d)(\d\d)(?=\d{4}(?:\d\d)?$)/,
    ([, year, month, day]) => dayOf(Number(year), Number(month), Number(day)),
  ],
  [/^(\d{4})-?(\d{3})(?!\d)/, ([, year, day]) => dayInYear(Number(year), Number(day))],
  [/^((?:19|20)\d\d)-?(0[1-9]|1[0-2])(?=t|$)/, ([, year, month]) => dayOf(Number(year), Number(month), 1)],
  [/^((?:19|20)\d\d)(?=t|$)/, ([, year]) => dayOf(Number(year), 1, 1)],
  [/^-(\d\d)-?(\d\d)(?=t|$)/, ([, year = '', month]) => dayOf(yearOf(year), Number(month), 1)],
  [/^(\d\d)-?(\d{3})(?=t|$)/, ([, year = '', day]) => dayInYear(yearOf(year), Number(day))],
  [
    /^(\d\d)(\d\d)(\d\d)(?=t|$)/,
    ([, year = '', month, day]) => dayOf(yearOf(year), Number(month), Number(day)),
  ],
];

/** Monday of week 1 is that of the week with 4 January. */
function weekDay(year: number, week: number, day: number): number | undefined {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs;
  return week < 1 || week > 53 ? undefined : monday + ((week - 1) * 7 + day - 1) * dayMs;
}

function dayInYear(year: number, day: number): number | undefined {
  const at = Date.UTC(year, 0, day);
  return day > 0 && new Date(at).getUTCFullYear() === year ? at : undefined;
}

/** 'nonsense' for a form of ISO with a day that does not exist. */
export function isoDay(words: string): CalendarDay | 'nonsense' | undefined {
  let isNonsense = false;
  for (const [form, read] of isoForms) {
    const match = form.exec(words);
    if (match === null) continue;
    const at = read(match);
    if (at !== undefined) return { at, start: 0, end: match[0].length };
    isNonsense = true;
  }
  return isNonsense ? 'nonsense' : undefined;
}

const yearFirst = /(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)\s?[日일号號]?/;
const yearLast = /(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?![\d/])/;

/** "2019/11/18", "2019年11月18日", "18.11.2019", "11/18/2019"; never one that can be read in two ways. */
export function numberedDay(words: string): CalendarDay | undefined {
  const first = yearFirst.exec(words);
  if (first !== null) {
    const at = dayOf(Number(first[1]), Number(first[2]), Number(first[3]));
    return at === undefined ? undefined : { at, start: first.index, end: first.index + first[0].length };
  }
  const last = yearLast.exec(words);
  if (last === null) return undefined;
  const [whole, one = '', separator, two = '', three = ''] = last;
  const readings = new Set(readingsOf(one, two, three, separator === '.'));
  const [at, other] = readings;
  return at === undefined || other !== undefined
    ? undefined
    : { at, start: last.index, end: last.index + whole.length };
}

/** Dots are written where the day comes first. Two figures above 30 are no year of this century. */
function readingsOf(one: string, two: string, three: string, isDotted: boolean): number[] {
  const orders: (readonly [string, string, string])[] = [[three, two, one]];
  if (!isDotted) orders.push([three, one, two]);
  if (three.length === 2 && one.length === 2 && !isDotted) orders.push([one, two, three]);
  return orders.flatMap(([year, month, day]) => {
    const isLater = year.length === 2 && Number(year) > 30 && Number(year) < 91;
    return isLater ? [] : (dayOf(yearOf(year), Number(month), Number(day)) ?? []);
  });
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands between the parts of a date, in several languages, and says nothing. */
const fillers = new Set(
  'de del of the den der d di er ere st nd rd th º ª г r m gada year do ng a le el ימי'.split(' '),
);

/** "18 november 2019", "nov. 18th, 2019", "2019. november 18.", in some thirty languages. */
export function namedDay(words: string): CalendarDay | undefined {
  const parts = [...words.matchAll(/\d+|\p{L}[\p{L}\p{M}'’]*\.?/gu)]
    .map(({ 0: text, index }): Word => ({ text, start: index, end: index + text.length }))
    .filter(({ text }) => !fillers.has(text.replace('.', '')));
  for (const [index, { text }] of parts.entries()) {
    const month = /^\d/.test(text) ? undefined : monthNamed(text);
    const day = month === undefined ? undefined : dayAround(parts, index, month);
    if (day !== undefined) return day;
  }
  return undefined;
}

function dayAround(parts: readonly Word[], index: number, month: number): CalendarDay | undefined {
  const at = (place: number) => parts[index + place];
  const orders: readonly (readonly [number, number])[] = [
    [-1, 1],
    [1, 2],
    [1, -1],
    [-1, -2],
  ];
  for (const [dayPlace, yearPlace] of orders) {
    const day = at(dayPlace);
    const year = at(yearPlace);
    if (day === undefined || year === undefined || !isDayNumber(day) || !isYear(year, yearPlace === 1))
      continue;
    const found = dayOf(yearOf(year.text), month, Number(day.text));
    const places = [parts[index], day, year].flatMap((word) => word ?? []);
    if (found !== undefined)
      return {
        at: found,
        start: Math.min(...places.map(({ start }) => start)),
        end: Math.max(...places.map(({ end }) => end)),
      };
  }
  return undefined;
}

function isDayNumber({ text }: Word): boolean {
  return /^\d{1,2}$/.test(text);
}

/** Only after a month that has its day is a year shortened. */
function isYear({ text }: Word, mayBeShort: boolean): boolean {
  return /^\d{4}$/.test(text) || (mayBeShort && /^\d\d$/.test(text));
}
