import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../domain/article.ts';
import type { DigestRun } from '../../domain/digest-draft.ts';
import type { Scope } from '../../domain/scope.ts';
import type { FreshStory } from '../../domain/story.ts';
import { isStub } from '../../domain/stub.ts';
import type { Choice } from './choice.ts';
import { type Holders, readHolders } from './holders.ts';
import { type Judged, judgeStories } from './judge-stories.ts';
import { isIn, type LookBack, lookSince } from './look-back.ts';
import type { SelectionStores } from './selection-stores.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What was read is as good as new for so long, for runs that are due at one time. */
const goodForMs = minuteMs;
/** Of a longer time the newest. */
const mostArticles = 10_000;
/** Of each kind so much is remembered of one reading. */
const mostJudged = 500;
const mostWhole = 500;

/** Looks back are read as far as one of these: few readings serve all, and each is less than twice what is needed. */
const lengths = [6, 12, 25, 50, 100, 200, 400, 800].map((hours) => hours * hourMs);

/** What a reading of the news of one scope gives. */
export interface News {
  /** The stories that something has come into. */
  stories(look: LookBack): Promise<readonly FreshStory[]>;
  holders(choice: Choice, look: LookBack): Promise<Holders>;
  /** An article that is there and more than a stub. */
  article(id: string): Promise<Article | undefined>;
}

/** Public news, which all digests share. */
export interface PublicNews extends News {
  /** When it was read; what stories are worth is worth at that time. UTC milliseconds. */
  readonly at: number;
  /** Judged for all who ask for the same and have muted nothing. */
  judged(choice: Choice, look: LookBack, halfLifeMs: number): Promise<Judged>;
}

/** Remembers what was asked for, the last that were asked: also while it is still being found out. */
function createMemo<Value>(most: number): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= most) known.delete(oldest);
    const made = make();
    known.set(key, made);
    made.catch(() => known.delete(key));
    return made;
  };
}

/** A story goes on for days, hardly for longer than that: further back nobody looks for its words. */
const longestBeforeMs = 240 * hourMs;

/** Words of articles that came before the look stand in its stories, too: unwanted ones count. */
function oldestOf(stories: readonly FreshStory[], { publishedSince }: LookBack): number {
  const times = stories.map(({ articles }) => articles.at(-1)?.publishedAt ?? publishedSince);
  const oldest = times.reduce((least, time) => Math.min(least, time), publishedSince);
  return Math.max(oldest, publishedSince - longestBeforeMs);
}

/** Reads the news of a scope afresh whenever it is asked. */
export function newsOf(scope: Scope, { articles, stories }: SelectionStores): News {
  const fresh = ({ storedSince, publishedSince }: LookBack) =>
    stories.fresh({ scopes: [scope], since: publishedSince, storedSince, limit: mostArticles });
  return {
    stories: fresh,
    holders: async (choice, look) =>
      choice.words.length + choice.exceptWords.length === 0
        ? { exceptWords: [] }
        : await readHolders(articles, choice, { scope, since: oldestOf(await fresh(look), look) }),
    async article(id) {
      const article = await articles.get(id, [scope]);
      return article === undefined || isStub(article) ? undefined : article;
    },
  };
}

/** What was read of the public news at one time, and kept. */
interface Reading extends PublicNews {
  readonly mark: string;
}

function startReading(at: number, mark: string, stores: SelectionStores): Reading {
  const news = newsOf('public', stores);
  const wide = createMemo<readonly FreshStory[]>(lengths.length + 1);
  const narrow = createMemo<readonly FreshStory[]>(mostJudged);
  const held = createMemo<Holders>(mostJudged);
  const judged = createMemo<Judged>(mostJudged);
  const whole = createMemo<Article | undefined>(mostWhole);

  /** A look that holds another one, and is the same for many. */
  function wider(look: LookBack): LookBack {
    const length = lengths.find((some) => lookSince(at - some).storedSince <= look.storedSince);
    const found = length === undefined ? look : lookSince(at - length);
    return found.publishedSince <= look.publishedSince ? found : look;
  }
  const wideStories = (look: LookBack) =>
    wide(JSON.stringify([look.storedSince, look.publishedSince]), () => news.stories(look));

  function stories(look: LookBack): Promise<readonly FreshStory[]> {
    const { storedSince, publishedSince } = look;
    return narrow(JSON.stringify([storedSince, publishedSince]), async () =>
      (await wideStories(wider(look))).filter(({ articles }) =>
        articles.some((article) => isIn(look, article)),
      ),
    );
  }

  async function holders(choice: Choice, look: LookBack): Promise<Holders> {
    const { words, exceptWords } = choice;
    if (words.length + exceptWords.length === 0) return { exceptWords: [] };
    const since = oldestOf(await wideStories(wider(look)), wider(look));
    return await held(JSON.stringify([since, words, exceptWords]), () =>
      readHolders(stores.articles, choice, { scope: 'public', since }),
    );
  }

  return {
    at,
    mark,
    stories,
    holders,
    article: (id) => whole(id, () => news.article(id)),
    judged: (choice, look, halfLifeMs) =>
      judged(JSON.stringify([choice, look.storedSince, look.publishedSince, halfLifeMs]), async () => {
        const found = await stories(look);
        const rules = {
          scope: 'public',
          choice,
          holders: await holders(choice, look),
          halfLifeMs,
          at,
        } as const;
        await setImmediate();
        return await judgeStories(found, rules);
      }),
  };
}

/**
 * Keeps what was read of the public news, so that thousands of digests that are due at one time read it once. Runs on
 * schedule share what was read after their slot, for a minute; whoever asks in between, for a preview or a run, is given
 * what is there now.
 */
export function createPublicNews(stores: SelectionStores): (run: DigestRun) => Promise<PublicNews> {
  let last: Reading | undefined;

  async function markOf(): Promise<string> {
    const [count, arrival] = await Promise.all([
      stores.articles.count(['public']),
      stores.stories.lastArrival('public'),
    ]);
    return `${count} ${arrival ?? ''}`;
  }

  return async ({ at, slot, isAsked }) => {
    const lastIf = (isGood: (reading: Reading) => boolean) =>
      last !== undefined && last.at <= at && at - last.at < goodForMs && isGood(last) ? last : undefined;
    const afterSlot = lastIf((reading) => !isAsked && reading.at >= slot);
    if (afterSlot !== undefined) return afterSlot;
    const mark = await markOf();
    // Another run may have begun a reading meanwhile.
    last = lastIf((reading) => reading.mark === mark) ?? startReading(at, mark, stores);
    return last;
  };
}
