import { createFinder } from '../../../src/brief/findings.ts';
import type { SelectionStores } from '../../../src/digest/selection/selection-stores.ts';
import type { NewArticle } from '../../../src/domain/article.ts';
import type { Digest } from '../../../src/domain/digest.ts';
import type { DigestRun } from '../../../src/domain/digest-draft.ts';
import type { Settlement } from '../../../src/domain/digest-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { newArticle, start } from '../../store/bench.ts';
import { noted } from '../../store/feed-bench.ts';
import { groupTogether } from '../../story/together.ts';

const words = 'The ferry stops in May. The island objects. A new boat is on its way.';
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** A store whose clock a test moves, and what tests of choosing do with it. */
export interface SelectBench {
  readonly store: Store;
  readonly stores: SelectionStores;
  readonly clock: { at: number; now(): number };
  /** Puts an article, dated and stored now, and moves the clock on by a minute. */
  put(given?: Partial<NewArticle>): Promise<string>;
  /** Puts articles that were just stored into one story. */
  together(ids: readonly string[], copies?: Readonly<Record<string, string>>): Promise<void>;
  /** Has a feed bring articles. */
  bring(feedId: string, ids: readonly string[]): Promise<void>;
  /** A delivery of a digest that ends so, now; the clock moves on by a minute. */
  deliver(digest: Digest, articleIds: readonly string[], settlement?: Settlement): Promise<void>;
  /** A run that is due now. */
  run(digest: Digest, given?: Partial<DigestRun>): DigestRun;
}

export async function createSelectBench(address = 'sqlite::memory:'): Promise<SelectBench> {
  const clock = { at: start, now: () => clock.at };
  const store = await openStore(address, clock);
  const find = createFinder(1_000_000);
  const stores = { ...store, find };
  return {
    store,
    stores,
    clock,
    async put(given = {}) {
      const article = newArticle({ text: words, publishedAt: clock.at, storedAt: clock.at, ...given });
      await store.articles.put(article);
      clock.at += minuteMs;
      return article.id;
    },
    together: (ids, copies) => groupTogether(store.stories, ids, copies),
    async bring(feedId, ids) {
      for (const articleId of ids) {
        await store.feeds.note(feedId, [noted(`${feedId} ${articleId}`)], clock.at);
        for (const entry of await store.feeds.claimEntries(1000, 1))
          await store.feeds.settleEntry(entry.id, { kind: 'taken', articleId });
      }
    },
    async deliver(digest, articleIds, settlement = { state: 'posted', messageId: '1' }) {
      if ((await store.digests.get(digest.id, digest.guildId)) === undefined) await store.digests.add(digest);
      await store.digests.planNow(digest, clock.at);
      for (const delivery of await store.digests.claim('test', 1000, 10)) {
        if (articleIds.length > 0) {
          await store.digests.freeze(delivery, { payload: '{"blocks":[]}', articleIds });
          await store.digests.begin(delivery);
        }
        await store.digests.settle(delivery, 'test', settlement);
      }
      clock.at += minuteMs;
    },
    run: (digest, given = {}) => ({
      digest,
      slot: clock.at,
      at: clock.at,
      isAsked: false,
      reference: 'abc123',
      ...given,
    }),
  };
}
