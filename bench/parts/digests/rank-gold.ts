import { createFinder } from '../../../src/brief/findings.ts';
import { selectStories } from '../../../src/digest/selection/select.ts';
import type { Digest } from '../../../src/domain/digest.ts';
import type { JudgedStory } from '../../../src/domain/run-record.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { articlesOf, type DigestSet, digestSets, ndcg, precision, shuffled } from './digest-gold.ts';

const most = 5;
const shuffles = 50;
const now = Date.UTC(2026, 9, 6, 8);

/** How good an order of stories is. */
export interface RankScore {
  readonly ndcg: number;
  readonly precision: number;
}

const digestOf = ({ days, asks }: DigestSet): Digest => ({
  id: 'digest',
  guildId: '100',
  channelId: '200',
  name: 'News',
  times: ['08:00'],
  days: days ?? [0, 1, 2, 3, 4, 5, 6],
  timezone: 'UTC',
  topics: asks.topics ?? [],
  sources: [],
  words: asks.words ?? [],
  exceptWords: asks.exceptWords ?? [],
  stories: most,
  style: 'cards',
  skipEmpty: true,
  chart: false,
  publish: false,
  createdBy: '300',
  createdAt: 0,
  nextRunAt: now,
});

type Articles = ReturnType<typeof articlesOf>;

/** A store that holds the articles of a set, grouped as the gold has them. */
async function storeOf(articles: Articles): Promise<Store> {
  const store = await openStore('sqlite::memory:', { now: () => now });
  for (const some of articles.values()) {
    await store.articles.putAll(some.map(({ copyOf: _, ...article }) => article));
    const groupings = some.map(({ id, copyOf, publishedAt }) => ({
      articleId: id,
      version: 1,
      story: some[0]?.id ?? id,
      ...(copyOf !== undefined && { copyOf }),
      arrivedAt: publishedAt,
      moved: new Map(),
      taken: new Map(),
    }));
    await store.stories.group(groupings);
  }
  return store;
}

/** The orders that a set's stories could have, of those that fulfil what is asked for. */
function ordersOf(judged: readonly JudgedStory[], newestOf: (story: JudgedStory) => number) {
  const open = judged.filter(({ verdict }) => verdict === 'new' || verdict === 'rank');
  const byAge = open.toSorted((one, other) => newestOf(other) - newestOf(one));
  return {
    ours: [open.filter(({ verdict }) => verdict === 'new')],
    'newest first': [byAge],
    'most publishers first': [byAge.toSorted((one, other) => other.sourceCount - one.sourceCount)],
    'at random': Array.from({ length: shuffles }, (_, seed) => shuffled(open, seed)),
  };
}

/** Chooses of a set, and puts what might have been chosen into other orders: how good each is. */
async function rankSet(set: DigestSet): Promise<Readonly<Record<string, RankScore>>> {
  const articles = articlesOf(set, now);
  const store = await storeOf(articles);
  const run = { digest: digestOf(set), slot: now, at: now, isAsked: false, reference: 'abc123' };
  const { record } = await selectStories({ ...store, find: createFinder(1_000_000) }, run);
  await store.close();
  const events = [...articles].map(([event, some]) => ({
    event,
    storyId: some[0]?.id,
    newest: Math.max(...some.map(({ publishedAt }) => publishedAt)),
  }));
  const eventOf = new Map(events.map((event) => [event.storyId, event]));
  const grades = new Map(set.stories.map(({ event, grade }) => [event, grade]));
  const gradeOf = ({ storyId }: JudgedStory) => grades.get(eventOf.get(storyId)?.event ?? '') ?? 0;
  const all = [...grades.values()];
  const orders = ordersOf(record.stories, ({ storyId }) => eventOf.get(storyId)?.newest ?? 0);
  const scoreOf = (order: readonly JudgedStory[]): RankScore => ({
    ndcg: ndcg(order.map(gradeOf), all, most),
    precision: precision(order.map(gradeOf), all, most),
  });
  return Object.fromEntries(
    Object.entries(orders).map(([name, several]) => [name, meanOf(several.map(scoreOf))]),
  );
}

/** The means over the sets of a half, by the name of the order. */
export async function rankHalf(half: DigestSet['half']): Promise<Readonly<Record<string, RankScore>>> {
  const scores = new Map<string, RankScore[]>();
  for (const set of digestSets.filter((one) => one.half === half))
    for (const [name, score] of Object.entries(await rankSet(set)))
      scores.set(name, [...(scores.get(name) ?? []), score]);
  return Object.fromEntries([...scores].map(([name, several]) => [name, meanOf(several)]));
}

/** The mean of several. */
function meanOf(scores: readonly RankScore[]): RankScore {
  const mean = (of: keyof RankScore) => scores.reduce((sum, score) => sum + score[of], 0) / scores.length;
  return { ndcg: mean('ndcg'), precision: mean('precision') };
}
