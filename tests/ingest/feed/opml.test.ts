import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutlineFeed, readOpml, writeOpml } from '../../../src/ingest/feed/opml.ts';

const read = (written: string) => readOpml(Buffer.from(written));
const feedsOf = (written: string): readonly OutlineFeed[] => {
  const reading = read(written);
  return reading.ok ? reading.outline.feeds : [];
};

const one = '<outline text="One" xmlUrl="http://a.example/1"/>';
const two = '<outline text="Two" xmlUrl="http://a.example/2"/>';

describe('a list of feeds', () => {
  it('has its title, and each feed in its groups', () => {
    const written = `<?xml version="1.0"?><opml version="2.0"><head><title>Ann&apos;s feeds</title></head><body>
      <outline text="News &amp; more"><outline title="Local">
        <outline type="rss" text="t" title="The Boat" xmlUrl="http://a.example/1?a=1&amp;b=2" htmlUrl="http://a.example/"/>
      </outline></outline>${two}</body></opml>`;
    expect(read(written)).toEqual({
      ok: true,
      isCut: false,
      outline: {
        title: "Ann's feeds",
        feeds: [
          {
            address: 'http://a.example/1?a=1&b=2',
            title: 'The Boat',
            siteUrl: 'http://a.example/',
            groups: ['News & more', 'Local'],
          },
          { address: 'http://a.example/2', title: 'Two', groups: [] },
        ],
      },
    });
  });

  it.each([
    ['names in another case', '<OPML><BODY><OUTLINE TEXT="One" XMLURL="http://a.example/1"/></BODY></OPML>'],
    [
      'an address that OPML 1 has as "url"',
      '<opml><outline type="rss" text="One" url="http://a.example/1"/></opml>',
    ],
    ['"feed:" before an address', '<opml><outline text="One" xmlUrl="feed://a.example/1"/></opml>'],
    ['a feed listed twice', `<opml>${one}<outline text="Again" xmlUrl="http://a.example/1"/></opml>`],
    ['no end', `<opml><body>${one}<outline text="Tw`],
    [
      'outlines that lead elsewhere',
      `<opml>${one}<outline type="link" url="http://a.example/x"/><outline xmlUrl="javascript:x"/></opml>`,
    ],
    ['outlines that hold outlines without end', `<opml>${one}${'<outline text="a">'.repeat(20_000)}</opml>`],
  ])('is read with %s', (_, written) => {
    expect(feedsOf(written)).toEqual([{ address: 'http://a.example/1', title: 'One', groups: [] }]);
  });

  it('is read where the feeds are left open', () => {
    const written = `<opml><outline text="A">${one.replace('/>', '>')}${two.replace('/>', '>')}</outline>${one.replaceAll('1', '3')}</opml>`;
    expect(feedsOf(written).map(({ groups }) => groups)).toEqual([['A'], ['A'], []]);
  });

  it('has no more than five thousand feeds', () => {
    const lines = Array.from({ length: 5001 }, (_, index) => `<outline xmlUrl="http://a.example/${index}"/>`);
    const reading = read(`<opml>${lines.join('')}</opml>`);
    expect(reading.ok && [reading.isCut, reading.outline.feeds.length]).toEqual([true, 5000]);
  });

  it.each([
    ['', 'empty'],
    ['<rss/>', 'no-opml'],
    ['%PDF-1.7', 'binary'],
  ])('is not in %j', (written, reason) => expect(read(written)).toEqual({ ok: false, reason }));

  it('comes back as it was written', () => {
    const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map(
      (text) =>
        text
          .replace(/[\p{Cc}\p{Cs}\ufffe\uffff\ufeff]/gu, '')
          .replace(/\s+/g, ' ')
          .trim() || 'x',
    );
    const feed = fc.record(
      {
        address: fc.webUrl({ withQueryParameters: true }),
        title: line,
        siteUrl: fc.webUrl(),
        groups: fc.array(line, { maxLength: 3 }),
      },
      { requiredKeys: ['address', 'groups'] },
    );
    const feeds = fc.uniqueArray(feed, { selector: ({ address }) => address, maxLength: 8 });
    fc.assert(
      fc.property(line, feeds, (title, some) => {
        const reading = read(writeOpml({ title, feeds: some }, Date.UTC(2026, 0, 2)));
        const byAddress = (list: readonly OutlineFeed[]) =>
          list.toSorted((a, b) => (a.address < b.address ? -1 : 1));
        const expected = some.map((known) => ({ ...known, title: known.title ?? known.address }));
        expect(reading.ok && reading.outline.title).toBe(title);
        expect(reading.ok && byAddress(reading.outline.feeds)).toEqual(byAddress(expected));
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});
