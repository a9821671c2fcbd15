import type { NewArticle } from '../../domain/article.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Feed } from '../../domain/feed.ts';
import { carriesSecret } from '../carries-secret.ts';
import type { HostRests } from '../fetch/host-rests.ts';
import type { TakeTurn } from '../fetch/host-turns.ts';
import { webAddress } from '../fetch/web-address.ts';
import { fetchPage, type PagePorts, type PageRefusal } from '../fetch-page.ts';
import { type PageProblem, wordsFor } from '../page-problems.ts';
import type { IncomingDocument } from '../read-document.ts';
import type { BoundedReading, ReadingPool } from '../reading/reading-pool.ts';
import { publishedAt, sourceOf, topicsOf } from './entry-facts.ts';
import type { EntryPayload } from './entry-payload.ts';
import { fullTextOf } from './full-text.ts';

export interface EntryReadingPorts extends PagePorts {
  readonly takeTurn: TakeTurn;
  readonly hostRests: HostRests;
  readonly readDocument: ReadingPool['readDocument'];
  /** `host:port` pairs that need not be of the public internet. */
  readonly allowed: ReadonlySet<string>;
  readonly clock: Clock;
}

export type EntryReading =
  /** `of`: the entry's page, all of the text in the feed, or what else the feed has of it. */
  | {
      readonly ok: true;
      readonly article: NewArticle;
      readonly of: 'page' | 'feed' | 'notice';
      /** Of a notice: why it is no more. */
      readonly why?: string;
    }
  /** `waitMs`: it may go better after so long. */
  | { readonly ok: false; readonly reason: string; readonly waitMs?: number };

interface Known {
  readonly payload: EntryPayload;
  readonly feed: Feed;
}

type ReadEntry = { readonly ok: true; readonly article: NewArticle } | Exclude<BoundedReading, { ok: true }>;

/** Makes what reads an entry's article; with `isLastTry`, of what the feed has where its page still does not answer. */
export function createEntryReading(
  ports: EntryReadingPorts,
): (payload: EntryPayload, feed: Feed, isLastTry: boolean) => Promise<EntryReading> {
  const { takeTurn, hostRests, readDocument, allowed, clock } = ports;

  async function read(
    kind: IncomingDocument['kind'],
    raw: string,
    address: URL | undefined,
    { payload, feed }: Known,
  ): Promise<ReadEntry> {
    const host = (address?.hostname ?? URL.parse(feed.address)?.hostname ?? '').replace(/^www\./, '');
    const reading = await readDocument({
      kind,
      raw,
      title: payload.title,
      source: kind === 'fragment' ? sourceOf(feed, host) : host,
      url: address?.href,
      author: payload.author,
      publishedAt: payload.publishedAt,
      topics: topicsOf(payload.categories),
      scope: feed.scope,
      storedAt: clock.now(),
    });
    return reading.ok ? { ok: true, article: withFeed(reading.article, host, { payload, feed }) } : reading;
  }

  async function ofNotice(address: URL | undefined, known: Known, why: string): Promise<EntryReading> {
    const { content, summary } = known.payload;
    for (const html of [content, summary]) {
      if (html === undefined) continue;
      const reading = await read('fragment', html, address, known);
      if (reading.ok) return { ...reading, of: 'notice', why };
    }
    return { ok: false, reason: why };
  }

  async function pageOf(url: URL, known: Known): Promise<EntryReading> {
    const restMs = hostRests.left(url.host);
    if (restMs > 0) return { ok: false, reason: 'its site asked for a rest', waitMs: restMs };
    const fetched = await takeTurn(url.host, () => fetchPage(url, ports));
    if (!fetched.ok) {
      const waitMs = waitFor(fetched);
      if (waitMs === undefined) return await otherwise(fetched, url, known);
      hostRests.rest(url.host, waitMs);
      return { ok: false, reason: wordsFor(fetched), waitMs };
    }
    const { isHtml, text, address } = fetched;
    const reading = await read(isHtml ? 'page' : 'text', text, address, known);
    return reading.ok ? { ...reading, of: 'page' } : await otherwise(reading, url, known);
  }

  /** A publisher that forbids its words to be shown is not shown by way of its feed. */
  async function otherwise(problem: PageProblem, url: URL, known: Known): Promise<EntryReading> {
    const why = wordsFor(problem);
    return problem.reason === 'not-allowed' ? { ok: false, reason: why } : await ofNotice(url, known, why);
  }

  async function ofFullText(url: URL | undefined, known: Known): Promise<EntryReading | undefined> {
    const html = fullTextOf(known.payload);
    const reading = html === undefined ? undefined : await read('fragment', html, url, known);
    return reading?.ok === true ? { ...reading, of: 'feed' } : undefined;
  }

  async function ofPageOrNotice(url: URL, known: Known, isLastTry: boolean): Promise<EntryReading> {
    // A key in an address of a public feed opens something that is not everyone's.
    const isOthers = known.feed.scope === 'public' && carriesSecret(url);
    if (isOthers) return await ofNotice(url, known, 'its address carries a key');
    const reading = await pageOf(url, known);
    const isOver = isLastTry && !reading.ok && reading.waitMs !== undefined;
    return isOver ? await ofNotice(url, known, reading.reason) : reading;
  }

  return async (payload, feed, isLastTry) => {
    const known = { payload, feed };
    const address = payload.url === undefined ? undefined : webAddress(payload.url, allowed);
    const url = address?.ok === true ? address.url : undefined;
    const inFeed = await ofFullText(url, known);
    if (inFeed !== undefined) return inFeed;
    if (url === undefined) return await ofNotice(undefined, known, 'it leads to no page');
    return await ofPageOrNotice(url, known, isLastTry);
  };
}

/** For a site that has had enough of us and does not say how long. */
const usualRestMs = 5 * 60_000;

/** How long a site asks to wait where it may answer later; `undefined` where it will not. */
function waitFor(refusal: PageRefusal): number | undefined {
  if (refusal.reason === 'unreachable' || refusal.reason === 'too-slow') return 0;
  if (refusal.reason !== 'status') return undefined;
  const { status, retryAfterMs = status === 429 ? usualRestMs : 0 } = refusal;
  return status >= 500 || status === 429 || status === 408 ? retryAfterMs : undefined;
}

/** What the page leaves open, as its feed has it. */
function withFeed(article: NewArticle, host: string, { payload, feed }: Known): NewArticle {
  return {
    ...article,
    ...publishedAt(article.publishedAt, payload.publishedAt),
    source: article.source === host ? sourceOf(feed, host) : article.source,
  };
}
