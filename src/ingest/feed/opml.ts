import { decodeText } from '../decode.ts';
import { isWebAddress } from './address.ts';
import { escapeAttribute, escapeHtml, lineOfHtml, lineOfText } from './html.ts';
import { cut } from './limits.ts';
import { type MarkupToken, markupTokens, type OpenTag } from './markup.ts';
import { withoutFeedScheme } from './named-feeds.ts';
import { decodeReferences } from './references.ts';

/** A feed of a list, and the groups it stands in, outermost first. */
export interface OutlineFeed {
  readonly address: string;
  readonly title?: string;
  readonly siteUrl?: string;
  readonly groups: readonly string[];
}

export interface Outline {
  readonly title?: string;
  readonly feeds: readonly OutlineFeed[];
}

export type OpmlReading =
  | {
      readonly ok: true;
      readonly outline: Outline /** It lists more feeds than are read. */;
      readonly isCut: boolean;
    }
  | { readonly ok: false; readonly reason: 'no-opml' | 'binary' | 'empty' };

/** Readers' lists have up to some thousand. */
const mostFeeds = 5000;
/** With those that are listed twice. */
const mostLooked = 4 * mostFeeds;
/** Readers make two levels of groups at most; what lies deeper is in the last. */
const deepestGroup = 10;
const longestName = 300;
const longestAddress = 4000;

/** An outline that is open: a group by its name, or a feed, which holds no group. */
type Open = string | undefined;

/** Reads the feeds of an OPML file of any version, well-formed or not; each address once. Never throws. */
export function readOpml(bytes: Uint8Array): OpmlReading {
  const decoding = decodeText(bytes);
  if (!decoding.ok) return decoding;
  const { text } = decoding;
  if (!/<(?:opml|outline)(?=[\s>/])/i.test(text)) return { ok: false, reason: 'no-opml' };
  const found = feedsIn(text);
  const feeds = new Map<string, OutlineFeed>();
  for (const feed of found) if (!feeds.has(feed.address)) feeds.set(feed.address, feed);
  const title = titleOf(text);
  const kept = [...feeds.values()];
  return {
    ok: true,
    outline: { ...(title !== '' && { title }), feeds: kept.slice(0, mostFeeds) },
    isCut: kept.length > mostFeeds,
  };
}

function feedsIn(text: string): readonly OutlineFeed[] {
  const areFeedsClosed = isBalanced(text);
  const feeds: OutlineFeed[] = [];
  const open: Open[] = [];
  for (const tag of outlineTags(text)) {
    const feed = tag.kind === 'open' ? feedOf(tag, open) : undefined;
    if (tag.kind === 'close') open.pop();
    else open.push(...openedBy(tag, feed, areFeedsClosed));
    if (feed !== undefined) feeds.push(feed);
    if (feeds.length >= mostLooked) break;
  }
  return feeds;
}

function openedBy(tag: OpenTag, feed: OutlineFeed | undefined, areFeedsClosed: boolean): readonly Open[] {
  if (tag.isEmpty) return [];
  if (feed === undefined) return [groupName(tag)];
  return areFeedsClosed ? [undefined] : [];
}

function* outlineTags(text: string): Generator<OpenTag | { readonly kind: 'close' }> {
  for (const token of markupTokens(text))
    if ((token.kind === 'open' || token.kind === 'close') && /^(?:\w{1,40}:)?outline$/i.test(token.name))
      yield token;
}

