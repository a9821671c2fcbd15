import { createRequire } from 'node:module';
import { z } from 'zod';

export interface TextOf {
  /** As it comes: with furniture and damaged marks. */
  readonly raw: string;
  /** What `clean` made of it. */
  readonly clean: string;
  readonly title?: string | undefined;
}

export type Engine = (text: TextOf) => unknown;

type Load = () => Promise<Engine>;

const ours = () => import('summarize-text');

const lead = new Intl.Segmenter('en', { granularity: 'sentence' });

const summarizerSchema = z.object({
  SummarizerManager: z.custom<
    new (
      text: string,
      sentences: number,
    ) => { getSummaryByFrequency(): unknown; getSummaryByRank(): Promise<unknown> }
  >((value) => typeof value === 'function'),
});

/** A package of `bench/package.json`; it has no types of its own. */
function nodeSummarizer() {
  const { SummarizerManager } = summarizerSchema.parse(createRequire(import.meta.url)('node-summarizer'));
  return SummarizerManager;
}

/** What makes a summary of three sentences, or more, of a text. Loaded one at a time, each in its own process. */
export const engines = {
  'the whole brief': async () => {
    const { briefText } = await ours();
    return ({ clean, title }) => briefText(clean, { title, length: 'short' });
  },
  'cleaning and the whole brief': async () => {
    const { briefText, clean } = await ours();
    return ({ raw, title }) => briefText(clean(raw, title === undefined ? {} : { title }).text, { title });
  },
  cleaning: async () => {
    const { clean } = await ours();
    return ({ raw, title }) => clean(raw, title === undefined ? {} : { title });
  },
  sentences: async () => {
    const { segment } = await ours();
    return ({ clean }) => segment(clean);
  },
  'summary alone': async () => {
    const { summarise } = await ours();
    return ({ clean, title }) => summarise(clean, { title, length: 'short' });
  },
  quotations: async () => {
    const { findQuotations } = await ours();
    return ({ clean, title }) => findQuotations(clean, { title });
  },
  figures: async () => {
    const { findFigures } = await ours();
    return ({ clean, title }) => findFigures(clean, { title });
  },
  'lead-3': async () => {
    return ({ clean }) => [...lead.segment(clean)].slice(0, 3).map(({ segment }) => segment);
  },
  'node-summarizer, frequency': async () => {
    const Manager = nodeSummarizer();
    return ({ clean }) => new Manager(clean, 3).getSummaryByFrequency();
  },
  'node-summarizer, rank': async () => {
    const Manager = nodeSummarizer();
    return async ({ clean }) => await new Manager(clean, 3).getSummaryByRank();
  },
} as const satisfies Readonly<Record<string, Load>>;

export type EngineName = keyof typeof engines;
