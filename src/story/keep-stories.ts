import { createArrivalGrouping, type GroupingLimits, type GroupingParts } from './group-arrivals.ts';

interface KeepingLimits extends GroupingLimits {
  /** After a failure nothing is tried for so long. */
  readonly retryMs: number;
}

const usualLimits: KeepingLimits = { timeMs: 60_000, memoryMb: 512, idleMs: 5 * 60_000, retryMs: 30_000 };

/** Small, so that whoever waits for the store or for the processor gets his turn. */
const batchSize = 50;
/** Of long work the log tells after so many articles. */
const toldEvery = 1000;

/** Puts what arrives in the store into stories. */
export interface StoryKeeper {
  /** Says that something has arrived. */
  wake(): void;
  /** Resolves when nothing waits to be grouped, or when grouping has failed and rests. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Begins to put what waits into stories, and what arrives later whenever it is woken. When that fails (the store does
 * not answer), the log says so once, and it is tried again after a while, until it succeeds.
 */
export function keepStories(
  parts: GroupingParts,
  { limits = usualLimits, entry }: { readonly limits?: KeepingLimits; readonly entry?: URL } = {},
): StoryKeeper {
  const { stories, log } = parts;
  const grouping = createArrivalGrouping(parts, limits, entry);
  let running: Promise<void> | undefined;
  let isWoken = false;
  let isStopping = false;
  let hasFailed = false;
  let rest: NodeJS.Timeout | undefined;

  /** Answers how many. */
  async function groupSome(): Promise<number> {
    isWoken = false;
    const articles = isStopping ? [] : await stories.arrived(batchSize);
    for (const [scope, ofScope] of Map.groupBy(articles, (article) => article.scope))
      await grouping.group(scope, ofScope);
    return articles.length;
  }

  async function groupAll(): Promise<void> {
    let told = 0;
    for (let count = 0, more = await groupSome(); more > 0 || isWoken; more = await groupSome()) {
      count += more;
      if (Math.floor(count / toldEvery) === Math.floor(told / toldEvery)) continue;
      told = count;
      log.info('stories.grouped', { count });
    }
  }

  async function runOnce(): Promise<void> {
    try {
      await groupAll();
      if (hasFailed) log.info('stories.grouped-again');
      hasFailed = false;
    } catch (error) {
      // What has been grouped and not kept would not agree with the store.
      await grouping.discard();
      if (isStopping) return;
      if (!hasFailed) log.error('stories.not-grouped', {}, error);
      hasFailed = true;
      rest = setTimeout(() => {
        rest = undefined;
        wake();
      }, limits.retryMs).unref();
    }
  }

  function wake(): void {
    isWoken = true;
    if (isStopping || rest !== undefined) return;
    running ??= runOnce().then(() => {
      running = undefined;
      if (isWoken) wake();
    });
  }

  wake();
  return {
    wake,
    settled: async () => await running,
    async stop() {
      isStopping = true;
      clearTimeout(rest);
      await grouping.close();
      await running;
    },
  };
}
