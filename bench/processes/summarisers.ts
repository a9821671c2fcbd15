import { createRequire } from 'node:module';
import { z } from 'zod';

export interface SummaryInput {
  readonly text: string;
  readonly title?: string | undefined;
}

/** A summary of three sentences at most. */
export type Summariser = (input: SummaryInput) => readonly string[] | Promise<readonly string[]>;

const count = 3;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

const packages = createRequire(import.meta.url);
/** The peers have no types of their own: functions and classes are taken at their word. */
const callable = z.custom<(...args: readonly unknown[]) => unknown>((value) => typeof value === 'function');
const summarizer = z.object({
  SummarizerManager: z.custom<new (text: string, count: number) => Readonly<Record<string, () => unknown>>>(
    (value) => typeof value === 'function',
  ),
});
const summarySchema = z.object({ summary: z.string() });
const weighted = z.array(z.object({ text: z.string(), weight: z.number(), index: z.int() }));

function partsOf(text: string): readonly string[] {
  return Array.from(sentences.segment(text), ({ segment }) => segment.trim()).filter(Boolean);
}

/** It gives one string; its sentences are the text's. */
function nodeSummarizer(method: 'getSummaryByRank' | 'getSummaryByFrequency'): Summariser {
  const { SummarizerManager } = summarizer.parse(packages('node-summarizer'));
  return async ({ text }) => {
    const found = summarySchema.safeParse(await new SummarizerManager(text, count)[method]?.());
    return found.success ? partsOf(found.data.summary).slice(0, count) : [];
  };
}

/** The heaviest sentences, in the text's order. */
function heaviest(found: unknown): readonly string[] {
  const best = weighted
    .parse(found)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, count);
  return best.toSorted((a, b) => a.index - b.index).map(({ text }) => text);
}

export const summarisers = {
  Standfirst: async () => {
    const { clean, summarise } = await import('summarize-text');
    return ({ text, title }) => {
      const cleaned = clean(text, { title });
      const found = summarise(cleaned.text, { title: title ?? cleaned.title, sentences: count });
      return found.map((sentence) => sentence.text);
    };
  },
  'lead-3': async () => {
    return ({ text }) => partsOf(text).slice(0, count);
  },
  'node-summarizer, frequency': async () => nodeSummarizer('getSummaryByFrequency'),
  'node-summarizer, rank': async () => nodeSummarizer('getSummaryByRank'),
  lexrank: async () => {
    const { summarize } = z.object({ summarize: callable }).parse(packages('lexrank'));
    return ({ text }) =>
      new Promise((resolve, reject) => {
        const done = (failure: unknown, best: unknown) =>
          failure ? reject(failure) : resolve(heaviest(best));
        summarize(text, count, done);
      });
  },
  'lexrank.js': async () => {
    const { default: rank } = z.object({ default: callable }).parse(packages('lexrank.js'));
    return ({ text }) => heaviest(z.array(z.unknown()).parse(rank(text)).flat());
  },
} as const satisfies Readonly<Record<string, () => Promise<Summariser>>>;

export type SummariserName = keyof typeof summarisers;
