import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/ingest/read-page.ts';
import { newsPage } from './pages.ts';

const ld = (about: unknown) => `<script type="application/ld+json">${JSON.stringify(about)}</script>`;
const day = Date.UTC(2026, 1, 3);

describe('when a page was published', () => {
  it.each([
    ['its JSON-LD', ld({ '@type': 'NewsArticle', datePublished: '2026-02-03' })],
    [
      'a graph in its JSON-LD',
      ld({
        '@graph': [
          { '@type': 'WebSite' },
          { '@type': ['Thing', 'BlogPosting'], datePublished: '2026-02-03' },
        ],
      }),
    ],
    ['meta elements by property', '<meta property="article:published_time" content="2026-02-03T00:00:00Z">'],
    ['meta elements by name', '<meta name="parsely-pub-date" content="2026-02-03">'],
    ['meta elements by itemprop', '<meta itemprop="datePublished" content="3 February 2026">'],
  ])('is read from %s', (_, head) => expect(readPage(newsPage({ head }))?.publishedAt).toBe(day));

  it.each([
    ['a time element', '<time datetime="2026-02-03">on Tuesday</time>'],
    ['an element for it', '<span itemprop="datePublished" content="2026-02-03">Tuesday</span>'],
    ['words on the page', '<p class="post-date">Published: February 3, 2026</p>'],
  ])('is read from %s', (_, before) => expect(readPage(newsPage({ before }))?.publishedAt).toBe(day));

  it('is what the page says to machines, before what it shows', () => {
    const head = '<meta property="article:published_time" content="2026-02-03">';
    const before = '<time datetime="2020-01-01">an older story</time>';
    expect(readPage(newsPage({ head, before }))?.publishedAt).toBe(day);
  });

  it('is not read out of a long text that holds a date', () => {
    const before = `<div class="updates">${'On 3 February 2026 this was said and more was said. '.repeat(3)}</div>`;
    expect(readPage(newsPage({ before }))?.publishedAt).toBeUndefined();
  });
});

describe('who wrote a page', () => {
  it.each([
    ['Mara Quist, Tam Reddick', ld({ '@type': 'Article', author: [{ name: 'Mara Quist' }, 'Tam Reddick'] })],
    ['Mara Quist', '<meta name="sailthru.author" content="by Mara Quist">'],
    ['Mara Quist', '<meta name="author" content="admin"><meta name="dc.creator" content="Mara Quist">'],
  ])('is %s, by %s', (byline, head) => expect(readPage(newsPage({ head }))?.byline).toBe(byline));

  it.each([
    '<a rel="author" href="/quist">Mara Quist</a>',
    '<span itemprop="author"><b itemprop="name">Mara Quist</b></span>',
    '<p class="byline">By Mara Quist</p>',
    '<p class="author-box"><a href="/quist">Mara Quist</a></p>',
  ])('is read from %s', (before) => expect(readPage(newsPage({ before }))?.byline).toBe('Mara Quist'));

  it.each([
    '<p class="author-links">More from our authors</p>',
    '<meta name="author" content="https://bell.example/quist">',
    '<meta name="author" content="@bell">',
  ])('is not read from %s', (before) => expect(readPage(newsPage({ before }))?.byline).toBeUndefined());
});
