import { answer } from '../../../src/summarize-text/answer/answer.ts';
import type { AnswerOptions, AskedText } from '../../../src/summarize-text/types.ts';
import { median, percentile } from '../numbers.ts';
import type { Cell, Table } from '../table.ts';
import { questionSets } from './question-sets.ts';
import { rememberFindings } from './remember-findings.ts';

const storySize = 10;

/** Questions about one of our articles, which are as long as news is. */
const sets = questionSets.filter(({ kind, texts }) => kind === 'stories' && texts.length === 1);

const articles: readonly AskedText[] = sets.flatMap(({ texts }) => texts);

/** Each question with the article that it is about and nine others. */
const asked = sets.flatMap(({ texts: [text], questions }, place) => {
  const others = [...articles.slice(place), ...articles].filter((other) => other !== text);
  const story = [...(text === undefined ? [] : [text]), ...others].slice(0, storySize);
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
      row(
        'their sentences and quotations remembered',
        timesOf(rounds, { findings: rememberFindings(articles) }),
      ),
    ],
    notes: [`The articles have ${Math.round(words / articles.length)} words on average.`],
  };
}
