import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../machine.ts';
import { type BoundedRun, type RunLimits, runBounded } from './bounded-run.ts';

const entry = join(root, 'bench', 'processes', 'read-documents.ts');

const readingSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), found: z.unknown(), ms: z.number() }),
  z.object({ ok: z.literal(false), problem: z.string(), ms: z.number() }),
]);

const answerSchema = z.object({ readings: z.array(readingSchema), cpuMs: z.number() });

/** What a reader made of one document. */
export type DocumentReading = z.infer<typeof readingSchema>;

export interface ReaderRun extends BoundedRun {
  /** Of each document in order; none where the run did not end well. */
  readonly readings: readonly DocumentReading[];
  /** Processor time of one reading, the mean of all; 0 where it is not known. */
  readonly cpuMs: number;
}

/** Lets a reader read all documents of a list, in a process of its own. */
export async function runReader(
  kind: 'pages' | 'feeds',
  name: string,
  list: string,
  { warmUp = 0, turns = 1, ...limits }: RunLimits & { readonly warmUp?: number; readonly turns?: number },
): Promise<ReaderRun> {
  const run = await runBounded(entry, [kind, name, list, String(warmUp), String(turns)], limits);
  const answer =
    run.end === 'answered' ? answerSchema.parse(JSON.parse(run.answer)) : { readings: [], cpuMs: 0 };
  return { ...run, ...answer };
}
