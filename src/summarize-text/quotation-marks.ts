import type { Span } from './types.ts';

/** Words between quotation marks. `start` and `end` leave out the marks and the punctuation at the edges. */
export interface MarkedSpan extends Span {
  /** With the marks: what stands outside is the writer's. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly paragraph: number;
  readonly closed: boolean;
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

/** A single-quoted stretch, or one left open, that is longer than this is a stray mark (units of text). */
const longestLoose = 2500;
const wordUnit = /[\p{L}\p{N}]/u;
const elided = /^.(?:\d0s|em|til|cause|tis|twas|n|round|bout)(?![\p{L}\p{N}])/iu;

/** Lines of a text that hold something, as spans: in clean text its paragraphs. */
export function findLines(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Finds the marked words of a text: curly, straight, doubled ('') and British single marks, marks left open
 * at a paragraph's end, statements opened again in the next paragraph. Marks inside a quotation stay in it.
 */
export function findMarkedSpans(text: string, pullQuotes: readonly string[] = []): readonly MarkedSpan[] {
  const lines = findLines(text);
  const found = lines.flatMap((line, paragraph) => scanLine(text, line, paragraph));
  const joined = found.map((span, index) => ({
    span,
    continues: carriesOn(text, lines, found[index - 1], span, pullQuotes),
  }));
  return joined.flatMap(({ span, continues }, index) => {
    const goesOn = joined[index + 1]?.continues ?? false;
    if (!span.closed && !goesOn && !mayStayOpen(text, span, continues)) return [];
    const inner = trimEdges(text, span.innerStart, span.innerEnd);
    if (inner.end - inner.start < 2) return [];
    const { outerStart, outerEnd, paragraph, closed } = span;
    return [{ ...inner, outerStart, outerEnd, paragraph, closed, continues }];
  });
}

/** A last paragraph whose closing mark was forgotten still ends as a sentence; single marks must close. */
function mayStayOpen(text: string, span: Found, continues: boolean): boolean {
  if (span.single) return continues;
  const short = span.innerEnd - span.innerStart <= longestLoose;
  return short && /[.!?…]\s*$/.test(text.slice(Math.max(span.innerStart, span.innerEnd - 4), span.innerEnd));
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
  if (!line || text.slice(line.start, span.outerStart).trim() !== '') return false;
  const between = lines.slice(before.paragraph + 1, span.paragraph).map((l) => text.slice(l.start, l.end));
  return between.length <= 2 && between.every((words) => isFurniture(words.trim(), pullQuotes));
}

/** Lines without a sentence's end that stand in the midst of a statement: pull quotes, captions, links. */
function isFurniture(line: string, pullQuotes: readonly string[]): boolean {
  return pullQuotes.includes(line) || (line.length < 220 && !/[.!?:”"’]$/.test(line));
}

function scanLine(text: string, line: Span, paragraph: number): Found[] {
  const found: Found[] = [];
  let open: { at: number; length: number } | undefined;
  const add = (innerEnd: number, outerEnd: number, closed: boolean) => {
    if (open) found.push(make(open.at, open.length, innerEnd, outerEnd, paragraph, closed, false));
    open = undefined;
  };
  for (let at = line.start; at < line.end; at++) {
    const mark = readDouble(text, line, at, open?.at);
    if (mark?.role === 'open') {
      if (open) add(lastSentenceEnd(text, open.at, at), at, false);
      open = { at, length: mark.length };
    } else if (mark) add(at, at + mark.length, true);
    else if (!open) {
      const single = readSingle(text, line, at);
      if (single === undefined) continue;
      const closed = text[single] !== '\n' && single < line.end;
      const end = closed ? single + 1 : line.end;
      found.push(make(at, 1, closed ? single : line.end, end, paragraph, closed, true));
      at = end - 1;
      continue;
    }
    if (mark) at += mark.length - 1;
  }
  add(line.end, line.end, false);
  return found;
}

function make(
  at: number,
  length: number,
  innerEnd: number,
  outerEnd: number,
  paragraph: number,
  closed: boolean,
  single: boolean,
): Found {
  return { outerStart: at, innerStart: at + length, innerEnd, outerEnd, paragraph, closed, single };
}

/** An opening mark while another is open: the first was never closed, so it ends with its last sentence. */
function lastSentenceEnd(text: string, open: number, at: number): number {
  for (let end = at; end > open + 1; end--) if (/[.!?…]/.test(text.charAt(end - 1))) return end;
  return at;
}

function readDouble(text: string, line: Span, at: number, open: number | undefined): Mark | undefined {
  const unit = text.charAt(at);
  const length = /['`‘’]/.test(unit) && text.charAt(at + 1) === unit ? 2 : 1;
  if (length === 1 && !/["“”„«»]/.test(unit)) return undefined;
  const before = at > line.start ? text.charAt(at - 1) : ' ';
  const after = at + length < line.end ? text.charAt(at + length) : ' ';
  const afterGap = /[\s([—–\-/‘']/.test(before);
  if (/[“„«`‘]/.test(unit)) {
    const closesGerman = unit === '“' && open !== undefined && !afterGap;
    return { role: closesGerman ? 'close' : 'open', length };
  }
  if (/[”»’]/.test(unit)) {
    const strayOpening = unit === '”' && open === undefined && afterGap && wordUnit.test(after);
    return { role: strayOpening ? 'open' : 'close', length };
  }
  if (open !== undefined) return { role: reopens(before, after) ? 'open' : 'close', length };
  return /\s/.test(after) ? undefined : { role: 'open', length };
}

/** A straight mark after a space and before a word, while one is open, opens a new quotation. */
function reopens(before: string, after: string): boolean {
  return /\s/.test(before) && wordUnit.test(after);
}

/** Where the single mark opened at `at` closes; the line's end when it is left open at a paragraph's start. */
function readSingle(text: string, line: Span, at: number): number | undefined {
  const unit = text.charAt(at);
  if (unit !== '‘' && unit !== "'") return undefined;
  const before = at > line.start ? text.charAt(at - 1) : ' ';
  if (wordUnit.test(before) || /[.,!?’']/.test(before)) return undefined;
  if (!/[\p{L}\p{N}[“"£$€…]/u.test(text.charAt(at + 1))) return undefined;
  if (elided.test(text.slice(at, at + 7))) return undefined;
  const end = Math.min(line.end, at + longestLoose);
  const close = findSingleClose(text, at, end);
  if (close !== undefined) return close;
  return at === line.start && end === line.end ? end : undefined;
}

function findSingleClose(text: string, open: number, end: number): number | undefined {
  let spare: number | undefined;
  let nested = 0;
  for (let at = open + 2; at < end; at++) {
    const unit = text.charAt(at);
    if (/[“"]/.test(unit) && nested === 0 && /[\s(‘']/.test(text.charAt(at - 1))) nested = 1;
    else if (/[”"]/.test(unit)) {
      if (nested === 0) break;
      nested = 0;
    }
    if (unit === '‘' && /\s/.test(text.charAt(at - 1)) && spare !== undefined) break;
    if ((unit !== '’' && unit !== "'") || wordUnit.test(text.charAt(at + 1))) continue;
    if (/\s/.test(text.charAt(at - 1))) {
      if (spare !== undefined) break;
      continue;
    }
    if (!mayBePossessive(text, at)) return at;
    spare ??= at;
  }
  return spare;
}

/** “the ministers’ plan”: after an s and before a small letter the mark may belong to the word. */
function mayBePossessive(text: string, at: number): boolean {
  return /s/i.test(text.charAt(at - 1)) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
}

function trimEdges(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /[\s,;:.“”"]/.test(text.charAt(start)) && !nestedAt(text, start, to)) start++;
  while (end > start && trailing(text, start, end)) end--;
  return { start, end };
}

/** A mark that opens words quoted inside the quotation stays. */
function nestedAt(text: string, at: number, end: number): boolean {
  return /[“"]/.test(text.charAt(at)) && /[”"]/.test(text.slice(at + 1, Math.min(end, at + longestLoose)));
}

function trailing(text: string, start: number, end: number): boolean {
  const unit = text.charAt(end - 1);
  if (/[\s,;:]/.test(unit)) return true;
  if (unit === '.') return text.charAt(end - 2) !== '.' && !/\p{Lu}\.\p{Lu}\.$/u.test(text.slice(end - 5, end));
  if (!/[“”"‘’']/.test(unit)) return false;
  const opening = unit === '’' ? '‘' : unit === '”' ? '“' : unit;
  return text.lastIndexOf(opening, end - 2) < start;
}
