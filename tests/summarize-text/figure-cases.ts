import type { Figure } from 'summarize-text';

export type ExpectedFigure = Pick<Figure, 'text' | 'kind' | 'value' | 'unit' | 'modifier'> & {
  readonly value2?: number;
};

/** A sentence and its figures. */
type FigureCase = readonly [sentence: string, ...figures: readonly ExpectedFigure[]];

/** A group of phenomena: sentences and every figure that is no trivial one, in order. */
export interface CaseGroup {
  readonly phenomenon: string;
  readonly cases: readonly FigureCase[];
}

/** One expected figure; a pair of values is a range. */
export function fig(
  text: string,
  kind: Figure['kind'],
  value: number | readonly [number, number],
  unit = '',
  modifier: Figure['modifier'] = '=',
): ExpectedFigure {
  if (typeof value === 'number') return { text, kind, value, unit, modifier };
  return { text, kind, value: value[0], value2: value[1], unit, modifier };
}
