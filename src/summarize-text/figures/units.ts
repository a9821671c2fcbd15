import type { FigureKind } from '../types.ts';
import type { FigureToken } from './tokens.ts';
import { isCapitalised, tokenAt } from './tokens.ts';
import { currencyNames, measureNames } from './unit-names.ts';
import { singular } from './words.ts';

/** A unit as it stands in the tokens, up to (not with) `to`. */
export interface ReadUnit {
  readonly unit: string;
  readonly to: number;
}

const codes: ReadonlyMap<string, string> = new Map(
  [...measureNames, ...currencyNames].flatMap(([code, names]) =>
    names.split('|').map((name) => [name, code]),
  ),
);
const currencies: ReadonlySet<string> = new Set(currencyNames.map(([code]) => code));
const durations: ReadonlySet<string> = new Set(
  'ms s min h day week fortnight month year decade century'.split(' '),
);
/** Symbols that are read only as written, those of one letter only beside digits. */
const symbols: ReadonlyMap<string, string> = new Map([
  ['C', 'C'],
  ['F', 'F'],
  ['W', 'W'],
  ['V', 'V'],
  ['B', 'B'],
  ['g', 'g'],
  ['t', 't'],
  ['l', 'l'],
  ['L', 'l'],
  ['PS', 'hp'],
  ['Nm', 'newton metre'],
]);
const longestName = 7;

/** The code of a unit's name, symbol or code ("miles per hour" is "mph"); `undefined` for what is no unit. */
export function unitCode(name: string): string | undefined {
  const plain = name.toLowerCase().replaceAll('-', ' ');
  return codes.get(plain) ?? (currencies.has(name) || measureCodes.has(name) ? name : undefined);
}

const measureCodes: ReadonlySet<string> = new Set(measureNames.map(([code]) => code));

/** What is measured in a unit or rate; `undefined` where it is the noun of a count. */
export function kindOfUnit(unit: string): FigureKind | undefined {
  const base = unit.split('/')[0] ?? unit;
  if (base === '%') return 'percent';
  if (unit === 'pp' || unit === 'bp') return 'percentage_points';
  if (currencies.has(base)) return 'money';
  if (durations.has(unit)) return 'duration';
  return measureCodes.has(unit) || measureCodes.has(base) ? 'measure' : undefined;
}

/** Whether the code is that of a currency or a small coin. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** Reads the longest unit that begins at a token after a number; a hyphen between counts as a space. */
export function readUnit(tokens: readonly FigureToken[], at: number): ReadUnit | undefined {
  const from = tokenAt(tokens, at).lower === '-' ? at + 1 : at;
  const letter = tokenAt(tokens, from);
  const mayStand =
    !letter.gap || (/^(?:[WVCF]|PS|Nm)$/.test(letter.text) && tokenAt(tokens, from - 1).kind === 'digits');
  const symbol = mayStand ? symbols.get(letter.text) : undefined;
  let found: ReadUnit | undefined = symbol ? { unit: symbol, to: from + 1 } : undefined;
  let name = '';
  for (let to = from; to < from + longestName; to++) {
    const token = tokenAt(tokens, to);
    if (token.start < 0) break;
    name = extendName(name, token);
    const unit = codes.get(name);
    if (unit !== undefined && !(symbol && to === from) && mayBeUnit(tokens, from, to, unit))
      found = { unit, to: to + 1 };
  }
  return found;
}

function extendName(name: string, token: FigureToken): string {
  if (name === '') return token.lower;
  if (token.lower === '-') return `${name} `;
  return token.gap && !name.endsWith(' ') ? `${name} ${token.lower}` : name + token.lower;
}

/** Short names need digits beside them: "5h", "2pt"; a currency sign that begins the next amount is none. */
function mayBeUnit(tokens: readonly FigureToken[], from: number, to: number, unit: string): boolean {
  const token = tokenAt(tokens, from);
  if (from !== to) return true;
  if (/^(?:s|h|pp|mi|t)$/.test(token.lower)) return !token.gap;
  if (/^[£€$¥₹¢]$/.test(token.lower))
    return tokenAt(tokens, to + 1).kind !== 'digits' || tokenAt(tokens, to + 1).gap;
  const isIsoCode = token.lower.length === 3 && token.lower === unit.toLowerCase() && isCurrency(unit);
  if (isIsoCode || /^(?:rs|rm)$/.test(token.lower)) return isCapitalised(token) || !token.gap;
  return !(unit === 'cent' && isCapitalised(token) && token.gap);
}

const perSign = /^(?:per|\/|each|every)$/;
const rateNouns: ReadonlySet<string> = new Set(
  'barrel bbl ounce gallon litre liter tonne ton kilo kg kilogram pound share day night week weekend fortnight month quarter term season year annum hour minute second mile kilometre km metre person head child pupil student user customer household family game match capita unit hectare acre gram kwh mmbtu therm bottle pack packet bag box pint cup bushel ticket seat ride trip litre loaf kilowatt-hour session lesson shift pop time piece go item word page vote'.split(
    ' ',
  ),
);

/** Reads "a barrel", "per head", "/kWh", "-a-year" after an amount: the code below the stroke. */
export function readRate(tokens: readonly FigureToken[], at: number): ReadUnit | undefined {
  const from = tokenAt(tokens, at).lower === '-' && !tokenAt(tokens, at).gap ? at + 1 : at;
  const sign = tokenAt(tokens, from).lower;
  const word = tokenAt(tokens, from + 1).lower === '-' ? from + 2 : from + 1;
  if (perSign.test(sign)) return ratePart(tokens, word, sign === 'per' || sign === '/');
  return /^an?$/.test(sign) ? ratePart(tokens, word, false) : undefined;
}

function ratePart(tokens: readonly FigureToken[], at: number, isSure: boolean): ReadUnit | undefined {
  const token = tokenAt(tokens, at);
  const noun = singular(token.lower);
  if (token.kind !== 'word' || notPart.test(token.lower) || !(isSure || rateNouns.has(noun)))
    return undefined;
  const read = readUnit(tokens, at) ?? { unit: noun, to: at + 1 };
  if (noun === 'pound') return { unit: 'lb', to: at + 1 };
  const isMoney = kindOfUnit(read.unit) === 'money';
  if (isMoney || isMoment(tokens, read.to)) return undefined;
  return { ...read, unit: partNames.get(noun) ?? read.unit };
}

const notPart = /^(?:cent|the|se)$/;
/** "a year earlier", "a year on," are moments, no rates; "a week on food" is one. */
function isMoment(tokens: readonly FigureToken[], at: number): boolean {
  const { lower } = tokenAt(tokens, at);
  if (lower === 'on') return /^(?:|from|[,.;:)])$/.test(tokenAt(tokens, at + 1).lower);
  return /^(?:earlier|ago|later|before|old|after)$/.test(lower);
}

const partNames: ReadonlyMap<string, string> = new Map([
  ['annum', 'year'],
  ['second', 's'],
]);
