import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../domain/clock.ts';
import type { Store, StoreOptions } from '../store.ts';
import { createArticleStore } from './article-store.ts';
import { createDigestRows, type DigestRows } from './digest-store.ts';
import { createFeedStore } from './feed-store.ts';
import { createStateRows, type StateRows } from './key-value-rows.ts';
import { createSpeakerIndex } from './speaker-index.ts';
import { createStoryStore } from './story-store.ts';

/** All that is asked of a handle. Nothing that goes in or comes out is a function: it can go to another thread. */
export interface Ports extends Omit<Store, 'digests' | 'keyValue' | 'takeBotLock' | 'close'> {
  readonly digests: DigestRows;
  readonly state: StateRows;
}

export function createPorts(db: DatabaseSync, clock: Clock, { retention }: StoreOptions): Ports {
  return {
    articles: createArticleStore(db, clock, retention),
    digests: createDigestRows(db, clock),
    feeds: createFeedStore(db, clock),
    speakers: createSpeakerIndex(db, clock),
    stories: createStoryStore(db, clock),
    state: createStateRows(db),
  };
}
