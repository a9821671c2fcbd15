import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { createForgetting, type Forgettable, type Forgetting } from '../forget.ts';
import { forgetStatements } from '../forget-statements.ts';
import { repeatedly } from '../repeatedly.ts';

const changesRow = z.object({ changes: z.int() });

/** The full-text indexes, and how many of their pages are written anew in one transaction. */
const indexes = ['article_fts', 'title_fts', 'speaker_fts'];
const pagesAtOnce = 64;

/**
 * Takes out of an index the words of what was removed: it only notes removals, until its parts are merged. Done in small
 * steps, of which the first says that all parts are to be merged.
 */
async function mergeIndex(db: DatabaseSync, index: string): Promise<void> {
  const merge = db.prepare(`insert into ${index} (${index}, rank) values ('merge', :pages)`);
  const total = db.prepare('select total_changes() as changes');
  const changes = () => changesRow.parse(total.get()).changes;
  const step = (pages: number): number => {
    const before = changes();
    merge.run({ pages });
    // One change is the command itself.
    return changes() - before - 1;
  };
  step(-pagesAtOnce);
  await repeatedly(() => Math.max(0, step(pagesAtOnce)));
}

/** Makes the forgetting of guilds and persons. Bytes in free space of the file stay until it is used, or vacuumed. */
export function createForget(db: DatabaseSync, store: Forgettable): Forgetting {
  const someDeliveries = db.prepare(forgetStatements.forgetSomeDeliveries);
  const state = db.prepare(forgetStatements.forgetState);
  const maker = db.prepare(forgetStatements.forgetMaker);
  const follower = db.prepare(forgetStatements.forgetFollower);
  return createForgetting({
    removeArticles: store.articles.removeScope,
    removeSubscriptions: store.feeds.removeGuild,
    removeSomeDeliveries: async (guildId) => Number(someDeliveries.run({ guildId }).changes),
    removeDigests: store.digests.removeGuild,
    removeState: async (id) => void state.run({ id }),
    removeNote: async (guildId) => void (await store.guilds.comeBack(guildId)),
    removeMaker: async (personId) => Number(maker.run({ personId }).changes),
    removeFollower: async (personId) => Number(follower.run({ personId }).changes),
    async sweep() {
      for (const index of indexes) await mergeIndex(db, index);
    },
  });
}
