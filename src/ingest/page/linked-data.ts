import { isJsonBomb } from './json-bomb.ts';
import type { PageDocument } from './page-facts.ts';

/** What a page's JSON-LD says of its article, as it is written there. */
export interface LinkedData {
  readonly datePublished?: string;
  readonly dateModified?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly language?: string;
  /** Not everyone may read it. */
  readonly isPaywalled: boolean;
  /** CSS selectors of its parts that not everyone may read. */
  readonly paidParts: readonly string[];
}

type Entries = Readonly<Record<string, unknown>>;

const articleType = /(?:Article|BlogPosting|Posting|Report|Review|LiveBlog)$/;
const pageType = /(?:WebPage|VideoObject|Recipe)$/;
/** Objects looked at in one page's JSON-LD. */
const mostObjects = 2000;
const mostParts = 10;
/** Of one script; a page with its whole text in it has some ten thousand characters. */
const longestData = 1_000_000;

/** Takes JSON-LD away that nobody can parse without harm. */
export function takeOutBombs(document: PageDocument): void {
  for (const script of dataScripts(document)) {
    const json = script.textContent ?? '';
    if (json.length > longestData || isJsonBomb(json)) script.remove();
  }
}

const dataScripts = (document: PageDocument) => [
  ...document.querySelectorAll('script[type="application/ld+json" i]'),
];

/** Reads it wherever in the page's objects it stands. */
export function linkedData(document: PageDocument): LinkedData {
  const objects = objectsOf(document);
  const about = objects.find((one) => isOf(one, articleType)) ?? {};
  const page = objects.find((one) => isOf(one, pageType)) ?? {};
  const text = (name: string) => stringOf(about[name]) ?? stringOf(page[name]);
  const datePublished = text('datePublished') ?? text('dateCreated');
  const dateModified = text('dateModified');
  const language = text('inLanguage');
  const publisher = namesIn(about.publisher, objects)[0];
  return {
    authors:
      [about.author, about.creator, page.author].map((one) => namesIn(one, objects)).find(hasAny) ?? [],
    ...(datePublished !== undefined && { datePublished }),
    ...(dateModified !== undefined && { dateModified }),
    ...(publisher !== undefined && { publisher }),
    ...(language !== undefined && { language }),
    isPaywalled: isPaid(about),
    paidParts: [...partsOf(about), ...partsOf(page)].slice(0, mostParts),
  };
}

const hasAny = (list: readonly string[]): boolean => list.length > 0;

/** All objects, those that hold others before them. */
function objectsOf(document: PageDocument): readonly Entries[] {
  const open: unknown[] = dataScripts(document).map(({ textContent }) => parsed(textContent ?? ''));
  const objects: Entries[] = [];
  for (let at = 0; at < open.length && at < mostObjects; at += 1) {
    const value = open[at];
    if (typeof value !== 'object' || value === null) continue;
    const entries: Entries = { ...value };
    if (!Array.isArray(value)) objects.push(entries);
    open.push(...Object.values(entries).slice(0, mostObjects));
  }
  return objects;
}

/** Pages write all kinds of things there: comments around it, line ends within its words. */
function parsed(json: string): unknown {
  for (const written of [
    json,
    json.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '').replace(/[\r\n\t]+/g, ' '),
  ]) {
    try {
      return JSON.parse(written);
    } catch {} // the next spelling, or nothing
  }
  return undefined;
}

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

function isOf({ '@type': type }: Entries, wanted: RegExp): boolean {
  return [type].flat().some((one) => typeof one === 'string' && wanted.test(one));
}

/** The names in a name, an object with one or that is named elsewhere by its "@id", or a list of these. */
function namesIn(value: unknown, objects: readonly Entries[]): readonly string[] {
  return [value].flat().flatMap((one: unknown) => {
    if (typeof one === 'string') return stringOf(one) ?? [];
    if (typeof one !== 'object' || one === null) return [];
    const entries: Entries = { ...one };
    const named = entries.name === undefined ? objects.find((other) => isSame(entries, other)) : entries;
    return [named?.name].flat().flatMap((name) => stringOf(name) ?? []);
  });
}

const isSame = (one: Entries, other: Entries): boolean =>
  other.name !== undefined && one['@id'] !== undefined && one['@id'] === other['@id'];

const isPaid = ({ isAccessibleForFree: isFree }: Entries): boolean =>
  isFree === false || (typeof isFree === 'string' && /^(?:false|no)$|\/false$/i.test(isFree.trim()));

function partsOf({ hasPart }: Entries): readonly string[] {
  return [hasPart].flat().flatMap((part: unknown) => {
    if (typeof part !== 'object' || part === null || !isPaid({ ...part })) return [];
    const { cssSelector }: Entries = { ...part };
    return [cssSelector].flat().flatMap((selector) => stringOf(selector) ?? []);
  });
}
