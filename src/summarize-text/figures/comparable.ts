import type { Figure, FigureKind } from '../types.ts';
import { singular } from './words.ts';

/** Sizes further apart than this say nothing side by side. */
const mostTimes = 50;
const mostTogether = 6;
/** Of the words that say what is measured, the share of the shorter label that both must have. */
const enoughShared = 0.6;
/** Counts up to this are read at a glance. */
const smallCount = 12;
/** Ages are of different people, durations and lengths mostly of different things. */
const comparableKinds: ReadonlySet<FigureKind> = new Set(['percent', 'percentage_points', 'money', 'count']);

/**
 * Whether two figures of a text can stand side by side: of one kind and unit, of like size, levels or changes in
 * one direction, and said of the same thing.
 */
export function areComparable(text: string, a: Figure, b: Figure): boolean {
  if (!areLike(a, b)) return false;
  return isMovement(text, a, b) || (comparableKinds.has(a.kind) && saySame(a, b));
}

function areLike(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind || a.unit !== b.unit || a.kind === 'age' || a.value === b.value) return false;
  if (a.direction !== b.direction || isVague(a) || isVague(b)) return false;
  const [least, most] = [Math.min(a.value, b.value), Math.max(endOf(a), endOf(b))];
  const isSmall = a.kind === 'count' && most <= smallCount;
  return least > 0 && most <= mostTimes * least && !isSmall;
}

const endOf = ({ value, value2 }: Figure): number => value2 ?? value;

/** "dozens": between what and what is ours, not the article's. */
const isVague = ({ text, value2 }: Figure): boolean => value2 !== undefined && !/\d/.test(text);

const furthest = 60;
const few = '(?:\\p{L}+ ){0,3}$';
const from = new RegExp(`\\bfrom ${few}`, 'iu');
const to = new RegExp(`\\b(?:to|at|of|is|was|than) ${few}`, 'iu');
const against = new RegExp(
  `\\b(?:against|versus|compared with|compared to|instead of|rather than) ${few}`,
  'iu',
);

/** "from £73m a year earlier to £49m", "6% against 4% last year": one quantity at two times or by two measures. */
function isMovement(text: string, a: Figure, b: Figure): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = text.slice(first.end, second.start);
  if (between.length > furthest || /[.;:!?\n]/.test(between)) return false;
  const before = text.slice(Math.max(0, first.start - furthest), first.start);
  if (against.test(between)) return true;
  return (
    (from.test(before) && / to (?:\p{L}+ ){0,3}$/u.test(between)) || (to.test(before) && from.test(between))
  );
}

/** Two words in common besides what is counted, and one of them no name: a name says whose it is and not what. */
function saySame(a: Figure, b: Figure): boolean {
  const [mine, yours] = [wordsOf(a), wordsOf(b)];
  const common = [...mine.keys()].filter((word) => yours.has(word));
  return (
    common.length >= 2 &&
    common.length >= enoughShared * Math.min(mine.size, yours.size) &&
    common.some((word) => mine.get(word) === false)
  );
}

/** The words that say what is measured, in one form, and whether each is a name. */
function wordsOf({ concept, kind, unit }: Figure): ReadonlyMap<string, boolean> {
  const words = concept.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const counted = kind === 'count' ? unit.split('/')[0] : undefined;
  return new Map(
    words
      .map((word): [string, boolean] => [singular(word), /^\p{Lu}/u.test(word)])
      .filter(([word]) => word !== counted),
  );
}

/** Of the words of two labels, the share that articles must have in common to speak of the same. */
const sameShare = 0.8;
const sameShareOfLonger = 0.5;
/** Values as near as this are one, rounded; those said to be rough are rounder. */
const rounding = 0.02;
const roughRounding = 0.07;

/** Whether figures of two texts are said of the same thing and are not the same, rounding apart. */
export function tellApart(a: Figure, b: Figure): boolean {
  if (!areLike(a, b) || !saySame(a, b)) return false;
  const [mine, yours] = [wordsOf(a), wordsOf(b)];
  const common = [...mine.keys()].filter((word) => yours.has(word)).length;
  const areOne =
    common >= sameShare * Math.min(mine.size, yours.size) &&
    common >= sameShareOfLonger * Math.max(mine.size, yours.size);
  const near = [a, b].some(({ modifier }) => modifier === '~') ? roughRounding : rounding;
  return areOne && Math.abs(a.value - b.value) > near * Math.max(a.value, b.value);
}

/**
 * The first group of figures that can be shown side by side, in the order given; none where no two can. Each is
 * comparable with all others of its group, so that no bar stands for another thing.
 */
export function comparableGroup(text: string, figures: readonly Figure[]): readonly Figure[] {
  for (const first of figures) {
    const group = [first];
    for (const next of figures)
      if (group.length < mostTogether && group.every((other) => areComparable(text, other, next)))
        group.push(next);
    if (group.length > 1) return group;
  }
  return [];
}

/** The figures in their order, but each with those it can be compared with right behind it. */
export function withPairs(text: string, figures: readonly Figure[]): readonly Figure[] {
  const order: Figure[] = [];
  for (const figure of figures) {
    if (order.includes(figure)) continue;
    const others = figures.filter((other) => !order.includes(other) && areComparable(text, figure, other));
    order.push(figure, ...others);
  }
  return order;
}
