import { carriesSecret, feedCarriesSecret } from '../ingest/carries-secret.ts';
import type { FetchedBytes } from '../ingest/fetch/fetch-bytes.ts';
import type { Web } from '../ingest/fetch/web.ts';
import { webAddress } from '../ingest/fetch/web-address.ts';
import { type FetchedPage, fetchPage } from '../ingest/fetch-page.ts';
import { wordsFor } from '../ingest/page-problems.ts';
import { type ItemKind, kindOf } from './item-kind.ts';

/** What is at an address. `isSecret`: the address opens it, so that it is not everyone's. */
export type FetchedItem =
  | { readonly ok: true; readonly kind: 'page'; readonly page: FetchedPage; readonly isSecret: boolean }
  | {
      readonly ok: true;
      readonly kind: 'feed' | 'opml';
      readonly fetched: FetchedBytes;
      readonly isSecret: boolean;
    }
  | { readonly ok: false; readonly kind: ItemKind; readonly reason: string };

const types =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, text/x-opml, application/xml;q=0.9, text/xml;q=0.9, text/plain;q=0.5, */*;q=0.1';

/** Feeds are there for programs, whatever robots.txt says of the pages beside them. */
const feedPath = /(?:[/.](?:rss|atom|feeds?|rdf|opml)(?:\.\w{2,4})?|\.xml)\/?$/i;

/** Fetches what is at an address, when it is its host's turn and its site allows it. */
export async function fetchItem(written: string, web: Web): Promise<FetchedItem> {
  const address = webAddress(written, web.allowed);
  if (!address.ok) return { ok: false, kind: 'page', reason: wordsFor(address) };
  return await web.takeTurn(address.url.host, () => fetchNow(address.url, web));
}

async function fetchNow(url: URL, { fetchBytes, mayRead }: Web): Promise<FetchedItem> {
  const permission = await mayRead(url);
  if (!permission.ok && !feedPath.test(url.pathname))
    return { ok: false, kind: 'page', reason: wordsFor(permission) };
  const fetched = await fetchBytes(url.href, types);
  if (!fetched.ok) return { ok: false, kind: 'page', reason: wordsFor(fetched) };
  const kind = kindOf(url.pathname, fetched.contentType, fetched.bytes);
  if (kind === 'feed' || kind === 'opml') {
    const isSecret = [url, new URL(fetched.url)].some(feedCarriesSecret);
    return { ok: true, kind, fetched, isSecret };
  }
  const page = await fetchPage(url, { mayRead, fetchBytes: async () => fetched });
  if (!page.ok) return { ok: false, kind: 'page', reason: wordsFor(page) };
  return { ok: true, kind: 'page', page, isSecret: carriesSecret(url) };
}
