import { languageOf } from '../segment/language.ts';
import { datelineLength } from './datelines.ts';
import { aDateline, formOf, isAboutAuthor } from './furniture-forms.ts';
import { countNames, isForeign, isSpeaking, namesKnown, type Sign, signsOf, sum } from './furniture-voice.ts';
import { lazily } from './lazily.ts';
import { type KnownLines, type Line, readLine } from './lines.ts';
import { sentencesOf } from './sentences.ts';
import {
  hasQuotation,
  isProse,
  isRooted,
  type Surroundings,
  sharedPart,
  surroundingsOf,
} from './surroundings.ts';

type Reasons = ReadonlyMap<number, string>;

/** How sure the signs must be of a line. */
interface Thresholds {
  readonly alone: number;
  /** Before the body and behind it. */
  readonly atEnds: number;
  /** Beside furniture, within the body and at its ends. */
  readonly besideInside: number;
  readonly besideAtEnds: number;
  /** Before the body, following furniture. */
  readonly behind: number;
  /** Whether paragraphs that have a sentence of the body too are left; that needs the body to be known. */
  readonly isSparing: boolean;
}

const usual: Thresholds = {
  alone: 3,
  atEnds: 2.2,
  besideInside: 1.6,
  besideAtEnds: 1.5,
  behind: 0.9,
  isSparing: true,
};
const strict: Thresholds = {
  alone: 4.5,
  atEnds: 4.5,
  besideInside: 4.5,
  besideAtEnds: 4.5,
  behind: 4.5,
  isSparing: false,
};

/** A line with no more signs than these is surely of the body. */
const sureBody = 0.5;
/** So is one with more words than any site says in a paragraph. */
const longestOfSite = 110;
/** And such a line is not judged at all: a whole article in one line. */
const longestJudged = 3 * longestOfSite;
/** A sentence of the body beside a site's has at least so many words. */
const shortestOfBody = 8;
/** Judging takes no more than this share of the prose; beyond it the article itself speaks like a site. */
const mostTaken = 0.6;

/** Why lines are furniture, by index: by form, by voice, and by what stands around them. */
export function furnitureIn(lines: readonly Line[], title: Line | undefined, known: KnownLines): Reasons {
  const byForm = new Map(
    lines.flatMap((line, index): [number, string][] => {
      const reason = formOf(line) ?? authorAt(lines, index);
      return reason === undefined ? [] : [[index, reason]];
    }),
  );
  const without = (found: Reasons) => lazily(() => surroundingsOf(withoutIndexes(lines, found), title));
  const article = { lines, byForm, known };
  const around = without(byForm);
  const first = judge(article, around, { ...usual, isSparing: false });
  const second = judge(article, first.size === byForm.size ? around : without(first), usual);
  return takesTooMuch(lines, byForm, second) ? judge(article, around, strict) : second;
}

export function withoutIndexes(
  lines: readonly Line[],
  indexes: ReadonlyMap<number, unknown>,
): readonly Line[] {
  return lines.filter((_, index) => !indexes.has(index));
}

/** How far from the end of the text a line on its author stands. */
const lastLines = 6;

function authorAt(lines: readonly Line[], index: number): string | undefined {
  const line = lines[index];
  const isLast = index > 2 && index >= lines.length - lastLines;
  return isLast && line !== undefined && isAboutAuthor(line) ? 'about the author' : undefined;
}

function takesTooMuch(lines: readonly Line[], before: Reasons, after: Reasons): boolean {
  const wordsLeft = (found: Reasons) =>
    withoutIndexes(lines, found).reduce((total, line) => total + (isProse(line) ? line.words.length : 0), 0);
  return wordsLeft(after) < wordsLeft(before) * (1 - mostTaken);
}

interface ArticleLines {
  readonly lines: readonly Line[];
  readonly byForm: Reasons;
  readonly known: KnownLines;
}

type Around = () => Surroundings;

