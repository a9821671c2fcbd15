import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedEntry, ParsedFeed } from '../../../src/ingest/feed/parsed-feed.ts';
import { readFeed } from '../../../src/ingest/feed/read-feed.ts';
import { atom, atom03Entry, atomEntry, feedOf, reading, rss, rssItem, xhtml } from './feeds.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const first = (written: string): ParsedEntry | undefined => feedOf(written).entries[0];

describe('the title of an entry, as people should see it', () => {
  it.each([
    ['Atom text', atomEntry('<title>Boats &amp; bridges</title>'), 'Boats & bridges'],
    ['Atom text about tags', atomEntry('<title type="text">The &lt;hr> tag</title>'), 'The <hr> tag'],
    ['Atom text escaped twice', atomEntry('<title>The town&amp;#8217;s boat</title>'), 'The town’s boat'],
    [
      'Atom HTML',
      atomEntry('<title type="html">Boats &amp;amp; &lt;b>bri&lt;/b>dges</title>'),
      'Boats & bridges',
    ],
    ['Atom XHTML', atomEntry(`<title type="xhtml">${xhtml('1 <b>is</b> &lt; 2')}</title>`), '1 is < 2'],
    ['Atom 0.3 base64', atom03Entry(`<title mode="base64">${base64('Boats go')}</title>`), 'Boats go'],
    ['RSS with a sign', rssItem('<title>1 &lt; 2</title>'), '1 < 2'],
    ['RSS with a type parameter', rssItem('<title>List&lt;Boat&gt; in use</title>'), 'List<Boat> in use'],
    ['RSS about a tag', rssItem('<title>Using &lt;div&gt; well</title>'), 'Using <div> well'],
    ['RSS with tags', rssItem('<title>&lt;b&gt;Bo&lt;/b&gt;ats&lt;br&gt;go</title>'), 'Boats go'],
    [
      'RSS with raised figures',
      rssItem('<title>30 m&lt;sup&gt;2&lt;/sup&gt; of CO&lt;sub&gt;2&lt;/sub&gt;</title>'),
      '30 m² of CO₂',
    ],
    ['RSS escaped twice', rssItem('<title>B&amp;amp;B</title>'), 'B&B'],
    ['CDATA', rssItem('<title><![CDATA[B & B]]></title>'), 'B & B'],
    ['white space', rssItem('<title>\n Boats\n\tgo </title>'), 'Boats go'],
    ['an entity of HTML that nobody declares', rssItem('<title>caf&eacute;</title>'), 'café'],
    ['a declared entity', `<!DOCTYPE rss [<!ENTITY b "Bo&#228;t">]>${rssItem('<title>&b;</title>')}`, 'Boät'],
    ['another title of a picture', rssItem('<media:title>X</media:title><title>Boats</title>'), 'Boats'],
  ])('%s', (_, written, title) => expect(first(written)?.title).toBe(title));
});

