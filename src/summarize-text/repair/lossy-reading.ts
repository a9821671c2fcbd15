import type { Habits } from './lossy-habits.ts';
import type { Mark } from './lossy-marks.ts';
import { spacedQuotations } from './lossy-spaced.ts';
import { beheaded, common, endings, withAccents } from './lossy-words.ts';

/** What a sign at a place of a line stood for. */
export interface Reading {
  readonly at: number;
  readonly text: string;
}

interface Place {
  readonly mark: Mark;
  readonly habits: Habits;
  /** Closing signs behind this one, up to the next opening one, and in the rest of the line. */
  readonly closingsNext: number;
  readonly closingsLeft: number;
  /** The marks that close what is open, the innermost last. */
  readonly open: readonly string[];
  readonly afterStop: boolean;
  /** Before the name and handle under a post. */
  readonly isByHandle: boolean;
  /** Between blanks, as a dash would stand, but of a quotation. */
  readonly spaced: 'opening' | 'closing' | undefined;
  /** Behind a town in capitals at the beginning of the line. */
  readonly isDateline: boolean;
}

interface Choice {
  /** Absent: the sign stays. */
  readonly text?: string;
  readonly open?: readonly string[];
}

const stays: Choice = {};

/** Signs that every lost character leaves; the others are left by quotation marks and dashes only. */
const isBare = (sign: string) => sign === '?' || sign === '\ufffd';

