/** Where two languages give one name to different months, the earlier here has it. */
const languages =
  'en de fr es it pt nl ru pl sv da nb fi cs sk hu ro tr el uk bg ca id ms et lv lt sl sr sr-Latn is ar fa-u-ca-gregory he vi hi th'.split(
    ' ',
  );

/** Short forms in use that are not in ICU. */
const others: readonly (readonly [string, number])[] = [
  ['fev', 2],
  ['mrt', 3],
  ['mrz', 3],
  ['avr', 4],
  ['aout', 8],
  ['sept', 9],
  ['ιον', 6],
  ['ιολ', 7],
  ['μαιος', 5],
  ['янв', 1],
  ['мая', 5],
];

const weekdays = new Set(
  'mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday gmt utc est edt'.split(
    ' ',
  ),
);

/** Lower case, without accents, dots and apostrophes. */
function plainWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.'’]/gu, '')
    .toLowerCase();
}

const english: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index) => [[name, index + 1] as const, [name.slice(0, 3), index + 1] as const]),
);

/** Made when the first word comes that is no English month: it takes some time. */
let known: ReadonlyMap<string, number> | undefined;

/** The month, from 1, of a name in one of some thirty languages, whole or cut short. */
export function monthNamed(word: string): number | undefined {
  const plain = plainWord(word);
  const month = english.get(plain);
  if (month !== undefined || weekdays.has(plain)) return month;
  known ??= allNames();
  // Hebrew writes "in" and the month as one word.
  return known.get(plain) ?? known.get(plain.replace(/^ב/, ''));
}

function allNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const add = (name: string, month: number) => {
    const plain = plainWord(name);
    if (/^\p{L}{2,}$/u.test(plain) && !names.has(plain)) names.set(plain, month);
  };
  const written = languages.map(monthsIn);
  for (const months of written)
    for (const [index, forms] of months.entries()) for (const form of forms) add(form, index + 1);
  for (const [name, month] of others) add(name, month);
  for (const months of written) for (const [start, month] of clearStarts(months)) add(start, month);
  return names;
}

/** For each month, its forms: alone and beside a day, whole and short. */
function monthsIn(language: string): readonly (readonly string[])[] {
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' }),
  ]);
  return Array.from({ length: 12 }, (_, month) =>
    formats.flatMap((format) =>
      format
        .formatToParts(Date.UTC(2019, month, 18))
        .filter(({ type }) => type === 'month')
        .map(({ value }) => value),
    ),
  );
}

/** The first three letters and more of each name, where no other month of the language begins so. */
function clearStarts(months: readonly (readonly string[])[]): (readonly [string, number])[] {
  const monthsByStart = new Map<string, Set<number>>();
  for (const [index, forms] of months.entries())
    for (const start of forms.flatMap((form) => startsOf(plainWord(form))))
      monthsByStart.set(start, (monthsByStart.get(start) ?? new Set()).add(index + 1));
  return [...monthsByStart].flatMap(([start, [month, second]]) =>
    month === undefined || second !== undefined ? [] : [[start, month] as const],
  );
}

function startsOf(name: string): string[] {
  return Array.from({ length: Math.max(name.length - 3, 0) }, (_, index) => name.slice(0, index + 3));
}
