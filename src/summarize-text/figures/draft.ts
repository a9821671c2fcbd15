import type { FigureKind, FigureModifier } from '../types.ts';

/** A figure being read, in tokens of its sentence (`to` exclusive). */
export interface Draft {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly value2?: number;
  readonly kind?: FigureKind;
  readonly unit: string;
  readonly modifier?: FigureModifier;
  readonly inWords: boolean;
  readonly scaled: boolean;
  readonly factor: number;
  /** Nothing but digits. */
  readonly plain: boolean;
  /** Has a unit and a span that nothing may change: no range, no noun. */
  readonly closed?: boolean;
  /** A counted noun is still to be found after `to`: "dozens of people". */
  readonly needsNoun?: boolean;
  /** Where the counted noun ends (exclusive), when one was found. */
  readonly nounTo?: number;
  /** The minus sign is part of the number. */
  readonly negative?: boolean;
}

/** A draft of what is complete as it stands. */
export function closedDraft(from: number, to: number, value: number, kind: FigureKind, unit = ''): Draft {
  return { from, to, value, kind, unit, inWords: true, scaled: false, factor: 1, plain: false, closed: true };
}
