import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/ingest/page/read-page.ts';
import { newsPage, paragraphs } from './pages.ts';

describe('the article of a page', () => {
  it('is its paragraphs, one a line, without menu, consent dialogue and footer', () => {
    expect(readPage(newsPage())?.text.split('\n')).toEqual(paragraphs);
  });

  it('never holds what scripts, styles and hidden parts hold, and runs no script', () => {
    const after = `<script>globalThis.wasRun = true; document.body.innerHTML = '<p>Injected words of a script, a whole sentence.</p>'</script>
      <style>.a::after { content: "A styled sentence that is not there." }</style>
      <p hidden>A hidden sentence that no reader of the page ever sees.</p>
      <noscript><p>Please turn on scripts to read this page of ours.</p></noscript>`;
    expect(readPage(newsPage({ after }))?.text.split('\n')).toEqual(paragraphs);
    expect(globalThis).not.toHaveProperty('wasRun');
  });

  it('leaves out what the publisher marks with data-nosnippet, inside a paragraph too', () => {
    const body = [
      ...paragraphs,
      'The hearing begins at seven.<span data-nosnippet> Doors are behind the boiler house.</span>',
    ];
    const after =
      '<div data-nosnippet><p>The crew’s rota, as leaked to this paper, is shown to readers here only.</p></div>';
    const text = readPage(newsPage({ body, after }))?.text;
    expect(text?.endsWith('\nThe hearing begins at seven.')).toBe(true);
    expect(text).not.toMatch(/boiler|rota/);
  });

  it('keeps list items, quotations and headings apart, and drops captions', () => {
    const after = `<h2>What happens next</h2><h2>Two more boats are at risk.</h2>
      <ul><li>The board meets on <b>4</b>&nbsp;February.</li><li>The council votes<br>two weeks later.</li></ul>
      <blockquote>We will sit in the boat all night.</blockquote>
      <figure><img src="a.jpg"><figcaption>The pier at Sula last winter. Photo: A. Lund.</figcaption></figure>`;
    expect(readPage(newsPage({ after }))?.text.split('\n').slice(paragraphs.length)).toEqual([
      'What happens next',
      'Two more boats are at risk.',
      'The board meets on 4 February.',
      'The council votes two weeks later.',
      'We will sit in the boat all night.',
    ]);
  });

  it('keeps paragraphs apart that are parted by empty lines only', () => {
    const html = `<html><body><article>${paragraphs.join('<br>\n<br />')}</article></body></html>`;
    expect(readPage(html)?.text.split('\n')).toEqual(paragraphs);
  });

  it('keeps what is quoted from elsewhere, in a box of whatever name', () => {
    const quoted = 'We will sit in the boat all night, and so will you. — Tam (@tam)';
    const box = `<div class="social-embed"><blockquote><p>${quoted} <a href="/t">3 February</a></p></blockquote></div>`;
    const html = newsPage({ body: [...paragraphs.slice(0, 4), `${paragraphs[4]}</p>${box}<p>`] });
    expect(readPage(html)?.text).toContain(quoted);
  });

  it.each([
    ['a caption by its name', '<div class="photo-caption">The pier at Sula last winter.</div>'],
    ['a figure', '<figure><img src="a.jpg"><span>The pier at Sula last winter.</span></figure>'],
    [
      'a box about the author',
      '<div class="author-bio"><p>Mara Quist has written on boats since 2011.</p></div>',
    ],
    ['an invitation', '<div id="newsletterSignup"><p>Get the best of the harbour daily</p></div>'],
    ['what only screen readers say', '<p><span class="sr-only">End of the article.</span></p>'],
    ['an aside', '<aside><p>Bakeries of the island are open on Sundays.</p></aside>'],
    ['the date', '<p><time datetime="2026-02-03">3 February 2026, 18:05</time></p>'],
    ['an advert', '<p>Advertisement</p>'],
    ['its title again', '<h2>Night ferry to Sula will stop</h2>'],
  ])('is without %s', (_, piece) => {
    const [first = '', ...rest] = paragraphs;
    const page = readPage(newsPage({ body: [`${first}</p>${piece}<p>`, ...rest] }));
    expect(page?.text.split('\n')).toEqual(paragraphs);
  });

  it('is where the page says it is, though other parts of it look more like one', () => {
    const body = paragraphs.map((words) => `<span>${words}</span><br><br>`).join('');
    const others = paragraphs.map((words) => `<p>${words.replace('ferry', 'train')}, they say.</p>`).join('');
    const html = `<html><body><div itemprop="articleBody">${body}</div><div class="list">${others}</div></body></html>`;
    expect(readPage(html)?.text.split('\n').slice(0, 5)).toEqual(paragraphs);
  });

  it('leaves out lines that are links and little else', () => {
    const after = `<p><a href="/a">Island bakery wins a prize</a> | <a href="/b">Harbour board elects a chair</a></p>
      <h3><a href="/c">The pier is to be mended.</a></h3>
      <p>The board’s <a href="/d">plan of last year</a> spoke of two boats.</p>`;
    expect(readPage(newsPage({ after }))?.text.split('\n').slice(paragraphs.length)).toEqual([
      'The board’s plan of last year spoke of two boats.',
    ]);
  });

  it('is found in scripts that end their sentences otherwise', () => {
    const body = [
      '島への夜の船は三月三日から止まると、港の役所が火曜日に言った。',
      '島の人びとは署名を集め、毎晩その船に乗ると約束した。',
      'हार्बर बोर्ड ने मंगलवार को कहा कि द्वीप की रात की नाव तीन मार्च से बंद हो जाएगी।',
    ];
    for (const words of body) expect(readPage(newsPage({ body: [words] }))?.text).toBe(words);
  });

  it('comes with what JSON-LD says of it', () => {
    const about = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Night ferry to Sula will stop',
      author: { '@type': 'Person', name: 'Mara Quist' },
      publisher: { '@type': 'Organization', name: 'The Brannoch Bell' },
      datePublished: '2026-02-03T18:05:00+01:00',
    };
    const head = `<script type="application/ld+json">${JSON.stringify(about)}</script>
      <link rel="canonical" href="https://bell.example/sula-ferry">`;
    expect(readPage(newsPage({ head }))).toEqual({
      title: 'Night ferry to Sula will stop',
      byline: 'Mara Quist',
      publisher: 'The Brannoch Bell',
      publishedAt: Date.UTC(2026, 1, 3, 17, 5),
      canonicalUrl: 'https://bell.example/sula-ferry',
      language: 'en',
      text: paragraphs.join('\n'),
    });
  });

  it('comes with what its meta elements say, its publisher not twice', () => {
    const head = `<meta property="og:title" content="Sula’s night ferry &amp; its end – The Brannoch Bell">
      <meta property="og:site_name" content="The Brannoch Bell"><meta name="author" content="By Mara Quist">
      <meta property="article:published_time" content="2026-02-03"><meta property="og:url" content="https://bell.example/a">`;
    expect(readPage(newsPage({ head }))).toMatchObject({
      title: 'Sula’s night ferry & its end',
      byline: 'Mara Quist',
      publisher: 'The Brannoch Bell',
      publishedAt: Date.UTC(2026, 1, 3),
      canonicalUrl: 'https://bell.example/a',
    });
  });

  it.each([
    [
      'a date with two readings',
      '<meta property="article:published_time" content="3/2/2026">',
      'publishedAt',
    ],
    [
      'a date that is none',
      '<meta property="article:published_time" content="2026-02-31T25:00:00Z">',
      'publishedAt',
    ],
    [
      'a canonical address that runs a script',
      '<link rel="canonical" href="javascript:alert(1)">',
      'canonicalUrl',
    ],
    ['a canonical address without a host', '<link rel="canonical" href="/sula">', 'canonicalUrl'],
    ['a byline that is a date', '<meta name="author" content="admin 2026-02-03">', 'byline'],
    ['broken JSON-LD', '<script type="application/ld+json">{"@type": </script>', 'publisher'],
  ])('does without %s', (_, head, missing) => {
    const page = readPage(newsPage({ head }));
    expect(page?.text).toBe(paragraphs.join('\n'));
    expect(page).not.toHaveProperty(missing);
  });

  it.each([
    ['without html and body elements', paragraphs.map((words) => `<p>${words}</p>`).join('')],
    ['after a comment', `<!-- saved page --><!doctype html><html><body>${newsPage().split('<main>')[1]}`],
    ['with a body element only', `<body>${paragraphs.map((words) => `<P>${words}`).join('')}`],
  ])('is found in a page %s', (_, html) => {
    expect(readPage(html)?.text.split('\n').slice(0, paragraphs.length)).toEqual(paragraphs);
  });

  it.each([
    ['an empty page', '<!doctype html><html><head><title>Empty</title></head><body></body></html>'],
    ['no page at all', ''],
    ['a page that only links', `<html><body>${'<a href="/x">More news</a> '.repeat(200)}</body></html>`],
    [
      'a page drawn by scripts',
      '<html><body><div id="app"></div><script>draw("A sentence, drawn.")</script></body></html>',
    ],
    ['a page that shows only its title', '<html><body><h1>Ferry stops</h1><p>Subscribe</p></body></html>'],
  ])('is not there in %s', (_, html) => {
    expect(readPage(html)).toBeUndefined();
  });
});
