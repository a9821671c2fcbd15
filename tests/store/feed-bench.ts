import type { EntryMark, Feed, FeedEntry, Subscription } from '../../src/domain/feed.ts';
import type { FeedStore } from '../../src/domain/feed-store.ts';
import { createCounter } from '../counter.ts';
import { start } from './bench.ts';

const count = createCounter();

/** A feed unlike the others made before; what a test is about is given. */
export function newFeed(given: Partial<Feed> = {}): Feed {
  const made = count();
  return {
    id: `feed-${made}`.padEnd(22, '_'),
    address: `https://bell.example/feeds/${made}.xml`,
    scope: 'public',
    title: `Bell ${made}`,
    addedAt: start + made,
    state: {},
    ...given,
  };
}

export function subscriptionTo(
  { id }: Feed,
  guildId = '100',
  given: Partial<Subscription> = {},
): Subscription {
  return { guildId, feedId: id, addedBy: '300', addedAt: start + 7, groups: [], ...given };
}

/** A feed that a guild follows. */
export async function followed(feeds: FeedStore, guildId = '100', given: Partial<Feed> = {}): Promise<Feed> {
  const feed = newFeed(given);
  await feeds.follow(feed, subscriptionTo(feed, guildId));
  return feed;
}

/** An entry as a poll has it: by default known by guid and address, both made of its name. */
export function noted<Given extends Partial<EntryMark & { readonly payload: string }>>(
  name: string,
  given?: Given,
) {
  return {
    guid: `guid ${name}`,
    url: `https://bell.example/${name}`,
    contentHash: `hash of ${name}`,
    payload: JSON.stringify({ name }),
    ...given,
  };
}

/** What is handed out, by the name in its payload. */
export function namesOf(entries: readonly Pick<FeedEntry, 'payload'>[]): string[] {
  return entries.map(({ payload }) => payload.replace(/^\{"name":"(.*)"\}$/, '$1'));
}
