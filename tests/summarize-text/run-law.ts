import { expect } from 'vitest';
import type { Run } from '../../src/summarize-text/types.ts';

/** The law of `Run`: no gaps in the clean text, raw stretches in bounds and in order, unrepaired ones equal. */
export function expectRunLaw(raw: string, text: string, runs: readonly Run[]): void {
  const broken = runs.filter((run, index) => !isLawful(raw, text, run, runs[index - 1]));
  expect(broken).toEqual([]);
  expect(runs.at(-1)?.cleanEnd ?? 0).toBe(text.length);
}

function isLawful(raw: string, text: string, run: Run, before: Run | undefined): boolean {
  const { cleanStart, cleanEnd, rawStart, rawEnd } = run;
  const follows = cleanStart === (before?.cleanEnd ?? 0) && rawStart >= (before?.rawStart ?? 0);
  const isInBounds = cleanEnd > cleanStart && rawEnd >= rawStart && rawEnd <= raw.length;
  const isEqual = text.slice(cleanStart, cleanEnd) === raw.slice(rawStart, rawEnd);
  return follows && isInBounds && (run.repaired !== undefined || isEqual);
}
