import type { Feed } from '../domain/feed.ts';
import type { Scope } from '../domain/scope.ts';
import type { ParsedFeed } from '../ingest/feed/parsed-feed.ts';
import { keepArticle } from '../ingest/keep-article.ts';
import { entriesToNote, type NotedEntry } from '../ingest/poll/entries-to-note.ts';
import { type EntryPayload, readPayload } from '../ingest/poll/entry-payload.ts';
import { createEntryReading } from '../ingest/poll/read-entry.ts';
import type { Outcome } from './item-report.ts';
import { expiryOf } from './read-as-document.ts';
import type { ItemPorts, Tell } from './read-item.ts';

/** Makes what takes the newest entries of a feed in, as if it were followed anew; each is told of as a page. */
export function createEntryTaker(
  { web, pool, clock, articles }: ItemPorts,
  scope: Scope,
): (feed: ParsedFeed, address: string, tell: Tell) => Promise<void> {
  const readEntry = createEntryReading({ ...web, readDocument: pool.readDocument, clock });

  async function take(payload: EntryPayload, feed: Feed): Promise<Outcome> {
    const reading = await readEntry(payload, feed, true);
    if (!reading.ok) return { kind: 'page', ok: false, reason: reading.reason };
    const { publishedAt, storedAt } = reading.article;
    const article = { ...reading.article, ...expiryOf(scope, storedAt) };
    const kept = articles === undefined ? undefined : await keepArticle(articles, article);
    return {
      kind: 'page',
      ok: true,
      read: {
        article: kept?.article ?? article,
        ...(publishedAt !== storedAt && { publishedAt }),
        ...(kept !== undefined && { stored: kept.outcome }),
      },
    };
  }

  return async (parsed, address, tell) => {
    const now = clock.now();
    const { title = '', siteUrl } = parsed;
    const feed: Feed = { id: '', address, scope, title, addedAt: now, state: {} };
    const entries = await entriesToNote(parsed.entries, { now, isFirstPoll: true });
    for (const { payload, place } of entries.flatMap(newOf)) {
      const named = place ?? siteUrl ?? address;
      tell({ place: { url: named }, outcome: await take(payload, feed) });
    }
  };
}

/** Those that are taken in of a feed that is read for the first time. */
function newOf({ payload: written, url }: NotedEntry): readonly { payload: EntryPayload; place?: string }[] {
  const payload = readPayload(written);
  if (payload === undefined || payload.isOld === true) return [];
  const place = payload.url ?? url;
  return [{ payload, ...(place !== undefined && { place }) }];
}
