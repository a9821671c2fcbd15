import type { Span } from '../types.ts';
import { trimEdges, trimSpace } from './edges.ts';
import { findOtherClose, findSingleClose, longestLoose, mayOpenSingle } from './single-marks.ts';

/** Words between quotation marks. `start` and `end` leave out the marks and the punctuation at the edges. */
export interface MarkedSpan extends Span {
  /** All that stands between the marks, white space at the edges left out. */
  readonly inner: Span;
  /** With the marks: what stands outside is the writer's. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly paragraph: number;
  /** Carries on the quotation before it: the paragraph before was left open and this one opens again. */
  readonly continues: boolean;
}

interface Found {
  readonly outerStart: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly outerEnd: number;
  readonly paragraph: number;
  readonly closed: boolean;
  readonly single: boolean;
}

interface Mark {
  readonly role: 'open' | 'close';
  readonly length: number;
}

interface Scan {
  readonly text: string;
  readonly line: Span;
  readonly paragraph: number;
  readonly found: Found[];
  open?: { readonly at: number; readonly length: number } | undefined;
  /** No single mark before this place closes anything. */
  noCloseBefore: number;
}

const wordUnit = /[\p{L}\p{N}]/u;
const markUnits = '"“”„«»\'`‘’';

/** Lines of a text that hold something, as spans: in clean text its paragraphs. */
export function findLines(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) =>
    match[0].trim() === '' ? [] : [{ start: match.index, end: match.index + match[0].length }],
  );
}

/**
 * Finds the marked words of a text: curly, straight, doubled ('') and British single marks, marks left open
 * at a paragraph's end, statements opened again in the next paragraph. Marks inside a quotation stay in it.
 */
export function findMarkedSpans(text: string, pullQuotes: readonly string[] = []): readonly MarkedSpan[] {
  const lines = findLines(text);
  const found = lines.flatMap((line, paragraph) => scanLine(text, line, paragraph));
  const continued = found.map((span, index) => carriesOn(text, lines, found[index - 1], span, pullQuotes));
  return found.flatMap((span, index) => {
    const continues = continued[index] ?? false;
    const whole = endOf(text, span, continues, continued[index + 1] ?? false);
    return whole ? toMarked(text, whole, continues) : [];
  });
}

/** The span with the end it has, or can be given; undefined where a mark was left open by mistake. */
function endOf(text: string, span: Found, continues: boolean, goesOn: boolean): Found | undefined {
  if (span.closed || goesOn) return span;
  if (span.single) return continues ? span : undefined;
  const close = findOtherClose(text, span.innerStart, span.innerEnd);
  if (close !== undefined) return { ...span, innerEnd: close, outerEnd: close + 1, closed: true };
  const tail = text.slice(Math.max(span.innerStart, span.innerEnd - 4), span.innerEnd);
  return span.innerEnd - span.innerStart <= longestLoose && /[.!?…]\s*$/.test(tail) ? span : undefined;
}

function toMarked(text: string, span: Found, continues: boolean): readonly MarkedSpan[] {
  const words = trimEdges(text, span.innerStart, span.innerEnd);
  if (words.end - words.start < 2) return [];
  const { outerStart, outerEnd, paragraph } = span;
  const inner = trimSpace(text, span.innerStart, span.innerEnd);
  return [{ ...words, inner, outerStart, outerEnd, paragraph, continues }];
}

function carriesOn(
  text: string,
  lines: readonly Span[],
  before: Found | undefined,
  span: Found,
  pullQuotes: readonly string[],
): boolean {
  if (!before || before.closed || before.single !== span.single) return false;
  const line = lines[span.paragraph];
  if (!line || span.paragraph - before.paragraph > 3) return false;
  if (text.slice(line.start, span.outerStart).trim() !== '') return false;
  const between = lines.slice(before.paragraph + 1, span.paragraph);
  return between.every(({ start, end }) => isFurniture(text.slice(start, end).trim(), pullQuotes));
}

