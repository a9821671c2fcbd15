import { type Line, wordsOf } from './lines.ts';

/** Where the title and the standfirst stand among the lines. */
export interface Heading {
  readonly title?: number;
  readonly standfirst?: number;
  /** Lines that say the title once more. */
  readonly again: readonly number[];
}

const longestTitle = 30;
const longestStandfirst = 55;
/** Furniture may stand before and between them, but no more than this. */
const farthest = 12;

/**
 * Finds title and standfirst before the body: the given title's line, else a first line that is no sentence and
 * about what the body is about. `isFurniture` answers for lines already known as such.
 */
export function findHeading(
  lines: readonly Line[],
  given: string | undefined,
  isFurniture: (index: number) => boolean,
  closeness: (line: Line) => number,
): Heading {
  const free = lines.flatMap((_, index) => (index < farthest && !isFurniture(index) ? [index] : []));
  const again = given === undefined ? [] : sameAs(lines, given);
  const title =
    again[0] ??
    (given === undefined
      ? free.find((index, place) => place < 2 && isTitle(lines, index, closeness))
      : undefined);
  const before = title ?? -1;
  const standfirst = free.find((index) => index > before && !again.includes(index));
  const isFound =
    standfirst !== undefined &&
    (title !== undefined || given !== undefined) &&
    isStandfirst(lines, standfirst, closeness);
  return {
    ...(title !== undefined && { title }),
    ...(isFound && { standfirst }),
    again: again.slice(1),
  };
}

function sameAs(lines: readonly Line[], title: string): readonly number[] {
  const wanted = wordsOf(title);
  return lines.flatMap(({ words }, index) => (index < farthest && isAlike(words, wanted) ? [index] : []));
}

/** The same words but for a few, such as a publisher's name behind them. */
function isAlike(words: readonly string[], wanted: readonly string[]): boolean {
  if (words.length === 0 || words.length > wanted.length + 6) return false;
  const known = new Set(wanted);
  const shared = words.filter((word) => known.has(word)).length;
  return shared >= wanted.length * 0.85 && shared >= words.length * 0.75;
}

function isTitle(lines: readonly Line[], index: number, closeness: (line: Line) => number): boolean {
  const line = lines[index];
  if (line === undefined || line.words.length < 2 || line.words.length > longestTitle) return false;
  if (line.endsSentence) return false;
  const hasBody = lines
    .slice(index + 1)
    .some((other) => other.endsSentence && other.words.length > line.words.length);
  return hasBody && closeness(line) > 0;
}

function isStandfirst(lines: readonly Line[], index: number, closeness: (line: Line) => number): boolean {
  const line = lines[index];
  if (line === undefined || line.words.length < 5 || line.words.length > longestStandfirst) return false;
  return !line.endsSentence && closeness(line) >= 0.15 && index < lines.length - 1;
}
