import type { FigureToken } from './tokens.ts';
import { tokenAt } from './tokens.ts';
import { isCurrency } from './units.ts';

const signs: ReadonlyMap<string, string> = new Map([
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['$', 'USD'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['฿', 'THB'],
]);
/** Letters before a dollar sign; those of `spaced` may stand apart from it. */
const dollars: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['can', 'CAD'],
  ['cad', 'CAD'],
  ['hk', 'HKD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['sg', 'SGD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
  ['j', 'JMD'],
]);
const spaced = /^(?:us|hk|nz|nt|au|ca|aud|c)$/;
const wordPrefixes: ReadonlyMap<string, string> = new Map([
  ['Rs', 'INR'],
  ['Re', 'INR'],
  ['RM', 'MYR'],
  ['PS', 'GBP'],
  ['Fr', 'CHF'],
]);

/** A currency that stands before its number. */
export interface CurrencyBefore {
  readonly unit: string;
  /** The first token of the currency's writing. */
  readonly from: number;
}

/** The currency written before the number at a token: "£", "A$", "US $", "EUR", "Rs.". */
export function currencyBefore(tokens: readonly FigureToken[], at: number): CurrencyBefore | undefined {
  const before = tokenAt(tokens, at - 1);
  const unit = signs.get(before.lower);
  if (unit !== undefined)
    return unit === 'USD' || unit === 'JPY' ? dollarLetters(tokens, at - 1, unit) : { unit, from: at - 1 };
  if (before.kind === 'word') return wordBefore(tokens, at, before);
  if (before.text === '=' && tokenAt(tokens, at - 2).text === 'Y') return { unit: 'JPY', from: at - 2 };
  const abbreviated = before.lower === '.' && tokenAt(tokens, at - 2).text === 'Rs';
  return abbreviated ? { unit: 'INR', from: at - 2 } : undefined;
}

/** "A$" before the sign, "$US" and "$A" after it are read by `wordBefore`. */
function dollarLetters(tokens: readonly FigureToken[], at: number, unit: string): CurrencyBefore {
  const letters = tokenAt(tokens, at - 1);
  if (letters.kind !== 'word') return { unit, from: at };
  const named =
    unit === 'USD' ? dollars.get(letters.lower) : /^(?:CN|RMB)$/.test(letters.text) ? 'CNY' : undefined;
  const isGlued = !tokenAt(tokens, at).gap;
  if (named === undefined || !(isGlued || (spaced.test(letters.lower) && isShort(letters))))
    return { unit, from: at };
  return { unit: named, from: at - 1 };
}

function isShort(token: FigureToken): boolean {
  return /^(?:[A-Z]{1,3}|c|hk|us|U\.S\.)$/.test(token.text);
}

function wordBefore(
  tokens: readonly FigureToken[],
  at: number,
  word: FigureToken,
): CurrencyBefore | undefined {
  const digits = tokenAt(tokens, at);
  if (digits.kind !== 'digits') return undefined;
  const sign = tokenAt(tokens, at - 2);
  const afterSign = sign.lower === '$' && !word.gap && !digits.gap ? dollars.get(word.lower) : undefined;
  if (afterSign !== undefined) return { unit: afterSign, from: at - 2 };
  if (word.text.length === 3 && word.text === word.text.toUpperCase() && isCurrency(word.text))
    return { unit: word.text, from: at - 1 };
  const prefix = wordPrefixes.get(word.text);
  return prefix !== undefined && (word.text !== 'PS' || !digits.gap)
    ? { unit: prefix, from: at - 1 }
    : undefined;
}

/** Whether the letters glued to digits name a currency ("EUR50m", "RM79") and no model ("G7"). */
export function isCurrencyWord(text: string): boolean {
  return wordPrefixes.has(text) || (text.length === 3 && isCurrency(text));
}
