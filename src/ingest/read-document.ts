import { segment } from 'summarize-text';
import type { NewArticle } from '../domain/article.ts';
import { type IncomingArticle, makeArticle } from './make-article.ts';
import { longestText } from './page/page-text.ts';
import { type Page, readFragment, readPage } from './page/read-page.ts';
import { forbidsShowing } from './snippets.ts';

/** A decoded document, and what is known of it; what a page says of itself goes before that. */
export interface IncomingDocument extends IncomingArticle {
  /** 'fragment': the HTML of an article alone, as feeds have it. */
  readonly kind: 'page' | 'text' | 'fragment';
}

export type Reading =
  /** `page`: what the page says of itself, as it was read. */
  | { readonly ok: true; readonly article: NewArticle; readonly page?: Omit<Page, 'text'> }
  /** The page broke its reader. */
  | { readonly ok: false; readonly reason: 'unreadable'; readonly cause: unknown }
  /** 'not-allowed': the page forbids to show its words elsewhere. */
  | { readonly ok: false; readonly reason: 'no-article' | 'too-long' | 'not-allowed' };

/** Makes an article of a page or a text. Synchronous and, on hostile pages, unbounded: see `createReadingPool`. */
export function readDocument(document: IncomingDocument): Reading {
  const { kind, ...incoming } = document;
  if (kind === 'text') return readArticle(incoming);
  if (kind === 'fragment') return readArticle({ ...incoming, raw: readFragment(incoming.raw) });
  // A page that someone hands in is theirs to read; of one from the web only what it gives to everyone.
  const isFetched = incoming.url !== undefined;
  const page = tryPage(incoming.raw, isFetched);
  if (!page.ok) return page;
  if (isFetched && forbidsShowing(page.page.robots ?? '')) return { ok: false, reason: 'not-allowed' };
  const reading = readArticle(withPage(incoming, page.page));
  const { text: _, ...said } = page.page;
  return reading.ok ? { ...reading, page: said } : reading;
}

function tryPage(
  html: string,
  isForAll: boolean,
): { readonly ok: true; readonly page: Page } | Exclude<Reading, { ok: true }> {
  try {
    const page = readPage(html, { isForAll });
    return page === undefined ? { ok: false, reason: 'no-article' } : { ok: true, page };
  } catch (cause) {
    return { ok: false, reason: 'unreadable', cause };
  }
}

function withPage(incoming: IncomingArticle, page: Page): IncomingArticle {
  const isDated = page.publishedAt !== undefined && page.publishedAt <= incoming.storedAt;
  return {
    ...incoming,
    raw: page.text,
    title: page.title ?? incoming.title,
    source: sourceName(page.publisher, incoming),
    url: ownAddress(page.canonicalUrl, incoming.url),
    publishedAt: isDated ? page.publishedAt : incoming.publishedAt,
    author: page.byline ?? incoming.author,
  };
}

const siteOf = (address: string): string => new URL(address).host.replace(/^(?:www|m|mobile|amp)\./, '');

/** The address that a page gives itself; where it was fetched, only one of the site it was fetched from. */
function ownAddress(canonical: string | undefined, fetched: string | undefined): string | undefined {
  if (canonical === undefined || fetched === undefined) return canonical ?? fetched;
  // Some publishers name their front page on every page of theirs.
  const isFront = new URL(canonical).pathname === '/' && new URL(fetched).pathname !== '/';
  return siteOf(canonical) === siteOf(fetched) && !isFront ? canonical : fetched;
}

/** The publisher a page names; where its site does not bear that name, the site as well: anyone can claim a name. */
function sourceName(publisher: string | undefined, { source, url }: IncomingArticle): string {
  if (publisher === undefined || url === undefined) return publisher ?? source;
  const bare = publisher
    .toLowerCase()
    .replace(/^the\s/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  const isOwnName =
    bare !== '' &&
    siteOf(url)
      .replace(/[^\p{L}\p{N}]/gu, '')
      .includes(bare);
  return isOwnName ? publisher : `${publisher} (${source})`;
}

function readArticle(incoming: IncomingArticle): Reading {
  if (incoming.raw.length > longestText) return { ok: false, reason: 'too-long' };
  const article = makeArticle(incoming);
  return segment(article.text).length === 0 ? { ok: false, reason: 'no-article' } : { ok: true, article };
}
