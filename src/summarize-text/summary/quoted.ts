import type { Sentence, Span } from '../types.ts';

/** Words between quotation marks, marks included; one left open runs to its line's end. */
interface QuotedPart extends Span {
  readonly closed: boolean;
}

/** How a sentence stands to the quotations of its text. */
export interface Speech {
  /** No quotation begins or ends outside the sentence, and none is left open in it. */
  readonly whole: boolean;
  /** The writer's own words: those outside quotation marks, a pair of marks standing for each quotation. */
  readonly outside: string;
  /** Words of the longest quotation in it. */
  readonly longest: number;
}

interface OpenPart {
  readonly start: number;
  readonly single: boolean;
  /** Where a single mark closes that may as well belong to a word: "the ministers’ plan". */
  readonly spare: number | undefined;
}

const marks = /["“”„«»]|''|(?<![\p{L}\p{N}.,!?…’'])[‘'](?=[\p{L}\p{N}£$€])|(?<=\S)[’'](?![\p{L}\p{N}])/gu;
const single = /^[‘’']$/;
const lines = /[^\n]+/g;
/** ’Til, ’90s: a mark for letters left out, not a quotation's. */
const elided = /^.(?:\d0s|em|til|cause|tis|twas|n|round|bout)(?![\p{L}\p{N}])/iu;
const placeholder = ' “” ';

/** The speech of each sentence, in their order. A quotation stays within its line: in clean text a paragraph. */
export function readSpeech(text: string, sentences: readonly Sentence[]): readonly Speech[] {
  const parts = Array.from(text.matchAll(lines)).flatMap(({ 0: line, index }) =>
    partsOfLine(line).map(({ start, end, closed }) => ({ start: start + index, end: end + index, closed })),
  );
  let next = 0;
  return sentences.map((sentence) => {
    while ((parts[next]?.end ?? text.length) <= sentence.start && next < parts.length) next += 1;
    const own: QuotedPart[] = [];
    for (
      let part = parts[next + own.length];
      part && part.start < sentence.end;
      part = parts[next + own.length]
    )
      own.push(part);
    return speechOf(sentence, own);
  });
}

function speechOf({ text, start, end }: Sentence, parts: readonly QuotedPart[]): Speech {
  let outside = '';
  let longest = 0;
  let at = 0;
  for (const part of parts) {
    const from = Math.max(part.start - start, 0);
    const to = Math.min(part.end - start, text.length);
    outside += text.slice(at, from) + placeholder;
    longest = Math.max(longest, text.slice(from, to).split(/\s+/).length);
    at = to;
  }
  const within = parts.every((part) => part.closed && part.start >= start && part.end <= end);
  return { whole: within && isPaired(text), outside: outside + text.slice(at), longest };
}

/** No mark of a pair stands alone: a stray one, or one lost within a quotation. */
function isPaired(text: string): boolean {
  if (!/["“”„«»]/.test(text)) return true;
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  const isGerman = text.includes('„');
  const closing = count(isGerman ? /[“”]/g : /”/g);
  return count(/"/g) % 2 === 0 && count(isGerman ? /„/g : /“/g) === closing && count(/«/g) === count(/»/g);
}

function partsOfLine(line: string): readonly QuotedPart[] {
  const parts: QuotedPart[] = [];
  let open: OpenPart | undefined;
  for (const { 0: mark, index } of line.matchAll(marks)) {
    if (open === undefined) open = openedBy(line, index, mark);
    else if (open.single === single.test(mark)) {
      const step = nextStep(line, index, mark, open);
      if (step.part) parts.push(step.part);
      open = step.open;
    }
  }
  return open === undefined ? parts : [...parts, ...leftOpen(line, open)];
}

function openedBy(line: string, at: number, mark: string): OpenPart | undefined {
  return opens(line, at, mark) ? { start: at, single: single.test(mark), spare: undefined } : undefined;
}

/** What a mark does to an open quotation of its kind: closes it, opens the next, or may belong to a word. */
function nextStep(
  line: string,
  at: number,
  mark: string,
  open: OpenPart,
): { readonly part?: QuotedPart; readonly open: OpenPart | undefined } {
  const end = at + mark.length;
  if (open.single && mayBelongToWord(line, at)) return { open: { ...open, spare: open.spare ?? end } };
  if (reopens(line, at, mark, open))
    return { part: { start: open.start, end: at, closed: false }, open: { ...open, start: at } };
  return { part: { start: open.start, end, closed: true }, open: undefined };
}

function opens(line: string, at: number, mark: string): boolean {
  if (!single.test(mark)) return mark !== '”' && mark !== '»';
  return (
    mark !== '’' &&
    !/\S/.test(line.charAt(at - 1).replace(/[—–([-]/, '')) &&
    !elided.test(line.slice(at, at + 7))
  );
}

/** A mark that opens while another of its kind is open: the first was never closed. */
function reopens(line: string, at: number, mark: string, open: OpenPart): boolean {
  if (mark === '“') return !line.startsWith('„', open.start);
  return mark === '"' && /^\s$/.test(line.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(line.charAt(at + 1));
}

function mayBelongToWord(line: string, at: number): boolean {
  return /s/i.test(line.charAt(at - 1)) && /^\s\p{Ll}/u.test(line.slice(at + 1, at + 3));
}

/** Double marks speak on to the line's end; a single mark that never closes is one only at the line's start. */
function leftOpen(line: string, open: OpenPart): readonly QuotedPart[] {
  if (!open.single) return [{ start: open.start, end: line.length, closed: false }];
  if (open.spare !== undefined) return [{ start: open.start, end: open.spare, closed: true }];
  return open.start === 0 ? [{ start: 0, end: line.length, closed: false }] : [];
}
