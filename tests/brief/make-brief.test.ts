import { describe, expect, it } from 'vitest';
import { keepLaw } from '../../src/brief/keep-law.ts';
import {
  cardShape,
  makeBrief,
  makeFigureList,
  makeQuotationList,
  storyShape,
} from '../../src/brief/make-brief.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Brief, Passage } from '../../src/domain/brief.ts';
import { renderFigures, renderQuotations, renderStory } from '../../src/render/render-brief.ts';
import { recordingLog } from '../recording-log.ts';
import { sampleArticles } from '../sample-articles.ts';

const articles = await sampleArticles();
const samples = articles.map((article) => ({ title: article.title, article }));

const makeBriefs = (article: Article): readonly Brief[] => [
  ...(['line', 'short', 'medium', 'long'] as const).map((length) =>
    makeBrief(article, { ...storyShape, length }),
  ),
  makeBrief(article, cardShape),
  makeBrief(article, { ...storyShape, length: 'short', focus: 'money' }),
  makeQuotationList(article, () => true),
  makeFigureList(article, () => true),
];

const made = new Map<string, readonly Brief[]>();

/** Briefs of every kind, which several tests look at. */
function briefsOf(article: Article): readonly Brief[] {
  const briefs = made.get(article.id) ?? makeBriefs(article);
  made.set(article.id, briefs);
  return briefs;
}

/** All words of the article's text that a brief shows; the place of a figure's sentence is not shown. */
function shownPassages({ summary, quotations, figures }: Brief): readonly Passage[] {
  return [
    ...summary.map(({ passage }) => passage),
    ...quotations.flatMap(({ passage, sentence }) =>
      sentence === undefined ? [passage] : [passage, sentence.passage],
    ),
    ...figures.flatMap(({ passage, label }) => (label === undefined ? [passage] : [passage, label])),
  ];
}

/** Where each word of a text begins. */
const wordStarts = (text: string): readonly number[] => [...text.matchAll(/\S+/g)].map(({ index }) => index);

function shownWords(brief: Brief): number {
  const spans = shownPassages(brief).flatMap((passage) => passage.spans);
  return wordStarts(brief.article.text).filter((at) =>
    spans.some(({ start, end }) => at >= start && at < end),
  ).length;
}

describe.each(samples)('a brief of "$title"', ({ article }) => {
  it('shows at most half of the article’s words and 250', () => {
    const limit = Math.min(250, wordStarts(article.text).length / 2);
    for (const brief of briefsOf(article)) expect(shownWords(brief)).toBeLessThanOrEqual(limit);
  });

  it('has a summary of at most 30 % of the words, or of one sentence', () => {
    for (const { summary } of briefsOf(article)) {
      const words = summary.reduce((sum, { passage }) => sum + wordStarts(passage.text).length, 0);
      expect(summary.length <= 1 || words <= 0.3 * wordStarts(article.text).length).toBe(true);
    }
  });

  it('stands word for word in the article, sentence for sentence in its order', async () => {
    const ports = {
      articles: { texts: async () => new Map([[article.id, article]]) },
      log: recordingLog().log,
      metrics: { count: () => undefined },
    };
    for (const brief of briefsOf(article)) {
      const numbers = brief.summary.map(({ number }) => number);
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      for (const reply of [renderStory(brief), renderQuotations(brief), renderFigures(brief)])
        expect(await keepLaw(reply, ['public'], ports)).toBe(reply);
    }
  });

  it('gives a speaker to every key quotation, and none that the summary shows already', () => {
    const { quotations, summary } = makeBrief(article, { ...storyShape, length: 'short' });
    expect(quotations.length).toBeGreaterThan(0);
    for (const { speaker, passage } of quotations) {
      expect(speaker).toBeDefined();
      expect(summary.some((sentence) => sentence.passage.text.includes(passage.text))).toBe(false);
    }
  });

  it('has figures, each with what it measures', () => {
    const { figures } = makeFigureList(article, () => true);
    expect(figures.length).toBeGreaterThanOrEqual(3);
    const labelled = figures.filter(({ label }) => label !== undefined);
    expect(labelled.length / figures.length).toBeGreaterThanOrEqual(0.8);
  });
});

describe('a brief of a stub', () => {
  const [sample] = articles;
  const replyTo = (text: string) =>
    JSON.stringify(sample && renderStory(makeBrief({ ...sample, text }, { ...storyShape, length: 'long' })));

  it.each([
    ['The ferry stops in May.', 'I could read only one sentence of this article'],
    ['The ferry stops in May. The island objects.', 'I could read only 2 sentences of this article'],
  ])('of “%s” says “%s”, and shows one', (text, said) => {
    const reply = replyTo(text);
    expect(reply).toContain(said);
    expect(reply).toContain('The ferry stops in May.');
    expect(reply).not.toContain('The island objects.');
  });

  it('is no brief of three sentences', () => {
    expect(replyTo('The ferry stops in May. The island objects. A boat is on its way.')).not.toContain(
      'I could read',
    );
  });
});
