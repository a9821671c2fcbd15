import type { Edit } from '../repair/runs.ts';
import { datelineLength } from './datelines.ts';
import { lazily } from './lazily.ts';
import { companies, nameParts, starters, suffixes, sureStarters, titles } from './paragraph-words.ts';

/** A closing mark, what may follow it within the sentence, and no blank before what could begin another one. */
const joint =
  /[.!?:\u2026]["'\u201d\u2019)\]]{0,3}(?=["'\u201c\u2018(]{0,2}[\p{Lu}\d$\u00a3\u20ac]|["\u201c\u2018])/gu;

/** Without this, or letters of other scripts, neither of the following is found; it is found quickly. */
const touching = /[a-z\d\u201d)\u0080-\u1fff\u2070-\uffff][A-Z\u0080-\u1fff\u2070-\uffff]/;

/** Behind a heading without a closing mark: a small letter, then a capital. */
const seam = /\p{Ll}(?=\p{Lu}\p{Ll}+[\s,\u2019'])/gu;

/** Words in brackets or quotation marks, or a price, that end a paragraph; then a word. */
const close = /(?<=[\p{L}\d][\u201d)]|[$\u00a3\u20ac]\d[\d,.]{0,12}\d)(?=\p{Lu}\p{Ll}{2,}\s|I\s)/gu;

/** A heading in capitals, then a word that is not. */
const capitals = /^[^\p{Ll}\n]{4,80}\p{Lu}(?=\p{Lu}\p{Ll}{2,})/u;

/** Puts paragraph breaks where two paragraphs stand together without a blank. */
export function paragraphEdits(text: string): readonly Edit[] {
  const vocabulary = lazily(() => countWords(text));
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    for (const place of breaksIn(text.slice(at, end), vocabulary)) {
      edits.push({ start: at + place, end: at + place, text: '\n\n', step: 'paragraphs' });
    }
    at = end + 1;
  }
  return edits;
}

type Vocabulary = () => ReadonlyMap<string, number>;

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/\p{L}+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function breaksIn(line: string, vocabulary: Vocabulary): readonly number[] {
  const joints = jointsIn(line);
  const places = new Set(joints);
  for (const start of [0, ...joints]) {
    const heading = capitals.exec(line.slice(start, start + longestHeading))?.[0].length;
    if (heading !== undefined) places.add(start + heading);
  }
  if (touching.test(line)) for (const place of touchingIn(line, vocabulary)) places.add(place);
  return [...places].sort((one, other) => one - other);
}

function touchingIn(line: string, vocabulary: Vocabulary): readonly number[] {
  const seams = Array.from(line.matchAll(seam), ({ index }) => index + 1);
  const closes = Array.from(line.matchAll(close), ({ index }) => index);
  return [
    ...seams.filter((place) => isSeam(line, place, vocabulary)),
    ...closes.filter((place) => isClose(line, place)),
  ];
}

const longestHeading = 100;

function isClose(line: string, at: number): boolean {
  return (
    datelineLength(line) < at && !isInAddress(line, at) && !suffixes.has(wordAfter(line, at).toLowerCase())
  );
}

/** Where breaks at joints belong: before or behind a bare quotation mark, as one is open or not. */
function jointsIn(line: string): readonly number[] {
  const places: number[] = [];
  let isOpen = false;
  let counted = 0;
  for (const { index, 0: marks } of line.matchAll(joint)) {
    const last = index + marks.length - 1;
    for (; counted < last; counted += 1) if (line[counted] === '"') isOpen = !isOpen;
    const place = opens(line, last, isOpen) ? last : last + 1;
    if (!isJoint(line, index, place)) continue;
    places.push(place);
    counted = place;
    isOpen = false;
  }
  return places;
}

/** Whether a bare mark belongs to what follows. */
function opens(line: string, at: number, isOpen: boolean): boolean {
  if (line[at] === '"') return !isOpen;
  return line[at] === "'" && !/(?:^|[\s(])'[^']{1,300}$/.test(line.slice(Math.max(0, at - 300), at));
}

function isJoint(line: string, stop: number, place: number): boolean {
  const left = wordBefore(line, stop);
  const right = wordAfter(line, place);
  if (isInAddress(line, stop) || !mayBegin(line, place, right)) return false;
  if (line[stop] === '!' || line[stop] === '?') return !nameParts.has(right);
  if (line[stop] === ':') return /^\p{Ll}{4,}$/u.test(left) && !/\d/.test(line[place] ?? '');
  return line[stop] !== '.' || place > stop + 1 || mayEnd(line, stop, left, right);
}

function mayBegin(line: string, place: number, right: string): boolean {
  const next = line[place] ?? '';
  if (!/\p{Lu}/u.test(next))
    return /["'\u201c\u2018(]/.test(next) ? /[\p{L}\d]/u.test(line[place + 1] ?? '') : true;
  const behind = line.slice(place + right.length, place + right.length + 2);
  if (suffixes.has(right.toLowerCase()) || /^\(\p{L}/u.test(behind)) return false;
  return right.length > 1 || right === 'A' || right === 'I' || behind.startsWith(':');
}

function mayEnd(line: string, stop: number, left: string, right: string): boolean {
  const next = line[stop + 1] ?? '';
  if (left === '') return /[)%\u201d\u2019"'\u2026.\u00b0]/.test(line[stop - 1] ?? '');
  if (/^\d{1,2}\. \p{Lu}/u.test(line.slice(stop + 1, stop + 6))) return left.length > 2;
  if (/\d/.test(next))
    return /^\p{Ll}{4,}$/u.test(left) && /^\d{2,}(?:\s|$)/.test(line.slice(stop + 1, stop + 8));
  if (left.length === 1 && !/\d/.test(left)) return starters.has(right) && right.length > 1;
  if (companies.has(left)) return starters.has(right) || !/\p{Lu}/u.test(next);
  return !titles.has(left);
}

const longestToken = 100;
/** What no sentence has within a run of characters without a blank: an address, or words chained by points. */
const address = /:\/\/|www\.|@\w|\w\.\w{2,6}\/|\p{L}{2}\.\p{L}{1,40}\.\p{L}/u;

function isInAddress(line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - longestToken), at + 1);
  const behind = line.slice(at + 1, at + longestToken);
  return address.test(`${/\S*$/.exec(before)?.[0]}${/^\S*/.exec(behind)?.[0]}`);
}

/** Whether a small letter and a capital in one "word" are the end of a heading and the beginning of its text. */
function isSeam(line: string, place: number, vocabulary: Vocabulary): boolean {
  const left = wordBefore(line, place);
  const right = wordAfter(line, place);
  if (left.length < 3 || /\p{Lu}/u.test(left.slice(1)) || isInAddress(line, place)) return false;
  const isSure = sureStarters.has(right);
  if (!isSure && (left.length < 4 || right.length < 4)) return false;
  const counts = vocabulary();
  if ((counts.get(left + right) ?? 0) > 1) return false;
  return isSure ? line[place - left.length - 1] !== '#' : counts.has(left) && counts.has(right);
}

const longestWord = 40;
const wordCharacter = /[\p{L}\d]/u;

function wordBefore(line: string, end: number): string {
  let start = end;
  while (end - start < longestWord && wordCharacter.test(line[start - 1] ?? '')) start -= 1;
  return line.slice(start, end);
}

function wordAfter(line: string, start: number): string {
  let end = start;
  while (end - start < longestWord && wordCharacter.test(line[end] ?? '')) end += 1;
  return line.slice(start, end);
}
