import type { Digest, LeaptTimes } from '../../domain/digest.ts';
import type { TimesProblem } from '../../domain/errors.ts';

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const dayLength = 1440;
/** Closer than that are no steps that anybody writes, and none that are read. */
const leastStep = 30;
const leastOfSeries = 3;

/** "08:00 and 18:00 Europe/London, Mon, Wed"; "every 4 hours from 08:00 to 20:00 Europe/London, weekdays". */
export function scheduleWords({
  times,
  timezone,
  days,
}: Pick<Digest, 'times' | 'timezone' | 'days'>): string {
  return `${timesWords(times)} ${timezone}, ${daysWords(days)}`;
}

function daysWords(days: readonly number[]): string {
  const numbers = days.toSorted((one, other) => one - other).join('');
  if (numbers === '0123456') return 'daily';
  if (numbers === '12345') return 'weekdays';
  if (numbers === '06') return 'weekends';
  return days.map((day) => dayNames[day]).join(', ');
}

/** Times in order: three or more at equal distances as a step, also over midnight; others one by one. */
export function timesWords(times: readonly string[]): string {
  const minutes = times.map(minutesOf);
  const starts = minutes
    .map((_, index) => index)
    .filter((index) => index === 0 || isReadOverMidnight(times, index));
  for (const index of starts) {
    const step = stepOf([...minutes.slice(index), ...minutes.slice(0, index).map((one) => one + dayLength)]);
    if (step !== undefined) return `every ${stepWords(step)} from ${times[index]} to ${times.at(index - 1)}`;
  }
  return listWords(times);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** "From 12:00 to 10:00" may mean ten in the evening; a clock of 24 hours is seen by "20:00" and "08:00" only. */
function isReadOverMidnight(times: readonly string[], start: number): boolean {
  return (times[start] ?? '') >= '13:00' || (times[start - 1] ?? '') < '10:00';
}

function stepOf(minutes: readonly number[]): number | undefined {
  const [first = 0, second = 0] = minutes;
  const step = second - first;
  const isEven = minutes.every((one, index) => one === first + index * step);
  return isEven && minutes.length >= leastOfSeries && step >= leastStep ? step : undefined;
}

function stepWords(step: number): string {
  if (step % 60 !== 0) return `${step} minutes`;
  return step === 60 ? 'hour' : `${step / 60} hours`;
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function dateWords(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(at);
}

/** "On Sunday 28 March 01:30 does not exist in Europe/London; that day the digest comes at 02:00." */
export function gapNotice({ day, times, at }: LeaptTimes, timezone: string): string {
  const date = dateWords(day, 'UTC');
  const comes = dateWords(at, timezone);
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
  }).format(at);
  const verb = times.length === 1 ? 'does' : 'do';
  const when =
    comes === date ? `that day the digest comes at ${time}` : `the digest comes on ${comes} at ${time}`;
  return `On ${date} ${listWords(times)} ${verb} not exist in ${timezone}; ${when}.`;
}

const examples = 'Examples: 08:00, 8am and 6pm, every 4 hours from 8 to 20.';

/** What is wrong with times that somebody wrote, and what to write instead. */
export function timesProblemWords(asked: string, problem: TimesProblem): string {
  switch (problem) {
    case 'unknown':
      return `“${asked}” is not a time I know. ${examples}`;
    case 'often':
      return `“${asked}” is too often: a digest comes every 30 minutes at most.`;
    case 'many':
      return `“${asked}” are too many times: a digest comes 48 times a day at most.`;
    case 'half':
      return `“${asked}” may be in the morning or in the evening. Say am or pm, or write 08:00 or 20:00.`;
    case 'when':
      return `“${asked}” does not say at which times. ${examples}`;
    case 'days':
      return `“${asked}” names days: they have an option of their own. Write only the times here. ${examples}`;
    case 'zone':
      return `“${asked}” names a time zone: it has an option of its own. Write only the times here. ${examples}`;
  }
}