function judge({ lines, byForm, known }: ArticleLines, around: Around, least: Thresholds): Reasons {
  const found = new Map(byForm);
  const signs = lines.map((line) => {
    if (line.words.length > longestJudged || !isSpeaking(line)) return [];
    return least.isSparing && hasBody(line, around(), known) ? [] : signsOf(line, around());
  });
  const totals = signs.map(sum);
  const { head, tail, dated } = endsOfBody(lines, found, totals, around);
  const isEnd = (index: number) => index < head || index > tail;
  const take = (index: number, threshold: number) => {
    if (found.has(index) || (totals[index] ?? 0) < threshold) return;
    found.set(index, reasonOf(signs[index] ?? []));
  };
  const takeBeside = (index: number) => {
    if (index < head && found.has(index - 1)) take(index, least.behind);
    if (!found.has(index - 1) && !found.has(index + 1)) return;
    take(index, isEnd(index) ? least.besideAtEnds : least.besideInside);
  };
  for (let index = 0; index < lines.length; index += 1)
    take(index, isEnd(index) ? least.atEnds : least.alone);
  for (let index = 0; index < lines.length; index += 1) takeBeside(index);
  for (let index = lines.length - 1; index >= 0; index -= 1) takeBeside(index);
  addEnclosed(lines, found, head, around);
  if (dated === head) addUndated(lines, found, dated, around);
  if (least.isSparing) addForeign(lines, found, tail, around);
  return found;
}

/** Whether a paragraph has a sentence of the body beside what the site says; the site's is cut off it later. */
function hasBody(line: Line, around: Surroundings, known: KnownLines): boolean {
  if (line.words.length < 2 * shortestOfBody) return false;
  const own = around.isCounted(line);
  return sentencesOf(line).some(({ start, end }) => {
    const sentence = readLine(line.text.slice(start, end), known);
    if (sentence.words.length < shortestOfBody || isSpeaking(sentence)) return false;
    const beside = { ...around, isCounted: () => own };
    return (sharedPart(sentence, beside) ?? 0) >= 0.3 && namesKnown(sentence, beside);
  });
}

/** The first and the last line that are surely of the body, and the first that begins with a dateline; -1 for none. */
function endsOfBody(
  lines: readonly Line[],
  found: Reasons,
  totals: readonly number[],
  around: Around,
): { readonly head: number; readonly tail: number; readonly dated: number } {
  const sure = lines.flatMap((line, index) => {
    const isLong = line.words.length > longestOfSite;
    const isQuiet = () => (totals[index] ?? 0) < sureBody && isRooted(line, around());
    return !found.has(index) && isProse(line) && (isLong || isQuiet()) ? [index] : [];
  });
  const dated = lines.findIndex((line) => datelineLength(line.text) > 0 || formOf(line) === aDateline);
  const head = Math.min(sure[0] ?? 0, dated < 0 ? lines.length : dated);
  return { head, tail: sure.at(-1) ?? lines.length, dated };
}

/** Prose before the body that has furniture before and behind it, and nothing of the article, is of the same block. */
function addEnclosed(lines: readonly Line[], found: Map<number, string>, head: number, around: Around): void {
  const known = [...found.keys()].filter((index) => index < head).sort((one, other) => one - other);
  const first = known[0] ?? head;
  const last = known.at(-1) ?? 0;
  lines.slice(0, last).forEach((line, index) => {
    if (index <= first || found.has(index) || !isProse(line)) return;
    if (!isRooted(line, around()) && countNames(line.text) < 2) found.set(index, 'stands among furniture');
  });
}

/** An article begins with its dateline: sentences before it that name nobody whom it names are the site's. */
function addUndated(lines: readonly Line[], found: Map<number, string>, dated: number, around: Around): void {
  lines.slice(0, Math.max(0, dated)).forEach((line, index) => {
    if (found.has(index) || !line.endsSentence || hasQuotation(line)) return;
    if (countNames(line.text) < 2 && !namesKnown(line, around())) found.set(index, 'before the dateline');
  });
}

/** More of these are a part of the article that stands apart. */
const mostForeign = 3;

/** Behind the body, from the last line up: lines that have nothing to do with it. */
function addForeign(lines: readonly Line[], found: Map<number, string>, tail: number, around: Around): void {
  const foreign: number[] = [];
  for (let index = lines.length - 1; index > tail; index -= 1) {
    const line = lines[index];
    if (found.has(index)) continue;
    if (line === undefined || !isForeign(line, around())) break;
    foreign.push(index);
  }
  if (foreign.length === 0 || foreign.length > mostForeign || !isEnglish(lines)) return;
  for (const index of foreign) found.set(index, 'behind the article, and about nothing in it');
}

/** What a line has in common with its article is known for English words only. */
function isEnglish(lines: readonly Line[]): boolean {
  return languageOf(lines.map(({ text }) => text).join('\n')) === undefined;
}

function reasonOf(signs: readonly Sign[]): string {
  const telling = signs.filter(({ weight }) => weight > 0).slice(0, 2);
  return telling.map(({ reason }) => reason).join(', ');
}
