/**
 * Names of namespaces as they are written, lower case and without a last '/' or '#', to the prefix that stands for
 * them here. RSS's own are '': its elements have none in most feeds.
 */
const prefixes = new Map([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['https://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://purl.org/pie', 'atom'],
  ['http://purl.org/echo', 'atom'],
  ['http://purl.org/atom-blog/ns', 'atom'],
  ['http://example.com/newformat', 'atom'],
  ['http://example.com/necho', 'atom'],
  ['http://uri/of/echo/namespace', 'atom'],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://backend.userland.com/rss091', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://purl.org/rss/1.0', ''],
  ['http://purl.org/net/rss1.1', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://my.netscape.com/publish/formats/rss-0.9.dtd', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://www.rssboard.org/rss-specification', ''],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/prism', 'prism'],
  ['http://prismstandard.org/namespaces/basic/2.0', 'prism'],
  ['http://prismstandard.org/namespaces/1.2/basic', 'prism'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['https://search.yahoo.com/mrss', 'media'],
  ['http://www.rssboard.org/media-rss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
]);

/** Prefixes that mean what they say where nobody declares them, or where an unknown name is declared for them. */
const wellKnown = new Set([...prefixes.values(), 'xml'].filter((prefix) => prefix !== ''));
const aliases = new Map([
  ['rss', ''],
  ['xhtml', 'xhtml'],
  ['html', 'xhtml'],
  ['mrss', 'media'],
  ['dct', 'dcterms'],
]);

/** What each prefix that is declared around an element stands for; '' is the default namespace. */
export type Namespaces = ReadonlyMap<string, string>;

export const noNamespaces: Namespaces = new Map();

/** Feeds declare up to about thirty. */
const mostDeclared = 64;

/** `namespaces` with the declarations among an element's attributes. */
export function withDeclarations(
  namespaces: Namespaces,
  attributes: readonly { readonly name: string; readonly value: string }[],
): Namespaces {
  let declared: Map<string, string> | undefined;
  for (const { name, value } of attributes) {
    const prefix = /^xmlns(?::(.{1,40})|)$/i.exec(name);
    if (prefix === null) continue;
    declared ??= new Map(namespaces);
    const written = (prefix[1] ?? '').toLowerCase();
    if (declared.size < mostDeclared) declared.set(written, meaningOf(written, value));
  }
  return declared ?? namespaces;
}

function meaningOf(prefix: string, address: string): string {
  const known = prefixes.get(address.trim().toLowerCase().replace(/[/#]$/, ''));
  return known ?? undeclared(prefix);
}

function undeclared(prefix: string): string {
  return aliases.get(prefix) ?? (wellKnown.has(prefix) || prefix === '' ? prefix : `?${prefix}`);
}

/** An element's name as it is looked up: "dc:creator", "atom:title", "title" of RSS; in lower case. */
export function keyOf(name: string, namespaces: Namespaces): string {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(colon, 0)).toLowerCase();
  const local = name.slice(colon + 1).toLowerCase();
  const meaning = namespaces.get(prefix) ?? undeclared(prefix);
  return meaning === '' ? local : `${meaning}:${local}`;
}

/** An attribute's: one without a prefix has no namespace. */
export function attributeKeyOf(name: string, namespaces: Namespaces): string {
  return name.includes(':') ? keyOf(name, namespaces) : name.toLowerCase();
}
