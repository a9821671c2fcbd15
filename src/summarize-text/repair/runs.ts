import type { Run, Span } from '../types.ts';

/** A text and where each stretch of it comes from in the raw text; see `Run` for the law. */
export interface MappedText {
  readonly text: string;
  readonly runs: readonly Run[];
}

/** Puts `text` in the place of a span; edits are given in order and do not overlap. */
export interface Edit extends Span {
  readonly text: string;
  /** The step named in the run. */
  readonly step: string;
}

export function unmapped(raw: string): MappedText {
  if (raw === '') return { text: '', runs: [] };
  return { text: raw, runs: [{ cleanStart: 0, cleanEnd: raw.length, rawStart: 0, rawEnd: raw.length }] };
}

/**
 * The stretch of the raw text that a clean span comes from. Inside a repaired run it is the whole run's, as no
 * single character there has a place of its own. An empty span gives an empty one where that is possible.
 */
export function toRaw(runs: readonly Run[], span: Span): Span {
  const first = runs[runAt(runs, span.start)];
  const last = runs[runAt(runs, Math.max(span.start, span.end - 1))];
  if (first === undefined || last === undefined) {
    const end = runs.at(-1)?.rawEnd ?? 0;
    return { start: first === undefined ? end : startIn(first, span.start), end };
  }
  const start = startIn(first, span.start);
  return { start, end: Math.max(start, span.end <= span.start ? start : endIn(last, span.end)) };
}

function startIn(run: Run, at: number): number {
  return run.repaired === undefined ? run.rawStart + at - run.cleanStart : run.rawStart;
}

function endIn(run: Run, at: number): number {
  return run.repaired === undefined ? run.rawStart + at - run.cleanStart : run.rawEnd;
}

/** The index of the run that holds a clean offset; past the end, the number of runs. */
function runAt(runs: readonly Run[], at: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.cleanEnd ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes the edits and keeps the map to the raw text. Edits that change nothing are left out. */
export function edit(source: MappedText, edits: readonly Edit[]): MappedText {
  const real = edits.filter(({ start, end, text }) => source.text.slice(start, end) !== text);
  if (real.length === 0) return source;
  const parts: string[] = [];
  const runs: Run[] = [];
  let cursor = 0;
  let index = 0;
  const copyTo = (end: number) => {
    if (end > cursor) parts.push(source.text.slice(cursor, end));
    for (let run = source.runs[index]; run !== undefined && cursor < end; run = source.runs[index]) {
      const until = Math.min(end, run.cleanEnd);
      if (until > cursor) push(runs, cut(run, cursor, until));
      cursor = Math.max(cursor, until);
      if (run.cleanEnd <= cursor) index += 1;
    }
  };
  for (const { start, end, text, step } of real) {
    copyTo(start);
    const raw = toRaw(source.runs, { start, end });
    parts.push(text);
    if (text !== '') {
      push(runs, {
        cleanStart: 0,
        cleanEnd: text.length,
        rawStart: raw.start,
        rawEnd: raw.end,
        repaired: step,
      });
    }
    cursor = Math.max(cursor, end);
    while ((source.runs[index]?.cleanEnd ?? Number.POSITIVE_INFINITY) <= cursor) index += 1;
  }
  copyTo(source.text.length);
  return { text: parts.join(''), runs };
}

function cut(run: Run, start: number, end: number): Run {
  if (run.repaired !== undefined) return { ...run, cleanStart: start, cleanEnd: end };
  const rawStart = run.rawStart + start - run.cleanStart;
  return { cleanStart: start, cleanEnd: end, rawStart, rawEnd: rawStart + end - start };
}

/** Adds a run behind the last one; two neighbours that are equal to their raw characters become one. */
function push(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  const at = last?.cleanEnd ?? 0;
  const end = at + run.cleanEnd - run.cleanStart;
  const isOne = last !== undefined && isExact(last) && isExact(run) && last.rawEnd === run.rawStart;
  if (isOne) runs[runs.length - 1] = { ...last, cleanEnd: end, rawEnd: run.rawEnd };
  else runs.push({ ...run, cleanStart: at, cleanEnd: end });
}

function isExact(run: Run): boolean {
  return run.repaired === undefined;
}
