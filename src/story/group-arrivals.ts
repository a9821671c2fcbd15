import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import type { Scope } from '../domain/scope.ts';
import type { ArrivedArticle, StoryStore } from '../domain/story-store.ts';
import { isStub } from '../domain/stub.ts';
import {
  type GroupingWorker,
  startGroupingWorker,
  WorkerEnded,
  type WorkerLimits,
} from './grouping-worker.ts';
import { arrivalOf, type GroupingAnswer } from './story-grouper.ts';

/** What keeping stories needs of the store. */
type StoryShelf = Pick<StoryStore, 'arrived' | 'grouped' | 'lastArrival' | 'group'>;

export interface GroupingParts {
  readonly stories: StoryShelf;
  readonly clock: Clock;
  readonly log: Log;
}

export interface GroupingLimits extends WorkerLimits {
  /** The process ends when nothing has arrived for so long, and begins anew with what was grouped. */
  readonly idleMs: number;
}

export interface ArrivalGrouping {
  /** Groups articles of one scope, in their order, and keeps it. */
  group(scope: Scope, articles: readonly ArrivedArticle[]): Promise<void>;
  /** Forgets what it has in memory, which the store then no longer agrees with; it is read again when it is needed. */
  discard(): Promise<void>;
  /** Lets go of what is being grouped: it waits in the store. */
  close(): Promise<void>;
}

const pageSize = 100;
/** Two windows, see `Stories`. */
const restoredMs = 10 * 86_400_000;
/** Articles one after the other that are taken to have ended its process, before something else must be the reason. */
const mostDeaths = 3;

/** As a rule the beginning tells: segmenting is work for the process that answers people. */
const stubRead = 1000;

function saysLittle(article: ArrivedArticle | undefined): boolean {
  const text = article?.text ?? '';
  return isStub({ text: text.slice(0, stubRead) }) && isStub({ text });
}

/**
 * Groups articles in a process of its own, which begins with what was grouped before. An article that breaks it is set
 * aside, as a story of its own; others that were asked about with it are asked about again, one by one.
 */
export function createArrivalGrouping(
  { stories, clock, log }: GroupingParts,
  limits: GroupingLimits,
  entry?: URL,
): ArrivalGrouping {
  let worker: GroupingWorker | undefined;
  /** Less after a process has ended while it was restoring. */
  let reachMs = restoredMs;

  /** Since its process has answered. */
  let deaths = 0;

  let isClosed = false;
  let idle: NodeJS.Timeout | undefined;

  async function endWorker(): Promise<void> {
    clearTimeout(idle);
    const ended = worker;
    worker = undefined;
    await ended?.end();
  }

  /** Reads again what the articles that come next can be compared with. */
  async function restore(
    used: GroupingWorker,
    scope: Scope,
    lastArrival: number | undefined,
    [next]: readonly ArrivedArticle[],
  ): Promise<void> {
    await used.ask({ kind: 'begin', scope, lastArrival });
    if (lastArrival === undefined || next === undefined) return;
    let since = arrivalOf(next, lastArrival, clock.now()) - reachMs;
    for (let isMore = true; isMore; ) {
      const articles = await stories.grouped(scope, since, pageSize);
      if (articles.length > 0) await used.ask({ kind: 'restore', scope, articles });
      since = (articles.at(-1)?.arrivedAt ?? since) + 1;
      isMore = articles.length === pageSize;
    }
  }

  async function askRestored(scope: Scope, articles: readonly ArrivedArticle[]): Promise<GroupingAnswer> {
    if (isClosed) throw new WorkerEnded('nothing is grouped any more');
    worker ??= startGroupingWorker(limits, entry);
    const used = worker;
    const lastArrival = await stories.lastArrival(scope);
    const task = { kind: 'group', scope, articles, lastArrival, now: clock.now() } as const;
    const answer = await used.ask(task);
    if (answer.kind !== 'unknown') return answer;
    await restore(used, scope, lastArrival, articles).catch((error: unknown) => {
      if (error instanceof WorkerEnded) reachMs /= 4;
      throw new Error(`the stories of ${scope} were not restored`, { cause: error });
    });
    reachMs = restoredMs;
    return await used.ask(task);
  }

  /** `undefined` where its process has ended over it. */
  async function ask(scope: Scope, articles: readonly ArrivedArticle[]): Promise<GroupingAnswer | undefined> {
    try {
      const answer = await askRestored(scope, articles);
      deaths = 0;
      return answer;
    } catch (error) {
      if (!(error instanceof WorkerEnded) || isClosed) throw error;
      deaths += 1;
      if (deaths > mostDeaths) throw new Error('its process ends whatever it is asked', { cause: error });
      log.warn('stories.worker-ended', { reason: error.message });
      await endWorker();
      return undefined;
    }
  }

  async function setAside(article: ArrivedArticle | undefined, reason: string): Promise<void> {
    if (article === undefined) return;
    const { id, version } = article;
    log.error('stories.set-aside', { articleId: id, reason });
    await stories.group([{ articleId: id, version, story: id, moved: new Map(), taken: new Map() }]);
  }

  /** Answers of how many it has disposed: of none where its process has ended over several. */
  async function groupSome(scope: Scope, articles: readonly ArrivedArticle[]): Promise<number> {
    const answer = await ask(scope, articles);
    if (answer === undefined) {
      if (articles.length > 1) return 0;
      await setAside(articles[0], 'it ended its process');
      return 1;
    }
    if (answer.kind !== 'grouped') throw new Error(`its process answered "${answer.kind}"`);
    const { groupings, failure } = answer;
    await stories.group(
      groupings.map((grouping, index) => ({ ...grouping, isStub: saysLittle(articles[index]) })),
    );
    if (failure === undefined) return groupings.length;
    await setAside(articles[groupings.length], failure);
    return groupings.length + 1;
  }

  return {
    async group(scope, articles) {
      clearTimeout(idle);
      let atOnce = articles.length;
      for (let done = 0; done < articles.length; ) {
        const count = await groupSome(scope, articles.slice(done, done + atOnce));
        done += count;
        if (count === 0) atOnce = 1;
      }
      idle = setTimeout(() => void endWorker(), limits.idleMs).unref();
    },
    async discard() {
      deaths = 0;
      await endWorker();
    },
    async close() {
      isClosed = true;
      await endWorker();
    },
  };
}
