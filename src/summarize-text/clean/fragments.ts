import type { Line } from './lines.ts';

/** Lines without an end of a sentence that stand together like this are a list or a poem. */
const shortestList = 3;
/** Beyond this share of a text's words it is made of such lines: a poem, a table, a list. */
const mostTaken = 0.5;

/** Links are about other things than the article; items of its lists are not. */
const enoughClose = 0.4;
const item = /^(?:[•·*▪–—-]|\d{1,2}[.)])\s?\S/;
const result = /\b\d{1,3}\s?[-–]\s?\d{1,3}\b/;

/** What is asked of the lines' surroundings. */
export interface Context {
  /** The step that took a line, if one did. */
  readonly removedBy: (index: number) => string | undefined;
  /** How much of what a line is about the body is about, to 1. */
  readonly closeness: (line: Line) => number;
}

/** The lines from `start` to `end`, exclusive, none of which ends a sentence. */
interface Group {
  readonly start: number;
  readonly end: number;
  /** The last line of the body that does. */
  readonly lastSentence: number;
}

/**
 * Lines of the body that end no sentence: headings, captions without credit, links. Lists, poems and results
 * stay: lines behind a colon, or several together within the body that are about the same.
 */
export function fragmentsIn(lines: readonly Line[], context: Context): readonly number[] {
  const isOfBody = (line: Line, index: number) => line.endsSentence && context.removedBy(index) === undefined;
  const lastSentence = lines.findLastIndex(isOfBody);
  const fragments = groupsIn(lines, context).flatMap(({ start, end }) =>
    isList(lines, { start, end, lastSentence }, context) ? [] : indexesOf(start, end),
  );
  const found = fragments.filter((index) => !isResult(lines[index]));
  return isMostOf(lines, found, context) ? [] : found;
}

function groupsIn(lines: readonly Line[], { removedBy }: Context): readonly Omit<Group, 'lastSentence'>[] {
  const groups: { start: number; end: number }[] = [];
  lines.forEach((line, index) => {
    if (line.isClosed || removedBy(index) !== undefined) return;
    const last = groups.at(-1);
    if (last?.end === index) last.end += 1;
    else groups.push({ start: index, end: index + 1 });
  });
  return groups;
}

function indexesOf(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

function isList(lines: readonly Line[], { start, end, lastSentence }: Group, context: Context): boolean {
  const before = lines[start - 1];
  const removedBefore = context.removedBy(start - 1);
  if (before === undefined || removedBefore === 'furniture') return false;
  if (removedBefore === undefined && /[:,;]$/.test(before.text)) return true;
  const run = lines.slice(start, end);
  if (end > lastSentence || run.length < shortestList) return false;
  if (run.every(({ text }) => item.test(text))) return true;
  return run.reduce((total, line) => total + context.closeness(line), 0) >= run.length * enoughClose;
}

function isResult(line: Line | undefined): boolean {
  return line !== undefined && result.test(line.text) && line.words.length > 3;
}

function isMostOf(lines: readonly Line[], fragments: readonly number[], { removedBy }: Context): boolean {
  const count = (indexes: readonly number[]) =>
    indexes.reduce((total, index) => total + (lines[index]?.words.length ?? 0), 0);
  const left = lines.flatMap((_, index) => (removedBy(index) === undefined ? [index] : []));
  return count(fragments) > count(left) * mostTaken;
}
