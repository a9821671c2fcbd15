import type { Article } from '../../domain/article.ts';
import type { Digest } from '../../domain/digest.ts';
import type { DigestRun } from '../../domain/digest-draft.ts';
import type { JudgedStory, RunRecord } from '../../domain/run-record.ts';
import type { Scope } from '../../domain/scope.ts';
import { type Choice, choiceOf } from './choice.ts';
import { readHistory } from './history.ts';
import { byScore, type Candidate, type Judged, judgeStories } from './judge-stories.ts';
import { type LookBack, looksOf, meanIntervalMs } from './look-back.ts';
import { type Picked, pick } from './pick.ts';
import { createPublicNews, type News, newsOf, type PublicNews } from './public-news.ts';
import { type LeftOutStories, mostListed, recordRun, sumUp } from './record-run.ts';
import { isSameNews } from './same-news.ts';
import type { SelectionStores } from './selection-stores.ts';
import { type Telling, tellStory } from './tell-story.ts';
import { leaveOut, partTold, readTold, type Tellable, type ToldBefore } from './told-stories.ts';

const hourMs = 60 * 60_000;
/** Since the last post nothing has grown old: what more publishers tell is told before what is only newer. */
const halfLifeInIntervals = 3;
const shortestHalfLifeMs = 12 * hourMs;

/** A story of a digest, and the article that tells it there. */
export interface SelectedStory {
  readonly storyId: string;
  readonly article: Article;
  /** Publishers that tell of it in what the guild hears, each once, the article's own among them. */
  readonly sources: readonly string[];
  readonly sourceCount: number;
  /** An earlier post told it, and it has changed since. */
  readonly isUpdate: boolean;
}

export interface Selection {
  /** In the order of the post. */
  readonly stories: readonly SelectedStory[];
  readonly record: RunRecord;
}

/** What all looks of a run go by. */
interface Choosing {
  readonly run: DigestRun;
  readonly choice: Choice;
  readonly halfLifeMs: number;
  readonly own: Scope;
  readonly news: { readonly open: PublicNews; readonly own: News };
  readonly told: ReadonlyMap<string, ToldBefore>;
  /** Whether the guild has muted a feed: only then is asked which articles that concerns. */
  readonly isMuting: boolean;
}

const halfLifeOf = (digest: Digest): number =>
  Math.max(shortestHalfLifeMs, halfLifeInIntervals * meanIntervalMs(digest));

/**
 * Chooses the stories of runs: those that something has come into since the digest's last post, of its topics, sources and
 * words, public or its guild's; best first. What public stories give is read once for all runs that are due together.
 */
export function createSelection(stores: SelectionStores): (run: DigestRun) => Promise<Selection> {
  const publicNews = createPublicNews(stores);
  return async (run) => {
    const { digest } = run;
    const own: Scope = `guild:${digest.guildId}`;
    const history = await readHistory(stores.digests, run);
    const choosing: Choosing = {
      run,
      choice: choiceOf(digest),
      halfLifeMs: halfLifeOf(digest),
      own,
      news: { open: await publicNews(run), own: newsOf(own, stores) },
      told: await readTold(stores.stories, history, ['public', own]),
      isMuting: await stores.feeds.mutes(digest.guildId),
    };
    let selection: Selection | undefined;
    for (const look of looksOf(run, history.lastSlot)) {
      // Old stories are for who has no others yet, not for a choice that finds none among the new ones.
      if (look.isEndless === true && !isBare(selection?.record)) break;
      selection = await lookAt(look, choosing, stores);
      if (selection.stories.length > 0) break;
    }
    if (selection === undefined) throw new Error('a run looks back at least once');
    return selection;
  };
}

/** The stories of a run and why these; nothing of it is kept for another. */
export const selectStories = (stores: SelectionStores, run: DigestRun): Promise<Selection> =>
  createSelection(stores)(run);

/** Nothing at all was there to look at. */
const isBare = (record: RunRecord | undefined): boolean => Object.keys(record?.counts ?? {}).length === 0;

