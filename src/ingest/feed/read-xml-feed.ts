import { childElements, hasElements, type XmlElement } from './element.ts';
import {
  authorOf,
  dateOf,
  type Fields,
  fieldsOf,
  firstRead,
  linkedAddress,
  pageAddress,
  shownLineOf,
  wordsOf,
} from './fields.ts';
import { entryCollector, someFeed, withAuthor } from './limits.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { readEntry } from './read-entry.ts';
import { readXmlDocument } from './xml-document.ts';

const subtitleKeys = [
  'description',
  'atom:subtitle',
  'subtitle',
  'atom:tagline',
  'tagline',
  'itunes:subtitle',
  'itunes:summary',
  'dc:description',
  'googleplay:description',
  'abstract',
];
const publishedKeys = [
  'pubdate',
  'atom:published',
  'published',
  'dcterms:issued',
  'dc:date',
  'dcterms:created',
];
const updatedKeys = [
  'atom:updated',
  'updated',
  'lastbuilddate',
  'dcterms:modified',
  'atom:modified',
  'modified',
];

/** Reads RSS, RDF or Atom, of any version, well-formed or not. `undefined` for XML that is no feed. */
export function readXmlFeed(text: string, url: string | undefined): ParsedFeed | undefined {
  const entries = entryCollector();
  const document = readXmlDocument(text, url, (element) =>
    entries.add(readEntry(element), hasElements(element)),
  );
  if (document === undefined) return undefined;
  const { root, languages, isMended } = document;
  const channel = channelOf(root);
  const format = formatOf(root, channel);
  if (format === undefined && entries.all().length === 0) return undefined;
  const fields = fieldsOf(channel);
  const author = authorOf(fields);
  const language =
    firstRead(fields, ['language', 'dc:language'], wordsOf) ?? languages.get(channel) ?? languages.get(root);
  return someFeed({
    format: format ?? 'rss',
    title: firstRead(fields, ['title', 'atom:title', 'dc:title', 'itunes:title'], shownLineOf),
    siteUrl: siteOf(channel, fields),
    id: firstRead(fields, ['atom:id', 'id'], wordsOf) ?? channel.attributes.get('rdf:about'),
    subtitle: firstRead(fields, subtitleKeys, shownLineOf),
    language,
    author,
    publishedAt: firstRead(fields, publishedKeys, dateOf),
    updatedAt: firstRead(fields, updatedKeys, dateOf),
    // RFC 4287: an entry of Atom without an author has the feed's.
    entries: format === 'atom' ? entries.all().map((entry) => withAuthor(entry, author)) : entries.all(),
    isMended: isMended || format === undefined,
  });
}

function channelOf(root: XmlElement): XmlElement {
  return childElements(root).find(({ key }) => key === 'channel') ?? root;
}

function formatOf(root: XmlElement, channel: XmlElement): ParsedFeed['format'] | undefined {
  if (root.key === 'atom:feed' || root.key === 'feed') return 'atom';
  if (root.key === 'rdf:rdf') return 'rdf';
  return root.key === 'rss' || channel.key === 'channel' ? 'rss' : undefined;
}

function siteOf(channel: XmlElement, fields: Fields): string | undefined {
  return pageAddress(fields) ?? linkedAddress(channel) ?? firstRead(fields, ['link'], linkedAddress);
}