/** Where outlines are left open, they are the feeds: a group without its end would hold all that follows. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const tag of outlineTags(text))
    if (tag.kind === 'close') open -= 1;
    else if (!tag.isEmpty) open += 1;
  return open <= 0;
}

function attributesOf({ attributes }: OpenTag): ReadonlyMap<string, string> {
  return new Map(
    attributes
      .toReversed()
      .map(({ name, value }) => [name.toLowerCase(), lineOfText(decodeReferences(value))]),
  );
}

function groupName(tag: OpenTag): string {
  const attributes = attributesOf(tag);
  return cut(attributes.get('text') || attributes.get('title') || '', longestName);
}

function feedOf(tag: OpenTag, open: readonly Open[]): OutlineFeed | undefined {
  const attributes = attributesOf(tag);
  const isFeedType = /^(?:rss|atom|feed)/i.test(attributes.get('type') ?? '');
  const written = attributes.get('xmlurl') || (isFeedType ? (attributes.get('url') ?? '') : '');
  const address = withoutFeedScheme(written);
  if (!isWebAddress(address) || address.length > longestAddress) return undefined;
  const title = cut(attributes.get('title') || attributes.get('text') || '', longestName);
  const siteUrl = attributes.get('htmlurl') ?? '';
  const groups = open.slice(-200).filter((name) => name !== undefined && name !== '');
  return {
    address,
    ...(title !== '' && { title }),
    ...(isWebAddress(siteUrl) && siteUrl.length <= longestAddress && { siteUrl }),
    groups: groups.flatMap((name) => name ?? []).slice(0, deepestGroup),
  };
}

/** That of the head: outlines have theirs in attributes. */
function titleOf(text: string): string {
  let isTitle = false;
  let title = '';
  for (const token of markupTokens(text)) {
    if (token.kind === 'open' && /^(?:body|outline)$/i.test(token.name)) break;
    if (token.kind === 'open') isTitle = /^title$/i.test(token.name);
    if (token.kind === 'close') isTitle = false;
    title += isTitle ? textOfToken(token) : '';
  }
  return cut(lineOfHtml(title), longestName);
}

function textOfToken(token: MarkupToken): string {
  if (token.kind === 'cdata') return token.text;
  return token.kind === 'text' ? decodeReferences(token.text) : '';
}

interface Group {
  readonly feeds: OutlineFeed[];
  readonly groups: Map<string, Group>;
}

/** An OPML 2.0 file that readOpml and other readers of feeds take; `createdAt` in UTC milliseconds. */
export function writeOpml({ title, feeds }: Outline, createdAt: number): string {
  const root = emptyGroup();
  for (const feed of feeds) groupAt(root, feed.groups).feeds.push(feed);
  const head = [
    ...(title === undefined ? [] : [`    <title>${escapeHtml(clean(title))}</title>`]),
    `    <dateCreated>${new Date(createdAt).toUTCString()}</dateCreated>`,
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    ...head,
    '  </head>',
    '  <body>',
    ...linesOf(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function emptyGroup(): Group {
  return { feeds: [], groups: new Map() };
}

function groupAt(root: Group, names: readonly string[]): Group {
  let group = root;
  for (const name of names.slice(0, deepestGroup)) {
    const next = group.groups.get(name) ?? emptyGroup();
    group.groups.set(name, next);
    group = next;
  }
  return group;
}

function linesOf({ feeds, groups }: Group, indent: string): string[] {
  return [
    ...feeds.map((feed) => `${indent}${feedLine(feed)}`),
    ...[...groups].flatMap(([name, group]) => [
      `${indent}<outline${attribute('text', name)}>`,
      ...linesOf(group, `${indent}  `),
      `${indent}</outline>`,
    ]),
  ];
}

function feedLine({ address, title, siteUrl }: OutlineFeed): string {
  const names = attribute('text', title ?? address) + (title === undefined ? '' : attribute('title', title));
  const site = siteUrl === undefined ? '' : attribute('htmlUrl', siteUrl);
  return `<outline type="rss"${names}${attribute('xmlUrl', address)}${site}/>`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeAttribute(clean(value))}"`;
}

/** One line, without what XML forbids. */
function clean(text: string): string {
  return lineOfText(text.toWellFormed().replace(/(?!\s)\p{Cc}|[\ufffe\uffff]/gu, ''));
}
