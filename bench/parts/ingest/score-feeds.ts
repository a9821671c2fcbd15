import { wordsOf } from '../../../src/ingest/html-words.ts';

/** An entry as a reader gives it, under the same names whoever read it. Dates as they are written. */
export interface ReadEntry {
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly id?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly summary?: string | undefined;
  readonly content?: string | undefined;
}

export interface ReadFeed {
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly entries: readonly ReadEntry[];
}

/** What a feed says in one place. `hrefs`: the addresses that the HTML of an entry leads to, parted by spaces. */
export interface Expectation {
  /** `undefined`: of the feed itself. */
  readonly entry?: number | undefined;
  readonly field: keyof ReadEntry | 'hrefs';
  readonly value: string;
}

/** Escaped twice or not, raised figures or not: how readers differ in that is not what is measured. */
const plain = (html: string): string => wordsOf(wordsOf(html)).normalize('NFKC');

const sameWords = (got: string | undefined, wanted: string): boolean =>
  got !== undefined && plain(got) === plain(wanted);

/** A date that has no reading of its own is no expectation. */
const timeOf = (written: string): number => Date.parse(written.replace(/\bUT\b|\bGMT[+-]\d{1,4}\b/, 'GMT'));

function sameTime(entry: ReadEntry, wanted: string): boolean {
  const at = timeOf(wanted);
  return [entry.published, entry.updated].some(
    (written) => written !== undefined && Math.abs(timeOf(written) - at) < 1000,
  );
}

const hrefsOf = (html: string): string =>
  [...html.matchAll(/\s(?:href|src)\s*=\s*["']([^"']*)/g)].map((match) => match[1] ?? '').join(' ');

/** Whether a reader has what is expected. White space, markup and references count for nothing. */
export function isMet({ entry: index, field, value }: Expectation, feed: ReadFeed | undefined): boolean {
  if (feed === undefined) return false;
  if (index === undefined) return sameWords(field === 'link' ? feed.link : feed.title, value);
  const entry = feed.entries[index];
  if (entry === undefined) return false;
  const { summary, content } = entry;
  if (field === 'published' || field === 'updated') return sameTime(entry, value);
  if (field === 'hrefs')
    return [summary, content].some((html) => html !== undefined && hrefsOf(html) === value);
  // What a feed calls its summary is the content to some, and the other way round.
  if (field === 'summary' || field === 'content')
    return [summary, content].some((html) => sameWords(html, value));
  return sameWords(entry[field], value);
}

/** An expectation that can be met at all. */
export const isClear = ({ field, value }: Expectation): boolean =>
  (field !== 'published' && field !== 'updated') || !Number.isNaN(timeOf(value));

/** How many of these titles a reader has, each at most as often as it is there. */
export function recovered(titles: readonly string[], feed: ReadFeed | undefined): number {
  const left = (feed?.entries ?? []).map(({ title }) => plain(title ?? ''));
  return titles.filter((title) => {
    const at = left.indexOf(plain(title));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}
