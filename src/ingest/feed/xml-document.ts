import { baseBelow } from './address.ts';
import type { XmlElement } from './element.ts';
import { type MarkupToken, markupTokens, type OpenTag } from './markup.ts';
import { attributeKeyOf, keyOf, type Namespaces, noNamespaces, withDeclarations } from './namespaces.ts';
import { type DeclaredEntities, declaredEntities, decodeReferences } from './references.ts';

/** Feeds reach about 30 with the markup of their articles; what lies deeper is passed over. */
const deepest = 200;
/** In one entry, and in all of a feed but its entries. Text goes on being read, tags do not. */
const mostElements = 20_000;

/** Elements of feeds that hold a text or an address and nothing else of the feed's. */
const leaves = new Set(
  `title link guid pubdate author comments language copyright managingeditor webmaster generator docs ttl
  lastbuilddate rating category description dc:title dc:creator dc:date dc:subject dc:description dc:publisher
  content:encoded itunes:author itunes:summary itunes:subtitle itunes:keywords itunes:duration itunes:explicit
  atom:title atom:link atom:id atom:updated atom:published atom:summary atom:content id updated published`.split(
    /\s+/,
  ),
);
/** Leaves with markup in them at times, where "title" and "link" are HTML's. */
const markupLeaves = new Set('description content:encoded atom:summary atom:content atom:title'.split(' '));
const strayKeys = new Set('br hr p b i img font center'.split(' '));
const htmlNames = new Set(['title', 'link', 'author', 'category', 'id', 'atom:title', 'atom:link']);

/** Feeds reach some thousand; who sends more means harm. */
const mostEntries = 20_000;

const entryKeys = new Set(['item', 'entry', 'atom:entry', 'atom:item', 'rdf:item']);

interface Open {
  readonly element: XmlElement;
  readonly namespaces: Namespaces;
  readonly language: string | undefined;
}

export interface XmlDocument {
  readonly root: XmlElement;
  /** By element: what xml:lang says. */
  readonly languages: ReadonlyMap<XmlElement, string>;
  readonly isMended: boolean;
}

interface Builder {
  readonly stack: Open[];
  readonly onEntry: (entry: XmlElement) => void;
  readonly url: string | undefined;
  readonly languages: Map<XmlElement, string>;
  entities: DeclaredEntities | undefined;
  root: XmlElement | undefined;
  /** Open elements that are too deep to be kept. */
  tooDeep: number;
  entries: number;
  isInEntry: boolean;
  elementsInEntry: number;
  elementsElsewhere: number;
  isMended: boolean;
}

/**
 * Reads XML, well-formed or mended: each entry is handed over as soon as it ends and then forgotten, so that a feed
 * of a million of them takes no more memory than one. `undefined` where there is no element at all.
 */
export function readXmlDocument(
  text: string,
  url: string | undefined,
  onEntry: (entry: XmlElement) => void,
): XmlDocument | undefined {
  const builder: Builder = {
    stack: [],
    onEntry,
    url,
    languages: new Map(),
    entities: undefined,
    root: undefined,
    tooDeep: 0,
    entries: 0,
    isInEntry: false,
    elementsInEntry: 0,
    elementsElsewhere: 0,
    isMended: false,
  };
  for (const token of markupTokens(text)) {
    take(builder, token);
    if (builder.entries >= mostEntries) break;
  }
  if (builder.stack.length > 0) builder.isMended = true;
  closeFrom(builder, 0);
  const { root, languages, isMended } = builder;
  return root === undefined ? undefined : { root, languages, isMended };
}

function take(builder: Builder, token: MarkupToken): void {
  if (token.kind === 'open') openElement(builder, token);
  else if (token.kind === 'close') closeElement(builder, token.name);
  else if (token.kind === 'text') addText(builder, readText(builder, token.text));
  else if (token.kind === 'cdata') addText(builder, token.text);
  else if (token.kind === 'doctype') builder.entities = declaredEntities(token.text);
  else builder.isMended = true;
}