describe('what an entry says', () => {
  const entries: readonly [string, string, Partial<ParsedEntry>][] = [
    [
      'the XHTML of Atom, without its wrapper',
      atomEntry(`<content type="xhtml">${xhtml('Go <b>on</b><br/>')}</content>`),
      { content: 'Go <b>on</b><br />' },
    ],
    [
      'XHTML under a prefix of its own',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"><a:entry><a:content type="xhtml"><h:div>Go <h:b>on</h:b></h:div></a:content></a:entry></a:feed>',
      { content: 'Go <b>on</b>' },
    ],
    [
      'base64',
      atomEntry(`<content type="application/octet-stream">${base64('Go <b>on</b>')}</content>`),
      { content: 'Go <b>on</b>' },
    ],
    [
      'Atom 0.3',
      atom03Entry(
        '<summary type="text/html" mode="escaped">&lt;p>x&lt;/p></summary><issued>2003-12-31</issued><modified>2004-01-01</modified>',
      ),
      { summary: '<p>x</p>', publishedAt: Date.UTC(2003, 11, 31), updatedAt: Date.UTC(2004, 0, 1) },
    ],
    [
      'markup that was not escaped',
      rssItem('<description>Go <b>on</b></description>'),
      { summary: 'Go <b>on</b>' },
    ],
    ['text, escaped as HTML', atomEntry('<summary>1 &lt; 2</summary>'), { summary: '1 &lt; 2' }],
    [
      'a second summary as the content',
      rssItem('<description>Short</description><summary>Long</summary>'),
      { summary: 'Short', content: 'Long' },
    ],
    [
      'neither scripts nor style sheets',
      rssItem('<description>Go&lt;script>no("&lt;")&lt;/script> on&lt;style>a{}&lt;/style></description>'),
      { summary: 'Go on' },
    ],
    [
      'modules, though nobody declares them',
      rssItem(
        '<dc:creator>Ann Other</dc:creator><dc:date>2003-12-31T10:14:55Z</dc:date><content:encoded>Go</content:encoded>',
      ),
      { author: 'Ann Other', publishedAt: Date.UTC(2003, 11, 31, 10, 14, 55), content: 'Go' },
    ],
    [
      'modules under other prefixes',
      '<rss xmlns:q="HTTP://PURL.ORG/dc/elements/1.1/"><channel><item><q:creator>Ann Other</q:creator><q:subject>Boats</q:subject></item></channel></rss>',
      { author: 'Ann Other', categories: ['Boats'] },
    ],
    [
      'the author of an address',
      rssItem('<author>ann@example.org (Ann Other)</author>'),
      { author: 'Ann Other' },
    ],
    [
      'a name rather than an address',
      rssItem('<author>ann@example.org</author><dc:creator>Ann Other</dc:creator>'),
      { author: 'Ann Other' },
    ],
    [
      'all authors',
      atomEntry('<author><name>Ann Other</name></author><author><name>Bo Dale</name></author>'),
      { author: 'Ann Other, Bo Dale' },
    ],
    [
      'the author of the feed',
      atom('<author><name>Ann Other</name></author><entry><title>x</title></entry>'),
      { author: 'Ann Other' },
    ],
    [
      'the categories of podcasts',
      rssItem('<itunes:keywords>boats, bridges</itunes:keywords>'),
      { categories: ['boats', 'bridges'] },
    ],
    [
      'terms of Atom',
      atomEntry(
        '<category term="boats" label="Boats"/><category term="http://a.example/b" label="Bridges"/>',
      ),
      { categories: ['boats', 'Bridges'] },
    ],
    [
      'an enclosure',
      rssItem('<enclosure url="http://a.example/a.mp3" type="audio/mpeg" length="7"/>'),
      { enclosures: [{ url: 'http://a.example/a.mp3', type: 'audio/mpeg', length: 7 }] },
    ],
    [
      'the media of a group',
      rssItem(
        '<media:group><media:description>Go</media:description><media:content url="http://a.example/v.mp4" fileSize="9"/></media:group>',
      ),
      { summary: 'Go', enclosures: [{ url: 'http://a.example/v.mp4', length: 9 }] },
    ],
    [
      'a link of Atom to a page before others',
      atomEntry(
        '<link rel="self" href="http://a.example/s"/><link type="application/json" href="http://a.example/j"/><link rel="alternate" type="text/html" href="http://a.example/h"/>',
      ),
      { url: 'http://a.example/h' },
    ],
    [
      'an enclosure of Atom',
      atomEntry('<link rel="enclosure" href="http://a.example/a.mp3"/>'),
      { enclosures: [{ url: 'http://a.example/a.mp3' }] },
    ],
    [
      'a guid as the link',
      rssItem('<guid>http://a.example/1</guid>'),
      { guid: 'http://a.example/1', url: 'http://a.example/1' },
    ],
    [
      'a link before the guid',
      rssItem('<guid>http://a.example/1</guid><link>http://a.example/2?a=1&amp;b=2</link>'),
      { url: 'http://a.example/2?a=1&b=2' },
    ],
    [
      'a link behind its element',
      rssItem('<link/>http://a.example/1\n<guid>1</guid>'),
      { url: 'http://a.example/1' },
    ],
    [
      'where the counted link leads to',
      rssItem('<link>http://c.example/1</link><feedburner:origLink>http://a.example/1</feedburner:origLink>'),
      { url: 'http://c.example/1', originalUrl: 'http://a.example/1' },
    ],
  ];
  it.each(entries)('%s', (_, written, expected) => expect(first(written)).toMatchObject(expected));

  it('an id that is no whole address is no link', () => {
    expect(first(atomEntry('<title>x</title><id>boats</id>'))?.url).toBeUndefined();
  });

  it('the day of a change, where CDF has it', () => {
    const cdf =
      '<CHANNEL><ITEM HREF="http://a.example/1" LASTMOD="2003-12-31T10:14"><TITLE>x</TITLE></ITEM></CHANNEL>';
    expect(first(cdf)).toMatchObject({
      url: 'http://a.example/1',
      updatedAt: Date.UTC(2003, 11, 31, 10, 14),
    });
  });

  it.each([
    ['leads to mail', rssItem('<link>mailto:ann@example.org</link>')],
    ['is about another page', atomEntry('<link rel="related" href="http://a.example/"/>')],
    ['has a picture', rssItem('<media:thumbnail url="http://a.example/i.png"/>')],
    ['has a date that is none', rssItem('<pubDate>yesterday</pubDate>')],
  ])('an entry that only %s is one still', (_, written) => expect(first(written)).toBeDefined());

  it('an entry in which nothing stands is none', () => expect(first(rssItem(' '))).toBeUndefined());

  it('a guid that is no link is none', () => {
    expect(first(rssItem('<guid isPermaLink="false">http://a.example/1</guid>'))?.url).toBeUndefined();
  });

  it('nothing that could run', () => {
    expect(first(rssItem('<title>x</title><link>javascript:alert(1)</link>'))?.url).toBeUndefined();
  });
});

