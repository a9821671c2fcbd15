import { isJsonBomb } from '../page/json-bomb.ts';
import { readDate } from '../read-date.ts';
import { absoluteWebAddress, isWebAddress } from './address.ts';
import { absoluteHtml, escapeHtml, lineOfText } from './html.ts';
import { entryCollector, limited, someFeed, withAuthor } from './limits.ts';
import { mendedJson } from './mended-json.ts';
import type { ParsedEntry, ParsedFeed } from './parsed-feed.ts';

type Json = Readonly<Record<string, unknown>>;

/** What is kept of a feed's addresses is seen from here. */
type Base = string | undefined;

/** Mending takes several times a text's memory. */
const longestMended = 2_000_000;

/** Reads JSON Feed 1.0 and 1.1. `undefined` for JSON that is no feed, 'unreadable' for what is no JSON. */
export function readJsonFeed(text: string, url: Base): ParsedFeed | 'unreadable' | undefined {
  if (isJsonBomb(text)) return 'unreadable';
  const written = parse(text);
  const feed = written ?? (text.length > longestMended ? undefined : parse(mendedJson(text)));
  if (feed === undefined) return 'unreadable';
  if (!isObject(feed) || !Array.isArray(feed.items)) return undefined;
  const isFeed = /jsonfeed/i.test(stringOf(feed.version) ?? '') || 'title' in feed;
  return isFeed ? { ...feedOf(feed, feed.items, url), isMended: written === undefined } : undefined;
}

function feedOf(feed: Json, items: readonly unknown[], url: Base): ParsedFeed {
  const author = authorsOf(feed);
  const entries = entryCollector();
  for (const item of items) if (isObject(item)) entries.add(withAuthor(readItem(item, url), author));
  return someFeed({
    format: 'json',
    title: lineIn(feed.title),
    siteUrl: addressIn(feed.home_page_url, url),
    id: addressIn(feed.feed_url, url),
    subtitle: lineIn(feed.description),
    language: lineIn(feed.language),
    author,
    publishedAt: undefined,
    updatedAt: undefined,
    entries: entries.all(),
    isMended: false,
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ids and languages are numbers at times. */
function stringOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function lineIn(value: unknown): string | undefined {
  const text = stringOf(value);
  return text === undefined ? undefined : lineOfText(text) || undefined;
}

function addressIn(value: unknown, base: Base): string | undefined {
  const text = stringOf(value);
  return text === undefined ? undefined : absoluteWebAddress(text, base);
}

function readItem(item: Json, base: Base): ParsedEntry {
  const content = htmlIn(item.content_html, base) ?? plainIn(item.content_text);
  return limited({
    guid: stringOf(item.id),
    url: addressIn(item.url, base) ?? addressIn(item.external_url, base) ?? webIdOf(item),
    title: lineIn(item.title),
    author: authorsOf(item),
    publishedAt: dateIn(item.date_published),
    updatedAt: dateIn(item.date_modified),
    summary: plainIn(item.summary),
    content,
    categories: listOf(item.tags).flatMap((tag) => stringOf(tag) ?? []),
    enclosures: listOf(item.attachments).flatMap((attachment) => enclosureOf(attachment, base)),
  });
}

function webIdOf(item: Json): string | undefined {
  const id = stringOf(item.id) ?? '';
  return isWebAddress(id) ? id : undefined;
}

function htmlIn(value: unknown, base: Base): string | undefined {
  const html = stringOf(value);
  return html === undefined ? undefined : absoluteHtml(html, base);
}

function plainIn(value: unknown): string | undefined {
  const text = stringOf(value);
  return text === undefined ? undefined : escapeHtml(text);
}

function dateIn(value: unknown): number | undefined {
  const text = stringOf(value);
  return text === undefined ? undefined : readDate(text);
}

/** No feed has more of anything in one item. */
const mostInList = 100;

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, mostInList) : [];
}

/** Version 1.1 has a list, 1.0 had one. */
function authorsOf(owner: Json): string | undefined {
  const names = [...listOf(owner.authors), owner.author].flatMap((author) =>
    isObject(author) ? (lineIn(author.name) ?? []) : (lineIn(author) ?? []),
  );
  return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}

function enclosureOf(attachment: unknown, base: Base): ParsedEntry['enclosures'] {
  if (!isObject(attachment)) return [];
  const url = addressIn(attachment.url, base);
  if (url === undefined) return [];
  const type = stringOf(attachment.mime_type);
  const length = Number(attachment.size_in_bytes ?? 0);
  return [{ url, ...(type && { type }), ...(Number.isSafeInteger(length) && length > 0 && { length }) }];
}
