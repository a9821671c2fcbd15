import { segment } from 'summarize-text';
import { isStub } from '../domain/stub.ts';
import type { NamedFeed, ParsedFeed } from '../ingest/feed/parsed-feed.ts';
import type { ItemReport, Outcome, ReadArticle } from './item-report.ts';
import { counted, dayOf, harmless } from './words.ts';

/** The lines of words for an item. */
export function reportWords({ place, outcome }: ItemReport): readonly string[] {
  const name = 'file' in place ? place.file : place.url;
  const [first = '', ...more] = linesOf(outcome);
  return [`${name}: ${first}`, ...more.map((line) => `  ${line}`)].map(harmless);
}

function linesOf(outcome: Outcome): readonly string[] {
  if (!outcome.ok) return [`nothing was read: ${outcome.reason}`];
  switch (outcome.kind) {
    case 'feed':
      return [feedWords(outcome.feed)];
    case 'opml':
      return listWords(outcome.feeds);
    case 'page':
    case 'text':
      return [articleWords(outcome.read)];
  }
}

/** "new: A title (The Bell, 2026-11-25, Ada Quist, 21 sentences)". */
function articleWords({ article, publishedAt, stored }: ReadArticle): string {
  const { title, source, author, text } = article;
  const facts = [
    source,
    ...(publishedAt === undefined ? [] : [dayOf(publishedAt)]),
    ...(author === undefined ? [] : [author]),
    counted(segment(text).length, 'sentence'),
    ...(isStub(article) ? ['stub'] : []),
  ];
  return `${stored ?? 'read'}: ${title} (${facts.join(', ')})`;
}

function feedWords({ title, entries }: ParsedFeed): string {
  const newest = Math.max(0, ...entries.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? 0));
  const since = newest > 0 ? `, the newest of ${dayOf(newest)}` : '';
  return `feed ${title ?? 'without a title'}: ${counted(entries.length, 'entry')}${since}`;
}

function listWords(feeds: readonly NamedFeed[]): readonly string[] {
  return [
    `list of ${counted(feeds.length, 'feed')}: /feed import in a server follows them`,
    ...feeds.map(({ address, title }) => (title === undefined ? address : `${title}: ${address}`)),
  ];
}
