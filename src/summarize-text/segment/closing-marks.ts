import type { Span } from '../types.ts';

/** How far a line's straight double marks are counted: whether one is open, and where the next stands (-1: nowhere). */
export interface OpenMark {
  readonly next: number;
  readonly open: boolean;
}

/** Longer than this, a bracket holds sentences of their own (units of text). */
const bracketed = /[([](?:[^()[\]]|[([][^()[\]]{0,80}[)\]]){0,300}[)\]]/g;
const footnote = /\[\d{1,3}\]/y;
const wordUnit = /[\p{L}\p{N}]/u;

/** Brackets that close within their line and are short enough to stay in one sentence. */
export function bracketsOf(line: string): readonly Span[] {
  return Array.from(line.matchAll(bracketed), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** Before the line's first unit. */
export function firstMark(line: string): OpenMark {
  return { next: line.indexOf('"'), open: false };
}

/** Counts on from `known` to `at`. */
export function countMarks(line: string, known: OpenMark, at: number): OpenMark {
  let { next, open } = known;
  for (; next >= 0 && next < at; next = line.indexOf('"', next + 1)) open = !open;
  return { next, open };
}

/**
 * The offset after the quotation marks, brackets and footnote numbers that close right behind a stop at `end`.
 * `open` says whether a straight double mark is open there: `end."She` opens one when none is.
 */
export function closeAfter(line: string, end: number, open: boolean): number {
  let at = end;
  let isOpen = open;
  for (;;) {
    const length = closingLength(line, at, isOpen);
    if (length === 0) return at;
    if (line.slice(at, at + length).includes('"')) isOpen = false;
    at += length;
  }
}

function closingLength(line: string, at: number, open: boolean): number {
  const unit = line.charAt(at);
  const beforeWord = wordUnit.test(line.charAt(at + 1));
  footnote.lastIndex = at;
  if (footnote.test(line)) return footnote.lastIndex - at;
  if (/[”»›)\]}]/.test(unit)) return 1;
  if (/[“«’'‘]/.test(unit)) return beforeWord ? 0 : 1;
  if (unit === '"') return open || !beforeWord ? 1 : 0;
  const spaced = /^[ \u00a0\u202f](?:»(?![\p{L}\p{N}])|["”](?!\S))/u.exec(line.slice(at, at + 3))?.[0];
  return spaced !== undefined && (open || !spaced.endsWith('"')) ? 2 : 0;
}
