import type { Clock } from '../../domain/clock.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import { feedStatements } from '../feed-statements.ts';
import { goingOn, writtenChange } from '../feed-steps.ts';
import { createNote } from '../note-entries.ts';
import { createEntryClaims } from './claim-entries.ts';
import { type Database, named } from './connection.ts';
import { createNoteEngine } from './note-entries.ts';
import { createSubscriptionReads, createSubscriptionSteps } from './subscriptions.ts';

const heard = named(feedStatements.heard);
const update = named(feedStatements.update);

/** Feeds, subscriptions and entries in PostgreSQL. */
export function createFeedStore(db: Database, leaseClock: Clock | undefined): FeedStore {
  return {
    ...createSubscriptionReads(db),
    ...createSubscriptionSteps(db),
    active: async () => goingOn(await db.rows(heard)),
    update: async (feedId, change) => void (await db.change(update, writtenChange(feedId, change))),
    note: createNote(createNoteEngine(db)),
    ...createEntryClaims(db, leaseClock),
  };
}
