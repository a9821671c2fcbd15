import { findFigures, findQuotations, segment } from 'summarize-text';
import { describe, expect, it } from 'vitest';
import { briefFigure } from '../../src/brief/brief-figure.ts';
import { makeArticle } from '../../src/ingest/make-article.ts';

/** All figures of an article of one paragraph, as they are shown: the words, and who claims them. */
function shown(words: string): readonly string[] {
  const made = makeArticle({
    raw: words,
    title: 'Orme counts its berths',
    source: 'The Orme Echo',
    publishedAt: 0,
    scope: 'public',
    storedAt: 0,
  });
  const article = { ...made, version: 1 };
  const context = { sentences: segment(article.text), quotations: findQuotations(article.text) };
  return findFigures(article.text).map((figure) => {
    const { passage, speaker } = briefFigure(article, figure, context);
    return [passage.text, ...(speaker === undefined ? [] : [speaker.text])].join(' — ');
  });
}

describe('a figure is shown with the words of its sentence that qualify it', () => {
  it.each([
    ['Around 40 boats came.', ['Around 40']],
    ['The mill needs more than £3m.', ['more than £3m']],
    ['Insurers put the bill between £80m and £110m.', ['between £80m and £110m']],
    ['Fares rise from £40 to £55 in May.', ['from £40', '£55']],
    ['Rents climbed to 3.6% in October from 3.1% in June.', ['3.6%', 'from 3.1%']],
    // "from" is a place or a giver here.
    ['The tide took the boat 40 miles from 90 wrecks.', ['40 miles', '90']],
    ['Half a million came from 300 donors. Prices went up 4% to £9.', ['Half a million', '300', '4%', '£9']],
  ])('%s', (words, expected) => {
    expect(shown(words)).toEqual(expected);
  });
});

it('a figure in a quotation has who claims it, where the speaker is sure', () => {
  const words = '“We lost 40 boats in one night,” Ada Pell said. The harbour has room for 90 more.';
  expect(shown(words)).toEqual(expect.arrayContaining(['40 — Ada Pell', '90']));
});
