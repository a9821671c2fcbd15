import { describe, expect, it } from 'vitest';
import { commonFeedPaths, namedFeeds } from '../../../src/ingest/feed/named-feeds.ts';

const page = (head: string) =>
  namedFeeds(`<!doctype html><html><head>${head}</head></html>`, 'http://a.example/b/c');

describe('the feeds that a page names', () => {
  it('are those of its head, then of its links, those of comments last', () => {
    const found = page(`
      <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
      <a href="/rss.xml">RSS</a>
      <link rel='alternate' type='application/atom+xml' href=/all.xml title='Boats &amp; bridges'>
      <link rel="alternate feed" type="application/feed+json" href="feed.json">`);
    expect(found).toEqual([
      { address: 'http://a.example/all.xml', title: 'Boats & bridges' },
      { address: 'http://a.example/b/feed.json' },
      { address: 'http://a.example/rss.xml' },
      { address: 'http://a.example/b/comments/feed', title: 'Comments' },
    ]);
  });

  it('are seen from its base, and from "feed:" too', () => {
    expect(
      page(
        '<base href="/x/"><link rel=alternate type=application/rss+xml href=f><a href="feed://b.example/f">f</a>',
      ),
    ).toEqual([{ address: 'http://a.example/x/f' }, { address: 'http://b.example/f' }]);
  });

  it.each([
    '<link rel=stylesheet href=/feed.css>',
    '<link rel=alternate hreflang=de href=/de>',
    '<link rel=alternate type="application/json+oembed" href="/oembed?feed">',
    '<link rel=alternate type="application/json" href="/wp-json/pages/1">',
    '<link rel=alternate type=application/rss+xml href="javascript:x">',
    '<!-- <link rel=alternate type=application/rss+xml href=/old> -->',
    '<script>"<link rel=alternate type=application/rss+xml href=/x>"</script>',
    '<a href="/feedback">Feedback</a>',
  ])('are not in %s', (head) => expect(page(head)).toEqual([]));

  it('may be where they are elsewhere', () => {
    expect(commonFeedPaths('https://a.example/blog/page.html?x')).toEqual([
      'https://a.example/blog/feed',
      'https://a.example/feed',
      'https://a.example/rss',
      'https://a.example/rss.xml',
      'https://a.example/atom.xml',
      'https://a.example/feed.xml',
      'https://a.example/index.xml',
      'https://a.example/feed.json',
    ]);
    expect(commonFeedPaths('ftp://a.example/')).toEqual([]);
  });
});
