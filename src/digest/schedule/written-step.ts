const amounts: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    other: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    sixty: 60,
    ninety: 90,
    half: 1 / 2,
    'half a': 1 / 2,
    'half an': 1 / 2,
    quarter: 1 / 4,
    'quarter of an': 1 / 4,
  }),
);

/** In minutes, by the beginning of its name. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^s/, 1 / 60],
  [/^m/, 1],
  [/^h/, 60],
  [/^d/, 1440],
];

const amount = '(\\d{1,4}(?:[.,]\\d{1,2})?|half an?|quarter of an|[a-z]{1,7})';
const unit = '(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?)';
const every = new RegExp(
  `\\b(?:once )?(?:every|each|once|per) (?:${amount}[ -]?)??${unit}( and a half)?(?: on the hour)?(?![a-z\\d])`,
);
const everyHoursMinutes = /\b(?:every|each) (\d{1,2})h ?([0-5]\d)(?:m|min)?(?![a-z\d])/;
/** "9-17 hourly" is no step of 17 hours, nor is "9-17-hourly". */
const hourly = new RegExp(`(?<![\\d-])(?:${amount}-)?\\bhourly\\b`);

/** How far apart times are to be, minutes, and the words beside that: "every 4 hours", "hourly", "every half an hour". */
export function readStep(words: string): { readonly step?: number; readonly rest: string } {
  const both = everyHoursMinutes.exec(words);
  if (both !== null) return found(words, both, Number(both[1]) * 60 + Number(both[2]));
  const adverb = hourly.exec(words);
  if (adverb !== null) return found(words, adverb, amountOf(adverb[1]) * 60);
  const match = every.exec(words);
  if (match === null) return { rest: words };
  const size = units.find(([pattern]) => pattern.test(match[2] ?? ''))?.[1] ?? Number.NaN;
  return found(words, match, (amountOf(match[1]) + (match[3] === undefined ? 0 : 1 / 2)) * size);
}

const amountOf = (words: string | undefined): number =>
  words === undefined ? 1 : (amounts.get(words) ?? Number(words.replace(',', '.')));

function found(words: string, { 0: all, index }: RegExpExecArray, step: number): ReturnType<typeof readStep> {
  if (!Number.isInteger(step) && !(step < 1)) return { rest: words };
  const rest = words.slice(0, index) + words.slice(index + all.length);
  return { step, rest: rest.replaceAll(/^[ ,;:]+|[ ,;:]+$/g, '') };
}
