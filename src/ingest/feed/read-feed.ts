import { decodeText } from '../decode.ts';
import { isWebAddress } from './address.ts';
import { namedFeeds } from './named-feeds.ts';
import type { FeedReading, FeedSource, ParsedFeed } from './parsed-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readXmlFeed } from './read-xml-feed.ts';
import { decodeReferences } from './references.ts';

/** The first element of a feed, of any version and in any case; what stands before it is noise. */
const feedStart = /<(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|channel)(?=[\s>/])/i;
const looseEntry = /<(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s>])/i;
const pageStart = /<(?:!doctype\s{1,9}html|html|head|body)(?=[\s>/])/i;
const pagePart = /<(?:title|p|div|a|span|h1|table|script|meta|link)(?=[\s>/])/i;

/**
 * Reads a feed of any format from its bytes, as well as they allow: what is not well-formed is mended. Never throws,
 * and takes time and memory linear in the bytes, whatever they are.
 */
export function readFeed({ bytes, contentType, url }: FeedSource): FeedReading {
  const decoding = decodeText(bytes, { contentType });
  const repaired = decoding.ok ? decoding : withoutNuls(bytes, contentType, decoding.reason);
  if (!repaired.ok) return repaired;
  const { text, isClean } = cleaned(repaired.text);
  const base = isWebAddress(url) ? url : undefined;
  const reading = /^\s*[{[]/.test(text) ? readJson(text, base) : readMarkup(text, base, contentType);
  return reading.ok && !(isClean && decoding.ok)
    ? { ok: true, feed: { ...reading.feed, isMended: true } }
    : reading;
}

/** Markup in which NULs stand is text still. */
function withoutNuls(
  bytes: Uint8Array,
  contentType: string,
  reason: 'empty' | 'binary',
): ReturnType<typeof decodeText> {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (reason === 'empty' || !/^(?:\xef\xbb\xbf)?\s{0,99}<[?!a-z]/i.test(start.replaceAll('\0', '')))
    return { ok: false, reason };
  return decodeText(withoutControls(bytes), { contentType });
}

function withoutControls(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) continue;
    kept[length] = byte;
    length += 1;
  }
  return kept.subarray(0, length);
}

/** Controls but tab and line ends, what is no character, and the byte order mark. */
const forbidden = /(?![\t\n\r\u0080-\u009f])[\p{Cc}\ufeff\ufffe\uffff]/gu;

/** "< item>": nobody who writes of something smaller goes on so. */
const spacedTag = /<(\/?)\s{1,9}(?=(?:rss|channel|item|entry|title|link|guid|description|pubDate)>)/gi;

/** Without the characters that XML forbids, blanks that hide a tag, and byte order marks anywhere. */
function cleaned(text: string): { readonly text: string; readonly isClean: boolean } {
  const wellFormed = text.toWellFormed();
  const some = wellFormed.replace(forbidden, '').replace(spacedTag, '<$1');
  return { text: some, isClean: some.length === text.length && wellFormed === text };
}

function readJson(text: string, base: string | undefined): FeedReading {
  const feed = readJsonFeed(text, base);
  if (feed === 'unreadable') return { ok: false, reason: 'unreadable' };
  return resultOf(feed);
}

function resultOf(feed: ParsedFeed | undefined): FeedReading {
  return feed === undefined ? { ok: false, reason: 'no-feed' } : { ok: true, feed };
}

/** A whole feed that was escaped once too often. */
const escapedStart = /^\s{0,99}&lt;(?:\?xml|rss|feed|rdf:RDF)[\s&]/i;

function readMarkup(written: string, base: string | undefined, contentType: string): FeedReading {
  const text = escapedStart.test(written) ? decodeReferences(written) : written;
  const page = text.search(pageStart);
  const feed = text.search(feedStart);
  const start = feed === -1 ? text.search(looseEntry) : feed;
  if (start !== -1 && (page === -1 || start < page)) {
    const prolog = prologOf(text, start);
    const read = readXmlFeed(prolog + text.slice(start), base);
    return resultOf(
      read === undefined || (prolog.length === start && text === written)
        ? read
        : { ...read, isMended: true },
    );
  }
  if (/<opml(?=[\s>])/i.test(text.slice(0, 2000))) return { ok: false, reason: 'no-feed' };
  const isPage = page !== -1 || /html/i.test(contentType) || pagePart.test(text);
  return isPage
    ? { ok: false, reason: 'page', feeds: namedFeeds(text, base) }
    : { ok: false, reason: 'no-feed' };
}

/** A document type declares entities; what else stands before the feed says nothing. */
function prologOf(text: string, start: number): string {
  const before = text.slice(0, start);
  const isRegular = /^(?:<[?!].*>)?$/s.test(before.trim());
  if (isRegular) return before;
  const doctype = before.search(/<!DOCTYPE/i);
  return doctype === -1 ? '' : before.slice(doctype);
}
