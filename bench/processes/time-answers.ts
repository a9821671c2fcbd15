import '../../src/keep-compiled.mjs';
import { z } from 'zod';
import { type AnswerPorts, answerQuestion } from '../../src/answer/answer-question.ts';
import { createFinder } from '../../src/brief/findings.ts';
import { openStore } from '../../src/store/open-store.ts';
import { askedInCorpus, askedOfOurs, fillAsked } from '../parts/answers/asked-store.ts';
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

async function timesOf(questions: readonly string[]) {
  const waits: number[] = [];
  let lines = 0;
  for (const question of [...questions.slice(0, warmUp), ...questions]) {
    const at = performance.now();
    const outcome = await answerQuestion({ question, scopes }, ports);
    waits.push(performance.now() - at);
    if (outcome.kind === 'which' || outcome.answered.lines.length > 0) lines += 1;
  }
  const warm = waits.slice(warmUp);
  return {
    p50: percentile(warm, 0.5),
    p99: percentile(warm, 0.99),
    longest: Math.max(...warm),
    answered: (100 * lines) / waits.length,
  };
}

const times = {
  'words of the store, two of them rare': await timesOf(askedInCorpus(seed, askCount, 'rare')),
  'words of the store, all common': await timesOf(askedInCorpus(seed, askCount, 'common')),
  'our questions, our articles among the others': await timesOf(askedOfOurs(askCount)),
};
process.stdout.write(`${JSON.stringify(times)}\n`);
await store.close();
