import type { Span } from '../types.ts';

/** A number in digits, a word, or one mark. `lower` is how it is read: mended, small, dashes as "-". */
export interface FigureToken extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'digits' | 'word' | 'mark';
  /** White space stands before it (true for the first of a sentence). */
  readonly gap: boolean;
}

/** Marks that were decoded wrongly ("â‚¬", "â€“") are read as what they were; the Â of "Â£" is a mark by itself. */
const damaged: Readonly<Record<string, string>> = {
  'â‚¬': '€',
  'â€“': '-',
  'â€”': '—',
  'â€™': "'",
  'â€˜': "'",
  'â€œ': '"',
  'â€\u009d': '"',
};
const damagedMark = 'Â(?=[£¥½¼¾°])|â‚¬|â€[“”™˜œ\u009d]';
const letterWord = "\\p{L}[\\p{L}\\p{M}²³]*(?:['’]\\p{L}+)*";
const pieces = new RegExp(
  [
    damagedMark,
    "\\d+(?:[.,]\\d+|['’]\\d{3}(?!\\d))*",
    '(?<![\\p{L}\\p{N}.,])\\.\\d+',
    '[½¼¾⅓⅔⅕⅛⅜⅝⅞]',
    '(?<!\\p{L})\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])\\.?',
    'ā(?=\\p{Lu})',
    '[a-zA-Z]{2,}(?=ā(?!\\p{L}))',
    '[a-zA-Z]+â€™[a-z]+',
    letterWord,
    '\\S',
  ].join('|'),
  'gu',
);
const dash = /^[-‐‑–−]$/;
const apostrophe = /['’]|â€™/g;

/** Cuts a sentence into numbers, words and marks; `offset` is where it stands in its text. */
export function figureTokens(sentence: string, offset = 0): readonly FigureToken[] {
  const tokens: FigureToken[] = [];
  let last = -1;
  for (const { 0: text, index } of sentence.matchAll(pieces)) {
    const start = offset + index;
    tokens.push({
      text,
      lower: readAs(text),
      kind: kindOf(text),
      gap: index !== last,
      start,
      end: start + text.length,
    });
    last = index + text.length;
  }
  return tokens;
}

function kindOf(text: string): FigureToken['kind'] {
  const mended = damaged[text] ?? text;
  if (/^[\d.]*\d|^[½¼¾⅓⅔⅕⅛⅜⅝⅞]/.test(mended)) return 'digits';
  return /^\p{L}/u.test(mended) && mended !== 'ā' ? 'word' : 'mark';
}

function readAs(text: string): string {
  const mended = damaged[text];
  if (mended) return mended;
  if (dash.test(text)) return '-';
  if (text === 'ā') return '"';
  const plain = text.length > 1 ? text.replace(apostrophe, "'") : text;
  return /^\p{L}(?:\.\p{L})+\.?$/u.test(plain)
    ? plain.replaceAll('.', '').toLowerCase()
    : plain.toLowerCase();
}

const none: FigureToken = { text: '', lower: '', kind: 'mark', gap: false, start: -1, end: -1 };

/** The token at an index; an empty mark where there is none. */
export function tokenAt(tokens: readonly FigureToken[], index: number): FigureToken {
  return tokens[index] ?? none;
}

/** Whether the word is written with a capital first. */
export function isCapitalised(token: FigureToken): boolean {
  return /^\p{Lu}/u.test(token.text);
}

/** The words of up to `count` tokens that end before `index`, small, with one space between, marks glued. */
export function wordsBefore(tokens: readonly FigureToken[], index: number, count: number): string {
  return joinTokens(tokens, Math.max(0, index - count), index);
}

/** The words of up to `count` tokens from `index` on, as `wordsBefore` gives them. */
export function wordsAfter(tokens: readonly FigureToken[], index: number, count: number): string {
  return joinTokens(tokens, index, Math.min(tokens.length, index + count));
}

function joinTokens(tokens: readonly FigureToken[], from: number, to: number): string {
  let joined = '';
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at);
    joined += token.gap && joined !== '' ? ` ${token.lower}` : token.lower;
  }
  return joined;
}
