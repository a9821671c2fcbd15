import { describe, expect, it } from 'vitest';
import { keepLaw } from '../../../src/brief/keep-law.ts';
import { makeBrief, makeFigureList, storyShape } from '../../../src/brief/make-brief.ts';
import type { Article } from '../../../src/domain/article.ts';
import type { Brief } from '../../../src/domain/brief.ts';
import { makeArticle } from '../../../src/ingest/make-article.ts';
import { chartOf, chartPicture } from '../../../src/render/chart/chart.ts';
import { renderFigures, renderStory } from '../../../src/render/render-brief.ts';
import { recordingLog } from '../../recording-log.ts';
import { sampleArticles } from '../../sample-articles.ts';

const bytes = new TextEncoder().encode('a picture');

const padding = Array.from(
  { length: 14 },
  (_, at) => `The harbour office of Orme has said nothing more of it since the meeting in hall number ${at}.`,
).join(' ');

function article(words: string): Article {
  const made = makeArticle({
    raw: `${words}\n\n${padding}`,
    title: 'Orme counts its berths',
    source: 'The Orme Echo',
    publishedAt: Date.UTC(2026, 10, 19),
    scope: 'public',
    storedAt: 0,
  });
  return { ...made, version: 1 };
}

const figuresOf = (words: string): Brief => makeFigureList(article(words), () => true);

describe('the chart of a brief', () => {
  it('has a bar for each comparable figure, in the article’s words, and names the source with its day', () => {
    const chart = chartOf(
      figuresOf(
        'Carrow has pledged to spend 1.8% of national income on lighthouses. Carrow now spends around 1.5% of national income on lighthouses.',
      ),
    );
    expect(chart).toEqual({
      title: 'Orme counts its berths',
      source: 'The Orme Echo, 19 November 2026',
      bars: [
        expect.objectContaining({ text: '1.8%', value: 1.8, isApproximate: false }),
        expect.objectContaining({ text: 'around 1.5%', value: 1.5, isApproximate: true }),
      ],
    });
    expect(chart?.bars.map(({ label }) => label)).toEqual([
      'Carrow has pledged to spend … of national income on lighthouses',
      'Carrow now spends … of national income on lighthouses',
    ]);
  });

  it('tells two figures of one label apart by the words beside them', () => {
    const told = (words: string) =>
      chartOf(figuresOf(words))?.bars.map(({ label, text }) => `${label}: ${text}`);
    expect(told('Profit at the Orme mill fell to £48m from £73m.')).toEqual([
      'Profit at the Orme mill fell … to: £48m',
      'Profit at the Orme mill fell: from £73m',
    ]);
    expect(told('Profit at the Orme mill fell to £48m from £73m a year earlier.')).toEqual([
      'Profit at the Orme mill fell: £48m',
      'Profit at the Orme mill fell … a year earlier: from £73m',
    ]);
  });

  it.each([
    ['no two figures can be compared', 'The bridge cost £40m. The ferry carries 900 people.'],
    ['nothing sets their labels apart', 'Members spoke more often than guests (58% versus 51%) on the day.'],
  ])('is not made where %s', (_, words) => {
    expect(chartOf(figuresOf(words))).toBeUndefined();
  });

  it('repeats its numbers and its source in at most 1,024 characters, however long the labels', () => {
    const brief = figuresOf('Profit at the Orme mill fell to £48m from £73m a year earlier.');
    const { alt } = chartPicture(brief, bytes);
    expect(alt).toBe(
      'Bar chart. £48m: Profit at the Orme mill fell; from £73m: Profit at the Orme mill fell … a year earlier. Source: The Orme Echo, 19 November 2026',
    );
    const [first] = brief.comparison;
    if (first === undefined) throw new Error('there is no comparison');
    const long = { ...first, label: { ...first.label, text: 'very long words '.repeat(60) } };
    const cut = chartPicture({ ...brief, comparison: [long, long, long] }, bytes).alt;
    expect(cut.length).toBeLessThanOrEqual(1024);
    expect(cut.match(/£48m: very long/g)).toHaveLength(3);
    expect(cut).toContain('Source: The Orme Echo');
  });

  it('shows nothing of a sample that the law would drop, and stands in its replies once', async () => {
    const articles = await sampleArticles();
    const byId = new Map(articles.map((one) => [one.id, one]));
    const ports = {
      articles: { texts: async () => byId },
      log: recordingLog().log,
      metrics: { count: () => {} },
    };
    let charted = 0;
    for (const one of articles) {
      const list = makeFigureList(one, () => true);
      const story = makeBrief(one, { ...storyShape, length: 'short' });
      if (chartOf(list) === undefined) continue;
      charted += 1;
      const replies = [
        renderFigures(list, { chart: chartPicture(list, bytes) }),
        ...(chartOf(story) === undefined ? [] : [renderStory(story, { chart: chartPicture(story, bytes) })]),
      ];
      for (const reply of replies) {
        const { blocks } = await keepLaw(reply, ['public'], ports);
        expect(blocks.filter(({ kind }) => kind === 'picture')).toHaveLength(1);
      }
    }
    expect(charted).toBeGreaterThanOrEqual(4);
  });
});
