import { readDate } from '../read-date.ts';
import { absoluteWebAddress } from './address.ts';
import { childElements, textOf, type XmlElement } from './element.ts';
import { lineOfHtml } from './html.ts';
import { htmlOf, lineOf } from './text-construct.ts';

/** The children of an entry or feed by their keys. */
export type Fields = ReadonlyMap<string, readonly XmlElement[]>;

/** Elements that only group others; what is in them counts as if it stood beside them. */
const groups = new Set(['media:group', 'media:content', 'rdf:bag', 'rdf:seq']);

export function fieldsOf(element: XmlElement): Fields {
  const fields = new Map<string, XmlElement[]>();
  const add = (child: XmlElement): void => {
    const known = fields.get(child.key);
    if (known === undefined) fields.set(child.key, [child]);
    else known.push(child);
    if (groups.has(child.key)) childElements(child).forEach(add);
  };
  childElements(element).forEach(add);
  return fields;
}

/** A feed may hold thousands of one kind in one entry; no more are read. */
const mostOfAKind = 100;

/** All elements of these keys, those of the first key first. */
export function elementsOf(fields: Fields, keys: readonly string[]): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const key of keys)
    for (const element of fields.get(key)?.slice(0, mostOfAKind) ?? []) found.push(element);
  return found;
}

/** What the first element holds of which something can be read. */
export function firstRead<T>(
  fields: Fields,
  keys: readonly string[],
  read: (element: XmlElement) => T | undefined,
): T | undefined {
  for (const element of elementsOf(fields, keys)) {
    const known = read(element);
    if (known !== undefined) return known;
  }
  return undefined;
}

export function wordsOf(element: XmlElement): string | undefined {
  return textOf(element).replace(/\s+/g, ' ').trim() || undefined;
}

export function shownLineOf(element: XmlElement): string | undefined {
  return lineOf(element) || undefined;
}

export function contentOf(element: XmlElement): string | undefined {
  return htmlOf(element) || undefined;
}

export function dateOf(element: XmlElement): number | undefined {
  return readDate(textOf(element));
}

/** The address that an element holds as its text. */
export function addressIn(element: XmlElement): string | undefined {
  return absoluteWebAddress(textOf(element), element.base);
}

/** The page that a feed or entry is about: RSS's own link, else the alternate of Atom that is a page. */
export function pageAddress(fields: Fields): string | undefined {
  const links = elementsOf(fields, ['link', 'atom:link']);
  return firstDefined(links, addressIn) ?? alternateAddress(links);
}

function alternateAddress(links: readonly XmlElement[]): string | undefined {
  const alternates = links.filter(({ attributes }) => /^(?:alternate|)$/i.test(relationOf(attributes)));
  const pages = alternates.filter(({ attributes }) => /^$|html/i.test(attributes.get('type') ?? ''));
  return firstDefined([...pages, ...alternates], linkedAddress);
}

function relationOf(attributes: ReadonlyMap<string, string>): string {
  return (attributes.get('rel') ?? '')
    .trim()
    .replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//, '');
}

export function linkedAddress({ attributes, base }: XmlElement): string | undefined {
  return absoluteWebAddress(attributes.get('href') ?? attributes.get('rdf:resource') ?? '', base);
}

export function isEnclosureLink({ attributes }: XmlElement): boolean {
  return /^enclosure$/i.test(relationOf(attributes));
}

function firstDefined<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const known = read(item);
    if (known !== undefined) return known;
  }
  return undefined;
}

const authorKeys = [
  'atom:author',
  'author',
  'dc:creator',
  'dc:author',
  'itunes:author',
  'googleplay:author',
  'managingeditor',
];
const mostAuthors = 10;

/** The names of those who wrote it; an address of electronic mail only where no name is given. */
export function authorOf(fields: Fields): string | undefined {
  const byKey = authorKeys.map((key) =>
    (fields.get(key) ?? []).slice(0, mostAuthors).flatMap((element) => personIn(element) ?? []),
  );
  const given = byKey.filter((people) => people.length > 0);
  const people = given.find((some) => some.every((person) => !person.includes('@'))) ?? given[0];
  return people === undefined ? undefined : [...new Set(people)].join(', ');
}

function personIn(element: XmlElement): string | undefined {
  const parts = fieldsOf(element);
  const name = firstRead(parts, ['atom:name', 'name', 'foaf:name', '?foaf:name', 'itunes:name'], shownLineOf);
  if (name !== undefined) return personName(name);
  const mail = firstRead(parts, ['atom:email', 'email', 'itunes:email'], wordsOf);
  return (
    mail ??
    (parts.size > 0
      ? firstRead(parts, ['rdf:description'], personIn)
      : personName(lineOfHtml(textOf(element))))
  );
}

/** "a@b.org (Ann Other)", "Ann Other (a@b.org)" and "Ann Other <a@b.org>" are Ann Other. */
function personName(written: string): string | undefined {
  const words = written.slice(0, 1000).replace(/\s+/g, ' ').trim();
  const inside = /^\S{1,200}@\S{1,200} ?\(([^()]{1,200})\)$/.exec(words)?.[1]?.trim();
  const before = /^([^<(]{1,200}?) ?[<(](?:mailto:)?[^\s<>()]{1,200}@[^\s<>()]{1,200}[)>]$/
    .exec(words)?.[1]
    ?.trim();
  return inside || before?.replace(/^"(.*)"$/, '$1') || words || undefined;
}
