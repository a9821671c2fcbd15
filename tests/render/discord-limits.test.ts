import { describe, expect, it } from 'vitest';
import {
  cardShape,
  makeBrief,
  makeFigureList,
  makeQuotationList,
  storyShape,
} from '../../src/brief/make-brief.ts';
import { payloadOf } from '../../src/discord/payload.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { renderFigures, renderQuotations, renderStory } from '../../src/render/render-brief.ts';
import { renderDigest } from '../../src/render/render-digest.ts';
import { renderHeadlines } from '../../src/render/render-lists.ts';
import { sampleArticles } from '../sample-articles.ts';

const articles = await sampleArticles();

interface Component {
  readonly content?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly label?: string;
  readonly components?: readonly Component[];
}

const flat = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((component) => [component, ...flat(component.components ?? [])]);

/** Discord's bounds on one message of Components V2. */
function expectWithinLimits(reply: Reply): void {
  const components = flat(payloadOf(reply).components as readonly Component[]);
  expect(components.length).toBeLessThanOrEqual(40);
  expect(components.reduce((sum, { content = '' }) => sum + content.length, 0)).toBeLessThanOrEqual(4000);
  for (const { content, custom_id: id = '', url = '', label = '' } of components) {
    expect(content).not.toBe('');
    expect(id.length).toBeLessThanOrEqual(100);
    expect(url.length).toBeLessThanOrEqual(512);
    expect(label.length).toBeLessThanOrEqual(80);
  }
}

describe('within Discord’s limits', () => {
  it.each(articles.map((article) => ({ title: article.title, article })))(
    'are the replies about "$title"',
    ({ article }) => {
      expectWithinLimits(renderStory(makeBrief(article, { ...storyShape, length: 'long' })));
      expectWithinLimits(renderQuotations(makeQuotationList(article, () => true)));
      expectWithinLimits(renderFigures(makeFigureList(article, () => true)));
    },
  );

  it('is a list of ten headlines', () => {
    expectWithinLimits(renderHeadlines(articles.slice(0, 10), ''));
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('is a digest of %i stories, in cards and in lines', (stories) => {
    const digest: Digest = {
      id: 'a'.repeat(22),
      guildId: '1',
      channelId: '2',
      name: 'News',
      time: '08:00',
      days: [1],
      timezone: 'Europe/London',
      topics: [],
      stories,
      style: 'cards',
      skipEmpty: true,
      createdBy: '3',
      createdAt: 0,
      nextRunAt: 0,
    };
    const briefs = articles.slice(0, stories).map((article) => makeBrief(article, cardShape));
    for (const style of ['cards', 'lines'] as const) {
      const reply = renderDigest(briefs, { digest: { ...digest, style }, at: 0, reference: 'abc123' });
      if (reply === undefined) throw new Error('there was something to say');
      expectWithinLimits(reply);
      const words = JSON.stringify(reply);
      expect(briefs.filter(({ article }) => words.includes(article.id)).length).toBe(stories);
    }
  });
});
