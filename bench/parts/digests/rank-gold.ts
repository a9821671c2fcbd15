import { createFinder } from '../../../src/brief/findings.ts';
import { selectStories } from '../../../src/digest/select.ts';
import type { Digest } from '../../../src/domain/digest.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { articlesOf, type DigestSet, ndcg, precision, shuffled } from './digest-gold.ts';

const most = 5;
const shuffles = 200;
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

/** Chooses of a set, and puts what might have been chosen into other orders. */
export async function rankSet(set: DigestSet): Promise<Readonly<Record<string, RankScore>>> {
  const store = await openStore('sqlite::memory:', { now: () => now });
  try {
    const articles = articlesOf(set, now);
    for (const some of articles.values()) {
      await store.articles.putAll(some.map(({ copyOf: _, ...article }) => article));
      const [first] = some;
      await store.stories.group(
        some.map(({ id, copyOf, publishedAt }) => ({
          articleId: id,
          version: 1,
          story: first?.id ?? id,
          ...(copyOf !== undefined && { copyOf }),
          arrivedAt: publishedAt,
          moved: new Map(),
          taken: new Map(),
        })),
      );
    }
    const digest = digestOf(set);
    const run = { digest, slot: now, at: now, isAsked: false, reference: 'abc123' };
    const { record } = await selectStories({ ...store, find: createFinder(1_000_000) }, run);
    const eventOf = new Map(
      [...articles].flatMap(([event, some]) => some.map(({ id }): [string, string] => [id, event])),
    );
    const grades = new Map(set.stories.map(({ event, grade }) => [event, grade]));
    const gradeOf = ({ storyId }: { readonly storyId: string }) =>
      grades.get(eventOf.get(storyId) ?? '') ?? 0;
    const newestOf = ({ storyId }: { readonly storyId: string }) =>
      Math.max(...(articles.get(eventOf.get(storyId) ?? '') ?? []).map(({ publishedAt }) => publishedAt));
    const open = record.stories.filter(({ verdict }) => verdict === 'new' || verdict === 'rank');
    const all = set.stories.map(({ grade }) => grade);
    const scoreOf = (order: typeof open): RankScore => ({
      ndcg: ndcg(order.map(gradeOf), all, most),
      precision: precision(order.map(gradeOf), all, most),
    });
    const random = Array.from({ length: shuffles }, (_, seed) => scoreOf(shuffled(open, seed)));
    return {
      ours: scoreOf(open.filter(({ verdict }) => verdict === 'new')),
      'newest first': scoreOf(open.toSorted((one, other) => newestOf(other) - newestOf(one))),
      'most publishers first': scoreOf(
        open.toSorted((one, other) => other.sourceCount - one.sourceCount || newestOf(other) - newestOf(one)),
      ),
      'at random': meanOf(random),
    };
  } finally {
    await store.close();
  }
}

/** The mean of several. */
export function meanOf(scores: readonly RankScore[]): RankScore {
  const mean = (of: keyof RankScore) => scores.reduce((sum, score) => sum + score[of], 0) / scores.length;
  return { ndcg: mean('ndcg'), precision: mean('precision') };
}
