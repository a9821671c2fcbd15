import type { ParsedEntry, ParsedFeed } from './parsed-feed.ts';

/** The longest titles in feeds are whole posts; a page cannot show more. */
const longestTitle = 2000;
const longestName = 500;
/** Browsers and servers take no longer ones. */
const longestAddress = 4000;
/** A book. Longer articles are never shown as a whole, and a feed has many entries. */
const longestContent = 1_000_000;
const mostCategories = 50;
const mostEnclosures = 20;

type Given = {
  readonly [Key in keyof ParsedEntry]: ParsedEntry[Key] | undefined;
};

/** An entry with nothing in it that is longer or more than people write. */
export function limited(given: Given): ParsedEntry {
  const { guid, url, originalUrl, title, author, publishedAt, updatedAt, summary, content } = given;
  const categories = (given.categories ?? []).map((name) =>
    name.replace(/\s+/g, ' ').trim().slice(0, longestName),
  );
  const enclosures = new Map((given.enclosures ?? []).map((enclosure) => [enclosure.url, enclosure]));
  return {
    ...(guid && { guid: guid.slice(0, longestAddress) }),
    ...(url !== undefined && url.length <= longestAddress && { url }),
    ...(originalUrl !== undefined && originalUrl.length <= longestAddress && { originalUrl }),
    ...(title && { title: cut(title, longestTitle) }),
    ...(author && { author: cut(author, longestName) }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(summary && { summary: cut(summary, longestContent) }),
    ...(content && { content: cut(content, longestContent) }),
    categories: [...new Set(categories.filter((name) => name !== ''))].slice(0, mostCategories),
    enclosures: [...enclosures.values()]
      .filter(({ url: address }) => address.length <= longestAddress)
      .slice(0, mostEnclosures),
  };
}

type Kept = 'format' | 'entries' | 'isMended';
type GivenFeed = Pick<ParsedFeed, Kept> & {
  readonly [Key in Exclude<keyof ParsedFeed, Kept>]-?: ParsedFeed[Key] | undefined;
};

/** A feed with what is known of it. */
export function someFeed({ format, entries, isMended, ...given }: GivenFeed): ParsedFeed {
  const { title, siteUrl, id, subtitle, language, author, publishedAt, updatedAt } = given;
  return {
    format,
    ...(title && { title: cut(title, longestTitle) }),
    ...(siteUrl && siteUrl.length <= longestAddress && { siteUrl }),
    ...(id && { id: id.slice(0, longestAddress) }),
    ...(subtitle && { subtitle: cut(subtitle, longestTitle) }),
    ...(language && { language: language.slice(0, longestName) }),
    ...(author && { author: cut(author, longestName) }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    entries,
    isMended,
  };
}

export function withAuthor(entry: ParsedEntry, author: string | undefined): ParsedEntry {
  return entry.author !== undefined || author === undefined ? entry : { ...entry, author };
}

/** Never between the halves of a character. */
export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}

/** Entries of one feed; those with the newest dates, where there are more. Feeds have ten to some hundred. */
const mostEntries = 1000;

/** Collects entries without ever holding more than twice as many as are kept. */
export function entryCollector(): {
  /** `hasMore`: it says things that are not kept here; it is an entry still. */
  add(entry: ParsedEntry, hasMore?: boolean): void;
  all(): readonly ParsedEntry[];
} {
  let entries: ParsedEntry[] = [];
  const trim = () => {
    if (entries.length > mostEntries) entries = newest(entries);
  };
  return {
    add: (entry, hasMore = false) => {
      if (hasMore || isSomething(entry)) entries.push(entry);
      if (entries.length >= 2 * mostEntries) trim();
    },
    all: () => {
      trim();
      return entries;
    },
  };
}

/** An entry may be no more than a date; an empty element is none. */
function isSomething({ categories, enclosures, ...others }: ParsedEntry): boolean {
  return Object.keys(others).length + categories.length + enclosures.length > 0;
}

/** In the feed's order still; the earlier in the feed, of equally old ones. */
function newest(entries: readonly ParsedEntry[]): ParsedEntry[] {
  const at = ({ publishedAt, updatedAt }: ParsedEntry) => publishedAt ?? updatedAt ?? 0;
  const kept = new Set(entries.toSorted((one, other) => at(other) - at(one)).slice(0, mostEntries));
  return entries.filter((entry) => kept.has(entry));
}
