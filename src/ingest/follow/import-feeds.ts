import type { Clock } from '../../domain/clock.ts';
import { UserError } from '../../domain/errors.ts';
import type { FeedFailure, FoundFeed, ImportProgress } from '../../domain/feed.ts';
import type { Follower } from '../../domain/feeds.ts';
import type { OutlineFeed } from '../feed/opml.ts';

export interface ImportPorts {
  readonly clock: Clock;
  /** The addresses that the guild follows already. */
  readonly known: (guildId: string) => Promise<readonly string[]>;
  readonly find: (listed: OutlineFeed, by: Follower) => Promise<FindOutcome>;
  readonly follow: (found: FoundFeed, by: Follower) => Promise<'new' | 'known'>;
  /** That a guild may follow. */
  readonly mostFeeds: number;
}

export type FindOutcome =
  | { readonly ok: true; readonly found: FoundFeed }
  | { readonly ok: false; readonly failure: Pick<FeedFailure, 'reason' | 'status'> };

export interface Imports {
  run(
    importId: string,
    listed: readonly OutlineFeed[],
    by: Follower,
  ): AsyncGenerator<ImportProgress, void, undefined>;
  cancel(importId: string, guildId: string): boolean;
}

interface Job {
  readonly by: Follower;
  /** Addresses. */
  readonly followed: Set<string>;
  readonly waiting: OutlineFeed[];
  readonly open: Set<Promise<undefined>>;
  progress: Omit<ImportProgress, 'state'>;
  /** What is found after that is not followed. */
  isOver: boolean;
}

const atOnce = 8;
/** An interaction can be answered for 15 minutes. */
const longestMs = 13 * 60_000;

/**
 * Makes what follows many feeds, several at a time, and says after each how far it is. What the guild follows already
 * is not asked for, so that a second run goes on where the first ended. Fails with a `UserError` tooManyFeeds.
 */
export function createImports({ clock, known, find, follow, mostFeeds }: ImportPorts): Imports {
  const underway = new Map<string, { readonly guildId: string; readonly cancel: () => void }>();

  async function importOne(listed: OutlineFeed, job: Job): Promise<undefined> {
    const by = { ...job.by, groups: listed.groups };
    const result = await find(listed, by);
    if (job.isOver) return;
    const { progress } = job;
    if (!result.ok) {
      const failed = [...progress.failed, { address: listed.address, failure: result.failure }];
      job.progress = { ...progress, failed };
      return;
    }
    const { found } = result;
    const outcome = job.followed.has(found.address) ? 'known' : await follow(found, by);
    job.followed.add(found.address);
    const { added, known: knownCount } = job.progress;
    const count = outcome === 'new' ? { added: added + 1 } : { known: knownCount + 1 };
    job.progress = { ...job.progress, ...count };
  }

  function begin(job: Job): void {
    for (const listed of job.waiting.splice(0, atOnce - job.open.size)) {
      const work: Promise<undefined> = importOne(listed, job).finally(() => job.open.delete(work));
      job.open.add(work);
    }
  }

  async function jobOf(id: string, listed: readonly OutlineFeed[], by: Follower): Promise<Job> {
    const followed = new Set(await known(by.guildId));
    const waiting = listed.filter(({ address }) => !followed.has(address));
    if (followed.size + waiting.length > mostFeeds)
      throw new UserError({ code: 'tooManyFeeds', most: mostFeeds });
    const count = { added: 0, known: listed.length - waiting.length, failed: [] };
    return {
      by,
      followed,
      waiting,
      open: new Set(),
      progress: { id, total: listed.length, ...count },
      isOver: false,
    };
  }

  return {
    async *run(id, listed, by) {
      const until = clock.now() + longestMs;
      const job = await jobOf(id, listed, by);
      const cancelled = new Promise<'cancelled'>((resolve) => {
        underway.set(id, { guildId: by.guildId, cancel: () => resolve('cancelled') });
      });
      try {
        let state: ImportProgress['state'] = 'running';
        while (state === 'running') {
          yield { ...job.progress, state };
          begin(job);
          const event = job.open.size === 0 ? 'done' : await Promise.race([cancelled, ...job.open]);
          state = stateAfter(event, job, clock.now() >= until);
        }
        yield { ...job.progress, state };
      } finally {
        job.isOver = true;
        underway.delete(id);
      }
    },
    cancel(id, guildId) {
      const job = underway.get(id);
      if (job?.guildId !== guildId) return false;
      job.cancel();
      return true;
    },
  };
}

function stateAfter(
  event: 'done' | 'cancelled' | undefined,
  { waiting, open }: Job,
  isLate: boolean,
): ImportProgress['state'] {
  if (event !== undefined) return event;
  return isLate && waiting.length + open.size > 0 ? 'out-of-time' : 'running';
}
