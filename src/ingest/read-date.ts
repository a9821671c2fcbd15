import { isoDay, namedDay, numberedDay } from './date/calendar-day.ts';
import { type ClockTime, clockTimeIn } from './date/clock-time.ts';

/** The longest date has a weekday, a month and a zone written out, and a word or two before it. */
const longestDate = 100;
/** There was no web before, and nobody publishes pages of next year: dates outside are placeholders and slips. */
const earliest = Date.UTC(1991, 0);
/** What counts seconds from 1970 leads no further; larger numbers are years and hours. */
const latestCounted = Date.UTC(2035, 0);

/**
 * The instant, in UTC milliseconds, that a page or feed writes in any of the usual forms: ISO 8601 and its relatives,
 * RFC 822 and its, "18 November 2019", "Nov. 18, 2019, 8:19 pm" and their like in some thirty languages, a count of
 * seconds or milliseconds. A time without a zone is taken as UTC, never as this machine's time, but Korean ones as
 * Korea's: their language is no other's. `undefined` for what is no date, or one with two readings (3/4/2019).
 */
export function readDate(written: string): number | undefined {
  const words = plainWords(written);
  if (/\d{15}/.test(words)) return undefined;
  const at = counted(words) ?? instantIn(words);
  return at === undefined || at < earliest ? undefined : at;
}

/** In lower case, with the figures of our alphabet, our years and single spaces. */
function plainWords(written: string): string {
  const words = written
    .trimStart()
    .slice(0, longestDate)
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, figureOf)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(\d{4}):(?=\d\d:\d\d)/, '$1 ')
    .replace(/(\d{1,2}) tháng (\d{1,2}),? (?:năm )?(\d{4})(?!\d)/, '$1.$2.$3');
  return /\p{Script=Thai}/u.test(words) ? words.replace(/(?<!\d)2[456]\d\d(?!\d)/, commonYear) : words;
}

/** Unicode begins the figures of a script at a multiple of sixteen, those of most scripts of India six further. */
function figureOf(figure: string): string {
  const code = figure.codePointAt(0) ?? 0;
  const isOfIndia = code >= 0x966 && code <= 0xdef;
  return code > 0xffff ? figure : String((code & 0xf) - (isOfIndia ? 6 : 0));
}

/** Thailand counts its years from the Buddha's. */
const commonYear = (year: string): string => String(Number(year) - 543);

/** Seconds or milliseconds since 1970, as they are or in the shape of .NET. */
function counted(words: string): number | undefined {
  const figures = /^(?:\/date\()?(\d{9,13})(?:\.\d{1,9}|[+-]\d{4})?(?:\)\/)?$/.exec(words)?.[1];
  if (figures === undefined || figures.length === 11) return undefined;
  const at = Number(figures) * (figures.length > 11 ? 1 : 1000);
  return at >= earliest && at < latestCounted ? at : undefined;
}

function instantIn(words: string): number | undefined {
  const iso = isoDay(words);
  if (iso === 'nonsense') return undefined;
  if (iso !== undefined)
    return withTime(iso.at, `0t${words.slice(iso.end).replace(/^t|^ ?(?=\d)/, '')}`, words);
  const day = namedDay(words) ?? numberedDay(words);
  if (day === undefined) return instantAroundTime(words);
  return withTime(day.at, `${words.slice(0, day.start)} ${words.slice(day.end)}`, words);
}

/** "sun jan 4 16:29:06 pst 2004": the year comes after the time and its zone. */
function instantAroundTime(words: string): number | undefined {
  const time = clockTimeIn(words);
  if (time === undefined || time === 'nonsense') return undefined;
  const after = words.slice(time.end).replace(/^ ?(?:[a-z]{1,5}|[a-z]{0,3}[+-]\d\d:?\d\d)(?= \d{4}$)/, '');
  const day = namedDay(`${words.slice(0, time.start)} ${after}`);
  return day === undefined ? undefined : instantOf(day.at, time, words);
}

const korean = /[년월일]|오전|오후/;
const koreaMinutes = 9 * 60;

function withTime(day: number, timed: string, words: string): number | undefined {
  const time = clockTimeIn(timed);
  if (time === 'nonsense') return undefined;
  return time === undefined ? day : instantOf(day, time, words);
}

function instantOf(day: number, { ms, zone }: ClockTime, words: string): number {
  const clockTime = day + ms;
  const minutes = zone?.(clockTime) ?? (korean.test(words) ? koreaMinutes : 0);
  return clockTime - minutes * 60_000;
}
