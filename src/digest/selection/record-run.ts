import {
  isTaken,
  type JudgedStory,
  type RunRecord,
  type Verdict,
  verdicts,
} from '../../domain/run-record.ts';
import type { LeftOut } from './judge-stories.ts';

/** So many stories of a run are told of one by one. */
export const mostListed = 30;

/** What others than the wanted tell is of less interest than what nearly came. */
const worthByVerdict: Readonly<Partial<Record<Verdict, number>>> = { topic: 0.1, source: 0.1, words: 0.1 };

const interestOf = ({ verdict, worth }: LeftOut): number => worth * (worthByVerdict[verdict] ?? 1);

type Counts = Readonly<Partial<Record<Verdict, number>>>;

/** Stories that were left out: how many, and those of the most interest, best first. */
export interface LeftOutStories {
  readonly counts: Counts;
  readonly best: readonly LeftOut[];
}

const byInterest = (one: LeftOut, other: LeftOut): number =>
  interestOf(other) - interestOf(one) || (one.storyId < other.storyId ? -1 : 1);

function countVerdicts(stories: readonly Pick<LeftOut, 'verdict'>[]): Counts {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of stories) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

/** Sums up stories that were left out, so that thousands of them are gone through once. */
export const sumUp = (stories: readonly LeftOut[]): LeftOutStories => ({
  counts: countVerdicts(stories),
  best: stories.toSorted(byInterest).slice(0, mostListed),
});

export interface RunParts {
  readonly since: number;
  readonly until: number;
  /** In the order of the post. */
  readonly taken: readonly JudgedStory[];
  readonly leftOut: readonly LeftOutStories[];
}

function judgedOf({ storyId, articleId, verdict, sourceCount, worth, detail }: LeftOut): JudgedStory {
  return {
    storyId,
    articleId,
    verdict,
    sourceCount,
    ...(verdict === 'rank' && { score: worth }),
    ...(detail !== undefined && { detail }),
  };
}

/** Counts all stories that a run looked at, and lists those that are of the most interest. */
export function recordRun({ since, until, taken, leftOut }: RunParts): RunRecord {
  const counts: Partial<Record<Verdict, number>> = { ...countVerdicts(taken) };
  for (const [verdict, count] of leftOut.flatMap(({ counts: some }) => countsIn(some)))
    counts[verdict] = (counts[verdict] ?? 0) + count;
  const best = leftOut.flatMap((some) => some.best).sort(byInterest);
  const listed = best.slice(0, Math.max(0, mostListed - taken.length)).map(judgedOf);
  return { since, until, counts, stories: [...taken, ...listed] };
}

const countsIn = (counts: Counts): readonly (readonly [Verdict, number])[] =>
  verdicts.flatMap((verdict) => {
    const count = counts[verdict];
    return count === undefined ? [] : [[verdict, count] as const];
  });

/** The record of a post that had no room for all that was taken. */
export function withoutRoom(record: RunRecord, shown: readonly string[]): RunRecord {
  const [taken, others] = [record.stories.filter(isTaken), record.stories.filter((story) => !isTaken(story))];
  const told = taken.filter(({ articleId }) => shown.includes(articleId));
  const untold = taken.filter(({ articleId }) => !shown.includes(articleId));
  if (untold.length === 0) return record;
  const counts: Partial<Record<Verdict, number>> = { ...record.counts, room: untold.length };
  for (const verdict of ['new', 'update'] as const) {
    const count = told.filter((story) => story.verdict === verdict).length;
    if (count > 0) counts[verdict] = count;
    else delete counts[verdict];
  }
  const unroomed = untold.map((story): JudgedStory => ({ ...story, verdict: 'room' }));
  return { ...record, counts, stories: [...told, ...unroomed, ...others] };
}
