/**
 * A time of day as somebody wrote it. `minutes` from midnight: as on a clock of 24 hours where nothing is said of the
 * half of the day; 1440 is "24:00", which only ends something. `clock`: what says which half is meant. "half": am or
 * pm; "whole": it is written as on a clock of 24 hours ("18", "08:00", "8h"); "named": noon, midnight; "open": nothing.
 */
export interface WrittenTime {
  readonly minutes: number;
  readonly clock: 'half' | 'whole' | 'named' | 'open';
}

const noon = 720;

const named: ReadonlyMap<string, number> = new Map([
  ['noon', noon],
  ['midday', noon],
  ['midnight', 0],
]);

/** "8", "8:30", "18.30", "18h30", "18h", "8:30pm"; minutes without a mark ("1830", "830pm") are read apart. */
const marked = /^(\d{1,2})(?:([:.h])([0-5]\d)|(h))?([ap]m)?$/;
const unmarked = /^(?:(\d\d)([0-5]\d)|(\d{1,2})([0-5]\d)([ap]m))$/;

/** Reads one word such as "8pm", in small letters and without spaces; `undefined` when it is no time. */
export function readTime(word: string): WrittenTime | undefined {
  const minutes = named.get(word);
  if (minutes !== undefined) return { minutes, clock: 'named' };
  const match = marked.exec(word);
  if (match !== null) return timeOf(match[1], match[3], match[5], match[2] === 'h' || match[4] === 'h');
  const packed = unmarked.exec(word);
  return packed === null
    ? undefined
    : timeOf(packed[1] ?? packed[3], packed[2] ?? packed[4], packed[5], packed[5] === undefined);
}

function timeOf(
  hours = '',
  minutes = '0',
  half: string | undefined,
  isWhole: boolean,
): WrittenTime | undefined {
  const hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    return { minutes: (hour % 12) * 60 + Number(minutes) + (half === 'pm' ? noon : 0), clock: 'half' };
  }
  const sum = hour * 60 + Number(minutes);
  if (sum > 1440) return undefined;
  return { minutes: sum, clock: isWhole || hour > 12 || hours.startsWith('0') ? 'whole' : 'open' };
}

/**
 * Minutes from midnight of times that were written together. Where one of them is written as on a clock of 24 hours,
 * all are; where one says am or pm, those before it are in the same morning, or in the morning before that evening.
 * `undefined` where an hour could as well be the other half of the day: "8 and 6", "9 to 5", "2 to 6pm", "8am and 6".
 */
export function settleHalves(times: readonly WrittenTime[]): readonly number[] | undefined {
  if (times.some(({ clock }) => clock === 'whole')) return times.map(({ minutes }) => minutes);
  if (times.some(({ clock }) => clock === 'half')) return settleByNext(times);
  const hours = times.filter(({ minutes, clock }) => clock === 'open' || minutes === noon);
  const isInOrder = hours.every(
    ({ minutes }, index) => index === 0 || minutes > (hours[index - 1]?.minutes ?? 0),
  );
  return isInOrder ? times.map(({ minutes }) => minutes) : undefined;
}

function settleByNext(times: readonly WrittenTime[]): readonly number[] | undefined {
  const settled = times.map((time, index) => {
    if (time.clock !== 'open') return time.minutes;
    const next = times.slice(index).find(({ clock }) => clock === 'half');
    return next === undefined ? undefined : before(time.minutes, next.minutes);
  });
  return settled.every((minutes) => minutes !== undefined) ? settled : undefined;
}

/** An open time that somebody wrote before one with am or pm. */
function before(open: number, next: number): number | undefined {
  const isEvening = next >= noon;
  if (open >= noon) return isEvening ? open : undefined;
  return open < next % noon === isEvening ? undefined : open;
}
