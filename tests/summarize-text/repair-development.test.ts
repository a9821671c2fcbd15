import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { paragraphEdits } from '../../src/summarize-text/clean/paragraphs.ts';
import { repair } from '../../src/summarize-text/repair/repair.ts';

/** Other people's articles, damaged on purpose; they lie beside the project or not at all. */
const folder = new URL('../../../shared/eval/repair/', import.meta.url);
const isThere = existsSync(new URL('mojibake.jsonl', folder)) && existsSync(new URL('glued.jsonl', folder));

const damagedSchema = z.object({ mode: z.string(), corrupted: z.string(), original: z.string() });
const gluedSchema = z.object({ text: z.string(), breaks: z.array(z.number()) });

function rowsOf<T>(name: string, schema: z.ZodType<T>): readonly T[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

interface Tally {
  readonly damaged: number;
  readonly restored: number;
  readonly harmed: number;
}

function tally(rows: readonly z.infer<typeof damagedSchema>[]): Tally {
  const lines = rows.flatMap(({ corrupted, original }) => {
    const mended = repair(corrupted).text.split('\n');
    const wanted = original.split('\n');
    return corrupted.split('\n').map((had, index) => ({ had, got: mended[index], want: wanted[index] }));
  });
  const damaged = lines.filter(({ had, want }) => had !== want);
  return {
    damaged: damaged.length,
    restored: damaged.filter(({ got, want }) => got === want).length,
    harmed: lines.filter(({ had, got, want }) => had === want && got !== want).length,
  };
}

describe.skipIf(!isThere)('on the development data beside the project (skipped where it is absent)', () => {
  const rows = isThere ? rowsOf('mojibake.jsonl', damagedSchema) : [];
  const modes = [...new Set(rows.map(({ mode }) => mode))];

  it.each(modes)('%s: healthy lines stay, damaged ones are restored', (mode) => {
    const { damaged, restored, harmed } = tally(rows.filter((row) => row.mode === mode));
    expect(harmed).toBe(0);
    expect(restored).toBeGreaterThanOrEqual(damaged * floorOf(mode));
  });

  it('glued paragraphs are parted with an F1 of .92', () => {
    const counts = rowsOf('glued.jsonl', gluedSchema).map(({ text, breaks }) => {
      const found = paragraphEdits(text).map(({ start }) => start);
      return { right: found.filter((at) => breaks.includes(at)).length, both: found.length + breaks.length };
    });
    const right = counts.reduce((total, count) => total + count.right, 0);
    const both = counts.reduce((total, count) => total + count.both, 0);
    expect((2 * right) / both).toBeGreaterThanOrEqual(0.92);
  });
});

/** Signs that every lost character leaves, emoji too, tell less than those that marks alone leave. */
function floorOf(mode: string): number {
  if (!mode.startsWith('lossy')) return 0.99;
  return /\?|FFFD/.test(mode) ? 0.9 : 0.93;
}
