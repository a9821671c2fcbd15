import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Measures } from './measures.ts';

/** Beside the folder of the gold: in it, every file is an article's. */
const path = new URL('../../data/gold-floors.json', import.meta.url);

const floorsSchema = z.strictObject({
  corpus: z.string(),
  floors: z.record(z.string(), z.number().min(0).max(1)),
});

/** What the text engine must not fall below, and the corpus it was measured on. */
export type Floors = z.infer<typeof floorsSchema>;

export function readFloors(): Floors {
  return existsSync(path)
    ? floorsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    : { corpus: '', floors: {} };
}

export function writeFloors(floors: Floors): void {
  writeFileSync(path, `${JSON.stringify(floors, null, 2)}\n`);
}

/** Floors are kept to a thousandth, cut off rather than rounded, so that none stands above its measure. */
const cut = (value: number): number => Math.floor(value * 1000) / 1000;

/** Measures under their floor or without one, and floors whose measure is gone. */
export function fallen(measures: Measures, { floors }: Floors): readonly string[] {
  const under = Object.entries(measures).filter(([name, value]) => cut(value) < (floors[name] ?? 1.001));
  const gone = Object.keys(floors).filter((name) => measures[name] === undefined);
  return [...under.map(([name]) => name), ...gone];
}

/** The floors after a run: raised where a measure is above its floor; lowered or left out only when that is allowed. */
export function newFloors(measures: Measures, before: Floors, corpus: string, mayLower: boolean): Floors {
  const floors = mayLower ? {} : { ...before.floors };
  for (const [name, value] of Object.entries(measures))
    floors[name] = Math.max(cut(value), (mayLower ? undefined : before.floors[name]) ?? 0);
  return { corpus, floors };
}
