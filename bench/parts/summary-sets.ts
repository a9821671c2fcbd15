import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { segment } from 'summarize-text';
import { z } from 'zod';
import { root } from './machine.ts';

interface SummaryText {
  readonly text: string;
  readonly title?: string | undefined;
  /** What people took from it, sentence by sentence. */
  readonly reference: readonly string[];
}

export interface SummarySet {
  readonly name: string;
  readonly texts: readonly SummaryText[];
}

const goldSchema = z.object({
  title: z.string(),
  body: z.array(z.string()),
  summary: z.array(z.array(z.string())),
});

/** Our own articles; of each, the three sentences that an editor would take. */
export function goldSummaries(): SummarySet {
  const folder = join(root, 'data', 'gold');
  const texts = globSync('*.json', { cwd: folder })
    .toSorted()
    .map((file): SummaryText => {
      const { title, body, summary } = goldSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      return { text: body.join('\n\n'), title, reference: summary.flatMap(([first]) => first ?? []) };
    });
  return { name: `${texts.length} sample articles`, texts };
}

const lineSchema = z.object({ text: z.string(), title: z.string().nullish(), reference: z.string() });

/** News articles with people's highlights that are kept beside the project by those who develop it. */
export function developmentSummaries(tell: (line: string) => void): readonly SummarySet[] {
  const path = join(root, '..', 'shared', 'eval', 'summaries', 'data', 'dev.jsonl');
  if (!existsSync(path)) {
    tell('summaries: ../shared has no development articles; they are left out');
    return [];
  }
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const texts = lines.map((line): SummaryText => {
    const { text, title, reference } = lineSchema.parse(JSON.parse(line));
    return { text, title: title ?? undefined, reference: sentencesOf(reference) };
  });
  return [{ name: `${texts.length} development articles`, texts }];
}

function sentencesOf(reference: string): readonly string[] {
  return reference.includes('\n') ? reference.split('\n') : segment(reference).map(({ text }) => text);
}
