import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBrief, makeFigureList, makeQuotationList, storyShape } from '../../src/brief/make-brief.ts';
import type { FollowedFeed } from '../../src/domain/feed.ts';
import { renderDigestList } from '../../src/render/digest/list.ts';
import { renderRun, renderRuns } from '../../src/render/digest/render-why.ts';
import { feedAlertReply } from '../../src/render/feed/alert.ts';
import { renderNoFeed, renderProposal } from '../../src/render/feed/found.ts';
import { renderImport } from '../../src/render/feed/import.ts';
import { renderFeedList } from '../../src/render/feed/list.ts';
import { renderTest } from '../../src/render/feed/steps.ts';
import { renderFigures, renderQuotations, renderStory } from '../../src/render/render-brief.ts';
import { renderStories } from '../../src/render/render-lists.ts';
import { renderSources } from '../../src/render/render-sources.ts';
import { renderStatus } from '../../src/render/render-status.ts';
import { sampleArticles } from '../sample-articles.ts';
import { newDigest } from '../store/bench.ts';
import { storyArticle, storyOf } from '../story/make-story.ts';
import { expectWithinLimits } from './within-limits.ts';

const articles = await sampleArticles();

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
    expectWithinLimits(
      renderStories(
        articles.slice(0, 10).map((by) => ({ by, story: { sources: [by.source] } })),
        '',
      ),
    );
  });

  describe('whatever the world calls its feeds', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 3_000 }),
      fc.constantFrom('', '*'.repeat(500), '\u0301'.repeat(2_000), '[](<>)'.repeat(100), 'x'.repeat(4_000)),
    );
    const url = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      words.map((path) => `https://a.example/${path}`),
      words,
    );
    const maybe = { nil: undefined };
    const entry = fc.record({ title: words, url, publishedAt: fc.nat() }, { requiredKeys: ['title'] });
    const found = fc.record(
      {
        address: url,
        scope: fc.constantFrom('public' as const, 'guild:1' as const),
        title: words,
        siteUrl: url,
        language: words,
        entryCount: fc.nat(),
        newest: fc.array(entry, { minLength: 5, maxLength: 5 }),
        newestEntryAt: fc.nat(),
        usualGapMs: fc.nat(),
      },
      { requiredKeys: ['address', 'scope', 'title', 'entryCount', 'newest'] },
    );
    const others = fc.array(fc.record({ title: words, address: url }), { maxLength: 8 });
    const step = fc.record({
      step: fc.constantFrom('address' as const, 'fetch' as const, 'read' as const),
      ok: fc.boolean(),
      ms: fc.nat(),
      detail: words,
    });
    const failure = fc.record({
      reason: fc.constantFrom('status' as const, 'unreadable' as const, 'private' as const),
      status: fc.integer({ min: 100, max: 599 }),
    });
    const id = '1'.repeat(19);

    it('is what was found at an address, or that nothing was', () => {
      fc.assert(
        fc.property(found, others, fc.array(step, { maxLength: 8 }), failure, (feed, more, steps, why) => {
          expectWithinLimits(renderProposal(feed, { steps, found: feed, others: more }, id));
          expectWithinLimits(renderNoFeed(feed.address, { steps, failure: why, others: more }, id));
          expectWithinLimits(renderTest(feed.address, { steps, found: feed, others: more }, undefined));
        }),
        { seed: 7, numRuns: 150 },
      );
    });

    const followed = fc.record({ feed: found, why: fc.option(failure, maybe), isMuted: fc.boolean() }).map(
      ({ feed, why, isMuted }): FollowedFeed => ({
        feed: {
          id: 'f'.repeat(22),
          address: feed.address,
          scope: feed.scope,
          title: feed.title,
          ...(feed.siteUrl === undefined ? {} : { siteUrl: feed.siteUrl }),
          addedAt: 0,
          state: why === undefined ? {} : { failure: { ...why, since: 0, lastAt: 0, count: 1 } },
        },
        subscription: {
          guildId: '1',
          feedId: 'f'.repeat(22),
          addedBy: '7',
          addedAt: 0,
          groups: [],
          ...(isMuted ? { mutedAt: 0 } : {}),
        },
        articleCount: 3,
      }),
    );

    it('is each page of the list, on which all feeds stand, and the status', () => {
      fc.assert(
        fc.property(fc.array(followed, { minLength: 1, maxLength: 25 }), (feeds) => {
          let shown = 0;
          for (let page = 0; shown < feeds.length; page += 1) {
            const reply = renderFeedList(feeds, page);
            expectWithinLimits(reply);
            const lines = reply.blocks.filter(({ kind }) => kind === 'text').length;
            expect(lines).toBeGreaterThan(0);
            shown += lines;
          }
          expect(shown).toBe(feeds.length);
          expectWithinLimits(renderStatus({ articleCount: 1, guild: { feeds, digests: [], alerts: {} } }));
        }),
        { seed: 7, numRuns: 60 },
      );
    });

    it('is what is said of a story of fifty sources, which all stand on its pages', () => {
      const teller = fc.record({ title: words, source: words, url, isCopy: fc.boolean() });
      const [brief] = articles.map((article) => makeBrief(article, { ...storyShape, length: 'line' }));
      if (brief === undefined) throw new Error('there is a sample');
      fc.assert(
        fc.property(fc.array(teller, { minLength: 50, maxLength: 50 }), (tellers) => {
          const told = tellers.map(({ isCopy, ...teller }) =>
            storyArticle({ ...teller, ...(isCopy && { copyOf: brief.article.id }) }),
          );
          const story = storyOf([storyArticle({ id: brief.article.id }), ...told.slice(1)]);
          const reply = renderStory(brief, { story, share: 'summary:share' });
          expectWithinLimits(reply);
          expect(JSON.stringify(reply)).toContain(JSON.stringify(brief.summary[0]?.passage));
          let shown = 0;
          for (let page = 0; shown < 50; page += 1) {
            const list = renderSources(story, page, () => 'summary:turn');
            expectWithinLimits(list);
            const titles = list.blocks.filter(({ kind }) => kind === 'text').length;
            expect(titles).toBeGreaterThan(0);
            shown += titles;
          }
          expect(shown).toBe(50);
          const lines = story.articles.slice(0, 10).map((by) => ({ story, by }));
          expectWithinLimits(renderStories(lines, ' from '));
        }),
        { seed: 7, numRuns: 40 },
      );
    });

    it('is the list of digests, on whose pages all of them stand, their runs, and the stories of one', () => {
      const names = fc.array(words, { maxLength: 20 });
      const given = fc.record({
        name: words,
        topics: names,
        sources: names,
        words: names,
        exceptWords: names,
      });
      const verdict = fc.constantFrom('new', 'update', 'told', 'rank', 'except-words', 'room');
      fc.assert(
        fc.property(
          fc.array(given, { minLength: 1, maxLength: 20 }),
          words,
          url,
          verdict,
          (all, said, at, why) => {
            const digests = all.map((each) => newDigest({ ...each, id: 'd'.repeat(22) }));
            let shown = 0;
            for (let page = 0; shown < digests.length; page += 1) {
              const access = { kind: 'messages', missing: ['View Channel', 'Send Messages'] } as const;
              const list = renderDigestList(
                digests.map((digest) => ({ digest, last: undefined, access })),
                page,
              );
              expectWithinLimits(list);
              const lines = list.blocks.filter(({ kind }) => kind === 'text').length;
              expect(lines).toBeGreaterThan(0);
              shown += lines;
            }
            expect(shown).toBe(digests.length);
            const [digest = newDigest()] = digests;
            const judged = { storyId: 's', articleId: 'a', verdict: why, sourceCount: 1, detail: said };
            const stories = Array.from({ length: 30 }, () => judged);
            const record = { since: 0, until: 1, counts: { new: 3, rank: 27 }, stories };
            const run = { slot: 8.64e15 / 10, record };
            expectWithinLimits(
              renderRuns(
                digest,
                Array.from({ length: 10 }, () => run),
              ),
            );
            const headline = { id: 'a', title: said, source: said, url: at, publishedAt: 0 };
            for (let page = 0; page < 3; page += 1)
              expectWithinLimits(
                renderRun(digest, run, { stories: stories.map((story) => ({ story, headline })), page }),
              );
          },
        ),
        { seed: 7, numRuns: 40, endOnFailure: true },
      );
    });

    it('is what is said of an import, and an alert', () => {
      const failed = fc.array(fc.record({ address: url, failure }), { maxLength: 40 });
      fc.assert(
        fc.property(failed, words, (those, title) => {
          const progress = { id, total: 500, added: 1, known: 2, failed: those } as const;
          for (const state of ['running', 'done', 'cancelled', 'out-of-time'] as const)
            expectWithinLimits(renderImport({ ...progress, state }));
          for (const kind of ['stopped', 'failing', 'silent'] as const)
            expectWithinLimits(
              feedAlertReply({
                kind,
                feedId: 'f'.repeat(22),
                title,
                address: 'https://a.example/',
                since: 0,
              }),
            );
        }),
        { seed: 7, numRuns: 60 },
      );
    });
  });
});
