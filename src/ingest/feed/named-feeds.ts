import { absoluteWebAddress, baseBelow } from './address.ts';
import { lineOfHtml, withoutUnseen } from './html.ts';
import { markupTokens, type OpenTag } from './markup.ts';
import type { NamedFeed } from './parsed-feed.ts';
import { decodeReferences } from './references.ts';

/** A page names up to about ten; archives of many subjects more. */
const mostFeeds = 50;

const feedType = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|^application\/x\.atom\+xml|^text\/rss/i;
/** Types under which pages name other things too. */
const possibleType = /^(?:application|text)\/(?:xml|json|x-rss\+xml)/i;
const feedWords = /\b(?:rss|atom|feeds?|rdf|syndication)\b/i;
const commentWords = /comment|kommentar|comentario|commentaire|reacties/i;

type Rank = 'declared' | 'linked' | 'comments';

interface Found extends NamedFeed {
  readonly rank: Rank;
}

/**
 * The feeds that a page names, best first: those of its head as it has them, then what its links look like, feeds of
 * comments last.
 */
export function namedFeeds(html: string, url: string | undefined): readonly NamedFeed[] {
  const found = new Map<string, Found>();
  for (const { tag, base } of linkingTags(html, url)) {
    const feed = feedOf(tag, base);
    if (feed !== undefined && found.size < mostFeeds && isBetter(feed, found.get(feed.address)))
      found.set(feed.address, feed);
  }
  const ranks: readonly Rank[] = ['declared', 'linked', 'comments'];
  return ranks.flatMap((rank) =>
    [...found.values()]
      .filter((feed) => feed.rank === rank)
      .map(({ address, title }) => ({ address, ...(title !== undefined && { title }) })),
  );
}

/** The tags that link to something, and from where their addresses are seen: the first <base> counts. */
function* linkingTags(
  html: string,
  url: string | undefined,
): Generator<{ tag: OpenTag; base: string | undefined }> {
  let base = url;
  let isBased = false;
  for (const tag of markupTokens(withoutUnseen(html))) {
    if (tag.kind !== 'open') continue;
    if (/^base$/i.test(tag.name) && !isBased) {
      base = baseBelow(attributesOf(tag).get('href') ?? '', base);
      isBased = true;
    } else if (/^(?:a|link)$/i.test(tag.name)) yield { tag, base };
  }
}

function isBetter(feed: Found, known: Found | undefined): boolean {
  return known === undefined || (feed.rank === 'declared' && known.rank !== 'declared');
}

function attributesOf({ attributes }: OpenTag): ReadonlyMap<string, string> {
  return new Map(
    attributes.toReversed().map(({ name, value }) => [name.toLowerCase(), decodeReferences(value)]),
  );
}

function feedOf(tag: OpenTag, base: string | undefined): Found | undefined {
  const isOfHead = /^link$/i.test(tag.name);
  const attributes = attributesOf(tag);
  const written = attributes.get('href') ?? '';
  const title = lineOfHtml(attributes.get('title') ?? '');
  const isFeed = isOfHead ? isDeclared(attributes, `${written} ${title}`) : isLinked(attributes, written);
  const address = isFeed ? absoluteWebAddress(withoutFeedScheme(written), base) : undefined;
  if (address === undefined) return undefined;
  const isOfComments = commentWords.test(`${written} ${title}`);
  const rank = isOfComments ? 'comments' : isOfHead ? 'declared' : 'linked';
  return { address, ...(title !== '' && { title }), rank };
}

/** "feed://host/…" and "feed:https://…" are what browsers once opened in a reader. */
export function withoutFeedScheme(written: string): string {
  return written.replace(/^feed:(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://');
}

function isDeclared(attributes: ReadonlyMap<string, string>, words: string): boolean {
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  const type = (attributes.get('type') ?? '').trim();
  if (relations.includes('stylesheet') || /oembed/i.test(type)) return false;
  if (feedType.test(type)) return relations.includes('alternate') || relations.includes('feed');
  if (relations.includes('feed')) return type === '' || possibleType.test(type);
  return relations.includes('alternate') && possibleType.test(type) && feedWords.test(words);
}

function isLinked(attributes: ReadonlyMap<string, string>, address: string): boolean {
  if (feedType.test(attributes.get('type') ?? '') || /^feed:/i.test(address)) return true;
  return (
    address.length < 2000 &&
    /(?:[/.](?:rss|atom|feed|rdf)(?:\.xml|\.json|\.php)?|feeds?\.\w{3,4})\/?(?:\?[^?#]*)?$/i.test(address)
  );
}

/** In the order of how often feeds are found there. */
const commonPaths = ['/feed', '/rss', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml', '/feed.json'];

/** Where feeds often are, for a page that names none: first beside the page, then on its host. */
export function commonFeedPaths(url: string): readonly string[] {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return [];
  const { origin, pathname } = new URL(url);
  const section = pathname.replace(/\/[^/]*\.\w{1,5}$/, '').replace(/\/+$/, '');
  const beside = section === '' ? [] : [`${origin}${section}/feed`];
  return [...beside, ...commonPaths.map((path) => `${origin}${path}`)];
}
