import { z } from 'zod';
import { type RunRecord, verdicts } from '../../domain/run-record.ts';

const verdict = z.enum(verdicts);

const record = z.object({
  since: z.number(),
  until: z.number(),
  counts: z.partialRecord(verdict, z.number()),
  stories: z.array(
    z.object({
      storyId: z.string(),
      articleId: z.string(),
      verdict,
      sourceCount: z.number(),
      score: z.number().exactOptional(),
      detail: z.string().exactOptional(),
    }),
  ),
});

/** What is noted of a run; `undefined` where nothing is, or it was noted in a form that is not known any more. */
export function readRecord(json: string | undefined): RunRecord | undefined {
  if (json === undefined) return undefined;
  try {
    return record.safeParse(JSON.parse(json)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
