import { describe, expect, it } from 'vitest';
import { scoreBodies } from '../../bench/parts/ingest/score-bodies.ts';
import { isMet, type ReadFeed, recovered } from '../../bench/parts/ingest/score-feeds.ts';

describe('the score of articles that were read', () => {
  const article = 'one two three four five six';
  it.each([
    ['all of it', article, 1, 1],
    ['all of it, parted otherwise', 'One two\nthree four, five six'.toLowerCase(), 1, 1],
    ['nothing', '', 0, 0],
    ['other words', 'seven eight nine ten', 0, 0],
    ['two of its three runs', 'one two three four five', 1, 2 / 3],
    ['as much again', `${article} seven eight nine`, 1 / 2, 1],
    ['the same twice', 'one two three four one two three four', 1 / 5, 1 / 3],
  ])('tells %s', (_, found, precision, recall) => {
    const score = scoreBodies([{ truth: article, found }]);
    expect(score.precision).toBeCloseTo(precision);
    expect(score.recall).toBeCloseTo(recall);
  });

  it('is the mean of pages, whatever their length; one of which nothing was read has no precision', () => {
    const long = `${article} `.repeat(50);
    const score = scoreBodies([
      { truth: long, found: long },
      { truth: article, found: '' },
    ]);
    expect(score).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
  });
});

describe('what is expected of a feed', () => {
  const feed: ReadFeed = {
    title: 'Boats &amp; bridges',
    link: 'https://a.example/?x=1&y=2',
    entries: [
      {
        title: 'A <b>boat</b>\n goes',
        link: 'https://a.example/1',
        published: 'Tue, 03 Feb 2026 10:00:00 GMT',
        summary: '<p>30 m<sup>2</sup> <a href="/p">of</a> it</p>',
      },
    ],
  };
  it.each([
    ['the title of the feed, however escaped', undefined, 'title', 'Boats & bridges', true],
    ['its address', undefined, 'link', 'https://a.example/?x=1&y=2', true],
    ['another address', undefined, 'link', 'https://a.example/', false],
    ['a title without its markup', 0, 'title', 'A boat goes', true],
    ['a title that begins alike', 0, 'title', 'A boat', false],
    ['a date in another spelling', 0, 'published', '2026-02-03T11:00:00+01:00', true],
    ['either date', 0, 'updated', '2026-02-03T10:00:00Z', true],
    ['a date of another minute', 0, 'published', '2026-02-03T10:01:00Z', false],
    ['words, wherever they are, raised figures or not', 0, 'content', '30 m² of it', true],
    ['addresses in the words', 0, 'hrefs', '/p', true],
    ['addresses that are not resolved', 0, 'hrefs', 'https://a.example/p', false],
    ['what is not there', 0, 'id', 'x', false],
    ['an entry that is not there', 1, 'title', 'A boat goes', false],
  ] as const)('%s', (_, entry, field, value, met) => {
    expect(isMet({ entry, field, value }, feed)).toBe(met);
    expect(isMet({ entry, field, value }, undefined)).toBe(false);
  });

  it('counts a title once for each time that it is there', () => {
    expect(recovered(['A boat goes', 'A boat goes', 'Other'], feed)).toBe(1);
    expect(recovered(['A boat goes'], undefined)).toBe(0);
  });
});
