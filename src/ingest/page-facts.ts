import { cutAtWord } from './cut-at-word.ts';
import type { PageNode } from './page-text.ts';
import { readDate } from './read-date.ts';

interface PageElement extends PageNode {
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  remove(): void;
}

export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** What a page says of itself outside its article. `canonicalUrl` is absolute http(s); times are UTC milliseconds. */
export interface PageFacts {
  readonly byline?: string;
  readonly publishedAt?: number;
  readonly canonicalUrl?: string;
  /** What its robots meta tags say, parted by commas. */
  readonly robots?: string;
}

/** Names of meta elements, and of `itemprop`, under which pages write when they were published; the surest first. */
const dateNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'article.published',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'date',
  'displaydate',
];
const authorNames = ['author', 'parsely-author', 'sailthru.author', 'dc.creator', 'article:author', 'byl'];

/** Elements that hold nothing but the author's name, where pages are marked up for it. */
const authorPlaces = '[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"]';

/** Elements that by their class hold the date or the author, among other things at times: the last that is asked. */
const shownDates = 'time, [class*="date" i], [class*="publish" i], [class*="posted" i]';
const shownAuthors = '[class*="byline" i] a, [class*="author" i] a, [class*="byline" i], [class*="author" i]';
/** A page may have thousands; the article's own comes early. */
const mostShown = 20;

const longestName = 100;

/** Reads what the page says of itself; before the article is taken out of it, which changes the document. */
export function pageFacts(document: PageDocument): PageFacts {
  const metas = metasOf(document);
  const told = linkedData(document);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const wordsAt = (selector: string) =>
    all(selector)
      .slice(0, mostShown)
      .map(({ textContent }) => textContent ?? '');
  const times = all('[itemprop="datePublished" i], time[datetime]').map(
    (element) => element.getAttribute('content') ?? element.getAttribute('datetime') ?? '',
  );
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const dates = [told.datePublished ?? '', ...dateNames.map((name) => metas.get(name) ?? ''), ...times];
  const authors = [told.author, ...authorNames.map((name) => metas.get(name)), ...wordsAt(authorPlaces)];
  const byline = firstOf(authors, authorName) ?? firstOf(wordsAt(shownAuthors), shownName);
  const publishedAt = firstOf(dates, readDate) ?? firstOf(wordsAt(shownDates), shownDate);
  const canonicalUrl = firstOf([canonical ?? undefined, metas.get('og:url')], absoluteAddress);
  const robots = all('meta[name="robots" i]').map((meta) => meta.getAttribute('content') ?? '');
  return {
    ...(byline !== undefined && { byline }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(robots.length > 0 && { robots: robots.join(',') }),
  };
}

function firstOf<T>(
  written: readonly (string | undefined)[],
  read: (written: string) => T | undefined,
): T | undefined {
  for (const one of written) {
    const known = one === undefined ? undefined : read(one);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** The first of each name, in lower case. */
function metasOf(document: PageDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const names = ['property', 'name', 'itemprop'].map((attribute) => meta.getAttribute(attribute));
    const name = names.find((one) => one !== null)?.toLowerCase();
    if (name !== undefined && !metas.has(name)) metas.set(name, meta.getAttribute('content') ?? '');
  }
  return metas;
}

/** The name alone; what has figures in it is a date or an account, what has a colon and slashes an address. */
function authorName(written: string): string | undefined {
  const name = cutAtWord(written.replace(/\s+/g, ' ').trim(), longestName).replace(/^by:?\s/i, '');
  const isName =
    /\p{L}/u.test(name) && !/\d|:\/\/|^@|^(?:admin|administrator|editor|staff|guest)$/i.test(name);
  return isName ? name : undefined;
}

/** Words that are a person's name as one is written on a page: two to four, each with a capital. */
export function shownName(written: string): string | undefined {
  const name = authorName(written);
  return name !== undefined && /^\p{Lu}[\p{L}.’'-]{0,20}(?: \p{Lu}[\p{L}.’'-]{0,20}){1,3}$/u.test(name)
    ? name
    : undefined;
}

const longestShownDate = 60;

function shownDate(written: string): number | undefined {
  const words = written.replace(/\s+/g, ' ').trim();
  return words.length > longestShownDate ? undefined : readDate(words);
}

function absoluteAddress(written: string): string | undefined {
  const address = written.trim();
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
}

interface LinkedData {
  readonly datePublished?: string | undefined;
  readonly author?: string | undefined;
}

const articleType = /(?:Article|BlogPosting|Report|Review)$/;
/** Objects looked at in one page's JSON-LD. */
const mostObjects = 2000;

/** What the page's JSON-LD says of its article, wherever in it that stands. */
function linkedData(document: PageDocument): LinkedData {
  const open: unknown[] = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
    ({ textContent }) => parsed(textContent ?? ''),
  );
  for (let seen = 0; open.length > 0 && seen < mostObjects; seen += 1) {
    const value = open.shift();
    if (typeof value !== 'object' || value === null) continue;
    const entries: Readonly<Record<string, unknown>> = { ...value };
    if (typesOf(entries).some((type) => articleType.test(type)))
      return { datePublished: stringOf(entries.datePublished), author: namesIn(entries.author) };
    open.push(...Object.values(entries));
  }
  return {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // pages write all kinds of things there
  }
}

const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function typesOf({ '@type': type }: Readonly<Record<string, unknown>>): readonly string[] {
  return [type].flat().filter((one) => typeof one === 'string');
}

/** "A. Quist, B. Lund" of a name, an object with one, or a list of either. */
function namesIn(author: unknown): string | undefined {
  const names = [author].flat().flatMap((one: unknown) => {
    const name = typeof one === 'object' && one !== null && 'name' in one ? one.name : one;
    return typeof name === 'string' ? (authorName(name) ?? []) : [];
  });
  return names.length === 0 ? undefined : names.join(', ');
}
