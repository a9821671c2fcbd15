import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { canonicalUrl } from '../../domain/canonical-url.ts';
import type { EntryMark } from '../../domain/feed.ts';
import type { ParsedEntry } from '../feed/parsed-feed.ts';
import { wordsOf } from '../html-words.ts';
import { type EntryPayload, writePayload } from './entry-payload.ts';
import { dateOf, newestFirst } from './habit.ts';

export type NotedEntry = EntryMark & { readonly payload: string };

/** Of an endless feed, the newest. */
const mostEntries = 1000;
/** A feed that is followed anew may have years of entries: so many of the newest are taken in. */
const mostOnFirstPoll = 30;
/** Longer content is no article; it is left out, and the entry's page is asked. */
const longestContent = 300_000;
const longestSummary = 20_000;
const longestMark = 2000;
const mostCategories = 20;
/** Changes behind that are not seen. */
const longestCompared = 100_000;
const charactersAtOnce = 50_000;

/**
 * A feed's entries with their marks, newest first. A guid or address that several entries share is no mark, and what is
 * the same in all marks is one entry. The dates are left out of the marks: publishers renew them.
 */
export async function entriesToNote(
  entries: readonly ParsedEntry[],
  { now, isFirstPoll }: { readonly now: number; readonly isFirstPoll: boolean },
): Promise<readonly NotedEntry[]> {
  const newest = newestFirst(entries, now).slice(0, mostEntries);
  const marks = await marksOf(newest);
  const isOwnGuid = unshared(marks.map(({ guid }) => guid));
  const isOwnUrl = unshared(marks.map(({ url }) => url));
  const noted = newest.flatMap((entry, place): readonly NotedEntry[] => {
    const { guid, url, contentHash = emptyHash } = marks[place] ?? {};
    const mark = {
      ...(guid !== undefined && isOwnGuid(guid) && { guid }),
      ...(url !== undefined && isOwnUrl(url) && { url }),
      contentHash,
    };
    if (mark.guid === undefined && mark.url === undefined && contentHash === emptyHash) return [];
    const isOld = isFirstPoll && place >= mostOnFirstPoll;
    const payload = isOld ? oldPayload : writePayload(payloadOf(entry, mark.url !== undefined, now));
    return [{ ...mark, payload }];
  });
  return [...new Map(noted.map((entry) => [keyOf(entry), entry])).values()];
}

const oldPayload = writePayload({ isOld: true, categories: [] });

const keyOf = ({ guid, url, contentHash }: EntryMark) => JSON.stringify([guid, url, contentHash]);

/** Long feeds take tenths of a second; the bot answers others in between. */
async function marksOf(entries: readonly ParsedEntry[]): Promise<readonly EntryMark[]> {
  const marks: EntryMark[] = [];
  let charactersSince = 0;
  for (const entry of entries) {
    marks.push(markOf(entry));
    charactersSince += (entry.summary?.length ?? 0) + (entry.content?.length ?? 0);
    if (charactersSince < charactersAtOnce) continue;
    charactersSince = 0;
    await setImmediate();
  }
  return marks;
}

/** The publisher's own address, where the feed's leads there by way of a counter. */
const pageOf = ({ originalUrl, url }: ParsedEntry): string | undefined => originalUrl ?? url;

function markOf(entry: ParsedEntry): EntryMark {
  const { guid, title = '', summary = '', content = '' } = entry;
  const url = pageOf(entry);
  const address = url === undefined || !URL.canParse(url) ? undefined : canonicalUrl(url);
  const parts = [title, summary, content].map((html) => wordsOf(html.slice(0, longestCompared)));
  const isMark = (mark: string | undefined) =>
    mark !== undefined && mark !== '' && mark.length <= longestMark;
  return {
    ...(guid !== undefined && isMark(guid) && { guid }),
    ...(address !== undefined && isMark(address) && { url: address }),
    contentHash: hashOf(parts),
  };
}

/** "[339 comments]", "2 hours ago": what counts readers or time says nothing new of the article. */
const counters =
  /\b\d[\d.,]{0,9}k? (?:comments?|replies|points?|votes?|views?|likes?|shares?|reactions?|kommentare?|commentaires?|comentarios?)\b|\b\d{1,3} (?:second|minute|hour|day|week|month)s? ago\b/gi;

function hashOf(parts: readonly string[]): string {
  const words = parts.join('\n').replace(counters, '').normalize('NFC');
  return createHash('sha256').update(words).digest('base64url').slice(0, 22);
}

const emptyHash = hashOf(['', '', '']);

function unshared(marks: readonly (string | undefined)[]): (mark: string) => boolean {
  const counts = new Map<string | undefined, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return (mark) => counts.get(mark) === 1;
}

/** What is kept of an entry to take it in; an address that several entries share is no page of its own. */
export function payloadOf(entry: ParsedEntry, hasOwnPage: boolean, now: number): EntryPayload {
  const { title, author, summary, content, categories } = entry;
  const url = pageOf(entry);
  const publishedAt = dateOf(entry, now);
  return {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(url !== undefined && hasOwnPage && { url }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(summary !== undefined && summary.length <= longestSummary && { summary }),
    ...(content !== undefined && content.length <= longestContent && { content }),
    categories: categories.slice(0, mostCategories),
  };
}
