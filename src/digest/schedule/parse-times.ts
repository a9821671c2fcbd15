import type { TimesProblem } from '../../domain/errors.ts';
import { readStep } from './written-step.ts';
import { readTime, settleHalves, type WrittenTime } from './written-time.ts';

/** A digest comes so often a day at most. */
const mostTimes = 48;
const leastStep = 30;
const dayLength = 1440;
/** Longer than all times of a day written out. */
const longest = 1000;

type Outcome = readonly number[] | TimesProblem;

/**
 * The times of day that somebody means, "HH:MM", in order, each once: "8am and 6pm", "08:00, 13:00, 18:00", "every 4
 * hours from 8 to 20", "hourly". `undefined` when there is no such, or more than one meaning: `timesProblem` says why.
 *
 * A span of time holds its end too, and goes on over midnight where that lies before its start; what comes after
 * midnight belongs to the weekday on which it lies. Without a span a series begins at midnight, without an end it goes
 * round the clock.
 */
export function parseTimes(written: string): readonly string[] | undefined {
  const outcome = read(written);
  return typeof outcome === 'string' ? undefined : outcome.map(asTime);
}

/** Why `parseTimes` takes something for no times; `undefined` when it does not. */
export function timesProblem(written: string): TimesProblem | undefined {
  const outcome = read(written);
  return typeof outcome === 'string' ? outcome : undefined;
}

const asTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function read(written: string): Outcome {
  if (written.length > longest) return 'unknown';
  const words = plainWords(written);
  const { step, rest } = readStep(words);
  const outcome = step === undefined ? readList(rest) : readSeries(step, rest);
  if (outcome === 'unknown') return likelyProblem(words);
  if (typeof outcome === 'string') return outcome;
  const times = [...new Set(outcome)].sort((one, other) => one - other);
  return times.length > mostTimes ? 'many' : times;
}

/** Small letters, one space at most, "8pm" for "8 p.m.", "8 o’clock in the evening" and the like. */
function plainWords(written: string): string {
  return written
    .toLowerCase()
    .replaceAll(/[\s()]+/g, ' ')
    .replaceAll(/\b(?:daily|(?:every|each) day)\b/g, '')
    .replaceAll(/(?<=\d ?)([ap])\.? ?m\b\.?/g, '$1m')
    .replaceAll(/(?<=\d) ?(?:o['’]? ?clock|uhr)\b/g, '')
    .replaceAll(/(?<=\d) (?=[ap]m\b)/g, '')
    .replaceAll(/(?<=\d)(?:am)? in the morning\b/g, 'am')
    .replaceAll(/(?<=\d)(?:pm)? in the (?:afternoon|evening)\b/g, 'pm')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

const betweenTimes = / ?(?:[,;&+/]|\band\b)[ ,;&+/]*(?:and )?/;

/** "8am and 6pm"; also "8am 6pm", but not "8 30", which may be one time. */
function readList(words: string): Outcome {
  const parts = words.replace(/^at /, '').split(betweenTimes);
  const written = parts.flatMap((part) => {
    const some = part.replace(/^at /, '').split(' ');
    return some.length > 1 && some.some((word) => /^\d+$/.test(word)) ? [undefined] : some.map(readTime);
  });
  return settle(written, (times) => (times.includes(dayLength) ? 'unknown' : times));
}

function settle(
  written: readonly (WrittenTime | undefined)[],
  next: (minutes: readonly number[]) => Outcome,
): Outcome {
  if (!written.every((time) => time !== undefined)) return 'unknown';
  const settled = settleHalves(written);
  return settled === undefined ? 'half' : next(settled);
}

const span =
  /^(between |from |starting (?:at |from )?|beginning (?:at |from )?)?([^ –—-]+)( ?[–—-] ?| (?:to|and|until|till?|through|thru) )([^ –—-]+)$/;
const beginning = /^(?:from|starting(?: at| from)?|beginning(?: at| from)?) ([^ ]+)$/;

/** `step` minutes apart. */
function readSeries(step: number, words: string): Outcome {
  if (step < leastStep) return 'often';
  if (step >= dayLength) return 'when';
  if (words === '') return step > dayLength / 2 ? 'when' : series(0, dayLength - 1, step);
  const first = beginning.exec(words)?.[1];
  if (first !== undefined)
    return settle([readTime(first)], ([start = 0]) => series(start, start + dayLength - 1, step));
  const [, word, from = '', joint = '', until = ''] = span.exec(words) ?? [];
  if (joint === ' and ' && word !== 'between ') return 'unknown';
  return settle([readTime(from), readTime(until)], ([start = 0, end = 0]) =>
    series(start, end > start ? end : end + dayLength, step),
  );
}

/** One of a span that is shorter than its step says nothing of what was meant. */
function series(start: number, end: number, step: number): Outcome {
  const length = Math.floor((end - start) / step) + 1;
  if (start >= dayLength) return 'unknown';
  return length < 2 ? 'when' : Array.from({ length }, (_, index) => (start + index * step) % dayLength);
}

const problems: readonly (readonly [TimesProblem, RegExp])[] = [
  ['days', /\b(?:(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs?)?|week(?:day|end))s?\b/],
  ['zone', /[a-z]\/[a-z]|\b(?:utc|gmt|[cew]es?t|[ecmp][sd]t|bst|ist|jst|ae[sd]t|time zone)\b/],
  [
    'when',
    /^$|\b(?:once|twice|thrice|times|days?|mornings?|afternoons?|evenings?|nights?|lunch|often|week(?:ly)?)\b/,
  ],
];

/** What is wrong most likely with words that are no times. */
const likelyProblem = (words: string): TimesProblem =>
  problems.find(([, pattern]) => pattern.test(words))?.[0] ?? 'unknown';
