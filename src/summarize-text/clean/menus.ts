import type { Span } from '../types.ts';
import type { Line, Place } from './lines.ts';
import { isProse, sharedPart, surroundingsOf } from './surroundings.ts';

/** A whole page, its menus and all, has at least so many of their lines, and this part of its lines is such. */
const fewestOfMenus = 20;
const leastPart = 0.3;
const longestOfMenu = 4;
/** A page begins with some; a list within or behind an article has none of them before it. */
const fewestBefore = 4;

/** What a line that ends no sentence takes from the stretch it stands in; sentences add their words. */
const costOfFragment = 6;
const mostOfLine = 60;
/** A text whose sentences do not stand together is no page around an article. */
const leastHeld = 0.5;

/**
 * What stands before and behind the article of a whole page: the stretch richest in sentences is the article, and
 * a headline closely before it. Nothing in a text without the menus of a page.
 */
export function menusAround(places: readonly Place[]): readonly Span[] {
  const lines = places.map(({ line }) => line);
  if (!hasMenus(lines)) return [];
  const { from, to } = richest(lines);
  const held = wordsOfProse(lines.slice(from, to));
  if (held < wordsOfProse(lines) * leastHeld) return [];
  if (countOfMenus(lines.slice(0, from)) < fewestBefore) return [];
  const stretches = [places.slice(0, headlineBefore(lines, from, to)), places.slice(to)];
  return stretches.flatMap((stretch) => {
    const [first, last] = [stretch[0], stretch.at(-1)];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
}

function hasMenus(lines: readonly Line[]): boolean {
  return countOfMenus(lines) >= Math.max(fewestOfMenus, lines.length * leastPart);
}

function countOfMenus(lines: readonly Line[]): number {
  return lines.filter(({ isClosed, words }) => !isClosed && words.length <= longestOfMenu).length;
}

function wordsOfProse(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + (line.endsSentence ? line.words.length : 0), 0);
}

/** The lines in a row whose worths add up to most. */
function richest(lines: readonly Line[]): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: 0, sum: 0 };
  let [from, sum] = [0, 0];
  lines.forEach((line, index) => {
    if (sum <= 0) [from, sum] = [index, 0];
    sum += worthOf(line);
    if (sum > best.sum) best = { from, to: index + 1, sum };
  });
  return best;
}

function worthOf(line: Line): number {
  if (!line.isClosed) return -costOfFragment;
  return isProse(line) || !line.endsSentence ? Math.min(line.words.length, mostOfLine) : 0;
}

const farthestHeadline = 12;
const shortestHeadline = 4;

/** Where the headline is that says what the article is about; else where the article begins. */
function headlineBefore(lines: readonly Line[], from: number, to: number): number {
  const around = surroundingsOf(lines.slice(from, to));
  const before = lines.slice(Math.max(0, from - farthestHeadline), from);
  const found = before.findIndex(
    (line) => line.words.length >= shortestHeadline && (sharedPart(line, around) ?? 0) >= 0.5,
  );
  return found < 0 ? from : from - before.length + found;
}
