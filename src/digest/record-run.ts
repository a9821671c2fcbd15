import type { JudgedStory, RunRecord, Verdict } from '../domain/run-record.ts';
import type { LeftOut } from './judge-stories.ts';

/** So many stories of a run are told of one by one. */
const mostListed = 30;

/** What others than the wanted tell is of less interest than what nearly came. */
const worthByVerdict: Readonly<Partial<Record<Verdict, number>>> = { topic: 0.1, source: 0.1, words: 0.1 };

const interestOf = ({ verdict, worth }: LeftOut): number => worth * (worthByVerdict[verdict] ?? 1);

export interface RunParts {
  readonly since: number;
  readonly until: number;
  /** In the order of the post. */
  readonly taken: readonly JudgedStory[];
  readonly leftOut: readonly LeftOut[];
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
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of [...taken, ...leftOut]) counts[verdict] = (counts[verdict] ?? 0) + 1;
  const best = leftOut
    .map((story) => ({ story, interest: interestOf(story) }))
    .sort((one, other) => other.interest - one.interest || (one.story.storyId < other.story.storyId ? -1 : 1))
    .slice(0, Math.max(0, mostListed - taken.length));
  return { since, until, counts, stories: [...taken, ...best.map(({ story }) => judgedOf(story))] };
}

/** The record of a post that had no room for all that was taken. */
export function withoutRoom(record: RunRecord, shown: readonly string[]): RunRecord {
  const isTaken = ({ verdict }: JudgedStory) => verdict === 'new' || verdict === 'update';
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
