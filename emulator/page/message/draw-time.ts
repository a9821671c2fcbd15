import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { TimeStyle } from './markdown-tree.ts';

type Format = Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle'>;

const formats: Readonly<Record<Exclude<TimeStyle, 'R'>, Format>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

type Zone = Pick<DrawContext, 'locale' | 'timeZone'>;

const made = new Map<string, Intl.DateTimeFormat>();

/** Formats are costly to make and few. */
function formatOf(style: Exclude<TimeStyle, 'R'>, { locale, timeZone }: Zone): Intl.DateTimeFormat {
  const key = `${style} ${locale} ${timeZone}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...formats[style], timeZone });
  made.set(key, format);
  return format;
}

/** An instant, in UTC milliseconds, in the reader's words. */
export function timeText(at: number, style: Exclude<TimeStyle, 'R'>, zone: Zone): string {
  return formatOf(style, zone).format(at);
}

const units = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** "3 hours ago", "in 2 days": in the largest unit of which there is a whole one. */
function relativeText(at: number, now: number, format: Intl.RelativeTimeFormat): string {
  const seconds = Math.round((at - now) / 1000);
  const unit = units.find(([, length]) => Math.abs(seconds) >= length);
  if (unit === undefined) return format.format(seconds, 'second');
  return format.format(Math.round(seconds / unit[1]), unit[0]);
}

const tickMs = 1000;
const ticking = new Map<HTMLTimeElement, () => string>();
let timer: number | undefined;

/** Renews every relative time in the page; those that have left it are let go. */
function tick(): void {
  for (const [element, words] of ticking) {
    if (!element.isConnected) ticking.delete(element);
    else if (element.textContent !== words()) element.textContent = words();
  }
  if (ticking.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

/** A time that somebody wrote into a text, `<t:1700000000:R>`. */
export function drawTimestamp(seconds: number, style: TimeStyle, context: DrawContext): HTMLElement {
  const at = seconds * 1000;
  const element = make('time', {
    class: 'timestamp',
    datetime: new Date(at).toISOString(),
    title: timeText(at, 'F', context),
  });
  if (style !== 'R') {
    element.textContent = timeText(at, style, context);
    return element;
  }
  const format = new Intl.RelativeTimeFormat(context.locale, { numeric: 'always' });
  const words = () => relativeText(at, context.now(), format);
  element.textContent = words();
  ticking.set(element, words);
  timer ??= setInterval(tick, tickMs);
  return element;
}

/** How many midnights of the reader lie between two instants. */
function daysBetween(at: number, now: number, { timeZone }: Zone): number {
  const dayOf = (instant: number) => Date.parse(formatOf('d', { locale: 'en-CA', timeZone }).format(instant));
  return Math.round((dayOf(now) - dayOf(at)) / 86_400_000);
}

/** When a message was written, as a header says it: short where it was today. */
export function sentText(at: number, context: DrawContext): string {
  const days = daysBetween(at, context.now(), context);
  if (days > 1 || days < 0) return timeText(at, 's', context);
  const time = timeText(at, 't', context);
  if (days === 0) return time;
  const yesterday = new Intl.RelativeTimeFormat(context.locale, { numeric: 'auto' }).format(-1, 'day');
  return `${yesterday.charAt(0).toLocaleUpperCase(context.locale)}${yesterday.slice(1)}, ${time}`;
}
