import { ItemRefused } from './item-refused.ts';
import type { ArticleFacts, ArticleText } from './items.ts';

interface Kept {
  readonly facts: ArticleFacts;
  readonly texts: readonly ArticleText[];
}

/** Of an article's versions the first and the newest 19 stay. */
const newestVersions = 19;

const isKept = (version: number, newest: number): boolean =>
  version === 1 || version > newest - newestVersions;

const wordsOf = ({ title, standfirst, text }: ArticleText): string =>
  JSON.stringify([title, standfirst ?? '', text]);

function currentOf({ facts, texts }: Kept): ArticleText {
  const current = texts.find(({ version }) => version === facts.version);
  if (current === undefined) throw new Error(`article ${facts.id} lacks its text`);
  return current;
}

/** Whether what both have of the same number says the same: then one is where the other was, or will be. */
function areOneLine(mine: Kept, theirs: Kept): boolean {
  const known = new Map(mine.texts.map((text) => [text.version, text]));
  return theirs.texts.every((text) => {
    const same = known.get(text.version);
    return same === undefined || wordsOf(same) === wordsOf(text);
  });
}

/** The versions to be added where both went their own ways: what is unknown here, and at last what is newer. */
function parallel(mine: Kept, theirs: Kept): readonly ArticleText[] {
  const known = new Set(mine.texts.map(wordsOf));
  const [here, there] = [currentOf(mine), currentOf(theirs)];
  const isTheirs = there.storedAt > here.storedAt && wordsOf(there) !== wordsOf(here);
  const last = isTheirs ? there : here;
  const room = Math.max(0, newestVersions - mine.facts.version);
  const strangers = theirs.texts
    .filter((text) => text !== last && !known.has(wordsOf(text)))
    .toSorted((one, other) => other.storedAt - one.storedAt)
    .slice(0, room)
    .toReversed();
  if (strangers.length === 0 && !isTheirs) return [];
  return [...strangers, last].map((text, index) => ({ ...text, version: mine.facts.version + 1 + index }));
}

/** What goes on where the other one ended, and what of it is missing here. */
function continued(mine: Kept, theirs: Kept): readonly ArticleText[] {
  const newest = Math.max(mine.facts.version, theirs.facts.version);
  const known = new Set(mine.texts.map(({ version }) => version));
  return theirs.texts.filter(({ version }) => !known.has(version) && isKept(version, newest));
}

const union = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set([...one, ...other]),
];

function laterExpiry(one: ArticleFacts, other: ArticleFacts): { readonly expiresAt?: number } {
  if (one.expiresAt === undefined || other.expiresAt === undefined) return {};
  return { expiresAt: Math.max(one.expiresAt, other.expiresAt) };
}

type Grouping = ArticleFacts['grouping'];
type Noted = ArticleFacts['noted'];

/** How the words of two compare: whether they are one line of versions, and whether theirs, or any, become the newest. */
interface Comparison {
  readonly isOneLine: boolean;
  readonly isTheirs: boolean;
  readonly isNewer: boolean;
}

/** Whom the words quote that are shown then; `undefined` where they are still to be read for that. */
function notedOf(
  mine: ArticleFacts,
  theirs: ArticleFacts,
  { isOneLine, isTheirs, isNewer }: Comparison,
): Noted {
  if (isNewer) return isOneLine && isTheirs ? theirs.noted : undefined;
  const hasMore =
    isOneLine && mine.version === theirs.version && (theirs.noted?.edition ?? 0) > (mine.noted?.edition ?? 0);
  return hasMore ? theirs.noted : mine.noted;
}

/** The story that an article is in here stays, unless its newer words come with one. */
function groupingOf(mine: ArticleFacts, theirs: ArticleFacts, { isOneLine, isTheirs }: Comparison): Grouping {
  if (isOneLine && isTheirs && theirs.grouping !== undefined) return theirs.grouping;
  return mine.grouping ?? (isOneLine ? theirs.grouping : undefined);
}

/**
 * What an article from elsewhere brings to the one of the same id that is here: versions to be added, and the facts as
 * they are then; `undefined` where nothing. The newer words are shown, the others are kept as versions as far as there
 * is room. Merging the same once more brings nothing. Fails where the id is of another scope here: it would show one
 * guild's text to another.
 */
export function mergeArticle(
  mine: Kept,
  theirs: Kept,
): { readonly facts: ArticleFacts; readonly added: readonly ArticleText[] } | undefined {
  if (mine.facts.scope !== theirs.facts.scope)
    throw new ItemRefused(`article ${mine.facts.id} belongs to another scope here`);
  const isOneLine = areOneLine(mine, theirs);
  const added = isOneLine ? continued(mine, theirs) : parallel(mine, theirs);
  const version = Math.max(mine.facts.version, ...added.map((text) => text.version));
  const isTheirs =
    version > mine.facts.version && (isOneLine || currentOf(theirs).storedAt > currentOf(mine).storedAt);
  const { expiresAt: _, grouping: __, noted: ___, ...winner } = isTheirs ? theirs.facts : mine.facts;
  const comparison = { isOneLine, isTheirs, isNewer: version > mine.facts.version };
  const grouping = groupingOf(mine.facts, theirs.facts, comparison);
  const noted = notedOf(mine.facts, theirs.facts, comparison);
  const merged = {
    ...winner,
    version,
    ...laterExpiry(mine.facts, theirs.facts),
    topics: union(mine.facts.topics, theirs.facts.topics),
    feeds: union(mine.facts.feeds, theirs.facts.feeds).toSorted(),
    ...(grouping !== undefined && { grouping }),
    ...(noted !== undefined && { noted }),
  };
  const isSame =
    added.length === 0 &&
    merged.expiresAt === mine.facts.expiresAt &&
    merged.topics.length === mine.facts.topics.length &&
    merged.feeds.length === mine.facts.feeds.length &&
    grouping === mine.facts.grouping &&
    noted === mine.facts.noted;
  return isSame ? undefined : { facts: merged, added };
}
