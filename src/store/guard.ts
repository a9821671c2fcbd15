import type { NewArticle } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { DigestStore } from '../domain/digest-store.ts';
import type { SpeakerIndex } from '../domain/speaker-index.ts';
import type { StoryStore } from '../domain/story-store.ts';

/** Ids and scopes are made by us; what is longer is a mistake, and no index takes it. */
export const longestId = 100;
const longestScope = 100;
/** Far more than any publisher gives; each has rows of its own. */
export const mostTopics = 1000;
/** More rows than anyone can read. */
const mostRows = 1_000_000_000;
/** The last millisecond that a date can hold, 275,000 years away, and the negative of the first. */
export const latestTime = 8_640_000_000_000_000;

const ownScope = /^(?:public$|guild:.|person:.)/s;

function checkTimes({ publishedAt, storedAt, expiresAt }: NewArticle): string | undefined {
  return [publishedAt, storedAt, expiresAt ?? 0]
    .filter((time) => !Number.isInteger(time) || Math.abs(time) > latestTime)
    .map((time) => `is dated ${time}`)[0];
}

/** Why no store may take an article; `undefined` where it may. */
function mistakeIn(article: NewArticle): string | undefined {
  const { id, scope, topics } = article;
  if (id === '' || id.length > longestId) return `has an id of ${id.length} characters`;
  if (!ownScope.test(scope) || scope.length > longestScope) return 'belongs to nobody';
  if (topics.length > mostTopics) return `has ${topics.length} topics`;
  return checkTimes(article);
}

/** Fails on what no store may take; half a surrogate pair becomes U+FFFD, which is as long, so spans stay where they were. */
function checked(article: NewArticle): NewArticle {
  const known = { ...article, topics: [...new Set(article.topics.map((topic) => topic.toWellFormed()))] };
  const mistake = mistakeIn(known);
  if (mistake !== undefined) throw new RangeError(`article ${article.id.slice(0, longestId)} ${mistake}`);
  const { url, author, standfirst } = article;
  return {
    ...known,
    id: article.id.toWellFormed(),
    title: article.title.toWellFormed(),
    source: article.source.toWellFormed(),
    text: article.text.toWellFormed(),
    raw: article.raw.toWellFormed(),
    ...(url !== undefined && { url: url.toWellFormed() }),
    ...(author !== undefined && { author: author.toWellFormed() }),
    ...(standfirst !== undefined && { standfirst: standfirst.toWellFormed() }),
  };
}

/** A whole number of rows: none where it is no number. */
const rowsOf = (limit: number): number => Math.floor(Math.min(mostRows, Math.max(0, limit))) || 0;

/** A time that a database can hold. Nothing is later than what is no time. */
const timeOf = (time: number): number =>
  Number.isNaN(time)
    ? Number.MAX_SAFE_INTEGER
    : Math.ceil(Math.min(Number.MAX_SAFE_INTEGER, Math.max(Number.MIN_SAFE_INTEGER, time)));

interface Bounds {
  readonly limit: number;
  readonly since?: number | undefined;
  readonly storedSince?: number | undefined;
}

function bounded<Query extends Bounds>(query: Query): Query {
  return {
    ...query,
    limit: rowsOf(query.limit),
    ...(query.since !== undefined && { since: timeOf(query.since) }),
    ...(query.storedSince !== undefined && { storedSince: timeOf(query.storedSince) }),
  };
}

const wellFormed = (texts: readonly string[]): readonly string[] => texts.map((text) => text.toWellFormed());

/** The store, asked and given only what every engine takes in one way. */
export function guardArticles(articles: ArticleStore): ArticleStore {
  return {
    ...articles,
    put: async (article) => await articles.put(checked(article)),
    putAll: async (several) => await articles.putAll(several.map(checked)),
    texts: (ids, scopes) => articles.texts(wellFormed(ids), scopes),
    latest: (query) => articles.latest(bounded(query)),
    search: (query) => articles.search(bounded(query)),
    holding: (query) => articles.holding({ ...bounded(query), phrases: wellFormed(query.phrases) }),
    titles: (query) => articles.titles(bounded(query)),
  };
}

/** The index of speakers, asked only what every engine takes in one way. */
export function guardSpeakers(speakers: SpeakerIndex): SpeakerIndex {
  return {
    ...speakers,
    unnoted: (edition, limit) => speakers.unnoted(edition, rowsOf(limit)),
    // In the syntax of a query no word can hold NUL.
    names: (query) =>
      speakers.names({
        ...bounded(query),
        words: wellFormed(query.words).map((word) => word.replaceAll('\0', ' ')),
      }),
    articles: (query) =>
      speakers.articles({
        ...bounded(query),
        names: wellFormed(query.names),
        ...(query.until !== undefined && { until: -timeOf(-query.until) }),
      }),
  };
}

/** Stories, asked only what every engine takes in one way. */
export function guardStories(stories: StoryStore): StoryStore {
  return {
    ...stories,
    latest: (query) => stories.latest(bounded(query)),
    ofArticles: (ids, scopes) => stories.ofArticles(wellFormed(ids), scopes),
    homes: (ids, scopes) => stories.homes(wellFormed(ids), scopes),
    fresh: (query) => stories.fresh(bounded(query)),
  };
}

/** Whole milliseconds; none where it is no number. */
const millisecondsOf = (ms: number): number => Math.ceil(Math.min(latestTime, Math.max(0, ms))) || 0;

/** Digests, asked only what every engine takes in one way. */
export function guardDigests(digests: DigestStore): DigestStore {
  return {
    ...digests,
    claim: (claimant, leaseMs, limit) => digests.claim(claimant, millisecondsOf(leaseMs), rowsOf(limit)),
    claimAfterwards: (claimant, leaseMs, limit) =>
      digests.claimAfterwards(claimant, millisecondsOf(leaseMs), rowsOf(limit)),
    extend: (deliveries, claimant, leaseMs) => digests.extend(deliveries, claimant, millisecondsOf(leaseMs)),
    release: (delivery, claimant, waitMs, reason) =>
      digests.release(delivery, claimant, millisecondsOf(waitMs), reason),
    releaseAfterwards: (delivery, claimant, waitMs) =>
      digests.releaseAfterwards(delivery, claimant, millisecondsOf(waitMs)),
    alertsDue: (limit) => digests.alertsDue(rowsOf(limit)),
    deliveries: (digestId, limit) => digests.deliveries(digestId, rowsOf(limit)),
    pruneDeliveries: (before) => digests.pruneDeliveries(-timeOf(-before)),
  };
}
