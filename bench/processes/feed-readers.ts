import { z } from 'zod';
import { decodeText } from '../../src/ingest/decode.ts';
import type { FeedReading, FeedSource } from '../../src/ingest/feed/parsed-feed.ts';
import type { ReadFeed } from '../parts/ingest/score-feeds.ts';
import { loadPeer } from '../parts/peers.ts';
import { readFeedsmith } from './feedsmith-feed.ts';
import { readRssParser } from './rss-parser-feed.ts';

/** Throws where it is no feed to it. */
export type FeedReader = (source: FeedSource) => ReadFeed | Promise<ReadFeed>;

const callable = z.custom<(...args: readonly unknown[]) => unknown>((value) => typeof value === 'function');

const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

function ourFeed(reading: FeedReading | { readonly ok: false; readonly reason: string }): ReadFeed {
  if (!reading.ok) throw new Error(reading.reason);
  const { title, siteUrl, entries } = reading.feed;
  return {
    title,
    link: siteUrl,
    entries: entries.map(({ guid, url, title, publishedAt, updatedAt, summary, content }) => ({
      title,
      link: url,
      id: guid,
      published: iso(publishedAt),
      updated: iso(updatedAt),
      summary,
      content,
    })),
  };
}

/** As `Response.text()` gives it: UTF-8 whatever it says. */
const plainText = ({ bytes }: FeedSource): string => new TextDecoder().decode(bytes);

function ourText({ bytes, contentType }: FeedSource): string {
  const decoding = decodeText(bytes, { contentType });
  return decoding.ok ? decoding.text : '';
}

async function feedsmith(textOf: (source: FeedSource) => string): Promise<FeedReader> {
  const { parseFeed } = await loadPeer('feedsmith', z.object({ parseFeed: callable }));
  return (source) => readFeedsmith(parseFeed(textOf(source)));
}

async function rssParser(textOf: (source: FeedSource) => string): Promise<FeedReader> {
  const { default: Parser } = await loadPeer(
    'rss-parser',
    z.object({
      default: z.custom<new () => { parseString(text: string): Promise<unknown> }>(
        (value) => typeof value === 'function',
      ),
    }),
  );
  const parser = new Parser();
  return async (source) => readRssParser(await parser.parseString(textOf(source)));
}

/** Loaded one at a time, each in its own process. */
export const feedReaders = {
  Standfirst: async () => {
    const { readFeed } = await import('../../src/ingest/feed/read-feed.ts');
    return (source) => ourFeed(readFeed(source));
  },
  'Standfirst, as the bot reads': async () => {
    const { createReadingPool } = await import('../../src/ingest/reading/reading-pool.ts');
    const pool = createReadingPool();
    return async (source) => ourFeed(await pool.readFeed(source));
  },
  feedsmith: () => feedsmith(plainText),
  'feedsmith, decoded by us': () => feedsmith(ourText),
  'rss-parser': () => rssParser(plainText),
  'rss-parser, decoded by us': () => rssParser(ourText),
} as const satisfies Readonly<Record<string, () => Promise<FeedReader>>>;

export type FeedReaderName = keyof typeof feedReaders;
