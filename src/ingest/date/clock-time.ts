import { type Zone, zoneAt } from './zones.ts';

/** A time of day as it is written, and where it stands. */
export interface ClockTime {
  /** Since midnight, in whole seconds; 24:00 is the next midnight. */
  readonly ms: number;
  readonly zone: Zone | undefined;
  readonly start: number;
  readonly end: number;
}

type Half = 'before-noon' | 'after-noon';

interface Hands {
  readonly hours: string;
  readonly minutes?: string | undefined;
  readonly seconds?: string | undefined;
  readonly needsHalf?: boolean;
  readonly start: number;
  readonly end: number;
}

const colons = /(?<![\d.])(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,:]\d{1,9})?)?(?![\d:])/;
const singleFigures = /(?<![\d.:])(\d{1,2}):(\d{1,2}):(\d{1,2})(?![\d:])/;
const dotted = /(?<![\d.])(\d{1,2})\.(\d\d)\.(\d\d)(?![\d.])/;
const compact = /(?<=\dt)(\d\d)(\d\d)(?:(\d\d)(?:[.,]\d{1,9})?)?(?!\d)/;
const hoursOnly = /(?<=\dt)(\d\d)(?=z|[+-]\d|$)/;
const signs = /(?<!\d)(\d{1,2})\s?[時时点點시]\s?(?:(\d{1,2})\s?[分분]\s?(?:(\d{1,2})\s?[秒초])?)?/;
const hourWord =
  /(?<![\d.])(\d{1,2})(?:\s?(?:h|uhr|ч)\s?(\d\d)?(?![\p{L}\d])|[.:](\d\d)(?:\suhr(?!\p{L})|(?=\s?[ap]\.?\s?m\b))|(?<=(?<!\p{L})(?:klo|kl|ore|um)\.?\s\d{1,2})[.:](\d\d))(?!\d)/u;
const halfOnly = /(?<![\d.:/-])(\d{1,2})(?=\s?[ap]\.?\s?m\b)/;

const beforeNoon =
  /^\s?(?:a\.?\s?m\b\.?|오전|上午|午前|凌晨|早上|π\.?μ\.?|صباحا)|(?:오전|上午|午前|凌晨|早上|π\.?μ\.?)\s?$/;
const afterNoon =
  /^\s?(?:p\.?\s?m\b\.?|오후|下午|午後|晚上|μ\.?μ\.?|مساء)|(?:오후|下午|午後|晚上|μ\.?μ\.?)\s?$/;

/** The first time of day in `words`, which are in lower case; 'nonsense' for one that no clock shows. */
export function clockTimeIn(words: string): ClockTime | 'nonsense' | undefined {
  const hands = handsIn(words);
  if (hands === undefined) return undefined;
  const before = words.slice(0, hands.start);
  const after = words.slice(hands.end);
  const half = halfOf(before, after);
  if (half === undefined && hands.needsHalf) return undefined;
  const ms = msOf(hands, half);
  if (ms === undefined) return 'nonsense';
  const halfAfter = /^\s?(?:[apπμ]\.?\s?[mμ]\b\.?|[ap]\.?\s?m\.?(?![\p{L}]))/u.exec(after)?.[0] ?? '';
  const end = hands.end + halfAfter.length;
  return { ms, zone: zoneAt(words.slice(end)), start: hands.start, end };
}

function handsIn(words: string): Hands | undefined {
  for (const pattern of [colons, singleFigures, compact, signs, dotted, hourWord, hoursOnly, halfOnly]) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const [whole, hours = '', second, third, fourth] = match;
    const place = { hours, start: match.index, end: match.index + whole.length };
    if (pattern === hourWord) return { ...place, minutes: second ?? third ?? fourth };
    return { ...place, minutes: second, seconds: third, needsHalf: pattern === halfOnly };
  }
  return undefined;
}

function halfOf(before: string, after: string): Half | undefined {
  if (beforeNoon.test(after) || beforeNoon.test(before)) return 'before-noon';
  return afterNoon.test(after) || afterNoon.test(before) ? 'after-noon' : undefined;
}

function msOf({ hours, minutes, seconds }: Hands, half: Half | undefined): number | undefined {
  const written = Number(hours);
  const hour =
    half === undefined || written > 12 ? written : (written % 12) + (half === 'after-noon' ? 12 : 0);
  const minute = Number(minutes ?? 0);
  // A leap second counts as the one before.
  const second = Math.min(Number(seconds ?? 0), seconds === '60' ? 59 : 60);
  if (hour > 24 || minute > 59 || second > 59 || Number(seconds ?? 0) > 60) return undefined;
  if (hour === 24 && minute + second > 0) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}
