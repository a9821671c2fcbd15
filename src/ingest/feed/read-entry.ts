import { readDate } from '../read-date.ts';
import { absoluteWebAddress, isWebAddress } from './address.ts';
import type { XmlElement } from './element.ts';
import {
  addressIn,
  authorOf,
  contentOf,
  dateOf,
  elementsOf,
  type Fields,
  fieldsOf,
  firstRead,
  isEnclosureLink,
  linkedAddress,
  pageAddress,
  shownLineOf,
  wordsOf,
} from './fields.ts';
import { limited } from './limits.ts';
import type { ParsedEntry } from './parsed-feed.ts';

const titleKeys = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'];
const summaryKeys = [
  'description',
  'atom:summary',
  'summary',
  'dc:description',
  'abstract',
  'itunes:summary',
  'googleplay:description',
  'media:description',
  'itunes:subtitle',
];
const contentKeys = [
  'content:encoded',
  'atom:content',
  'content',
  'fullitem',
  'xhtml:body',
  'xhtml:div',
  'body',
];
const publishedKeys = [
  'pubdate',
  'atom:published',
  'published',
  'dcterms:issued',
  'atom:issued',
  'issued',
  'dc:date',
  'dcterms:created',
  'dcterms:date',
  'dcterms:available',
  'prism:publicationdate',
  'atom:created',
  'created',
  'date',
];
const updatedKeys = [
  'atom:updated',
  'updated',
  'dcterms:modified',
  'atom:modified',
  'modified',
  'prism:modificationdate',
  'lastbuilddate',
];

/** An entry of RSS, RDF or Atom; in all of them each other's elements are found. */
export function readEntry(element: XmlElement): ParsedEntry {
  const fields = fieldsOf(element);
  return limited({
    guid: firstRead(fields, ['guid', 'atom:id', 'id'], wordsOf) ?? element.attributes.get('rdf:about'),
    url: addressOf(element, fields),
    originalUrl: firstRead(fields, ['feedburner:origlink'], addressIn),
    title: firstRead(fields, titleKeys, shownLineOf),
    author: authorOf(fields) ?? authorOfSource(fields),
    publishedAt: firstRead(fields, publishedKeys, dateOf),
    updatedAt: firstRead(fields, updatedKeys, dateOf) ?? readDate(element.attributes.get('lastmod') ?? ''),
    ...textsOf(fields),
    categories: categoriesOf(fields),
    enclosures: enclosuresOf(fields),
  });
}

function addressOf(entry: XmlElement, fields: Fields): string | undefined {
  const { attributes, base } = entry;
  return (
    pageAddress(fields) ??
    addressBehindLink(entry) ??
    firstRead(fields, ['guid'], permanentLink) ??
    absoluteWebAddress(attributes.get('rdf:about') ?? attributes.get('href') ?? '', base) ??
    firstRead(fields, ['atom:id'], webAddressIn) ??
    firstRead(fields, ['feedburner:origlink'], addressIn)
  );
}

/** "<link/>https://…": what writes HTML thinks that a link is empty. */
function addressBehindLink({ children }: XmlElement): string | undefined {
  const behind = children.find((child, place) => {
    const before = children[place - 1];
    return typeof child === 'string' && typeof before === 'object' && before.key === 'link';
  });
  const address = typeof behind === 'string' ? behind.trim() : '';
  return isWebAddress(address) && !/\s/.test(address) ? address : undefined;
}

/** An id is an address only where it is a whole one. */
function webAddressIn(id: XmlElement): string | undefined {
  const address = wordsOf(id) ?? '';
  return isWebAddress(address) ? address : undefined;
}

/** A guid is a link unless it says it is none; one that does not look like a link is none either. */
function permanentLink(guid: XmlElement): string | undefined {
  const isLink = guid.attributes.get('ispermalink')?.trim().toLowerCase() !== 'false';
  return isLink ? webAddressIn(guid) : undefined;
}

function authorOfSource(fields: Fields): string | undefined {
  return firstRead(fields, ['atom:source'], (source) => authorOf(fieldsOf(source)));
}

/** Where an entry has two summaries and no content, the second is its content: that is how feeds use them. */
function textsOf(fields: Fields): Pick<ParsedEntry, 'summary' | 'content'> {
  const summary = firstRead(fields, summaryKeys, contentOf);
  const isOther = (element: XmlElement) => {
    const text = contentOf(element);
    return text === summary ? undefined : text;
  };
  const content =
    firstRead(fields, contentKeys, contentOf) ??
    firstRead(fields, ['description', 'summary', 'atom:summary', 'itunes:summary'], isOther);
  return { ...(summary !== undefined && { summary }), ...(content !== undefined && { content }) };
}

function categoriesOf(fields: Fields): string[] {
  const named = elementsOf(fields, [
    'category',
    'atom:category',
    'dc:subject',
    'media:category',
    'itunes:category',
  ]);
  const words = elementsOf(fields, ['itunes:keywords', 'media:keywords']).flatMap(
    (element) => wordsOf(element)?.split(',') ?? [],
  );
  return [...named.map(categoryName), ...words];
}

function categoryName(element: XmlElement): string {
  const { attributes } = element;
  const label = attributes.get('label');
  const term = attributes.get('term') ?? attributes.get('text') ?? shownLineOf(element) ?? '';
  // A term that is an address is for machines.
  return label !== undefined && (term === '' || isWebAddress(term)) ? label : term;
}

function enclosuresOf(fields: Fields): ParsedEntry['enclosures'] {
  const links = elementsOf(fields, ['atom:link', 'link']).filter(isEnclosureLink);
  const media = elementsOf(fields, ['enclosure', '?enc:enclosure', 'media:content']);
  return [...media, ...links].flatMap((element) => {
    const { attributes, base } = element;
    const url = absoluteWebAddress(attributes.get('url') ?? '', base) ?? linkedAddress(element);
    if (url === undefined) return [];
    const type = attributes.get('type')?.trim();
    const length = Number(attributes.get('length') ?? attributes.get('filesize') ?? '');
    return [{ url, ...(type && { type }), ...(Number.isSafeInteger(length) && length > 0 && { length }) }];
  });
}
