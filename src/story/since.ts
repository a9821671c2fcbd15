const dayMs = 86_400_000;
const longestAsked = 60;

/** Lengths of time that are always the same; months and years are counted on the calendar. */
const fixedMs: readonly (readonly [RegExp, number])[] = [
  [/^(?:min|mins|minutes?)$/, 60_000],
  [/^(?:h|hrs?|hours?)$/, 3_600_000],
  [/^(?:d|days?)$/, dayMs],
  [/^(?:w|wks?|weeks?)$/, 7 * dayMs],
];

const calendarMonths: readonly (readonly [RegExp, number])[] = [
  [/^(?:mo|mos|months?)$/, 1],
  [/^(?:y|yrs?|years?)$/, 12],
];

const numberWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const dayNames = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const monthNames =
  'january february march april may june july august september october november december'.split(' ');

/**
 * The instant, in UTC milliseconds, from which on a person wants something: "7d", "2 weeks", "last month",
 * "yesterday", "Monday", "2026-11-01", "1 Nov". Days begin at midnight UTC. `undefined` when it is no time, one
 * with two readings (3/4/2026, 5m) or one that is still to come.
 */
export function parseSince(written: string, now: number): number | undefined {
  const words = written
    .slice(0, longestAsked)
    .toLowerCase()
    .replace(/[,.]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:since|from) /, '');
  const at = namedDay(words, now) ?? lengthAgo(words, now) ?? calendarDate(words, now);
  return at !== undefined && at <= now ? at : undefined;
}

const midnight = (at: number): number => at - (((at % dayMs) + dayMs) % dayMs);

function namedDay(words: string, now: number): number | undefined {
  const today = midnight(now);
  const weekday = new Date(today).getUTCDay();
  switch (words) {
    case 'today':
      return today;
    case 'yesterday':
      return today - dayMs;
    case 'this week':
      return today - ((weekday + 6) % 7) * dayMs;
    case 'this month':
      return monthsBefore(today, 0, 1);
    case 'this year':
      return Date.UTC(new Date(now).getUTCFullYear(), 0, 1);
  }
  const named = nameIn(dayNames, words.replace(/^(?:last|on) /, ''));
  return named === undefined ? undefined : today - ((weekday - named + 6) % 7) * dayMs - dayMs;
}

/** The place of a name in a list, written out or by its first three letters ("tues" and "sept" as well). */
function nameIn(names: readonly string[], word: string): number | undefined {
  const index = word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));
  return index === -1 ? undefined : index;
}

/** "7d", "2 weeks ago", "the last three months", "a year", "week". */
function lengthAgo(words: string, now: number): number | undefined {
  const match =
    /^(?:in )?(?:the )?(?:last |past )?(?:(\d{1,5}|[a-z]{1,6}(?= )) ?)?([a-z]{1,7})(?: ago)?$/.exec(words);
  const count = countOf(match?.[1]);
  const unit = match?.[2];
  if (count === undefined || unit === undefined) return undefined;
  const fixed = fixedMs.find(([form]) => form.test(unit))?.[1];
  if (fixed !== undefined) return now - count * fixed;
  const months = calendarMonths.find(([form]) => form.test(unit))?.[1];
  return months === undefined ? undefined : monthsBefore(now, count * months);
}

function countOf(written: string | undefined): number | undefined {
  if (written === undefined || written === 'a' || written === 'an') return 1;
  if (/^\d+$/.test(written)) return Number(written);
  const index = numberWords.indexOf(written);
  return index === -1 ? undefined : index + 1;
}

/** The same day and time so many months before, the month's last day where that is shorter; or the day given. */
function monthsBefore(at: number, months: number, day?: number): number {
  const date = new Date(at);
  const wanted = day ?? date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  date.setUTCDate(Math.min(wanted, daysIn(date.getUTCFullYear(), date.getUTCMonth())));
  return date.getTime();
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** "2026-11-01", "2026-11", "1 November 2026", "Nov 1", "November 2026"; without a year the last such day. */
function calendarDate(words: string, now: number): number | undefined {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(words);
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3] ?? 1));
  const match =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? )?([a-z]{3,9})(?: (\d{1,2})(?:st|nd|rd|th)?)?(?: (\d{4}))?$/.exec(
      words,
    );
  const month = nameIn(monthNames, match?.[2] ?? '');
  if (match === null || month === undefined || (match[1] !== undefined && match[3] !== undefined))
    return undefined;
  const day = Number(match[1] ?? match[3] ?? 1);
  if (match[4] !== undefined) return dateOf(Number(match[4]), month, day);
  const year = new Date(now).getUTCFullYear();
  const thisYears = dateOf(year, month, day);
  return thisYears !== undefined && thisYears <= now ? thisYears : dateOf(year - 1, month, day);
}

function dateOf(year: number, month: number, day: number): number | undefined {
  const isDay = year >= 1970 && month >= 0 && month < 12 && day >= 1 && day <= daysIn(year, month);
  return isDay ? Date.UTC(year, month, day) : undefined;
}
