import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/ingest/decode.ts';
import { boundedPage } from '../../../src/ingest/page/page-bounds.ts';
import { readDocument } from '../../../src/ingest/read-document.ts';
import { createReadingPool } from '../../../src/ingest/reading/reading-pool.ts';
import { newsPage, paragraphs } from './pages.ts';

const { readDocument: readInPool, close } = createReadingPool({ timeMs: 20_000 });
afterAll(close);

const page = (raw: string) =>
  ({ kind: 'page', raw, source: 'ferry.html', scope: 'public', storedAt: Date.UTC(2026, 1, 4) }) as const;
const article = paragraphs.map((words) => `<p>${words}</p>`).join('');
const inPage = (html: string) => `<html><body>${html}</body></html>`;

describe('a hostile page', () => {
  it.each([
    ['100,000 elements inside one another', inPage(`${'<div>'.repeat(100_000)}${article}`)],
    ['200,000 links behind it', inPage(`${article}${'<a href="/a">More</a> '.repeat(200_000)}`)],
    ['5 MB of script', inPage(`<script>${'a<b&&c;'.repeat(700_000)}</script>${article}`)],
    ['5 MB of one attribute', inPage(`<p title="${'a'.repeat(5_000_000)}">${article}`)],
  ])('gives its article in spite of %s', async (_, html) => {
    expect(await readInPool(page(html))).toMatchObject({ ok: true, article: { raw: paragraphs.join('\n') } });
  });

  it.each([
    ['a million entities', inPage(`<p>${'&amp;'.repeat(1_000_000)}</p>`)],
    ['one sentence 250,000 times', inPage(`<p>${'The board met again. '.repeat(250_000)}</p>`)],
  ])('is refused for a reason: %s', async (_, html) => {
    expect(await readInPool(page(html))).toMatchObject({ ok: false, reason: expect.any(String) });
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<table><tr><td>',
      '<a href="javascript:a">',
      '<!--',
      '-->',
      '&#0;',
    ),
    fc.constantFrom(
      '<script type="application/ld+json">',
      '</script>',
      '{"@type":"Article","author":',
      '<title>',
      '<svg>',
    ),
    fc.constantFrom(
      '<meta property="article:published_time" content="',
      '">',
      '<time datetime=',
      '<br><br>',
      '&#x110000;',
    ),
    fc.constantFrom(
      '<blockquote>',
      '<article>',
      '<template>',
      '<html>',
      '<body>',
      '<frameset>',
      '</html>',
      '<base href=//a>',
    ),
    fc.constantFrom(...paragraphs),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

  it('whatever it is made of, ends in an article or a reasoned refusal', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const reading = readDocument(page(pieces.join('')));
        if (reading.ok) expect(reading.article.text).not.toBe('');
        else expect(reading.reason).toMatch(/^(?:no-article|not-allowed|unreadable)$/);
      }),
      { seed: 43, numRuns: 80 },
    );
  });

  it('of any bytes ends in one too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('', newsPage()), (bytes, before) => {
        const decoding = decodeText(Buffer.concat([Buffer.from(before), bytes]));
        if (decoding.ok) expect(typeof readDocument(page(decoding.text)).ok).toBe('boolean');
        else expect(decoding.reason).toEqual(expect.any(String));
      }),
      { seed: 43, numRuns: 30 },
    );
  });
});

describe('a page whose JSON-LD is deeper than any', () => {
  it('is read without it', () => {
    const deep = `{"@type":"NewsArticle","author":"Ann Other","x":${'['.repeat(150)}${']'.repeat(150)}}`;
    const html = newsPage().replace('<head>', `<head><script type="application/ld+json">${deep}</script>`);
    expect(html).toContain(deep);
    const reading = readDocument(page(html));
    expect(reading.ok && reading.page?.byline).not.toBe('Ann Other');
  });
});

describe('a page within bounds', () => {
  it('is left as it is', () => {
    for (const html of [newsPage(), '', '<p>a < b && c</p>', '<TITLE>a<b</TITLE><p>c'])
      expect(boundedPage(html)).toBe(html);
  });

  it('keeps its words, but not its deepest tags', () => {
    const deep = `${'<div>'.repeat(1000)}<p>Words.</p>${'</div>'.repeat(1000)}<p>More.</p>`;
    const bounded = boundedPage(deep);
    expect(bounded.match(/<div>/g)).toHaveLength(150);
    expect(bounded.match(/<\/div>/g)).toHaveLength(150);
    expect(bounded).toContain('<p>Words.</p>');
    expect(bounded.endsWith('<p>More.</p>')).toBe(true);
  });

  it('keeps the beginning of a title without end', () => {
    const bounded = boundedPage(`<title lang="en">${'a | '.repeat(10_000)}</title><p>Words.</p>`);
    expect(bounded).toBe(`<title lang="en">${'a | '.repeat(500)}</title><p>Words.</p>`);
  });

  it('is cut behind so many elements', () => {
    const bounded = boundedPage('<p>a</p>'.repeat(20_000));
    expect(bounded.match(/<p>/g)).toHaveLength(10_000);
  });
});
