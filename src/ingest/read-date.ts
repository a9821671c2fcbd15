const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const longestDate = 60;
/** There was no web before, and nobody publishes pages of next year: dates outside are placeholders and slips. */
const earliest = Date.UTC(1991, 0);

interface Parts {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly time: string | undefined;
  readonly zone: string | undefined;
}

/**
 * The instant, in UTC milliseconds, that a page or feed writes in any of the usual forms: ISO 8601 and its relatives,
 * RFC 2822, "18 November 2019", "Nov. 18, 2019, 8:19 pm". A time without a zone is taken as UTC, never as this
 * machine's time. `undefined` for what is no date, or one with two readings (3/4/2019).
 */
export function readDate(written: string): number | undefined {
  const words = written.slice(0, longestDate).replace(/\s+/g, ' ').trim();
  const parts = isoParts(words) ?? namedParts(words);
  if (parts === undefined) return undefined;
  const { year, month, day, time, zone } = parts;
  const pad = (number: number) => String(number).padStart(2, '0');
  const at = Date.parse(`${year}-${pad(month)}-${pad(day)}T${time ?? '00:00'}${zone ?? 'Z'}`);
  const isThatDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return Number.isNaN(at) || !isThatDay || at < earliest ? undefined : at;
}

/** "2019-11-18T20:19:00-05:00", "2019-11-18 20:19", "2019/11/18", "20191118". */
function isoParts(words: string): Parts | undefined {
  const match =
    /^(\d{4})([-/.]?)(\d\d)\2(\d\d)(?:[T ]\s?(\d\d?:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?|$|(?=[^\d]))/i.exec(
      words,
    );
  if (match === null) return undefined;
  const [, year, , month, day, time, zone] = match;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    time:
      time === undefined ? undefined : time.padStart(time.length + (time.indexOf(':') === 1 ? 1 : 0), '0'),
    zone: zoneOf(zone),
  };
}

/** "Mon, 18 Nov 2019 20:19:00 GMT", "November 18, 2019 8:19 p.m." */
function namedParts(words: string): Parts | undefined {
  const date =
    /(?<![\d/])(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?!\d)/i.exec(words) ??
    /\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/i.exec(words);
  if (date === null) return undefined;
  const [first = '', second = '', year] = date.slice(1);
  const [name, day] = /^\d/.test(first) ? [second, first] : [first, second];
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return undefined;
  const rest = words.slice(date.index + date[0].length);
  return { year: Number(year), month, day: Number(day), ...timeIn(rest) };
}

function timeIn(words: string): Pick<Parts, 'time' | 'zone'> {
  const match = /(\d{1,2}):(\d\d)(:\d\d)?\s?([ap])?\.?m?\.?\s?(Z|UTC|GMT|EST|EDT|[+-]\d\d:?\d\d)?/i.exec(
    words,
  );
  if (match === null) return { time: undefined, zone: undefined };
  const [, hours = '', minutes, seconds = '', half] = match;
  const onClock = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  return { time: `${String(onClock).padStart(2, '0')}:${minutes}${seconds}`, zone: zoneOf(match[5]) };
}

const namedZones: Readonly<Record<string, string>> = { est: '-05:00', edt: '-04:00' };

function zoneOf(written: string | undefined): string | undefined {
  const offset = /^([+-]\d\d):?(\d\d)?$/.exec(written ?? '');
  return offset === null ? namedZones[written?.toLowerCase() ?? ''] : `${offset[1]}:${offset[2] ?? '00'}`;
}
