import '../../src/keep-compiled.mjs';
import { z } from 'zod';
import { type AnswerPorts, answerQuestion, type QuestionOutcome } from '../../src/answer/answer-question.ts';
import { createFinder } from '../../src/brief/findings.ts';
import { openStore } from '../../src/store/open-store.ts';
import { askedInCorpus, askedOfOurs, fillAsked } from '../parts/answers/asked-store.ts';
import type { GoldQuestion } from '../parts/answers/question-sets.ts';
import { isRight } from '../parts/answers/score-answers.ts';
import { corpusNow } from '../parts/corpus.ts';
import { percentile } from '../parts/numbers.ts';

/**
 * Fills a store and asks it questions of no story, and writes one line of JSON. Arguments: the address of the store, how
 * many articles, the seed, how often each kind is asked.
 */
const [address, count, seed, askCount] = z
  .tuple([z.string(), z.coerce.number(), z.coerce.number(), z.coerce.number()])
  .parse(process.argv.slice(2));

const scopes = ['public'] as const;
/** As many characters as the bot remembers. */
const keptCharacters = 1_000_000;
const warmUp = 10;

const clock = { now: () => corpusNow };
const filled = await openStore(address, clock);
await fillAsked(filled, count, seed);
// What it does behind the writer's back is done when it is closed.
await filled.close();
const store = await openStore(address, clock);

const ports: AnswerPorts = {
  articles: store.articles,
  stories: store.stories,
  find: createFinder(keptCharacters),
};

const ask = (question: string) => answerQuestion({ question, scopes }, ports);

/** Whether it is said in the words that are right, or rightly nothing is. */
function isDecided(outcome: QuestionOutcome, gold: GoldQuestion): boolean {
  if (outcome.kind !== 'answered') return false;
  const [line] = outcome.answered.lines;
  return line === undefined ? gold.answers.length === 0 : isRight(line.passage.text, gold);
}

async function timesOf(questions: readonly string[]) {
  for (const question of questions.slice(0, warmUp)) await ask(question);
  const waits: number[] = [];
  const outcomes: QuestionOutcome[] = [];
  const before = process.cpuUsage();
  for (const question of questions.slice(warmUp)) {
    const at = performance.now();
    outcomes.push(await ask(question));
    waits.push(performance.now() - at);
  }
  const { user, system } = process.cpuUsage(before);
  const answered = outcomes.filter((one) => one.kind === 'answered' && one.answered.lines.length > 0);
  return {
    p50: percentile(waits, 0.5),
    p99: percentile(waits, 0.99),
    longest: Math.max(...waits),
    cpuMs: (user + system) / 1000 / waits.length,
    answered: (100 * answered.length) / waits.length,
    outcomes,
  };
}

async function timesOfOurs(gold: readonly GoldQuestion[]) {
  const times = await timesOf(gold.map(({ question }) => question));
  const decided = gold.slice(warmUp).filter((one, place) => {
    const outcome = times.outcomes[place];
    return outcome !== undefined && isDecided(outcome, one);
  });
  return { ...times, right: (100 * decided.length) / times.outcomes.length };
}

const times = {
  'words of the store, one of them rare': await timesOf(askedInCorpus(seed, askCount, 'rare')),
  'words of the store, all common': await timesOf(askedInCorpus(seed, askCount, 'common')),
  'our questions, our articles among the others': await timesOfOurs(askedOfOurs(askCount)),
};
process.stdout.write(`${JSON.stringify(times, (key, value) => (key === 'outcomes' ? undefined : value))}\n`);
await store.close();
