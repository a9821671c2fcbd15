/** What an item is read as. */
export type ItemKind = 'page' | 'text' | 'feed' | 'opml';

const byExtension: Readonly<Record<string, ItemKind>> = {
  htm: 'page',
  html: 'page',
  xhtml: 'page',
  txt: 'text',
  md: 'text',
  xml: 'feed',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  feed: 'feed',
  json: 'feed',
  opml: 'opml',
};

const lookedAt = 4096;
const opmlStart = /<opml[\s>]/i;
const feedStart = /<(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|channel)(?=[\s>/])/i;
const jsonFeedStart = /^\s{0,99}\{[\s\S]{0,2000}jsonfeed\.org\/version/i;
const pageStart = /<(?:!doctype\s{1,9}html|html|head|body)(?=[\s>/])/i;

/** By what the bytes begin with, else by the content type, else by the name's end; else it is a text. */
export function kindOf(name: string, contentType: string, bytes: Uint8Array): ItemKind {
  const start = startOf(bytes);
  return byStart(start) ?? byType(contentType) ?? byExtension[extensionOf(name)] ?? 'text';
}

/** In UTF-16 every other byte is zero; a byte order mark says nothing here. */
function startOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, lookedAt))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
}

function byStart(start: string): ItemKind | undefined {
  if (jsonFeedStart.test(start)) return 'feed';
  const [opml, feed, page] = [opmlStart, feedStart, pageStart].map((mark) => start.search(mark));
  const isFirst = (one = -1) =>
    one >= 0 && [opml, feed, page].every((other = -1) => other < 0 || other >= one);
  if (isFirst(opml)) return 'opml';
  if (isFirst(feed)) return 'feed';
  return isFirst(page) ? 'page' : undefined;
}

function byType(contentType: string): ItemKind | undefined {
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return 'page';
  if (/^\s*text\/(?:x-)?opml\b/i.test(contentType)) return 'opml';
  if (/^\s*(?:application|text)\/(?:[\w.-]+\+)?(?:xml|json)\b/i.test(contentType)) return 'feed';
  return /^\s*text\/plain\b/i.test(contentType) ? 'text' : undefined;
}

function extensionOf(name: string): string {
  return /\.(\w{1,8})(?:\.gz)?$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
