import type { Expectation } from './score-feeds.ts';

/** An entry of a feed of ours, of which everything is known. */
interface SampleEntry {
  readonly title: string;
  readonly link: string;
  readonly id: string;
  readonly publishedAt: number;
  readonly author: string;
  /** Plain text. */
  readonly summary: string;
  /** HTML. */
  readonly content: string;
}

export interface SampleFeed {
  readonly title: string;
  readonly link: string;
  readonly entries: readonly SampleEntry[];
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const cdata = (text: string): string => `<![CDATA[${text}]]>`;
const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const iso = (at: number): string => new Date(at).toISOString();

const modules =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"';

const rssOf = ({ title, link }: SampleFeed, items: readonly string[]): string =>
  `${declaration}<rss version="2.0" ${modules}><channel><title>${escaped(title)}</title><link>${link}</link><description>News of the coast</description>\n${items.join('\n')}\n</channel></rss>`;

/** Everything escaped, summaries alone. */
export const plainRss = (feed: SampleFeed): string =>
  rssOf(
    feed,
    feed.entries.map(
      ({ title, link, id, publishedAt, summary }) =>
        `<item><title>${escaped(title)}</title><link>${link}</link><guid isPermaLink="false">${id}</guid><pubDate>${new Date(publishedAt).toUTCString()}</pubDate><description>${escaped(escaped(summary))}</description></item>`,
    ),
  );

/** CDATA and modules, as the common systems write it. */
const fullRss = (feed: SampleFeed): string =>
  rssOf(
    feed,
    feed.entries.map(
      ({ title, link, id, publishedAt, author, summary, content }) =>
        `<item><title>${cdata(title.replaceAll('&', '&amp;'))}</title><link>${link}</link><dc:creator>${cdata(author)}</dc:creator><guid isPermaLink="false">${id}</guid><dc:date>${iso(publishedAt)}</dc:date><description>${cdata(escaped(summary))}</description><content:encoded>${cdata(content)}</content:encoded><media:content url="https://media.example/${id}.jpg" medium="image"><media:title>A picture of it</media:title></media:content></item>`,
    ),
  );

const atomOf = ({ title, link }: SampleFeed, entries: readonly string[]): string =>
  `${declaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>urn:echo</id><title>${escaped(title)}</title><link rel="self" href="https://feeds.example/atom"/><link rel="alternate" href="${link}"/><updated>2026-11-20T08:00:00Z</updated>\n${entries.join('\n')}\n</feed>`;

const atomEntry = ({ title, link, id, publishedAt, author, summary }: SampleEntry, content: string): string =>
  `<entry><id>${id}</id><title type="text">${escaped(title)}</title><link href="${link}"/><author><name>${escaped(author)}</name></author><published>${iso(publishedAt)}</published><updated>${iso(publishedAt + 3_600_000)}</updated><summary>${escaped(summary)}</summary>${content}</entry>`;

const htmlAtom = (feed: SampleFeed): string =>
  atomOf(
    feed,
    feed.entries.map((entry) => atomEntry(entry, `<content type="html">${escaped(entry.content)}</content>`)),
  );

const xhtmlAtom = (feed: SampleFeed): string =>
  atomOf(
    feed,
    feed.entries.map((entry) =>
      atomEntry(
        entry,
        `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${entry.content}</div></content>`,
      ),
    ),
  );

const rdf = ({ title, link, entries }: SampleFeed): string =>
  `${declaration}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${modules}><channel rdf:about="${link}"><title>${escaped(title)}</title><link>${link}</link><description>News</description></channel>\n${entries
    .map(
      (entry) =>
        `<item rdf:about="${entry.id}"><title>${escaped(entry.title)}</title><link>${entry.link}</link><description>${escaped(escaped(entry.summary))}</description><dc:date>${iso(entry.publishedAt)}</dc:date><content:encoded>${escaped(entry.content)}</content:encoded></item>`,
    )
    .join('\n')}</rdf:RDF>`;

const json = ({ title, link, entries }: SampleFeed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: link,
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.link,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.content,
      date_published: iso(entry.publishedAt),
      authors: [{ name: entry.author }],
    })),
  });

/** Ways to write the same feed; those without contents say so by their name. */
export const formats: Readonly<Record<string, (feed: SampleFeed) => string>> = {
  'RSS, summaries alone': plainRss,
  'RSS with modules': fullRss,
  'Atom with HTML': htmlAtom,
  'Atom with XHTML': xhtmlAtom,
  RDF: rdf,
  'JSON Feed': json,
};

/** All that a feed says, of the feed itself and of each entry. */
export function expectationsOf({ title, link, entries }: SampleFeed, hasContent: boolean): Expectation[] {
  return [
    { field: 'title', value: title },
    { field: 'link', value: link },
    ...entries.flatMap((given, entry): Expectation[] => [
      { entry, field: 'title', value: escaped(given.title) },
      { entry, field: 'link', value: given.link },
      { entry, field: 'id', value: given.id },
      { entry, field: 'published', value: iso(given.publishedAt) },
      { entry, field: 'summary', value: escaped(given.summary) },
      ...(hasContent ? [{ entry, field: 'content' as const, value: given.content }] : []),
    ]),
  ];
}
