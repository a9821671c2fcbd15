import { describe, expect, it } from 'vitest';
import { feedOf, reading, rss, rssItem } from './feeds.ts';

/** Enough that what takes quadratic time, or calls itself for each level, shows. */
const bytes = 150_000;
const many = (part: string) => part.repeat(Math.floor(bytes / part.length));

describe('a hostile feed is read, or refused, in time that grows with its length alone', () => {
  const inEntry = [
    ...[
      '<a>',
      '<b><i>',
      '<a xmlns:b="http://x.example/">',
      '<a xml:base="b/">',
      '<',
      '</',
      '</a>',
      '&',
      '&#',
      '&lt;',
      '&a1;',
    ],
    ...[
      '<a b="',
      "<a b='>",
      '<a b="c>',
      '<a b="<" c',
      '<![CDATA[',
      '<a><![CDATA[',
      ']]>',
      '<!--',
      '<?',
      '<!a',
      '<!DOCTYPE a[',
    ],
    ...[
      '<category>a</category>',
      '<link>http://a.example/</link>',
      '<author>a@b.example (c)</author>',
      '<media:group>',
    ],
    ...['<pubDate>Jan 1 Jan 1 Jan 1</pubDate>', '&lt;a href="x"&gt;', '&lt;script&gt;', '&lt;b&gt;'],
  ];
  it.each(inEntry)('%j, again and again in an entry', (part) => {
    expect(feedOf(rssItem(`<title>ok</title><description>${many(part)}`)).entries[0]?.title).toBe('ok');
  });

  const whole: readonly [string, string][] = [
    ['opened elements', many('<a>')],
    ['opened entries', `<rss>${many('<item>')}`],
    ['opened channels', many('<channel>')],
    ['tiny entries', rss(many('<item><guid>1</guid></item>'))],
    ['types of document', many('<!DOCTYPE x [')],
    ['a name without end', `<${many('a')}`],
    ['attributes', `<rss ${many('a ')}>`],
    ['an attribute without end', `<rss a="${many('b')}`],
    ['lists of JSON', many('[')],
    ['objects of JSON', `{"title":"x","items":[${many('{},')}{}]}`],
    ['scripts of a page', `<!doctype html>${many('<script>')}`],
    ['links of a page', `<!doctype html>${many('<a href="/feed?x">')}`],
    ['NULs', many('\0')],
    ['lone surrogates', rssItem(many('\ud800'))],
    ['white space', rss(`<pubDate>${many(' ')}</pubDate>`)],
    ['figures', rss(`<pubDate>${many('1')}</pubDate>`)],
  ];
  it.each(whole)('%s', (_, written) => {
    const read = reading(written);
    expect(read.ok ? read.feed.entries.length <= 1000 : read.reason).toBeTruthy();
  });

  it('entities in entities stay what they are', () => {
    const lines = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    );
    const bomb = `<!DOCTYPE x [<!ENTITY l0 "ha">${lines.join('')}]>${rssItem('<title>&l0; &l12;</title>')}`;
    expect(feedOf(bomb).entries[0]?.title).toBe('ha &l12;');
  });

  it('an entity without others in it makes no more than its share of text', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(200)}">]>${rssItem(`<description>${many('&a;')}</description>`)}`;
    expect(feedOf(bomb).entries[0]?.summary?.length).toBeLessThan(2 * bytes);
  });

  it('names of objects mean nothing', () => {
    const feed = feedOf(
      rssItem('<__proto__>x</__proto__><constructor/><toString/><title __proto__="y">ok</title>'),
    );
    expect(feed.entries[0]).toEqual({ title: 'ok', categories: [], enclosures: [] });
    expect(
      feedOf('{"title":"x","items":[{"__proto__":{"title":"y"},"id":"1"}]}').entries[0]?.title,
    ).toBeUndefined();
  });
});
