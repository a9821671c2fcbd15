import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { EngineName } from '../processes/text-engines.ts';
import { root } from './machine.ts';

const run = promisify(execFile);
const entry = join(root, 'bench', 'processes', 'time-texts.ts');

const timingSchema = z.object({
  perSecond: z.number(),
  /** Of one text, in ms. */
  p50: z.number(),
  p99: z.number(),
  /** The first text, with all that is loaded for it. */
  coldMs: z.number(),
  highestMb: z.number().optional(),
});

export type Timing = z.infer<typeof timingSchema>;

/** Times an engine in a process of its own. `undefined`: not even one text was done in the time there was. */
export async function timeEngine(
  name: EngineName,
  file: string,
  mostMs: number,
): Promise<Timing | undefined> {
  try {
    const { stdout } = await run(process.execPath, [entry, name, file, String(mostMs)], {
      timeout: mostMs * 3,
      env: {},
    });
    return timingSchema.parse(JSON.parse(stdout));
  } catch (error) {
    const wasEnded = error instanceof Error && 'killed' in error && error.killed === true;
    if (wasEnded) return undefined;
    throw error;
  }
}
