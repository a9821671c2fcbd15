import type { FeedLook, FeedStep, FoundFeed } from '../../domain/feed.ts';
import { ownScopeOf, type Reader } from '../../domain/scope.ts';
import { feedCarriesSecret } from '../carries-secret.ts';
import { cutAtWord } from '../cut-at-word.ts';
import type { ParsedEntry, ParsedFeed } from '../feed/parsed-feed.ts';
import { wordsOf } from '../html-words.ts';
import { feedTitle } from '../poll/feed-title.ts';
import { dateOf, habitOf, newestFirst } from '../poll/habit.ts';
import { feedAddress } from './feed-address.ts';
import { createFindFeed, type FindFeedPorts } from './find-feed.ts';
import { ofAddress } from './step-details.ts';

export interface LookPorts extends FindFeedPorts {
  /** Whether an entry's article could be read, in words: "its page, 540 words". Keeps nothing. */
  readonly tryEntry: (
    entry: ParsedEntry,
    feed: FoundFeed,
  ) => Promise<{ readonly ok: boolean; readonly detail: string }>;
}

export type LookAtFeed = (written: string, reader: Reader) => Promise<FeedLook>;

const mostNewest = 5;
const longestTitle = 200;
const longestSummaryTitle = 80;

/** Makes what looks at a feed step by step, and keeps nothing of it. */
export function createFeedLook(ports: LookPorts): LookAtFeed {
  const { allowed, clock, tryEntry } = ports;
  const findFeed = createFindFeed(ports);

  async function article(entries: readonly ParsedEntry[], found: FoundFeed): Promise<readonly FeedStep[]> {
    const [entry] = newestFirst(entries, clock.now());
    if (entry === undefined) return [];
    const began = clock.now();
    const tried = await tryEntry(entry, found);
    return [{ step: 'article', ms: clock.now() - began, ...tried }];
  }

  return async (written, reader) => {
    const address = feedAddress(addressIn(written), allowed);
    if (!address.ok) {
      const reason = address.reason === 'private' ? 'private' : 'refused-address';
      const detail = reason === 'private' ? 'it is not on the public internet' : 'no address of the web';
      return { steps: [{ step: 'address', ok: false, ms: 0, detail }], failure: { reason }, others: [] };
    }
    const steps: FeedStep[] = [{ step: 'address', ok: true, ms: 0, detail: ofAddress(address.url) }];
    const finding = await findFeed(address.url, {
      isThorough: true,
      onStep: (step) => void steps.push(step),
    });
    const { others } = finding;
    if (!finding.ok) return { steps, failure: finding.failure, others };
    const isSecret = [written, address.url.href, finding.address.href].some(namesSecret);
    const found = foundFeed(finding, isSecret ? ownScopeOf(reader) : 'public', clock.now());
    return { steps: [...steps, ...(await article(finding.feed.entries, found))], found, others };
  };
}

/** People leave out the scheme, and programs write "feed:". */
export function addressIn(written: string): string {
  const bare = written
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '');
  if (/^feed:\/\//i.test(bare)) return bare.replace(/^feed:/i, 'https:');
  return /^[a-z][a-z0-9+.-]{1,20}:/i.test(bare) && !/^[\w.-]+:\d{1,5}(?:\/|$)/.test(bare)
    ? bare
    : `https://${bare}`;
}

function namesSecret(written: string): boolean {
  const url = URL.parse(addressIn(written));
  return url !== null && feedCarriesSecret(url);
}

export function foundFeed(
  { address, feed }: { readonly address: URL; readonly feed: ParsedFeed },
  scope: FoundFeed['scope'],
  now: number,
): FoundFeed {
  const { siteUrl, language, entries } = feed;
  const title = feedTitle(feed);
  return {
    address: address.href,
    scope,
    title: title === '' ? address.hostname : title,
    ...(siteUrl !== undefined && { siteUrl }),
    ...(language !== undefined && { language }),
    entryCount: entries.length,
    newest: newestFirst(entries, now)
      .slice(0, mostNewest)
      .map((entry) => shown(entry, now)),
    ...habitOf(entries, now),
  };
}

function shown(entry: ParsedEntry, now: number): FoundFeed['newest'][number] {
  const { title = '', url, summary, content } = entry;
  const words = title.trim() === '' ? wordsOf((summary ?? content ?? '').slice(0, 1000)) : title.trim();
  const publishedAt = dateOf(entry, now);
  return {
    title: cutAtWord(words, title.trim() === '' ? longestSummaryTitle : longestTitle),
    ...(url !== undefined && { url }),
    ...(publishedAt !== undefined && { publishedAt }),
  };
}