describe('an address that is relative', () => {
  const based = (inside: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://b.example/a/">${inside}</feed>`;
  const contents: readonly [string, string, string][] = [
    [
      'from the document',
      rssItem('<description>&lt;a href="b">x&lt;/a></description>'),
      '<a href="http://feeds.example.org/here/b">x</a>',
    ],
    [
      'from nested bases',
      based(
        '<entry xml:base="b/"><summary type="html" xml:base="c/">&lt;img src=\'../i.png\' alt="&amp;amp;"></summary></entry>',
      ),
      '<img src=\'http://b.example/a/b/i.png\' alt="&amp;">',
    ],
    [
      'from a base in the markup',
      based(
        `<entry><summary type="xhtml">${xhtml('<p xml:base="p/"><a href="z">q</a></p><a href="z">r</a>')}</summary></entry>`,
      ),
      '<p><a href="http://b.example/a/p/z">q</a></p><a href="http://b.example/a/z">r</a>',
    ],
    [
      'in a set of pictures without blanks',
      rssItem('<description>&lt;img srcset="a 1x,b 1.5x"></description>'),
      '<img srcset="http://feeds.example.org/here/a 1x, http://feeds.example.org/here/b 1.5x">',
    ],
    [
      'in a set of pictures',
      rssItem('<description>&lt;img srcset="/a.png 1x, /b.png 2x"></description>'),
      '<img srcset="http://feeds.example.org/a.png 1x, http://feeds.example.org/b.png 2x">',
    ],
    [
      'in quotations',
      rssItem('<description>&lt;q cite=x>y&lt;/q></description>'),
      '<q cite=http://feeds.example.org/here/x>y</q>',
    ],
  ];
  it.each(contents)('in content is seen %s', (_, written, html) =>
    expect(first(written)?.summary).toBe(html),
  );

  it.each([
    ['its base', based('<link href="x"/>'), 'http://b.example/a/x'],
    [
      'the document, where the base makes no sense',
      '<feed xml:base="javascript:x"><link href="x"/></feed>',
      'http://feeds.example.org/here/x',
    ],
    ['the scheme of the document', rss('<link>//o.example/a</link>'), 'http://o.example/a'],
  ])('of a site is seen from %s', (_, written, siteUrl) => expect(feedOf(written).siteUrl).toBe(siteUrl));
});

describe('a feed', () => {
  const feeds: readonly [string, string, Partial<ParsedFeed>][] = [
    [
      'of RSS 2.0',
      rss(
        '<title>T</title><link>http://a.example/</link><description>D</description><language>de</language><managingEditor>a@b.example (Ann Other)</managingEditor><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><lastBuildDate>2 Jan 2004</lastBuildDate>',
      ),
      {
        format: 'rss',
        title: 'T',
        siteUrl: 'http://a.example/',
        subtitle: 'D',
        language: 'de',
        author: 'Ann Other',
        publishedAt: Date.UTC(2004, 0, 1, 19, 48, 21),
        updatedAt: Date.UTC(2004, 0, 2),
        isMended: false,
      },
    ],
    [
      'of RSS with links to itself and of a picture',
      rss(
        '<atom:link rel="self" href="http://a.example/f"/><image><title>P</title><link>http://p.example/</link></image><title>T</title><link>http://a.example/</link>',
      ),
      { title: 'T', siteUrl: 'http://a.example/' },
    ],
    [
      'of RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http://a.example/"><title>C</title></channel><item rdf:about="http://a.example/1"><title>I</title></item></rdf:RDF>',
      {
        format: 'rdf',
        title: 'C',
        id: 'http://a.example/',
        entries: [
          {
            title: 'I',
            guid: 'http://a.example/1',
            url: 'http://a.example/1',
            categories: [],
            enclosures: [],
          },
        ],
      },
    ],
    [
      'of Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><id>urn:f</id><title>T</title><subtitle type="html">&lt;i>S&lt;/i></subtitle><updated>2004-01-02T00:00:00Z</updated></feed>',
      {
        format: 'atom',
        id: 'urn:f',
        title: 'T',
        subtitle: 'S',
        language: 'fr',
        updatedAt: Date.UTC(2004, 0, 2),
        entries: [],
      },
    ],
    [
      'of a podcast',
      rss('<itunes:author>Ann Other</itunes:author><itunes:subtitle>S</itunes:subtitle>'),
      { author: 'Ann Other', subtitle: 'S' },
    ],
    [
      'in capitals, with addresses as attributes',
      '<CHANNEL HREF="http://a.example/"><TITLE>C</TITLE><ITEM HREF="http://a.example/1"><TITLE>I</TITLE></ITEM></CHANNEL>',
      {
        title: 'C',
        siteUrl: 'http://a.example/',
        entries: [{ title: 'I', url: 'http://a.example/1', categories: [], enclosures: [] }],
      },
    ],
    [
      'of JSON',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        authors: [{ name: 'Ann Other' }],
        items: [
          {
            id: 1,
            url: '/x',
            content_html: '<a href="y">y</a>',
            summary: '1 < 2',
            date_published: '2010-02-07T14:04:00-05:00',
            tags: ['t'],
            attachments: [{ url: 'http://a.example/m.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5 }],
          },
        ],
      }),
      {
        format: 'json',
        title: 'J',
        entries: [
          {
            guid: '1',
            url: 'http://feeds.example.org/x',
            author: 'Ann Other',
            content: '<a href="http://feeds.example.org/here/y">y</a>',
            summary: '1 &lt; 2',
            publishedAt: Date.UTC(2010, 1, 7, 19, 4),
            categories: ['t'],
            enclosures: [{ url: 'http://a.example/m.mp3', type: 'audio/mpeg', length: 5 }],
          },
        ],
      },
    ],
  ];
  it.each(feeds)('%s', (_, written, expected) => expect(feedOf(written)).toMatchObject(expected));

  it('keeps the newest thousand entries, in its own order', () => {
    const days = Array.from({ length: 2500 }, (_, day) => new Date(Date.UTC(2010, 0, 1 + day)).toISOString());
    const feed = feedOf(
      rss(days.map((day) => `<item><title>${day}</title><pubDate>${day}</pubDate></item>`).join('')),
    );
    expect(feed.entries.map(({ title }) => title)).toEqual(days.slice(-1000));
  });

  it('that says it is in another charset than it is, is read in its own', () => {
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="utf-8"?>${rss('<title>Caf\xe9</title>')}`,
      'latin1',
    );
    expect(feedOf(latin).title).toBe('Café');
  });
});

describe('what is no feed', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['words', 'Boats go under bridges.', 'no-feed'],
    ['a list of feeds', '<opml version="2.0"><body><outline/></body></opml>', 'no-feed'],
    ['a map of a site', '<?xml version="1.0"?><urlset><url/></urlset>', 'no-feed'],
    ['other JSON', '{"a":1}', 'no-feed'],
    ['half of some JSON', '{"version":', 'unreadable'],
    ['a PDF', '%PDF-1.7', 'binary'],
    ['a page', '<!doctype html><p>Boats', 'page'],
  ])('%s', (_, written, reason) => expect(reading(written)).toMatchObject({ ok: false, reason }));
});

it('any bytes end in a feed or a reason', () => {
  const parts = fc.constantFrom(
    ...'<rss> <channel> <item> </item> <title> </title> <![CDATA[ ]]> <!-- --> & &lt; &#0; " \' = <a href=" xmlns:a="x" /> < > \0 \ufeff <feed> <entry> {"items":[ ]} \ud800'.split(
      ' ',
    ),
  );
  const written = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .array(fc.oneof(parts, fc.string({ maxLength: 9 })), { maxLength: 40 })
      .map((some) => Buffer.from(some.join(''))),
  );
  fc.assert(
    fc.property(
      written,
      fc.constantFrom('', 'text/xml', 'text/html;charset=utf-16'),
      (bytes, contentType) => {
        const read = readFeed({ bytes, contentType, url: 'http://a.example/' });
        if (read.ok)
          for (const { url } of read.feed.entries) expect(url ?? 'http://a').toMatch(/^https?:\/\//i);
        else expect(['page', 'no-feed', 'binary', 'empty', 'unreadable']).toContain(read.reason);
      },
    ),
    { seed: 7, numRuns: 600 },
  );
});
