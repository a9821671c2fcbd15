import type { Span } from '../types.ts';
import { longestLoose } from './single-marks.ts';

/** The span without white space at its edges. */
export function trimSpace(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** The span without white space, punctuation and stray marks at its edges. */
export function trimEdges(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /[\s,;:.“”"]/.test(text.charAt(start)) && !opensNested(text, start, to)) start++;
  while (end > start && isTrailing(text, start, end)) end--;
  return { start, end };
}

/** A mark that opens words quoted inside the quotation stays. */
function opensNested(text: string, at: number, end: number): boolean {
  return /[“"]/.test(text.charAt(at)) && /[”"]/.test(text.slice(at + 1, Math.min(end, at + longestLoose)));
}

function isTrailing(text: string, start: number, end: number): boolean {
  const unit = text.charAt(end - 1);
  if (/[\s,;:]/.test(unit)) return true;
  if (unit === '.') return !/\.\.$|\p{Lu}\.\p{Lu}\.$/u.test(text.slice(Math.max(start, end - 5), end));
  if (!/[“”"‘’']/.test(unit)) return false;
  const opening = unit === '’' ? '‘' : unit === '”' ? '“' : unit;
  return !text.slice(Math.max(start, end - longestLoose), end - 1).includes(opening);
}
