import type { DatabaseSync } from 'node:sqlite';
import type { Feed } from '../../domain/feed.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import { feedColumns, isHeard, readFeed } from './feed-rows.ts';
import { toJson } from './json-column.ts';

function prepare(db: DatabaseSync) {
  return {
    heard: db.prepare(`select ${feedColumns} from feed f where ${isHeard} order by f.added_at, f.id`),
    update: db.prepare(
      `update feed
          set address = coalesce(:address, address), title = coalesce(:title, title),
              site_url = coalesce(:siteUrl, site_url), language = coalesce(:language, language), state = :state
        where id = :feedId`,
    ),
  };
}

/** Makes the part of `FeedStore` that polling reads and writes. */
export function createPolledFeeds(db: DatabaseSync) {
  const statements = prepare(db);
  return {
    active: (): readonly Feed[] =>
      statements.heard
        .all()
        .map(readFeed)
        .filter(({ state }) => state.stoppedAt === undefined),
    update(feedId: string, { state, ...change }: Parameters<FeedStore['update']>[1]): void {
      const { address = null, title = null, siteUrl = null, language = null } = change;
      statements.update.run({ feedId, address, title, siteUrl, language, state: toJson(state) });
    },
  };
}