function readText(builder: Builder, written: string): string {
  if (written.includes('<')) builder.isMended = true;
  const text = decodeReferences(written, builder.entities);
  if (!builder.isMended && /&(?!(?:#\d|#x[\da-f]|[a-z]))/i.test(written)) builder.isMended = true;
  return text;
}

function addText(builder: Builder, text: string): void {
  const children = builder.stack.at(-1)?.element.children;
  if (children === undefined) return;
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

function openElement(builder: Builder, tag: OpenTag): void {
  const { stack } = builder;
  const around = stack.at(-1)?.namespaces ?? noNamespaces;
  const namespaces = withDeclarations(around, tag.attributes);
  const key = keyOf(tag.name, namespaces);
  makeRoomFor(builder, key);
  if (stack.length >= deepest || isOneTooMany(builder, key)) {
    if (!tag.isEmpty) builder.tooDeep += 1;
    return;
  }
  const parent = stack.at(-1);
  const opened = openIn(builder, parent, tag, key, namespaces);
  if (parent === undefined && builder.root !== undefined) builder.isMended = true;
  builder.root ??= opened.element;
  parent?.element.children.push(opened.element);
  stack.push(opened);
  if (tag.isEmpty) closeFrom(builder, stack.length - 1);
}

function openIn(
  builder: Builder,
  parent: Open | undefined,
  tag: OpenTag,
  key: string,
  namespaces: Namespaces,
): Open {
  const attributes = readAttributes(builder, tag, namespaces);
  const base = baseBelow(
    attributes.get('xml:base') ?? '',
    parent === undefined ? builder.url : parent.element.base,
  );
  const name = key.startsWith('?') ? tag.name : tag.name.slice(tag.name.indexOf(':') + 1);
  const element: XmlElement = { key, name, attributes, children: [], base };
  const language = attributes.get('xml:lang') || parent?.language;
  if (language !== undefined && language !== parent?.language) builder.languages.set(element, language);
  return { element, namespaces, language };
}

/** Entries are never refused here: each is forgotten after its end. */
function isOneTooMany(builder: Builder, key: string): boolean {
  if (entryKeys.has(key)) {
    builder.isInEntry = true;
    builder.elementsInEntry = 0;
    builder.tooDeep = 0;
    return false;
  }
  if (builder.isInEntry) builder.elementsInEntry += 1;
  else builder.elementsElsewhere += 1;
  return (builder.isInEntry ? builder.elementsInEntry : builder.elementsElsewhere) > mostElements;
}

function readAttributes(builder: Builder, tag: OpenTag, namespaces: Namespaces): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const { name, value } of tag.attributes) {
    if (/^xmlns(?::|$)/i.test(name)) continue;
    const key = attributeKeyOf(name, namespaces);
    if (attributes.has(key)) builder.isMended = true;
    else attributes.set(key, decodeReferences(value, builder.entities));
  }
  return attributes;
}

/** An entry in an entry, or a leaf in a leaf, says that the end of the one before is missing. */
function makeRoomFor(builder: Builder, key: string): void {
  const { stack } = builder;
  const open = entryKeys.has(key)
    ? stack.findIndex(({ element }) => entryKeys.has(element.key))
    : placeOfUnclosed(stack, key);
  if (open === -1) return;
  builder.isMended = true;
  closeFrom(builder, open);
}

/** In an entry: the first open leaf, or HTML that strayed between the leaves. */
function placeOfUnclosed(stack: readonly Open[], next: string): number {
  if (!leaves.has(next)) return -1;
  const place = stack.findIndex(({ element: { key } }) => leaves.has(key) || strayKeys.has(key));
  const open = stack[place]?.element.key ?? '';
  return markupLeaves.has(open) && htmlNames.has(next) ? -1 : place;
}

function closeElement(builder: Builder, name: string): void {
  const { stack } = builder;
  const top = stack.at(-1);
  if (top === undefined) return;
  const key = keyOf(name, top.namespaces);
  const isStructure = entryKeys.has(key) || key === 'channel' || key === builder.root?.key;
  if (builder.tooDeep > 0 && !isStructure) {
    builder.tooDeep -= 1;
    return;
  }
  const open = stack.findLastIndex(({ element }) => element.key === key);
  const found = open === -1 ? stack.findLastIndex(({ element }) => isSameName(element, name)) : open;
  if (found !== stack.length - 1) builder.isMended = true;
  if (found !== -1) closeFrom(builder, found);
}

function isSameName(element: XmlElement, name: string): boolean {
  return element.name.toLowerCase() === name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** Closes the element at this place of the stack and all that is open in it. */
function closeFrom(builder: Builder, place: number): void {
  builder.tooDeep = 0;
  while (builder.stack.length > place) {
    const closed = builder.stack.pop()?.element;
    if (closed === undefined || !entryKeys.has(closed.key)) continue;
    const siblings = builder.stack.at(-1)?.element.children;
    if (siblings?.at(-1) === closed) siblings.pop();
    builder.isInEntry = false;
    builder.entries += 1;
    builder.onEntry(closed);
  }
}