const longestHandle = 80;
const longestDateline = 60;
const dateline = /^[A-Z]{3,}[^a-z]{0,30}(?:[,(][A-Za-z. ,()]{0,30})?$/;

/** Reads the signs of a line from its beginning, with the quotations that are open in mind. */
export function readLine(line: string, marks: readonly Mark[], habits: Habits): readonly Reading[] {
  const readings: Reading[] = [];
  const closings = countClosings(marks);
  const spaced = spacedQuotations(line, marks);
  let open: readonly string[] = [];
  marks.forEach((mark, index) => {
    const [closingsNext = 0, closingsLeft = 0] = closings[index] ?? [];
    const before = line.slice(Math.max(0, mark.at - longestDateline), mark.at);
    const place: Place = {
      mark,
      habits,
      closingsNext,
      closingsLeft,
      open,
      spaced: spaced.get(mark),
      afterStop: /[a-z]{3}[.!] $/.test(before) && !/\b[A-Z]\p{L}{0,4}\. $/u.test(before),
      isByHandle: mark.at === 0 && line.slice(0, longestHandle).includes('(@'),
      isDateline: before.length === mark.at && dateline.test(before),
    };
    const letter = accentAt(line, mark.at, habits.sign);
    const choice = letter === undefined ? choose(place) : { text: letter };
    if (choice.text !== undefined) readings.push({ at: mark.at, text: choice.text });
    open = choice.open ?? open;
  });
  return readings;
}

function countClosings(marks: readonly Mark[]): readonly (readonly [number, number])[] {
  const counts: (readonly [number, number])[] = [];
  let next = 0;
  let left = 0;
  for (const { shape } of [...marks].reverse()) {
    counts.push([next, left]);
    if (shape === 'opening') next = 0;
    if (shape === 'closing') {
      next += 1;
      left += 1;
    }
  }
  return counts.reverse();
}

function choose(place: Place): Choice {
  if (place.spaced !== undefined) return place.spaced === 'opening' ? openQuotation(place) : close(place);
  switch (place.mark.shape) {
    case 'inner':
      return chooseInner(place);
    case 'dash':
      return chooseDash(place);
    case 'opening':
      return chooseOpening(place);
    case 'closing':
      return chooseClosing(place);
    case 'glued':
      return place.open.length > 0 ? close(place) : openQuotation(place);
  }
}

function chooseDash({
  mark: { previous, next, following, isDoubled },
  habits,
  afterStop,
  isDateline,
  isByHandle,
}: Place): Choice {
  const isRun = isDoubled || (previous === '' && next === '');
  if (isRun) return stays;
  if (isBare(habits.sign) && afterStop && /^\p{Lu}/u.test(following)) return { text: '…' };
  return { text: isDateline || isByHandle ? '—' : habits.dash };
}

/** Names from Arabic and Hebrew whose second part looks like a common word. */
const parted = /^(?:Qur|Shi|Ba|Sana|Baha|Ka|Ta|Ma|Nu|Ra|Sa)$/;

function chooseInner({ mark, habits: { sign } }: Place): Choice {
  const { before, after } = mark;
  if (isOfName(mark)) return { text: '’' };
  if (mark.isInSpelling && sign !== '\ufffd') return stays;
  if (isApostrophe(mark)) return { text: '’' };
  if (/\p{N}$/u.test(before) && /^\p{N}/u.test(after)) return { text: '–' };
  if (parted.test(before)) return sign === '\ufffd' ? { text: '’' } : stays;
  return isDash(before, after, sign) ? { text: '—' } : stays;
}

/** Names like O’Hara and d’Arcy. */
function isOfName({ before, next }: Mark): boolean {
  return /^(?:\p{Lu}|[dl])$/u.test(before) && /\p{Lu}/u.test(next);
}

/** In shortened words, possessions, and "rock’n’roll". */
function isApostrophe({ before, after }: Mark): boolean {
  return endings.has(after) || before === 'n' || after === 'n' || after === 'clock';
}

/** Whether two words that a sign parts are two, with a dash between them. */
export function isDash(before: string, after: string, sign: string): boolean {
  if (before.length < 2 || (after.length < 2 && after !== 'a')) return false;
  if (sign === '?' && /^\p{Lu}/u.test(after)) return false;
  if (common.has(before.toLowerCase()) || common.has(after.toLowerCase())) return true;
  return /^[A-Za-z][a-z]{3,}$/.test(before) && /^[a-z]{4,}$/.test(after);
}

function chooseOpening(place: Place): Choice {
  const { mark, habits, closingsNext, open } = place;
  if (beheaded.has(mark.after.toLowerCase()) || /^\d0s$/.test(mark.after)) return { text: '’' };
  const isAlone = open.length === 0 && closingsNext === 0;
  if (isAlone && /\d/.test(mark.next)) return isBare(habits.sign) ? { text: '£' } : stays;
  if (isAlone && !isBare(habits.sign) && /\p{Ll}/u.test(mark.next) && mark.after.length < 6) return stays;
  return openQuotation(place);
}

function openQuotation({ habits, open, closingsLeft }: Place): Choice {
  const isInner = open.length > 0 && closingsLeft > open.length;
  if (isInner)
    return open.at(-1) === '’' ? { text: '“', open: [...open, '”'] } : { text: '‘', open: [...open, '’'] };
  return habits.isHeading === true ? { text: '‘', open: ['’'] } : { text: '“', open: ['”'] };
}

function close({ open }: Place): Choice {
  return { text: open.at(-1) ?? '”', open: open.slice(0, -1) };
}

function chooseClosing(place: Place): Choice {
  const { mark, habits, open } = place;
  if (mark.isInSpelling && habits.sign !== '\ufffd') return stays;
  const isCut = mark.before === 'n' || isShortened(mark, habits.sign);
  if (open.length > 0) return chooseWithin(place, isCut);
  if (isCut) return { text: '’' };
  if (habits.sign === '\ufffd' && mark.next === '' && /\p{L}$/u.test(mark.before)) return { text: '…' };
  return /[.,!?…]/.test(mark.previous) && mark.previous !== habits.sign ? { text: '”' } : stays;
}

/** Behind a word of an open quotation, which may go on. */
function chooseWithin(place: Place, isCut: boolean): Choice {
  const { mark, habits, closingsNext } = place;
  if (isCut && /\s/.test(mark.next) && closingsNext > 0) return { text: '’' };
  return habits.sign === '?' && isQuestion(place) ? stays : close(place);
}

/** A plural's possession ("ministers’ cars") or a lost letter at the end of a word ("singin’ it"). */
function isShortened({ before, following }: Mark, sign: string): boolean {
  const isFollowed =
    sign === '?' ? isLowerWord(following) || /^\d/.test(following) : /^[\p{L}\p{N}]/u.test(following);
  return (
    isFollowed &&
    (/[sSxz]$/.test(before) || (sign !== '?' && /[^aeiou]in$/.test(before) && before.length > 4))
  );
}

function isLowerWord(word: string): boolean {
  return /^\p{Ll}/u.test(word) && !/[./@]\p{L}/u.test(word);
}

/** Whether a question mark in a quotation is one, rather than what is left of the closing mark. */
function isQuestion({ mark, closingsNext }: Place): boolean {
  const isFirst = mark.before !== '' || mark.after !== '';
  return isFirst && !isLowerWord(mark.following) && closingsNext > 0;
}

const farthest = 20;

/** The letter that a sign in a well-known word stands for. */
function accentAt(line: string, at: number, sign: string): string | undefined {
  if (!isBare(sign)) return undefined;
  let start = at;
  while (at - start < farthest && isOfWord(line[start - 1], sign)) start -= 1;
  let end = at + 1;
  while (end - at < farthest && isOfWord(line[end], sign)) end += 1;
  const word = withAccents(line.slice(start, end).replaceAll(sign, '*'));
  return word?.[at - start];
}

function isOfWord(character: string | undefined, sign: string): boolean {
  return character !== undefined && (character === sign || /[\p{L}-]/u.test(character));
}
