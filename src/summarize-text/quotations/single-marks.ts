import type { Span } from '../types.ts';

/** A stretch between marks that is longer than this holds a stray mark (units of text). */
export const longestLoose = 2500;
const wordUnit = /[\p{L}\p{N}]/u;
const elided = /^.(?:\d0s|em|til|cause|tis|twas|n|round|bout)(?![\p{L}\p{N}])/iu;

interface Search {
  readonly text: string;
  readonly end: number;
  /** A mark that may close, or belong to a word: "the ministers' plan". */
  spare?: number;
  /** Double marks inside: none open, one that a double mark closes, one closed by either. */
  nested: 'none' | 'double' | 'either';
}

/** Whether a single mark at `at` can open a quotation; an apostrophe and "’90s" cannot. */
export function mayOpenSingle(text: string, line: Span, at: number): boolean {
  const unit = text.charAt(at);
  if (unit !== '‘' && unit !== "'") return false;
  const before = at > line.start ? text.charAt(at - 1) : ' ';
  if (wordUnit.test(before) || /[.,!?’']/.test(before)) return false;
  return /[\p{L}\p{N}[“"£$€…]/u.test(text.charAt(at + 1)) && !elided.test(text.slice(at, at + 7));
}

/** Where a single mark closes, from `from` on and before `end`. */
export function findSingleClose(text: string, from: number, end: number): number | undefined {
  const search: Search = { text, end, nested: 'none' };
  for (let at = from; at < end; at++) {
    const unit = text.charAt(at);
    if (/[“”"]/.test(unit)) {
      if (closesNested(search, at)) return at;
    } else if (/[’'‘]/.test(unit)) {
      const found = readSingle(search, at);
      if (found !== undefined) return found;
    }
  }
  return search.spare;
}

/** Takes note of a double mark; true where it closes the single one, as a careless hand leaves it. */
function closesNested(search: Search, at: number): boolean {
  if (search.nested !== 'none') search.nested = 'none';
  else if (opensNested(search.text, at)) search.nested = closesByDouble(search, at) ? 'double' : 'either';
  else return true;
  return false;
}

/** The place the quotation ends at, once the single mark at `at` shows it. */
function readSingle(search: Search, at: number): number | undefined {
  const { text, nested } = search;
  if (opensSingle(text, at)) return search.spare;
  if (text.charAt(at) === '‘' || !closesSingle(text, at)) return undefined;
  if (nested === 'either') search.nested = 'none';
  else if (!mayBePossessive(text, at)) return at;
  else search.spare ??= at;
  return undefined;
}

function opensNested(text: string, at: number): boolean {
  return text.charAt(at) !== '”' && /[\s(‘'—–]/.test(text.charAt(at - 1));
}

/** Whether the nested double mark at `at` has a closing one of its kind. */
function closesByDouble({ text, end }: Search, at: number): boolean {
  for (let next = at + 1; next < end; next++)
    if (/[“”"]/.test(text.charAt(next))) return !opensNested(text, next);
  return false;
}

function opensSingle(text: string, at: number): boolean {
  if (!/[\s(]/.test(text.charAt(at - 1)) || !wordUnit.test(text.charAt(at + 1))) return false;
  return !elided.test(text.slice(at, at + 7));
}

function closesSingle(text: string, at: number): boolean {
  if (wordUnit.test(text.charAt(at + 1))) return false;
  return !/\s/.test(text.charAt(at - 1)) || /^[.?!,’'”"]\s.\s/.test(text.slice(at - 2, at + 2));
}

/** “the ministers’ plan”: after an s and before a small letter the mark may belong to the word. */
function mayBePossessive(text: string, at: number): boolean {
  return /s/i.test(text.charAt(at - 1)) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
}

/** Double marks that a careless hand closed by a single one: “… so it seems.’ */
export function findOtherClose(text: string, from: number, to: number): number | undefined {
  for (let at = from + 1; at < Math.min(to, from + longestLoose); at++) {
    if (!/[’'‘]/.test(text.charAt(at))) continue;
    if (opensSingle(text, at)) return undefined;
    if (text.charAt(at) !== '‘' && closesSingle(text, at) && !mayBePossessive(text, at)) return at;
  }
  return undefined;
}
