import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticles } from '../../bench/parts/articles.ts';
import { type CopyCase, copyCases } from '../../bench/parts/stories/copy-cases.ts';
import { bestThreshold, inTheWindow, likenesses } from '../../bench/parts/stories/find-copies.ts';
import { newsStream } from '../../bench/parts/stories/news-stream.ts';
import { bCubed } from '../../bench/parts/stories/score-stories.ts';
import { singleLink } from '../../bench/parts/stories/single-link.ts';
import { type GoldArticle, goldArticles } from '../../bench/parts/stories/story-gold.ts';

const gold = (event: string, place: number): GoldArticle => ({
  id: `${event}/${place}`,
  event,
  half: 'tuning',
  title: '',
  text: '',
  publishedAt: 0,
  eventSize: 2,
});
const four = [gold('ferry', 0), gold('ferry', 1), gold('strike', 0), gold('strike', 1)];

/** Enough articles for thousands of pairs. */
const articlesOfFew = goldArticles.filter(({ eventSize }) => eventSize < 9);

describe('the score of stories', () => {
  it.each([
    ['as in the gold', ['ferry/0 ferry/1', 'strike/0 strike/1'], 1, 1],
    ['all in one', ['ferry/0 ferry/1 strike/0 strike/1'], 0.5, 1],
    ['each by itself', ['ferry/0', 'ferry/1', 'strike/0', 'strike/1'], 1, 0.5],
    ['two with a stranger', ['ferry/0 ferry/1', 'strike/0 strike/1 other'], 5 / 6, 1],
  ])('is known for articles that are put %s', (_, groups, precision, recall) => {
    const score = bCubed(
      four,
      groups.map((ids) => ({ articleIds: ids.split(' ') })),
    );
    expect(score.precision).toBeCloseTo(precision);
    expect(score.recall).toBeCloseTo(recall);
  });
});

describe('links', () => {
  const story = (id: string, text: string, publishedAt = 0) => ({ id, title: '', text, publishedAt });
  const groups = singleLink([
    story('one', 'The ferry Aldous sank off Sula.'),
    story('two', 'Divers look for the ferry Aldous off Sula.'),
    story('late', 'The ferry Aldous sank off Sula.', 6 * 86_400_000),
    story('else', 'Teachers in Corvane strike for pay.'),
  ]);

  it('join what is alike within five days, and all or nothing where the likeness says so', () => {
    const ids = (enough: number) => groups(enough).map(({ articleIds }) => articleIds.join(' '));
    expect(ids(0.1)).toEqual(['one two', 'late', 'else']);
    expect(ids(1.1)).toEqual(['one', 'two', 'late', 'else']);
  });
});

describe('near-copies made by desks', () => {
  let samples: Awaited<ReturnType<typeof sampleArticles>>;
  let cases: readonly CopyCase[];
  beforeAll(async () => {
    samples = await sampleArticles();
    cases = copyCases(articlesOfFew, samples, 20_261_126);
  });
  const shareOf = (is: CopyCase['is'], found: readonly boolean[]) => {
    const of = found.filter((_, place) => cases[place]?.is === is);
    return of.filter(Boolean).length / of.length;
  };

  it('are the same for the same seed, and others for another', () => {
    expect(copyCases(articlesOfFew, samples, 20_261_126)).toEqual(cases);
    expect(copyCases(articlesOfFew, samples, 1)).not.toEqual(cases);
  });

  it('are found, at least 97 in 100, and of what looks like one at most 1 in 100 is taken for one', () => {
    const found = inTheWindow(cases);
    expect(shareOf('copy', found)).toBeGreaterThanOrEqual(0.97);
    expect(shareOf('other', found)).toBeLessThanOrEqual(0.01);
  });

  it('have a threshold of MinHash that takes at most 1 in 100 others', () => {
    const likeness = likenesses(cases);
    const best = bestThreshold(cases, likeness);
    const foundFrom = (enough: number) => likeness.map((one) => one >= enough);
    expect(shareOf('other', foundFrom(best))).toBeLessThanOrEqual(0.01);
    expect(shareOf('other', foundFrom(best - 0.02))).toBeGreaterThan(0.01);
  });
});

it('a stream of news has as many articles as are asked for, the same for the same seed', () => {
  const some = (seed: number) => {
    const stream = newsStream(1_000, seed);
    return Array.from({ length: 5 }, () => stream.next().value);
  };
  const stream = some(3);
  expect(some(3)).toEqual(stream);
  expect(some(4)).not.toEqual(stream);
  expect(stream.map(({ publishedAt }) => publishedAt)).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
  expect(stream.map(({ text }) => text.split(/\s+/).length)).toEqual([400, 400, 400, 400, 400]);
});
