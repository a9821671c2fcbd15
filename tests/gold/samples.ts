import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { questionSets } from '../../bench/parts/answers/question-sets.ts';

const data = new URL('../../data/', import.meta.url);

const goldSchema = z.object({
  title: z.string(),
  furniture: z.array(z.string()),
  body: z.array(z.string()),
  summary: z.array(z.array(z.string())),
  figures: z.array(
    z.object({
      text: z.string(),
      value: z.number(),
      value2: z.number().optional(),
      unit: z.string(),
      kind: z.string(),
      modifier: z.string(),
      /** What is measured, in the article's words. */
      measures: z.string(),
    }),
  ),
  keyFigures: z.array(z.string()),
  pullQuotes: z.array(z.string()).default([]),
  quotations: z.array(
    z.object({
      text: z.string(),
      speaker: z.string().nullable(),
      kind: z.enum(['direct', 'fragment']),
    }),
  ),
});

/** An article of ours as it was scraped, and what people make of it. */
export interface GoldSample extends z.infer<typeof goldSchema> {
  readonly slug: string;
  readonly raw: string;
}

const read = (path: string): string => readFileSync(new URL(path, data), 'utf8');

export const goldSamples: readonly GoldSample[] = readdirSync(new URL('gold/', data)).map((file) => {
  const slug = file.replace(/\.json$/, '');
  const gold = goldSchema.parse(JSON.parse(read(`gold/${file}`)));
  return { ...gold, slug, raw: read(`articles/${slug}.txt`) };
});

/** Changes with any change of an article or of its gold, or of the questions. */
export function corpusHash(): string {
  const hash = createHash('sha256');
  for (const sample of goldSamples) hash.update(JSON.stringify(sample));
  hash.update(JSON.stringify(questionSets));
  return hash.digest('hex');
}
