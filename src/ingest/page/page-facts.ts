import { readDate } from '../read-date.ts';
import { type LinkedData, linkedData } from './linked-data.ts';
import { addressDate, shownDate } from './page-dates.ts';
import { authorName, shownName } from './page-names.ts';
import type { PageNode } from './page-text.ts';

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
  readonly publisher?: string;
  readonly publishedAt?: number;
  /** When it was last changed, where that is after it was published. */
  readonly modifiedAt?: number;
  readonly canonicalUrl?: string;
  /** A tag of BCP 47: "en", "pt-BR". */
  readonly language?: string;
  /** The publisher says that not everyone may read all of it. */
  readonly isPaywalled?: true;
  /** What its robots meta tags say, parted by commas. */
  readonly robots?: string;
}

/** Names of meta elements, and of `itemprop`, under which pages write when they were published; the surest first. */
const dateNames =
  'article:published_time og:published_time og:article:published_time article:published datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime pubdate pub_date publishdate publish-date publish_date publication_date publication-date article_date_original article.published dc.date.issued dcterms.issued dcterms.created dc.date.created dcterms.date dc.date citation_publication_date displaydate originalpublicationdate date'.split(
    ' ',
  );
const changeNames =
  'article:modified_time og:article:modified_time og:updated_time article:updated_time datemodified dcterms.modified dc.date.modified lastmod last-modified modified revised updated'.split(
    ' ',
  );
const authorNames =
  'author parsely-author sailthru.author dc.creator dcterms.creator article:author article:author_name og:author citation_author cxenseparse:author byl'.split(
    ' ',
  );

/** Elements that hold nothing but the author's name, where pages are marked up for it. */
const authorPlaces = '[rel~="author"], [itemprop~="author"] [itemprop="name"], [itemprop~="author"]';

/** Elements that by their class hold the date or the author, among other things at times: the last that is asked. */
const shownDates =
  'time, [class*="date" i], [class*="publish" i], [class*="posted" i], [class*="time" i], [id*="date" i]';
const shownAuthors =
  '[class*="byline" i] a, [class*="author" i] a, [class*="byline" i], [class*="author" i], [class*="autor" i], [class*="auteur" i], [class*="writer" i]';
/** A page may have thousands; the article's own comes early. */
const mostShown = 30;

/** A page, and what it says to machines. */
interface Source {
  readonly document: PageDocument;
  readonly told: LinkedData;
  /** By name, in lower case. */
  readonly metas: ReadonlyMap<string, string>;
}

/** Reads what the page says of itself; before the article is taken out of it, which changes the document. */
export function pageFacts(document: PageDocument): PageFacts {
  const source = { document, told: linkedData(document), metas: metasOf(document) };
  const { told } = source;
  const byline = bylineOf(source);
  const canonicalUrl = canonicalOf(source);
  const language = languageOf(source);
  const publishedAt = publishedOf(source, language) ?? firstOf([canonicalUrl], addressDate);
  const modifiedAt = modifiedOf(source, publishedAt);
  const robots = elementsAt(source, 'meta[name="robots" i]').map((tag) => tag.getAttribute('content') ?? '');
  const tier = source.metas.get('article:content_tier') ?? '';
  const isPaywalled = told.isPaywalled || told.paidParts.length > 0 || /^(?:locked|metered)/i.test(tier);
  return {
    ...(byline !== undefined && { byline }),
    ...(told.publisher !== undefined && { publisher: told.publisher }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(modifiedAt !== undefined && { modifiedAt }),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(language !== undefined && { language }),
    ...(isPaywalled && { isPaywalled }),
    ...(robots.length > 0 && { robots: robots.join(',') }),
  };
}

const elementsAt = ({ document }: Source, selector: string): readonly PageElement[] =>
  [...document.querySelectorAll(selector)].slice(0, mostShown);

const wordsAt = (source: Source, selector: string): readonly string[] =>
  elementsAt(source, selector).map(({ textContent }) => textContent ?? '');

/** What elements say to machines. */
const stampsAt = (source: Source, selector: string): readonly string[] =>
  elementsAt(source, selector).map(
    (element) => element.getAttribute('content') ?? element.getAttribute('datetime') ?? '',
  );

const metasAt = ({ metas }: Source, names: readonly string[]): readonly (string | undefined)[] =>
  names.map((name) => metas.get(name));

function bylineOf(source: Source): string | undefined {
  const names = source.told.authors.flatMap((name) => authorName(name) ?? []);
  if (names.length > 0) return [...new Set(names)].join(', ');
  const written = [...metasAt(source, authorNames), ...wordsAt(source, authorPlaces)];
  return firstOf(written, authorName) ?? firstOf(wordsAt(source, shownAuthors), shownName);
}

function canonicalOf(source: Source): string | undefined {
  const links = elementsAt(source, 'link[rel~="canonical" i]').map((link) => link.getAttribute('href') ?? '');
  return firstOf([...links, source.metas.get('og:url')], absoluteAddress);
}

function languageOf(source: Source): string | undefined {
  const root = source.document.querySelector('html');
  const named = metasAt(source, ['content-language', 'og:locale', 'language']);
  return firstOf([root?.getAttribute('lang') ?? undefined, source.told.language, ...named], languageTag);
}

function publishedOf(source: Source, language: string | undefined): number | undefined {
  const stamps = [
    source.told.datePublished,
    ...metasAt(source, dateNames),
    ...stampsAt(source, '[itemprop~="datePublished" i]'),
    ...stampsAt(source, 'time[datetime]'),
  ];
  return (
    firstOf(stamps, readDate) ?? firstOf(wordsAt(source, shownDates), (words) => shownDate(words, language))
  );
}

function modifiedOf(source: Source, publishedAt: number | undefined): number | undefined {
  const stamps = [
    source.told.dateModified,
    ...metasAt(source, changeNames),
    ...stampsAt(source, '[itemprop~="dateModified" i]'),
  ];
  const at = firstOf(stamps, readDate);
  return at === undefined || at <= (publishedAt ?? 0) ? undefined : at;
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

/** The first of each name. */
function metasOf(document: PageDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((one) => meta.getAttribute(one));
    const name = names.find((one) => one !== null)?.toLowerCase();
    if (name !== undefined && !metas.has(name)) metas.set(name, meta.getAttribute('content') ?? '');
  }
  return metas;
}

function absoluteAddress(written: string): string | undefined {
  const address = written.trim();
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
}

/** "en_GB.UTF-8" is "en-GB". */
function languageTag(written: string): string | undefined {
  const tag = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8}){0,3}/i.exec(written.trim())?.[0].replaceAll('_', '-');
  if (tag === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined; // no tag of a language
  }
}

/** Takes out of the page what its publisher says is not for everyone. */
export function takeOutPaidParts(document: PageDocument): void {
  for (const selector of linkedData(document).paidParts) {
    for (const element of elementsBy(document, selector)) element.remove();
  }
}

const longestSelector = 200;

function elementsBy(document: PageDocument, selector: string): readonly PageElement[] {
  if (selector.length > longestSelector) return [];
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    return []; // no selector
  }
}
