import type { Span } from '../types.ts';
import { isChange, tellingWords } from './concepts.ts';
import type { Draft } from './draft.ts';
import { momentAfter } from './moments.ts';
import type { Marked, Stretch } from './phrases.ts';
import { tokenAt } from './tokens.ts';
import { singular } from './words.ts';

/** What a figure measures: spans of its sentence to show, and their telling words where they say more than its unit. */
export interface Label {
  readonly label: readonly Span[];
  readonly concept: string;
}

export interface Parts {
  /** What stands before the figure: its subject, the verb, what lies between. */
  readonly left: readonly Stretch[];
  readonly thing?: Stretch;
}

/** Begins a place or a time, which says less than who it is about. */
const aside = /^(?:in|at|by|during|after|over|around|inside|outside|near|within)$/;

/** "it will create": the verb has its own subject. */
const hasPronoun = ({ tokens }: Marked, verb: Stretch): boolean =>
  /^(?:i|he|she|it|we|they)$/.test(tokenAt(tokens, verb.from).lower);

/** The label of the parts that say what a figure measures, in at most two spans. */
export function makeLabel(marked: Marked, { left, thing }: Parts, draft: Draft): Label {
  const moment = thing || draft.kind === 'age' ? undefined : momentAfter(marked, draft);
  const spanOf = ({ from, to }: Stretch): Span => ({
    start: tokenAt(marked.tokens, from).start,
    end: tokenAt(marked.tokens, to - 1).end,
  });
  const parts = { left: shownLeft(marked, left), thing, moment, isCounted: draft.nounTo !== undefined };
  const shown = inTwo(marked, parts).flatMap((stretch) => trimmed(marked, stretch) ?? []);
  const label = shown.every((stretch) => isEmpty(marked, stretch)) ? [] : shown.map(spanOf);
  const words = tellingWords(marked, thing ? [...left, thing] : left);
  const saysMore = words.some((word) => singular(word) !== draft.unit);
  return { label, concept: saysMore ? words.join(' ') : '' };
}

/** Without marks and "and" at its ends; `undefined` where nothing is left. */
function trimmed({ tokens }: Marked, stretch: Stretch): Stretch | undefined {
  let { from, to } = stretch;
  while (from < to && /^(?:[^\p{L}\p{N}]|and|but|or)$/u.test(tokenAt(tokens, from).lower)) from++;
  while (to > from && /^(?:[^\p{L}\p{N}%)]|and|but|or)$/u.test(tokenAt(tokens, to - 1).lower)) to--;
  return from < to ? { from, to } : undefined;
}

/** "was": no word that says anything. */
function isEmpty({ classes }: Marked, { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++)
    if (!/^(?:AUX|ADP|DET|PART|CCONJ|PUNCT)$/.test(classes[at] ?? '')) return false;
  return true;
}

const mostSpans = 2;
/** Words of a subject and its verb that are shown with all that stands between. */
const longestJoined = 10;

interface Shown {
  readonly left: readonly Stretch[];
  readonly thing: Stretch | undefined;
  readonly moment: Stretch | undefined;
  readonly isCounted: boolean;
}

/** The first two of those before the figure as one where little stands between; else those that say most. */
function inTwo(marked: Marked, shown: Shown): readonly Stretch[] {
  const { left, thing, moment } = shown;
  const after = thing ?? moment;
  const right = after ? [after] : [];
  const [first, second, third] = left;
  if (!first || !second || third) return [...left, ...right].slice(-mostSpans);
  const joined = { from: first.from, to: second.to };
  const isShort = joined.to > joined.from && joined.to - joined.from <= longestJoined;
  if (isShort && maySpan(marked, first.to, second.from)) return [joined, ...right];
  return after ? firstOrNearest(marked, shown, { first, second, after }) : left;
}

/** Of three: a place or time says less than the verb, a verb of change less than the time; a name more than a verb. */
function firstOrNearest(
  marked: Marked,
  { left, thing, isCounted }: Shown,
  { first, second, after }: { first: Stretch; second: Stretch; after: Stretch },
): readonly Stretch[] {
  const isBareChange = second.to - second.from === 1 && isChange(tokenAt(marked.tokens, second.from).lower);
  if (!thing) return isBareChange ? [first, after] : left;
  if (!isCounted && aside.test(tokenAt(marked.tokens, thing.from).lower)) return left;
  const isWhose = isCounted && marked.classes[first.to - 1] === 'PROPN' && !hasPronoun(marked, second);
  return isWhose ? [first, thing] : [second, thing];
}

const longestShown = 14;
/** Words between two parts that are shown with them. */
const farthestApart = 3;

/** The parts before the figure, those that stand side by side as one. */
function shownLeft(marked: Marked, left: readonly Stretch[]): readonly Stretch[] {
  const shown: Stretch[] = [];
  for (const part of left) {
    const last = shown.at(-1);
    const isNext = last !== undefined && part.from >= last.to && isJoint(marked, last.to, part.from);
    if (isNext && part.to - last.from <= longestShown)
      shown[shown.length - 1] = { from: last.from, to: part.to };
    else shown.push(part);
  }
  return shown;
}

/** Whether what stands between two parts is short and part of what they say. */
function isJoint(marked: Marked, from: number, to: number): boolean {
  if (to - from > farthestApart || holdsFigure(marked, from, to)) return false;
  for (let at = from; at < to; at++) if (tokenAt(marked.tokens, at).kind === 'mark') return false;
  return true;
}

/** Neither a figure, which has its own line, nor one of two quotation marks or brackets stands there. */
function maySpan(marked: Marked, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (/^["“”‘’()[\]]$/.test(tokenAt(marked.tokens, at).lower)) return false;
  return !holdsFigure(marked, from, to);
}

function holdsFigure({ owned }: Marked, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (owned[at]) return true;
  return false;
}
