import { segment } from 'summarize-text';
import type { NewArticle } from '../domain/article.ts';
import { type IncomingArticle, makeArticle } from './make-article.ts';
import { type Page, readPage } from './read-page.ts';
import { forbidsShowing } from './snippets.ts';

/** A decoded document, and what is known of it; what a page says of itself goes before that. */
export interface IncomingDocument extends IncomingArticle {
  readonly kind: 'page' | 'text';
}

export type Reading =
  | { readonly ok: true; readonly article: NewArticle }
  /** Fewer sentences than a fair summary needs; these are all of them. */
  | { readonly ok: false; readonly reason: 'too-short'; readonly sentences: readonly string[] }
  /** The page broke its reader. */
  | { readonly ok: false; readonly reason: 'unreadable'; readonly cause: unknown }
  /** 'not-allowed': the page forbids to show its words elsewhere. */
  | { readonly ok: false; readonly reason: 'no-article' | 'too-long' | 'not-allowed' };

/** About 50,000 words: more than any article, less than what would take seconds to search for quotations. */
const longestText = 300_000;
const fewestSentences = 3;

/** Makes an article of a page or a text. Synchronous and, on hostile pages, unbounded: see `createDocumentReader`. */
export function readDocument(document: IncomingDocument): Reading {
  const { kind, ...incoming } = document;
  if (kind === 'text') return readArticle(incoming);
  const page = tryPage(incoming.raw);
  if (!page.ok) return page;
  const isFetched = incoming.url !== undefined;
  if (isFetched && forbidsShowing(page.page.robots ?? '')) return { ok: false, reason: 'not-allowed' };
  return readArticle(withPage(incoming, page.page));
}

function tryPage(html: string): { readonly ok: true; readonly page: Page } | Exclude<Reading, { ok: true }> {
  try {
    const page = readPage(html);
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
  return siteOf(canonical) === siteOf(fetched) ? canonical : fetched;
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
  const sentences = segment(article.text).map(({ text }) => text);
  if (sentences.length === 0) return { ok: false, reason: 'no-article' };
  if (sentences.length < fewestSentences) return { ok: false, reason: 'too-short', sentences };
  return { ok: true, article };
}
