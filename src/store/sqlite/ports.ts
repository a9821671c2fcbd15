import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../domain/clock.ts';
import type { Forgetting } from '../forget.ts';
import type { Store, StoreOptions } from '../store.ts';
import { createArticleStore } from './article-store.ts';
import { createDigestRows, type DigestRows } from './digest-store.ts';
import { createFeedStore } from './feed-store.ts';
import { createForget } from './forget.ts';
import { createGuildStore } from './guild-store.ts';
import { createStateRows, type StateRows } from './key-value-rows.ts';
import { createSpeakerIndex } from './speaker-index.ts';
import { createStoryStore } from './story-store.ts';

/** All that is asked of a handle. Nothing that goes in or comes out is a function: it can go to another thread. */
export interface Ports
  extends Omit<Store, 'digests' | 'keyValue' | 'requestTurns' | 'takeBotLock' | 'close' | keyof Forgetting> {
  readonly digests: DigestRows;
  readonly forgetting: Forgetting;
  readonly state: StateRows;
}

export function createPorts(db: DatabaseSync, clock: Clock, { retention }: StoreOptions): Ports {
  const forgettable = {
    articles: createArticleStore(db, clock, retention),
    digests: createDigestRows(db, clock),
    feeds: createFeedStore(db, clock),
    guilds: createGuildStore(db),
  };
  return {
    ...forgettable,
    speakers: createSpeakerIndex(db, clock),
    stories: createStoryStore(db, clock),
    forgetting: createForget(db, forgettable),
    state: createStateRows(db),
  };
}
