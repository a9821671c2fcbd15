import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bCubed } from '../../bench/parts/stories/score-stories.ts';
import {
  type GoldArticle,
  goldArticles,
  goldHash,
  goldOf,
  lookAlikes,
} from '../../bench/parts/stories/story-gold.ts';
import { type ClusteredStory, clusterStories } from '../../src/story/cluster-stories.ts';
import { sampleArticles } from '../sample-articles.ts';

const tuning = goldArticles.filter(({ half }) => half === 'tuning');
const undated = (articles: readonly GoldArticle[]) =>
  articles.map((article) => ({ ...article, publishedAt: 0 }));

/** BCubed F1, as measured; raise a floor when its measure rises. */
const floors: readonly (readonly [string, readonly GoldArticle[], number, number])[] = [
  ['the tuning half, few articles an event', goldOf('tuning', false), 0.97, 0.945],
  ['the held-out half, few articles an event', goldOf('held-out', false), 0.95, 0.925],
  ['the tuning half, many articles an event', goldOf('tuning', true), 0.78, 0.825],
  ['the held-out half, many articles an event', goldOf('held-out', true), 0.765, 0.71],
  ['all', goldArticles, 0.885, 0.865],
];

const all = clusterStories(goldArticles);

describe('stories of the gold', () => {
  it('are of the corpus that the floors were measured on', () => {
    expect(goldHash()).toBe('f66424b96105a49c9672dfff451d53202d6d8afb5f2ce45772ffc0520434a022');
    expect(new Set(goldArticles.map(({ event }) => event)).size).toBeGreaterThanOrEqual(50);
  });

  it.each(floors)(
    'of %s do not fall below their floors, dated and all of one time',
    (_, articles, dated, atOnce) => {
      expect(bCubed(articles, clusterStories(articles)).f1).toBeGreaterThanOrEqual(dated);
      expect(bCubed(articles, clusterStories(undated(articles))).f1).toBeGreaterThanOrEqual(atOnce);
    },
  );

  it('keep at least 8 in 10 pairs of look-alike events apart', () => {
    const homes = homesOf(all);
    const mixed = lookAlikes.filter(([one, other]) => {
      const ones = storiesOf(one, homes);
      return [...storiesOf(other, homes)].some((story) => ones.has(story));
    });
    expect(mixed.length / lookAlikes.length).toBeLessThanOrEqual(0.2);
  });

  it('draw in next to no other articles, full-length ones, though all are of one time', async () => {
    const others = await sampleArticles();
    const gold = new Set(goldArticles.map(({ id }) => id));
    const atOnce = [...undated(goldArticles), ...others.map((other) => ({ ...other, publishedAt: 0 }))];
    const drawn = clusterStories(atOnce)
      .filter(({ articleIds }) => articleIds.some((id) => gold.has(id)))
      .flatMap(({ articleIds }) => articleIds.filter((id) => !gold.has(id)));
    expect(drawn.length).toBeLessThanOrEqual(1);
  });

  it('take every near-copy in with its text', () => {
    const homes = homesOf(all);
    const parted = goldArticles.filter(
      ({ id, copyOf }) => copyOf !== undefined && homes.get(id) !== homes.get(copyOf),
    );
    expect(parted).toEqual([]);
  });
});

describe('clusterStories', () => {
  it('gives the same stories in whatever order the articles are given', () => {
    const expected = clusterStories(tuning);
    fc.assert(
      fc.property(fc.shuffledSubarray([...tuning], { minLength: tuning.length }), (shuffled) => {
        expect(clusterStories(shuffled)).toEqual(expected);
      }),
      { numRuns: 2, seed: 8 },
    );
  });

  it('puts each article into one story, which has its first article’s id and the times of its first and last', () => {
    fc.assert(
      fc.property(fc.subarray([...goldArticles], { maxLength: 60 }), (articles) => {
        const stories = clusterStories(articles);
        expect(stories.flatMap(({ articleIds }) => articleIds).toSorted()).toEqual(
          articles.map(({ id }) => id).toSorted(),
        );
        for (const { id, articleIds, firstSeenAt, lastSeenAt } of stories) {
          expect(articleIds[0]).toBe(id);
          expect(firstSeenAt).toBeLessThanOrEqual(lastSeenAt);
        }
      }),
      { numRuns: 6, seed: 8 },
    );
  });

  it('bears articles of nothing, of one word, without a headline or a date, and of megabytes', () => {
    const odd = [
      '',
      ' ',
      'a',
      '1',
      '…',
      '\u{1f600}',
      '\ud800',
      '汉字'.repeat(2000),
      'Aa '.repeat(700_000),
      '__proto__ constructor',
    ];
    const articles = odd.map((text, index) => ({
      id: `odd-${index}`,
      title: '',
      text,
      publishedAt: Number.NaN,
    }));
    expect(clusterStories(articles).flatMap(({ articleIds }) => articleIds)).toHaveLength(odd.length);
    expect(clusterStories([])).toEqual([]);
  });

  it('keeps the same events a year apart as two stories', () => {
    const year = 365 * 86_400_000;
    const again = tuning.map((article) => ({
      ...article,
      id: `${article.id}+`,
      publishedAt: article.publishedAt + year,
    }));
    const homes = homesOf(clusterStories([...tuning, ...again]));
    for (const { id } of tuning) expect(homes.get(`${id}+`)).not.toBe(homes.get(id));
  });
});

function homesOf(stories: readonly ClusteredStory[]): ReadonlyMap<string, string> {
  return new Map(
    stories.flatMap(({ id, articleIds }) => articleIds.map((article): [string, string] => [article, id])),
  );
}

const storiesOf = (event: string, homes: ReadonlyMap<string, string>): ReadonlySet<string | undefined> =>
  new Set(goldArticles.filter((article) => article.event === event).map(({ id }) => homes.get(id)));
