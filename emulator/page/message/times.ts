import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { TimeStyle } from './markdown-tree.ts';

type Reader = Pick<DrawContext, 'locale' | 'timeZone' | 'now'>;

const formats: Readonly<Record<Exclude<TimeStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

export function timeText(at: number, style: Exclude<TimeStyle, 'R'>, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { ...formats[style], timeZone }).format(at);
}

/** "in two hours", in whole units. */
function relativeText(at: number, { locale, now }: Reader): string {
  const seconds = Math.round((at - now()) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units[5];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

const tickMs = 1000;
let timer: number | undefined;

/** Keeps every relative time of the page true, as long as there are any in it. */
function keepTrue(reader: Reader): void {
  if (timer !== undefined) return;
  timer = setInterval(() => {
    const times = document.querySelectorAll<HTMLTimeElement>('time[data-relative]');
    for (const element of times) {
      const words = relativeText(Date.parse(element.dateTime), reader);
      if (element.textContent !== words) element.textContent = words;
    }
    if (times.length > 0) return;
    clearInterval(timer);
    timer = undefined;
  }, tickMs);
}

/** A moment named in a message, in the reader's zone and language; the whole of it stands in its title. */
export function drawTime(seconds: number, style: TimeStyle | undefined, reader: Reader): HTMLElement {
  const at = seconds * 1000;
  const isRelative = style === 'R';
  if (isRelative) keepTrue(reader);
  return make(
    'time',
    {
      class: 'timestamp',
      datetime: new Date(at).toISOString(),
      title: timeText(at, 'F', reader),
      'data-relative': isRelative ? true : undefined,
    },
    isRelative ? relativeText(at, reader) : timeText(at, style ?? 'f', reader),
  );
}

const dayMs = 86_400_000;

/** When a message was written: today the time alone, else with its day. */
export function postedText(at: number, reader: Reader): string {
  const dayOf = (instant: number) => timeText(instant, 'd', reader);
  const time = timeText(at, 't', reader);
  if (dayOf(at) === dayOf(reader.now())) return time;
  if (dayOf(at) === dayOf(reader.now() - dayMs)) {
    const yesterday = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(-1, 'day');
    return `${yesterday.slice(0, 1).toLocaleUpperCase(reader.locale)}${yesterday.slice(1)} ${time}`;
  }
  return timeText(at, 's', reader);
}
