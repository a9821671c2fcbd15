import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSamples } from '../../src/ingest/load-samples.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { findStory } from '../../src/story/find-story.ts';
import { newArticle } from '../store/bench.ts';

const clock = { now: () => Date.UTC(2026, 10, 25) };
let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:', clock);
  await loadSamples(new URL('../../data/articles/', import.meta.url), store.articles, clock);
});
afterEach(() => store.close());

const find = (asked: string) => findStory(asked, ['public'], store);

describe('the story that is meant', () => {
  it.each([
    ['Skelder Sound patrol boats', 'Owen Tarrant to urge Skelder'],
    ['what about the library vote?', 'Thornwick council'],
    ['Tell me about the Bank of Ardmoor’s interest rates please', 'Bank of Ardmoor holds'],
    ['the deep-sea worm', 'worm'],
    ['BANK OF ARDMOOR HOLDS INTEREST RATES AT 4.25% AS FOOD PRICES CLIMB', 'Bank of Ardmoor holds'],
    [
      'see (https://saltmarsh-gazette.example/politics/tarrant-skelder-patrol-boats#top).',
      'Owen Tarrant to urge',
    ],
  ])('by "%s" is found', async (asked, title) => {
    const found = await find(asked);
    expect(found.kind === 'found' && found.article.title).toContain(title);
  });

  it.each(['the harbour council and the sea wall', 'volcano', '', '???', 'Skelder council interest library'])(
    'by "%s" is rather none than a wrong one',
    async (asked) => {
      expect(await find(asked)).toMatchObject({ kind: 'unknown' });
    },
  );

  it('is the first with its text where words mean a copy as well', async () => {
    const text =
      'The lighthouse of Quarrel Point will be lit by hand again. Its lamp failed on Sunday night.';
    const [first, copy] = [
      newArticle({ title: 'Quarrel Point lighthouse to be lit by hand', text }),
      newArticle({ title: 'Quarrel Point lighthouse lit by hand', text }),
    ];
    await store.articles.putAll([first, copy]);
    const group = { version: 1, story: first.id, moved: new Map(), taken: new Map() };
    await store.stories.group([
      { ...group, articleId: first.id },
      { ...group, articleId: copy.id, copyOf: first.id },
    ]);
    expect(await find('the lighthouse at Quarrel Point')).toMatchObject({ article: { id: first.id } });
    expect(await find(copy.title)).toMatchObject({ article: { id: copy.id } });
  });

  it('is not guessed from a link', async () => {
    expect(await find('see https://elsewhere.example/news/skelder-patrol-boats.')).toEqual({
      kind: 'unknown-link',
      link: 'https://elsewhere.example/news/skelder-patrol-boats',
    });
  });
});
