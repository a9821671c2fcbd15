import { answer } from '../../../src/summarize-text/answer/answer.ts';
import { findQuotations } from '../../../src/summarize-text/quotations/quotations.ts';
import { segment } from '../../../src/summarize-text/segment/segment.ts';
import type { AnswerOptions, AskedFindings, AskedText } from '../../../src/summarize-text/types.ts';
import { median, percentile } from '../numbers.ts';
import type { Cell, Table } from '../table.ts';
import { questionSets } from './question-sets.ts';

const storySize = 10;

/** Different articles of ours, those that are asked about first. */
const articles: readonly AskedText[] = [
  ...new Map(
    questionSets
      .filter(({ kind }) => kind === 'stories')
      .flatMap(({ texts }) => texts)
      .map((text) => [text.id, text] as const),
  ).values(),
];

/** Each question with the texts that it is about and others, ten in all. */
const asked = questionSets
  .filter(({ kind }) => kind === 'stories')
  .flatMap(({ texts, questions }) => {
    const others = articles.filter(({ id }) => texts.every((text) => text.id !== id));
    const story = [...texts, ...others].slice(0, storySize);
    return questions.map(({ question }) => ({ question, story }));
  });

interface Times {
  /** Of each question, the median of the rounds. */
  readonly each: readonly number[];
  /** Processor time, which depends less on what else the machine does. */
  readonly cpuMs: number;
}

/** The first round only warms up. */
function timesOf(rounds: number, options: AnswerOptions): Times {
  for (const { question, story } of asked) answer(question, story, options);
  const before = process.cpuUsage();
  const each = asked.map(({ question, story }) => {
    const turns = Array.from({ length: rounds }, () => {
      const startedAt = performance.now();
      answer(question, story, options);
      return performance.now() - startedAt;
    });
    return median(turns);
  });
  const { user, system } = process.cpuUsage(before);
  return { each, cpuMs: (user + system) / 1000 / (rounds * asked.length) };
}

/** As the bot keeps them: found in an article once. */
function rememberFindings(): (textId: string) => AskedFindings | undefined {
  const kept = new Map(
    articles.map(({ id, text, title }) => {
      const sentences = segment(text);
      const quotations = findQuotations(text, { title });
      return [id, { sentences: () => sentences, quotations: () => quotations }] as const;
    }),
  );
  return (id) => kept.get(id);
}

const row = (name: string, { each, cpuMs }: Times): readonly Cell[] => [
  name,
  percentile(each, 0.5),
  percentile(each, 0.99),
  Math.max(...each),
  cpuMs,
];

/** How long an answer takes over a story of ten articles. */
export function storyTimes(rounds: number): Table {
  const words = articles.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  return {
    title: `Time of an answer over ten articles (ms, ${asked.length} questions)`,
    columns: ['', 'p50', 'p99', 'longest', 'CPU, mean'],
    rows: [
      row('articles never read before', timesOf(rounds, {})),
      row('their sentences and quotations remembered', timesOf(rounds, { findings: rememberFindings() })),
    ],
    notes: [`The articles have ${Math.round(words / articles.length)} words on average.`],
  };
}
