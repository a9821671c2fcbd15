import type { Span } from '../types.ts';
import { isWestern, westernLetters, westernNumbers } from '../western-letters.ts';
import { emptyWords } from './furniture-words.ts';
import { lazily } from './lazily.ts';

/** A line of text and what is asked of it again and again. */
export interface Line {
  readonly text: string;
  /** Its words in small letters, with straight apostrophes. */
  readonly words: readonly string[];
  /** The line without what stands between quotation marks. */
  readonly unquoted: string;
  readonly unquotedWords: readonly string[];
  /** What it is about: its telling words without endings, each once; found when first asked for. */
  readonly topics: () => ReadonlySet<string>;
  /** Whether it ends as a whole sentence does. */
  readonly endsSentence: boolean;
  /** Whether it ends as a sentence or a part of one does, or is prose whose last mark was lost. */
  readonly isClosed: boolean;
}

/** A line and where it stands in its text. */
export interface Place extends Span {
  readonly line: Line;
}

/** Lines read before, by their text: cleaning comes back to the same ones. */
export type KnownLines = Map<string, Line>;

/** The lines of a text, empty ones left out. */
export function placesOf(text: string, known: KnownLines): readonly Place[] {
  const places: Place[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end > start) places.push({ start, end, line: readLine(text.slice(start, end), known) });
    start = end + 1;
  }
  return places;
}

export function readLine(text: string, known: KnownLines): Line {
  const before = known.get(text);
  if (before !== undefined) return before;
  const unquoted = withoutQuotations(text);
  const words = wordsOf(text);
  const endsSentence = closing.test(text.slice(-longestClosing));
  const line = {
    text,
    words,
    unquoted,
    unquotedWords: unquoted === text ? words : wordsOf(unquoted),
    topics: lazily(() => topicsOf(words)),
    endsSentence,
    isClosed: endsSentence || isPartOfSentence(text, words.length) || uncased.test(text),
  };
  known.set(text, line);
  return line;
}

const word = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
const western = westernLetters + westernNumbers;
const westernWord = new RegExp(`[${western}]+(?:['-][${western}]+)*`, 'g');

/** The words of a text in small letters; the country "US" is no "us". */
export function wordsOf(text: string): readonly string[] {
  const plain = text.replaceAll('’', "'").replace(/\bUS\b/g, 'USA');
  return plain.toLowerCase().match(isWestern(text) ? westernWord : word) ?? [];
}

function topicsOf(words: readonly string[]): ReadonlySet<string> {
  const topics = new Set<string>();
  for (const each of words) if (each.length > 3 && !emptyWords.has(each)) topics.add(stemOf(each));
  return topics;
}

/** Without the endings of possession, number and tense, so that forms of one word meet. */
export function stemOf(each: string): string {
  const own = each.endsWith("'s") ? each.slice(0, -2) : each.endsWith("'") ? each.slice(0, -1) : each;
  const length = endingLength(own);
  return length === 0 ? own : own.slice(0, -length);
}

const shortestRoot = 3;
/** By their last letter, the longest first. */
const endings: ReadonlyMap<string, readonly string[]> = new Map([
  ['s', ['ies', 'es', 's']],
  ['d', ['ied', 'ed']],
  ['g', ['ing']],
  ['y', ['y']],
  ['e', ['e']],
]);

function endingLength(word: string): number {
  const mayEnd = endings.get(word.charAt(word.length - 1));
  if (mayEnd === undefined) return 0;
  const found = mayEnd.find((ending) => word.length >= ending.length + shortestRoot && word.endsWith(ending));
  return found?.length ?? 0;
}

/** Quotations in double marks, an unclosed one to the end, or in single marks that stand outside words. */
const quotation =
  /“[^”]*(?:”|$)|"[^"]*(?:"|$)|(?<![\p{L}\p{N}])‘(?:[^’]|’(?=\p{L}))*(?:’|$)|(?<![\p{L}\p{N}])'(?=\S)(?:[^']|'(?=\p{L})){1,600}'(?!\p{L})/gu;

function withoutQuotations(text: string): string {
  return /[“"‘']/.test(text) ? text.replace(quotation, ' ') : text;
}

const closing = /[\p{STerm}…]["'”’»)\]*」』）》]{0,4}$/u;
const longestClosing = 5;
/** Scripts without capitals, whose lines end in ways of their own: what is no sentence there is not known. */
const uncased = /[\u0590-\u1cff\u2e80-\ua4cf\uac00-\ud7af]/;
const innerStop = /[.!?]['"”’)]{0,2} \p{Lu}/u;
const longProse = 20;

function isPartOfSentence(text: string, words: number): boolean {
  if (words > 2 * longProse || (words >= longProse && innerStop.test(text))) return true;
  return /[,;:—–-]["”’]?$/.test(text) || (/["”’]$/.test(text) && /\S\s+["“‘]|^["“]/.test(text));
}
