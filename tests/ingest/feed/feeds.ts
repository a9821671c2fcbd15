import type { FeedReading, ParsedFeed } from '../../../src/ingest/feed/parsed-feed.ts';
import { readFeed } from '../../../src/ingest/feed/read-feed.ts';

const url = 'http://feeds.example.org/here/feed.xml';

export function reading(written: string | Uint8Array, contentType = 'text/xml'): FeedReading {
  const bytes = typeof written === 'string' ? Buffer.from(written) : written;
  return readFeed({ bytes, contentType, url });
}

export function feedOf(written: string | Uint8Array): ParsedFeed {
  const read = reading(written);
  if (!read.ok) throw new Error(`no feed: ${read.reason}`);
  return read.feed;
}

export const atom = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`;
export const atomEntry = (inside: string) => atom(`<entry>${inside}</entry>`);
export const atom03Entry = (inside: string) =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>${inside}</entry></feed>`;
export const rss = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`;
export const rssItem = (inside: string) => rss(`<item>${inside}</item>`);
export const xhtml = (inside: string) => `<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>`;
