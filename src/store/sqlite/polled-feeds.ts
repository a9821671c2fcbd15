import type { DatabaseSync } from 'node:sqlite';
import type { Feed } from '../../domain/feed.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import { feedStatements } from '../feed-statements.ts';
import { goingOn, writtenChange } from '../feed-steps.ts';

/** Makes the part of `FeedStore` that polling reads and writes. */
export function createPolledFeeds(db: DatabaseSync) {
  const heard = db.prepare(feedStatements.heard);
  const update = db.prepare(feedStatements.update);
  return {
    active: (): readonly Feed[] => goingOn(heard.all()),
    update(feedId: string, change: Parameters<FeedStore['update']>[1]): void {
      update.run(writtenChange(feedId, change));
    },
  };
}
