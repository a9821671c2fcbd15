import type { Edit } from '../repair/runs.ts';

/** White space and characters without a shape of their own (controls, private ones), as far as no word needs them. */
const loose =
  '(?:[\\s\\0-\\u001f\\u007f-\\u009f\\u00ad\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ue000-\\uf8ff\\ufff9-\\ufffb]|[\\udb80-\\udbff][\\udc00-\\udfff])';
/** Stretches of them, but for the one blank between two words, which nearly all are. */
const gaps = new RegExp(`(?:^|(?! (?!${loose})[^]))${loose}+`, 'g');
const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/;
const halfCharacter = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A stretch of loose characters between two lines or within one. */
interface Gap {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  /** Where the line before it begins. */
  readonly lineStart: number;
}

/** Makes white space within a line one blank and each line a paragraph; takes out characters that show nothing. */
export function tidyEdits(text: string): readonly Edit[] {
  const found = gapsIn(text);
  const isWrapped = isHardWrapped(text, found);
  return found.flatMap((gap) => {
    const wanted = tidied(text, gap, isWrapped);
    return wanted === gap.found
      ? []
      : [{ start: gap.start, end: gap.end, text: wanted, step: 'white space' }];
  });
}

/** Takes out halves of characters, which no store and no page can hold. */
export function halfCharacterEdits(text: string): readonly Edit[] {
  if (text.isWellFormed()) return [];
  return [...text.matchAll(halfCharacter)].map(({ index }) => ({
    start: index,
    end: index + 1,
    text: '',
    step: 'white space',
  }));
}

function gapsIn(text: string): readonly Gap[] {
  let lineStart = 0;
  return [...text.matchAll(gaps)].map(({ index, 0: found }) => {
    const gap = { start: index, end: index + found.length, found, lineStart };
    if (lineBreak.test(found)) lineStart = gap.end;
    return gap;
  });
}

function tidied(text: string, gap: Gap, isWrapped: boolean): string {
  if (gap.start === 0 || gap.end === text.length) return '';
  if (!lineBreak.test(gap.found)) return /\s/.test(gap.found) ? ' ' : '';
  if (isWrapped && isSingle(gap) && isLong(gap)) return ' ';
  return isWithinSentence(text, gap) ? ' ' : '\n\n';
}

/** A line this long was not ended by a poet or a list. */
const longLine = 45;

function isLong({ start, lineStart }: Gap): boolean {
  return start - lineStart >= longLine;
}

function isSingle({ found }: Gap): boolean {
  return /^[^\n\r]*(?:\r\n|[\n\r])[^\n\r]*$/.test(found);
}

/** A long line without a closing mark, and small letters after it: the line was broken, not ended. */
function isWithinSentence(text: string, gap: Gap): boolean {
  if (!isLong(gap)) return false;
  const before = text.slice(Math.max(gap.lineStart, gap.start - 4), gap.start);
  return !/[.!?…:;"”’)\]|]$/.test(before) && /^\p{Ll}/u.test(text.slice(gap.end, gap.end + 2));
}

const fewestWrapped = 3;

/** Lines cut at a width, with blank lines between paragraphs, as in mail and old files. */
function isHardWrapped(text: string, gaps: readonly Gap[]): boolean {
  const breaks = gaps.filter(({ found }) => lineBreak.test(found));
  const single = breaks.filter(isSingle);
  const within = single.filter((gap) => isWithinSentence(text, gap));
  return breaks.length > single.length && within.length >= fewestWrapped && within.length * 3 > single.length;
}
