import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/ingest/page/read-page.ts';
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

describe('when a page was changed', () => {
  const published = '<meta property="article:published_time" content="2026-02-03T08:00:00Z">';
  it.each([
    ['its JSON-LD', ld({ '@type': 'NewsArticle', dateModified: '2026-02-04T08:00:00Z' })],
    ['a meta element', '<meta property="article:modified_time" content="2026-02-04T08:00:00Z">'],
    ['an element for it', '<span itemprop="dateModified" content="2026-02-04T08:00:00Z"></span>'],
  ])('is read from %s', (_, head) =>
    expect(readPage(newsPage({ head: published + head }))?.modifiedAt).toBe(Date.UTC(2026, 1, 4, 8)),
  );

  it('is not said where that is no later than it was published', () => {
    const head = `${published}<meta property="article:modified_time" content="2026-02-03T08:00:00Z">`;
    expect(readPage(newsPage({ head }))).not.toHaveProperty('modifiedAt');
  });
});

describe('the language of a page', () => {
  const page = newsPage().replace('lang="en"', '');
  it.each([
    ['en', newsPage()],
    ['pt-BR', newsPage().replace('"en"', '"pt_br"')],
    ['de', page.replace('<head>', `<head>${ld({ '@type': 'NewsArticle', inLanguage: 'de' })}`)],
    ['fr-CA', page.replace('<head>', '<head><meta property="og:locale" content="fr_CA">')],
    [undefined, page],
    [undefined, newsPage().replace('"en"', '"?"')],
  ])('is %s', (language, html) => expect(readPage(html)?.language).toBe(language));
});

describe('a page that not everyone may read', () => {
  const paid = { '@type': 'NewsArticle', isAccessibleForFree: 'False' };
  const part = { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paid' };
  const after =
    '<div class="paid"><p>The crew’s rota, as this paper has it, is for subscribers only.</p></div>';

  it('says so', () => {
    expect(readPage(newsPage({ head: ld(paid) }))?.isPaywalled).toBe(true);
    expect(readPage(newsPage({ head: ld({ ...paid, isAccessibleForFree: true }) }))).not.toHaveProperty(
      'isPaywalled',
    );
    const head = '<meta property="article:content_tier" content="locked">';
    expect(readPage(newsPage({ head }))?.isPaywalled).toBe(true);
  });

  it('is shown to others without its paid part', () => {
    const html = newsPage({ head: ld({ ...paid, hasPart: [part] }), after });
    expect(readPage(html)?.text).toContain('rota');
    const page = readPage(html, { isForAll: true });
    expect(page?.text).not.toContain('rota');
    expect(page?.isPaywalled).toBe(true);
  });

  it.each(['p:not(', '', '*|', ':has(', 'a'.repeat(500)])(
    'is read where the part is called “%s”, which is no selector',
    (cssSelector) => {
      const html = newsPage({ head: ld({ ...paid, hasPart: { ...part, cssSelector } }) });
      expect(readPage(html, { isForAll: true })?.text).toContain('ferry');
    },
  );
});

describe('facts in other places', () => {
  it('are found by the name a graph gives them', () => {
    const graph = [
      { '@type': 'Article', author: { '@id': '#quist' }, publisher: { '@id': '#bell' } },
      { '@type': 'Person', '@id': '#quist', name: 'Mara Quist' },
      { '@type': 'Organization', '@id': '#bell', name: 'The Brannoch Bell' },
    ];
    expect(readPage(newsPage({ head: ld({ '@graph': graph }) }))).toMatchObject({
      byline: 'Mara Quist',
      publisher: 'The Brannoch Bell',
    });
  });

  it.each([
    'https://bell.example/2026/02/03/ferry',
    'https://bell.example/2026/feb/3/ferry',
    'https://bell.example/news/ferry-20260203',
  ])('are the day in the address %s, where nothing else says it', (url) => {
    const head = `<link rel="canonical" href="${url}">`;
    expect(readPage(newsPage({ head }))?.publishedAt).toBe(day);
  });

  it('are a day before its month where the page is not in English', () => {
    const before = '<p class="date">3/2/2026</p>';
    expect(readPage(newsPage({ before }))?.publishedAt).toBeUndefined();
    expect(readPage(newsPage({ before }).replace('"en"', '"fr"'))?.publishedAt).toBe(day);
  });

  it.each([
    ['Von Mara Quist', 'Mara Quist'],
    ['Par Mara van den Quist', 'Mara van den Quist'],
    ['Автор: Мара Квист', 'Мара Квист'],
    ['By Mara Quist and Tam Reddick', 'Mara Quist, Tam Reddick'],
    ['記者 山田花子', '山田花子'],
  ])('are the names in “%s”', (words, byline) => {
    expect(readPage(newsPage({ before: `<p class="byline">${words}</p>` }))?.byline).toBe(byline);
  });
});
