import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../domain/clock.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import { createNote } from '../note-entries.ts';
import { createEntryClaims } from './claim-entries.ts';
import { createNoteEngine } from './note-entries.ts';
import { createPolledFeeds } from './polled-feeds.ts';
import { createSubscriptionReads, createSubscriptionSteps } from './subscriptions.ts';

/** Feeds, subscriptions and entries in SQLite. */
export function createFeedStore(db: DatabaseSync, clock: Clock): FeedStore {
  const reads = createSubscriptionReads(db);
  const steps = createSubscriptionSteps(db);
  const polled = createPolledFeeds(db);
  const entries = createEntryClaims(db, clock);
  return {
    follow: async (feed, subscription) => steps.follow(feed, subscription),
    unfollow: async (guildId, feedId) => steps.unfollow(guildId, feedId),
    mute: async (guildId, feedId, mutedAt) => steps.mute(guildId, feedId, mutedAt),
    list: async (guildId) => reads.list(guildId),
    get: async (guildId, feedId) => reads.get(guildId, feedId),
    count: async (guildId) => reads.count(guildId),
    removeGuild: (guildId) => steps.removeGuild(guildId),
    followers: async (feedId) => reads.followers(feedId),
    mutes: async (guildId) => reads.mutes(guildId),
    mutedArticles: async (guildId, articleIds) => reads.mutedArticles(guildId, articleIds),
    active: async () => polled.active(),
    update: async (feedId, change) => polled.update(feedId, change),
    note: createNote(createNoteEngine(db)),
    claimEntries: async (leaseMs, limit) => entries.claimEntries(leaseMs, limit),
    settleEntry: async (entryId, outcome) => entries.settleEntry(entryId, outcome),
  };
}
