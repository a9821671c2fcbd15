import type { Clock } from '../../domain/clock.ts';
import { createOwnTurns } from '../../domain/turn-law.ts';
import { guardArticles, guardDigests, guardSpeakers, guardStories } from '../guard.ts';
import { createKeyValue } from '../key-value.ts';
import type { Store, StoreOptions } from '../store.ts';
import { takeBotLock } from './bot-lock.ts';
import { createDigestStore } from './digest-store.ts';
import { dividePorts } from './divide-ports.ts';
import { rowsOf } from './key-value-rows.ts';
import { openDatabase } from './open-database.ts';
import { createPorts, type Ports } from './ports.ts';
import { createStoreWriter } from './store-writer.ts';
import { createWritingThread, type WritingThread } from './writing-thread.ts';

/** One bot runs on a file, in one process: that has all turns. */
function storeOf(ports: Ports, clock: Clock, rest: Pick<Store, 'takeBotLock' | 'close'>): Store {
  const { digests, feeds, guilds, state } = ports;
  return {
    ...ports.forgetting,
    ...rest,
    articles: guardArticles(ports.articles),
    speakers: guardSpeakers(ports.speakers),
    stories: guardStories(ports.stories),
    feeds,
    guilds,
    digests: guardDigests(createDigestStore(digests)),
    requestTurns: createOwnTurns(clock),
    keyValue: (namespace, schema) => createKeyValue(rowsOf(state, namespace), schema),
  };
}

/** A store that is gone when it is closed. No other thread can see it, so it is written here. */
async function openInMemory(clock: Clock, options: StoreOptions): Promise<Store> {
  const path = ':memory:';
  const db = await openDatabase(path);
  return storeOf(createPorts(db, clock, options), clock, {
    takeBotLock: () => takeBotLock(path),
    async close() {
      if (db.isOpen) db.close();
    },
  });
}

/**
 * The store in one SQLite file. Several processes may share the file on one machine. It is read here and written in a
 * thread, since a write waits for the disk and for other writers; `thread` is one that goes on when the store is closed.
 */
export async function openSqlite(
  path: string,
  clock: Clock,
  options: StoreOptions,
  thread?: WritingThread,
): Promise<Store> {
  if (path === ':memory:') return await openInMemory(clock, options);
  const db = await openDatabase(path);
  db.exec('pragma query_only = on');
  const ownThread = createWritingThread();
  const writer = createStoreWriter(thread ?? ownThread, path, clock, options);
  return storeOf(dividePorts(createPorts(db, clock, options), writer.send), clock, {
    takeBotLock: () => takeBotLock(path),
    async close() {
      // The last handle that is closed writes the log into the file: that is the thread's, where there is one.
      if (db.isOpen) db.close();
      await writer.close();
      await ownThread.end();
    },
  });
}
