import { dashOf, type Habits } from './lossy-habits.ts';
import { type Mark, marksIn } from './lossy-marks.ts';
import { isDash as isDashBetween, readLine } from './lossy-reading.ts';
import { common, endings, shortened } from './lossy-words.ts';
import type { Edit } from './runs.ts';

/**
 * What bytes of a lost mark leave behind: UTF-8 read as ISO 8859-13 or 8859-1 with the controls dropped,
 * Windows-1252 read as UTF-8, and text forced into ASCII.
 */
const signs = ['\u0101', '\u00e2', '\ufffd', '?'] as const;

const english = /\b(?:the|and|of|to|in|is|was|for|that|with|he|she|it|said|not|are|have)\b/i;

interface Line {
  readonly line: string;
  readonly at: number;
  readonly marks: readonly Mark[];
}

/** Edits that put back marks of which only a sign is left, by where they stand. Words with ā or â stay. */
export function lossyEdits(text: string): readonly Edit[] {
  const edits = signs.flatMap((sign) => (text.includes(sign) ? marksFor(text, sign) : []));
  return edits.sort((one, other) => one.start - other.start);
}

/** Question marks where questions have none; without one of these there is nothing to look for. */
const oddQuestionMark = /[A-Za-z]\?(?:[stdm]|re|ve|ll)\b|(?:^|\s)\?\p{Lu}|,\?(?:\s|$)|[a-z]\?[.,;]/mu;

function marksFor(text: string, sign: string): readonly Edit[] {
  if (sign === '?' && !oddQuestionMark.test(text)) return [];
  const lines = linesOf(text, sign);
  const marks = lines.flatMap((line) => line.marks);
  if (!isDamaged(marks, sign)) return [];
  if (sign !== '\ufffd' && !english.test(text)) return [];
  const isTight = marks.some((mark) => isTightDash(mark, sign));
  const dash = isTight ? '—' : dashOf(text);
  return lines.flatMap(({ line, at, marks: own }, index) => {
    const habits: Habits = { sign, dash, isHeading: index < 2 && isHeading(line, at) };
    return readLine(line, own, habits).map((reading) => {
      const start = at + reading.at;
      return { start, end: start + 1, text: reading.text, step: 'mojibake' };
    });
  });
}

function isTightDash({ shape, before, after }: Mark, sign: string): boolean {
  return shape === 'inner' && !endings.has(after) && isDashBetween(before, after, sign);
}

function isHeading(line: string, at: number): boolean {
  return at < 300 && line.length < 150 && !/[.!?…:,;][\u0101\u00e2\ufffd?]?\s*$/.test(line);
}

function linesOf(text: string, sign: string): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end);
    const marks = line.includes(sign)
      ? marksIn(line, sign).filter((mark) => !isInAddress(line, mark.at))
      : [];
    if (marks.length > 0 || at === 0) lines.push({ line, at, marks });
    at = end + 1;
  }
  return lines;
}

const farthestAddress = 80;

/** Whether the sign belongs to an address. */
function isInAddress(line: string, at: number): boolean {
  if (line[at] !== '?') return false;
  const before = line.slice(Math.max(0, at - farthestAddress), at + 1);
  const token = before.slice(before.search(/(?<!\S)\S*$/));
  return /:\/\/|www\.|\/\S{0,80}\?/.test(token) || /^\?[\w-]{1,30}=/.test(line.slice(at, at + 33));
}

/** One sure sign, or several that could each be chance: dashes, possessions in a text that has no other ā or â. */
function isDamaged(marks: readonly Mark[], sign: string): boolean {
  if (marks.some((mark) => isProof(mark, sign))) return true;
  if (sign === '?') return marks.some(isPossession);
  const isSpelt = marks.some(({ shape, after }) => shape === 'inner' && !endings.has(after));
  return marks.filter(isDash).length > 1 || (!isSpelt && marks.some(isPossession));
}

function isDash({ shape, previous, next }: Mark): boolean {
  return shape === 'dash' && previous !== '' && next !== '';
}

function isPossession({ shape, before, after }: Mark): boolean {
  return shape === 'inner' && after === 's' && /^[A-Za-z]{3,}$/.test(before);
}

/** A place where no word has this letter and no sentence this mark. */
function isProof(mark: Mark, sign: string): boolean {
  const { shape, before, after, previous, next } = mark;
  if (sign === '\ufffd') return true;
  if (shape === 'inner') return endings.has(after) && shortened.has(before.toLowerCase());
  if (sign === '?') {
    const isClosing = shape === 'closing' && (previous === ',' || /[.,;]/.test(next));
    return isClosing || (shape === 'opening' && /\p{Lu}/u.test(next));
  }
  if (shape === 'opening') return /[\p{Lu}\p{N}]/u.test(next) || common.has(after);
  return shape === 'closing' && /[.,!?]/.test(previous);
}
