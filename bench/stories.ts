import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { clusterStories } from '../src/story/cluster-stories.ts';
import { sampleArticles } from './parts/articles.ts';
import type { BenchSettings, Capability } from './parts/capability.ts';
import { root } from './parts/machine.ts';
import { median } from './parts/numbers.ts';
import { type CopyCase, copyCases } from './parts/stories/copy-cases.ts';
import { bestThreshold, bySketch, inTheWindow, likenesses } from './parts/stories/find-copies.ts';
import { bCubed, type Score } from './parts/stories/score-stories.ts';
import { singleLink } from './parts/stories/single-link.ts';
import { type GoldArticle, goldArticles, goldOf } from './parts/stories/story-gold.ts';
import type { Cell, Table } from './parts/table.ts';

const seed = 20_261_126;
const windowSize = 20_000;
const timedCount = 2_000;
const thresholds = Array.from({ length: 60 }, (_, index) => 0.02 + index / 100);

/** The baseline with the threshold at which it is best on these very articles. */
function bestLink(articles: readonly GoldArticle[]) {
  const groupsAt = singleLink(articles);
  return thresholds
    .map((threshold) => ({ threshold, score: bCubed(articles, groupsAt(threshold)) }))
    .reduce((best, one) => (one.score.f1 > best.score.f1 ? one : best));
}

function goldTable(): Table {
  const atOnce = (articles: readonly GoldArticle[]) =>
    articles.map((article) => ({ ...article, publishedAt: 0 }));
  const halves = (['tuning', 'held-out'] as const).flatMap((half) => [
    [`few articles an event, the ${half} half`, goldOf(half, false)] as const,
    [`many, the ${half} half`, goldOf(half, true)] as const,
  ]);
  const sets = [...halves, ['all', goldArticles] as const].flatMap(([name, articles]) => [
    [`${name}, dated`, articles] as const,
    [`${name}, all of one time`, atOnce(articles)] as const,
  ]);
  const cells = ({ precision, recall, f1 }: Score): readonly Cell[] => [precision, recall, f1];
  return {
    title: `Stories of ${goldArticles.length} articles on ${new Set(goldArticles.map(({ event }) => event)).size} events, BCubed`,
    columns: ['', 'articles', 'precision', 'recall', 'F1', 'links: precision', 'recall', 'F1', 'from'],
    rows: sets.map(([name, articles]) => {
      const { threshold, score } = bestLink(articles);
      const ours = bCubed(articles, clusterStories(articles));
      return [name, articles.length, ...cells(ours), ...cells(score), threshold];
    }),
    notes: [
      'Ours was fitted on the tuning halves, and on news articles of no common event, which a lower threshold puts together by their field. Links: tf-idf with names counted double, and whatever is linked within five days is one story, from the likeness (“from”) that is best on the very articles.',
    ],
  };
}

async function copiesTable(): Promise<Table> {
  const cases = copyCases(goldArticles, await sampleArticles(), seed);
  const likeness = likenesses(cases);
  const best = bestThreshold(cases, likeness);
  const finders = [
    inTheWindow(cases),
    bySketch(cases),
    likeness.map((one) => one >= 0.5),
    likeness.map((one) => one >= best),
  ];
  const row = (name: string, isIn: (one: CopyCase) => boolean): readonly Cell[] => {
    const places = cases.flatMap((one, place) => (isIn(one) ? [place] : []));
    const shares = finders.map((found) => (100 * places.filter((at) => found[at]).length) / places.length);
    return [name, places.length, ...shares];
  };
  const kinds = (is: CopyCase['is']) =>
    [...new Set(cases.filter((one) => one.is === is).map(({ kind }) => kind))].map((kind) =>
      row(`${is}: ${kind}`, (one) => one.is === is && one.kind === kind),
    );
  return {
    title: 'Near-copies, in per cent of the pairs: of copies found, of others taken for one',
    columns: ['', 'pairs', 'ours, in the window', 'ours, sketches alone', 'MinHash from .5', `from ${best}`],
    rows: [
      ...kinds('copy'),
      row('all copies, found', ({ is }) => is === 'copy'),
      ...kinds('other'),
      row('all others, taken for copies', ({ is }) => is === 'other'),
    ],
    notes: [
      `Made of our own articles as desks do, seed ${seed}. MinHash: 128 hashes of runs of three words, Jaccard; from .5, and from where it finds most with at most one in a hundred false.`,
    ],
  };
}

const windowSchema = z.object({ cpuMs: z.number(), longestMs: z.number(), kbEach: z.number() });

async function fillWindow(): Promise<z.infer<typeof windowSchema>> {
  const entry = join(root, 'bench', 'processes', 'fill-story-window.ts');
  const args = ['--expose-gc', entry, ...[windowSize, timedCount, seed].map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: {} });
  return windowSchema.parse(JSON.parse(stdout));
}

async function windowTable(rounds: number): Promise<Table> {
  const turns: z.infer<typeof windowSchema>[] = [];
  for (let round = 0; round < rounds; round += 1) turns.push(await fillWindow());
  const middle = (of: keyof z.infer<typeof windowSchema>) => median(turns.map((turn) => turn[of]));
  return {
    title: `A window of ${windowSize.toLocaleString('en-GB')} articles`,
    columns: ['CPU ms an article', 'the longest, ms', 'kB an article'],
    rows: [[middle('cpuMs'), middle('longestMs'), middle('kbEach')]],
    notes: [
      `Made-up articles of 400 words, four to an event, ${timedCount.toLocaleString('en-GB')} of them timed when the window is full; medians of ${rounds} runs, seed ${seed}.`,
    ],
  };
}

async function* run({ rounds, tell }: BenchSettings): AsyncIterable<Table> {
  tell('stories: the gold');
  yield goldTable();
  tell('stories: near-copies');
  yield await copiesTable();
  tell('stories: the window');
  yield await windowTable(rounds);
}

export const stories: Capability = {
  name: 'stories',
  says: 'articles on one event put together, near-copies, the window’s time and memory',
  run,
};
