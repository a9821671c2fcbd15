import { isStub } from '../domain/stub.ts';
import type { ParsedEntry, ParsedFeed } from '../ingest/feed/parsed-feed.ts';
import type { ItemReport, ReadArticle } from './item-report.ts';

/** One line of JSON for an item. Dates are ISO 8601; what is not known is left out. */
export function reportJson({ place, outcome }: ItemReport): string {
  const { kind, ok } = outcome;
  const item = { ...place, kind, ok };
  if (!outcome.ok) return JSON.stringify({ ...item, reason: outcome.reason });
  switch (outcome.kind) {
    case 'feed': {
      const { feed } = outcome;
      return JSON.stringify({ ...item, feed: feedJson(feed), entries: feed.entries.map(entryJson) });
    }
    case 'opml':
      return JSON.stringify({ ...item, feeds: outcome.feeds });
    case 'page':
    case 'text':
      return JSON.stringify({ ...item, ...articleJson(outcome.read) });
  }
}

/** `undefined` also for what is no instant. */
function isoOf(at: number | undefined): string | undefined {
  const date = new Date(at ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** `articleBody` is what was read of the page, before the text engine cleans it. */
function articleJson({ article, page, publishedAt, stored }: ReadArticle) {
  return {
    title: article.title,
    author: article.author,
    publishedAt: isoOf(publishedAt),
    modifiedAt: isoOf(page?.modifiedAt),
    source: article.source,
    canonicalUrl: article.url,
    language: page?.language,
    isPaywalled: page === undefined ? undefined : page.isPaywalled === true,
    isStub: isStub(article),
    articleBody: article.raw,
    stored,
  };
}

function feedJson(feed: ParsedFeed) {
  return {
    format: feed.format,
    title: feed.title,
    link: feed.siteUrl,
    subtitle: feed.subtitle,
    language: feed.language,
    id: feed.id,
    author: feed.author,
    published: isoOf(feed.publishedAt),
    updated: isoOf(feed.updatedAt),
    isMended: feed.isMended,
  };
}

function entryJson(entry: ParsedEntry) {
  return {
    title: entry.title,
    link: entry.url,
    id: entry.guid,
    published: isoOf(entry.publishedAt),
    updated: isoOf(entry.updatedAt),
    summary: entry.summary,
    content: entry.content,
    author: entry.author,
    tags: entry.categories,
    enclosures: entry.enclosures,
  };
}
