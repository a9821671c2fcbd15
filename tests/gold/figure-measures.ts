import { findFigures } from '../../src/summarize-text/figures/figures.ts';
import type { Figure } from '../../src/summarize-text/types.ts';
import { type GoldSample, goldSamples } from './samples.ts';

type GoldFigure = GoldSample['figures'][number];

/** A figure of the gold, what was found of it, and the label that is shown for it. */
interface Pair {
  readonly gold: GoldFigure;
  readonly found: Figure | undefined;
  readonly label: string;
}

const share = (parts: readonly boolean[]): number => parts.filter(Boolean).length / Math.max(1, parts.length);

export function figureMeasures(): Readonly<Record<string, number>> {
  const read = goldSamples.map((sample) => {
    const text = sample.body.join('\n\n');
    return { sample, text, found: findFigures(text, { title: sample.title }) };
  });
  const pairs = read.flatMap(({ sample, text, found }) => pairsOf(sample, text, found));
  const telling = read.flatMap(({ found }) => found.filter(({ trivial }) => trivial !== true));
  const matched = pairs.filter(({ found }) => found !== undefined);
  return {
    'figures found': share(pairs.map(({ found }) => found !== undefined)),
    'found figures that are some': Math.min(1, matched.length / telling.length),
    'figures with their value and unit': share(pairs.map(isOfValueAndUnit)),
    'figures with their qualifier': share(pairs.map(({ gold, found }) => found?.modifier === gold.modifier)),
    'words of labels': mean(matched.map(({ gold, label }) => wordScore(gold.measures, label))),
    'key figures among the first five': share(
      read.flatMap(({ sample, found }) => {
        const first = found.filter(({ rank = 99 }) => rank <= 5).map(({ text }) => text);
        return sample.keyFigures.map((key) => first.includes(key));
      }),
    ),
  };
}

/** Each gold figure takes the first of its words that is left. */
function pairsOf({ figures }: GoldSample, text: string, all: readonly Figure[]): readonly Pair[] {
  const left = [...all];
  return figures.map((gold) => {
    const at = left.findIndex((figure) => figure.text === gold.text);
    const [found] = at === -1 ? [] : left.splice(at, 1);
    const label = (found?.label ?? []).map(({ start, end }) => text.slice(start, end)).join(' ');
    return { gold, found, label };
  });
}

function isOfValueAndUnit({ gold, found }: Pair): boolean {
  if (found === undefined || found.kind !== gold.kind) return false;
  const isNear = (a = Number.NaN, b = Number.NaN) => Math.abs(a - b) <= 1e-5 * Math.abs(b);
  const isValue = isNear(found.value, gold.value);
  const isEnd = gold.value2 === undefined ? found.value2 === undefined : isNear(found.value2, gold.value2);
  return isValue && isEnd && found.unit.split(' ').at(-1) === gold.unit.split(' ').at(-1);
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

const small =
  /^(?:the|a|an|of|in|on|at|to|for|by|from|with|and|its|their|is|are|was|were|be|has|have|had|that|which|will)$/;

/** F1 of the words that are not small. */
function wordScore(gold: string, label: string): number {
  const [want, got] = [gold, label].map(
    (words) =>
      new Set((words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !small.test(word))),
  );
  if (want === undefined || got === undefined || want.size + got.size === 0) return 1;
  return (2 * [...want].filter((word) => got.has(word)).length) / (want.size + got.size);
}