/** Lines without a sentence's end that stand in the midst of a statement: pull quotes, captions, links. */
function isFurniture(line: string, pullQuotes: readonly string[]): boolean {
  return pullQuotes.includes(line) || (line.length < 220 && !/[.!?:”"’]$/.test(line));
}

function scanLine(text: string, line: Span, paragraph: number): readonly Found[] {
  const scan: Scan = { text, line, paragraph, found: [], noCloseBefore: 0 };
  for (let at = line.start; at < line.end; )
    at = markUnits.includes(text.charAt(at)) ? step(scan, at) : at + 1;
  close(scan, line.end, line.end, false);
  return scan.found;
}

/** Reads the mark at `at` and tells where to read on. */
function step(scan: Scan, at: number): number {
  const mark = readDouble(scan, at);
  if (mark?.role === 'open') {
    if (scan.open) close(scan, lastSentenceEnd(scan.text, scan.open.at, at), at, false);
    scan.open = { at, length: mark.length };
  } else if (mark) return closeAt(scan, at, mark.length);
  else if (!scan.open) return takeSingle(scan, at);
  return at + (mark?.length ?? 1);
}

/** A mark closed twice by a careless hand closes once. */
function closeAt(scan: Scan, at: number, length: number): number {
  const isTwice = scan.open !== undefined && scan.text.slice(at, at + 2) === '””';
  const end = at + (isTwice ? 2 : length);
  close(scan, at, end, true);
  return end;
}

function close(scan: Scan, innerEnd: number, outerEnd: number, closed: boolean): void {
  const { open, paragraph } = scan;
  scan.open = undefined;
  if (!open) return;
  const innerStart = open.at + open.length;
  scan.found.push({ outerStart: open.at, innerStart, innerEnd, outerEnd, paragraph, closed, single: false });
}

/** An opening mark while another is open: the first was never closed, so it ends with its last sentence. */
function lastSentenceEnd(text: string, open: number, at: number): number {
  for (let end = at; end > open + 1; end--) if (/[.!?…]/.test(text.charAt(end - 1))) return end;
  return at;
}

function readDouble({ text, line, open }: Scan, at: number): Mark | undefined {
  const unit = text.charAt(at);
  const length = /['`‘’]/.test(unit) && text.charAt(at + 1) === unit ? 2 : 1;
  if (length === 1 && /['`‘’]/.test(unit)) return undefined;
  const before = at > line.start ? text.charAt(at - 1) : ' ';
  const after = at + length < line.end ? text.charAt(at + length) : ' ';
  const opens = opensDouble(unit, before, after, open !== undefined);
  return opens === undefined ? undefined : { role: opens ? 'open' : 'close', length };
}

/** Whether a double mark opens (true) or closes (false); undefined where it does neither. */
function opensDouble(unit: string, before: string, after: string, isOpen: boolean): boolean | undefined {
  const afterGap = /[\s([—–\-/‘']/.test(before);
  if (/[“„«`‘]/.test(unit)) return !(unit === '“' && isOpen && (!afterGap || /\s/.test(after)));
  if (/[”»’]/.test(unit)) return unit === '”' && !isOpen && afterGap && wordUnit.test(after);
  if (isOpen) return /\s/.test(before) && wordUnit.test(after);
  return /\s/.test(after) ? undefined : true;
}

/** Takes the quotation that a single mark at `at` opens, if it closes or its line leaves it open. */
function takeSingle(scan: Scan, at: number): number {
  const { text, line, paragraph } = scan;
  if (!mayOpenSingle(text, line, at)) return at + 1;
  const end = Math.min(line.end, at + longestLoose);
  const found = findSingleClose(text, Math.max(at + 2, scan.noCloseBefore), end);
  if (found === undefined) scan.noCloseBefore = Math.max(scan.noCloseBefore, end);
  const introduced = at === line.start || /[:,.?!]\s$/.test(text.slice(Math.max(line.start, at - 2), at));
  const innerEnd = found ?? (introduced && end === line.end ? end : undefined);
  if (innerEnd === undefined) return at + 1;
  const outerEnd = found === undefined ? end : found + 1;
  const closed = found !== undefined;
  scan.found.push({
    outerStart: at,
    innerStart: at + 1,
    innerEnd,
    outerEnd,
    paragraph,
    closed,
    single: true,
  });
  return outerEnd;
}
