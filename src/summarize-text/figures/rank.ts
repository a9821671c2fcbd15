import type { Figure, FigureKind, FigureModifier } from '../types.ts';
import { areComparable } from './comparable.ts';
import { singular } from './words.ts';

const mostRanked = 10;
/** The other half of a pair is moved up over so many figures at most. */
const farthestPair = 2;
const leadLength = 260;
const mostOfTitle = 20;
const kindWeight: Readonly<Record<FigureKind, number>> = {
  percent: 3.2,
  money: 3.1,
  percentage_points: 2.8,
  count: 2.2,
  fraction: 1.8,
  multiple: 1.7,
  measure: 1.7,
  age: 1.3,
  number: 1,
  duration: 0.7,
};
const modifierWeight: Readonly<Record<FigureModifier, number>> = {
  '=': 0,
  '~': 0.3,
  '>': 0.2,
  '<': 0.2,
  up: 0.3,
  down: 0.3,
};

interface Group {
  /** Index in the list of figures of the mention that is shown. */
  readonly index: number;
  readonly figure: Figure;
  readonly score: number;
  readonly words: ReadonlySet<string>;
}

/**
 * Gives the ten most telling figures their rank, a repeated one once; figures to be compared stand together.
 * `headline` holds the figures of the title.
 */
export function rankFigures(
  text: string,
  figures: readonly Figure[],
  headline: readonly Figure[],
): readonly Figure[] {
  const groups = groupFigures(figures).map((indexes) =>
    scoreGroup(text, figures, indexes, headline.slice(0, mostOfTitle)),
  );
  const sorted = groups.toSorted((a, b) => b.score - a.score || a.index - b.index);
  const order = keepPairs(text, sorted.slice(0, mostRanked + 2)).slice(0, mostRanked);
  const ranks = new Map(order.map(({ index }, at) => [index, at + 1]));
  return figures.map((figure, index) => {
    const rank = ranks.get(index);
    return rank === undefined ? figure : { ...figure, rank };
  });
}

/** The indexes of the figures that say the same, trivial ones left out. */
function groupFigures(figures: readonly Figure[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  figures.forEach((figure, index) => {
    if (figure.trivial) return;
    const key = `${figure.kind} ${figure.value} ${figure.value2 ?? ''} ${keyUnit(figure)}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return [...groups.values()];
}

function keyUnit({ kind, unit }: Figure): string {
  return /^(?:count|age|number)$/.test(kind) ? '' : (unit.split('/')[0] ?? unit);
}

function scoreGroup(
  text: string,
  figures: readonly Figure[],
  indexes: readonly number[],
  headline: readonly Figure[],
): Group {
  const [first = 0] = indexes;
  const index = indexes.reduce((best, next) => (saysMore(figures[next], figures[best]) ? next : best), first);
  const figure = figures[index];
  if (!figure) throw new RangeError(`no figure ${index}`);
  const start = figures[first]?.start ?? figure.start;
  const score =
    kindWeight[figure.kind] +
    modifierWeight[figure.direction ?? figure.modifier] +
    2 * (1 - start / Math.max(1, text.length)) ** 2 +
    (start < leadLength ? 0.6 : 0) +
    0.8 * Math.log2(indexes.length) +
    sizeBonus(figure) +
    (figure.unit.includes('/') ? 0.2 : 0) +
    headline.reduce((most, other) => Math.max(most, titleBonus(other, figure)), 0) -
    (isConversion(text, figures, first) ? 2.2 : 0) -
    (isFormer(text, figure) ? 0.9 : 0);
  return { index, figure, score, words: wordsOf(figure.concept) };
}

/** Which mention of a repeated figure to show: the first, unless a later one says clearly more of it. */
function saysMore(figure: Figure | undefined, than: Figure | undefined): boolean {
  return (figure?.concept.length ?? 0) > (than?.concept.length ?? 0) + 12;
}

function sizeBonus({ kind, unit, text, value, value2 }: Figure): number {
  const size = Math.abs(value);
  if (kind === 'money') return size >= 1e6 ? 0.5 : size < 100 && !unit.includes('/') ? -0.6 : 0;
  if (kind !== 'count' && kind !== 'number') return 0;
  const isVague = value2 !== undefined && /^[a-z ]+$/i.test(text);
  if (isVague) return -1;
  const [, bonus = -1.8] = countBonus.find(([least]) => size >= least) ?? [];
  return bonus;
}

/** From the size on, how much a count of it weighs: a small one seldom is the news. */
const countBonus: readonly (readonly [least: number, bonus: number])[] = [
  [1000, 0.9],
  [100, 0.5],
  [30, 0],
  [11, -0.2],
];

/** "from £73.1m": what it was before matters less than what it is. */
function isFormer(text: string, figure: Figure): boolean {
  return /\bfrom\s*$/.test(text.slice(Math.max(0, figure.start - 6), figure.start));
}

/** "$61m (£47.2m)": the second says the first in another currency. */
function isConversion(text: string, figures: readonly Figure[], index: number): boolean {
  const [before, figure] = [figures[index - 1], figures[index]];
  if (!before || !figure || before.kind !== figure.kind) return false;
  return /^\s*[(;]\s*(?:about |around |roughly )?$/.test(text.slice(before.end, figure.start));
}

/** A figure of the title counts most; headlines round, so "£2bn" may stand for £1.98bn. */
function titleBonus(headline: Figure, figure: Figure): number {
  const isLike =
    headline.kind === figure.kind ||
    (/^(?:count|number)$/.test(headline.kind) && /^(?:count|number)$/.test(figure.kind));
  if (!isLike || headline.value2 !== figure.value2) return 0;
  if (headline.value === figure.value) return 3;
  return Math.abs(headline.value - figure.value) <= 0.05 * Math.abs(figure.value) ? 1.5 : 0;
}

/** Moves the other half of a pair ("2.5% … 2.3%") up behind the first. */
function keepPairs(text: string, sorted: readonly Group[]): readonly Group[] {
  const order: Group[] = [];
  const waiting = [...sorted];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    order.push(next);
    const first = next;
    const at = waiting.findIndex(
      (group) => isPair(first, group) || areComparable(text, first.figure, group.figure),
    );
    if (at > 0 && at <= farthestPair) order.push(...waiting.splice(at, 1));
  }
  return order;
}

/** Two amounts of one kind, of like size, said of the same. */
function isPair(a: Group, b: Group): boolean {
  if (a.figure.kind !== b.figure.kind || a.figure.unit !== b.figure.unit) return false;
  const sizes = [Math.abs(a.figure.value), Math.abs(b.figure.value)];
  if (Math.max(...sizes) > 20 * Math.min(...sizes)) return false;
  const common = shared(a.words, b.words);
  return common >= 2 && common >= Math.min(a.words.size, b.words.size) / 2;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.filter((word) => word.length > 3 || word === 'gdp').map(singular));
}
