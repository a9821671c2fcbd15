/** An entry of an invented feed; `at` in UTC milliseconds. */
export interface WrittenEntry {
  readonly guid?: string;
  readonly link?: string;
  readonly title?: string;
  readonly at?: number;
  readonly summary?: string;
  readonly content?: string;
  readonly categories?: readonly string[];
  readonly author?: string;
}

const cdata = (words: string) => `<![CDATA[${words}]]>`;

function item({ guid, link, title, at, summary, content, categories = [], author }: WrittenEntry): string {
  return [
    '<item>',
    ...(title === undefined ? [] : [`<title>${title}</title>`]),
    ...(link === undefined ? [] : [`<link>${link}</link>`]),
    ...(guid === undefined ? [] : [`<guid isPermaLink="false">${guid}</guid>`]),
    ...(at === undefined ? [] : [`<pubDate>${new Date(at).toUTCString()}</pubDate>`]),
    ...(author === undefined ? [] : [`<dc:creator>${author}</dc:creator>`]),
    ...categories.map((category) => `<category>${category}</category>`),
    ...(summary === undefined ? [] : [`<description>${cdata(summary)}</description>`]),
    ...(content === undefined ? [] : [`<content:encoded>${cdata(content)}</content:encoded>`]),
    '</item>',
  ].join('');
}

/** An RSS feed of these entries, in their order. */
export function rss(entries: readonly WrittenEntry[], title = 'The Brannoch Bell'): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title><link>https://bell.example/</link><description>News</description>${entries.map(item).join('')}</channel></rss>`;
}

/** Entries of a feed that publishes one every so often, newest first. */
export function regular(
  count: number,
  { newestAt, gapMs }: { newestAt: number; gapMs: number },
): WrittenEntry[] {
  return Array.from({ length: count }, (_, place) => ({
    guid: `entry-${count - place}`,
    link: `https://bell.example/entry-${count - place}`,
    title: `Entry ${count - place}`,
    at: newestAt - place * gapMs,
  }));
}