/** What one look finds. */
async function lookAt(look: LookBack, choosing: Choosing, stores: SelectionStores): Promise<Selection> {
  const { run, news, own, halfLifeMs } = choosing;
  const judged = await judgeAll(look, choosing, stores);
  const { tellable, leftOut } = partTold(judged.candidates, choosing.told, halfLifeMs);
  const telling: Telling = {
    find: stores.find,
    article: (id, scope) => (scope === own ? news.own : news.open).article(id),
  };
  const { picked, refused, open } = await pick(
    tellable,
    run.digest.stories,
    (candidate, others: readonly Picked<Tellable, Article>[]) => tellBeside(candidate, others, telling),
  );
  const taken = picked.map(
    ({ candidate, told }): JudgedStory => ({
      storyId: candidate.storyId,
      articleId: told.id,
      verdict: candidate.before === undefined ? 'new' : 'update',
      sourceCount: candidate.sourceCount,
      score: candidate.score,
    }),
  );
  const oldest = Math.min(look.since, ...picked.map(({ told }) => told.publishedAt));
  const since = look.isEndless === true ? oldest : look.since;
  const refusedAll = refused.map(({ candidate, refusal }) => leaveOut(candidate, refusal));
  const left = [...judged.leftOut, sumUp([...leftOut, ...refusedAll]), behind(open)];
  return {
    stories: picked.map(({ candidate: { storyId, sources, sourceCount, before }, told }) => ({
      storyId,
      article: told,
      sources,
      sourceCount,
      isUpdate: before !== undefined,
    })),
    record: recordRun({ since, until: run.at, taken, leftOut: left }),
  };
}

/** Tells a story, unless a story of the other scope has told the same: stories are made of the articles of one scope. */
async function tellBeside(
  candidate: Tellable,
  picked: readonly Picked<Tellable, Article>[],
  telling: Telling,
): Promise<{ readonly told: Article } | { readonly refusal: 'stub' | 'told' | 'rank' }> {
  const answer = await tellStory(candidate, telling);
  if (!('told' in answer)) return answer;
  const elsewhere = picked.filter((one) => one.candidate.scope !== candidate.scope);
  const isTold = elsewhere.some(({ told }) => isSameNews(told, answer.told));
  return isTold ? { refusal: 'rank' } : answer;
}

/** Those that others were ranked before; given best first. */
const behind = (open: readonly Candidate[]): LeftOutStories => ({
  counts: open.length === 0 ? {} : { rank: open.length },
  best: sumUp(open.slice(0, mostListed).map((candidate) => leaveOut(candidate, 'rank'))).best,
});

/** Public stories and the guild's own, judged. */
async function judgeAll(
  look: LookBack,
  choosing: Choosing,
  stores: SelectionStores,
): Promise<{ readonly candidates: readonly Candidate[]; readonly leftOut: readonly LeftOutStories[] }> {
  const { news, choice, halfLifeMs, isMuting, own } = choosing;
  const open = isMuting
    ? await judgeApart('public', news.open, { look, choosing, stores })
    : await news.open.judged(choice, look, halfLifeMs);
  const ofGuild = await judgeApart(own, news.own, { look, choosing, stores });
  const { candidates } = open;
  return {
    candidates:
      ofGuild.candidates.length === 0 ? candidates : [...candidates, ...ofGuild.candidates].sort(byScore),
    leftOut: [open.leftOut, ofGuild.leftOut],
  };
}

/** Judges the stories of a scope for this guild alone. */
async function judgeApart(
  scope: Scope,
  news: News,
  {
    look,
    choosing: {
      choice,
      halfLifeMs,
      isMuting,
      news: { open },
      run,
    },
    stores,
  }: { readonly look: LookBack; readonly choosing: Choosing; readonly stores: SelectionStores },
): Promise<Judged> {
  const stories = await news.stories(look);
  if (stories.length === 0) return { candidates: [], leftOut: sumUp([]) };
  const ids = isMuting ? stories.flatMap(({ articles }) => articles.map(({ id }) => id)) : [];
  const muted = new Set(isMuting ? await stores.feeds.mutedArticles(run.digest.guildId, ids) : []);
  const holders = await news.holders(choice, look);
  return await judgeStories(stories, { scope, choice, holders, halfLifeMs, at: open.at, muted });
}
