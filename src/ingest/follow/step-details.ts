import { shownAddress } from '../carries-secret.ts';
import type { ParsedFeed } from '../feed/parsed-feed.ts';
import type { FetchedBytes, FetchRefusal } from '../fetch/fetch-bytes.ts';
import { wordsFor } from '../page-problems.ts';
import type { EntryReading } from '../poll/read-entry.ts';
import type { BoundedFeedReading } from '../reading/reading-pool.ts';

const formats = { rss: 'RSS', rdf: 'RSS 1.0', atom: 'Atom', json: 'JSON Feed' } as const;

const unread: Readonly<Record<Exclude<BoundedFeedReading, { ok: true }>['reason'], string>> = {
  page: 'a page, no feed',
  'no-feed': 'no feed',
  binary: 'no text',
  empty: 'empty',
  unreadable: 'it could not be read',
  'too-slow': 'reading it took too long',
  'too-big': 'reading it took too much memory',
};

/** "https://bell.example/feed", or that it has a key and is not everyone's. */
export function ofAddress({ href }: URL): string {
  const shown = shownAddress(href);
  return shown === href ? href : `${shown}, with a key in it: what it gives stays here`;
}

/** "14 kB, application/rss+xml, led to https://…". */
export function ofFetched(fetched: FetchedBytes | FetchRefusal, asked: URL): string {
  if (!fetched.ok) return wordsFor(fetched);
  const type = fetched.contentType.split(';', 1)[0]?.trim() ?? '';
  const size = `${Math.max(1, Math.round(fetched.bytes.length / 1024))} kB`;
  const led =
    fetched.url === asked.href
      ? []
      : [`${fetched.movedTo === undefined ? 'led' : 'moved'} to ${shownAddress(fetched.url)}`];
  return [size, type === '' ? 'no type given' : type, ...led].join(', ');
}

export function ofReading(reading: BoundedFeedReading): string {
  return reading.ok ? ofFeed(reading.feed) : unread[reading.reason];
}

function ofFeed({ format, entries, isMended }: ParsedFeed): string {
  const count = `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`;
  return [formats[format], count, ...(isMended ? ['not well-formed, mended'] : [])].join(', ');
}

export function ofPageFeeds(
  namedCount: number,
  found: { readonly ok: true; readonly address: URL; readonly feed: ParsedFeed } | { readonly ok: false },
): string {
  const names = namedCount === 0 ? 'no feed' : `${namedCount} ${namedCount === 1 ? 'feed' : 'feeds'}`;
  return `the page names ${names}; ${found.ok ? `${shownAddress(found.address.href)}: ${ofFeed(found.feed)}` : 'none was found'}`;
}

/** What could be read of an entry. */
export function ofEntry(reading: EntryReading): string {
  if (!reading.ok) return reading.reason;
  const words = `${reading.article.text.split(/\s+/).length} words`;
  switch (reading.of) {
    case 'page':
      return `its page, ${words}`;
    case 'feed':
      return `the feed has all of it, ${words}`;
    case 'notice':
      return `${reading.why ?? 'no page'}; the feed has ${words}`;
  }
}
