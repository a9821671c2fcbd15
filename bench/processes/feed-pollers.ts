import { z } from 'zod';
import { openWeb } from '../../src/ingest/fetch/web.ts';
import { feedIdOf } from '../../src/ingest/follow/feed-id.ts';
import { createPoller } from '../../src/ingest/poll/poller.ts';
import { createReadingPool } from '../../src/ingest/reading/reading-pool.ts';
import { createLog } from '../../src/observe/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { loadPeer } from '../parts/peers.ts';

/** What one round over all feeds took of those who did it. */
export interface RoundCounts {
  bodies: number;
  writes: number;
  news: number;
}

/** Asks all feeds once, each as if it were due. */
export type PollRound = () => Promise<RoundCounts>;

export interface PollTask {
  readonly hosts: readonly string[];
  readonly addresses: readonly string[];
  /** A file for a store, not there yet. */
  readonly storePath: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The bot's own poller with its web, its reading processes and its store; only the clock is ours. */
async function standfirst({ hosts, addresses, storePath }: PollTask): Promise<PollRound> {
  const clock = { at: Date.now(), now: () => clock.at };
  const store = await openStore(`sqlite:${storePath}`, clock);
  const { feeds } = store;
  const web = openWeb({ allowed: hosts, contact: undefined, now: clock.now, pauseMs: 0 });
  const pool = createReadingPool();
  let counts: RoundCounts = { bodies: 0, writes: 0, news: 0 };
  const poller = createPoller({
    ...web,
    feeds: {
      active: () => feeds.active(),
      update(...change) {
        counts.writes += 1;
        return feeds.update(...change);
      },
      async note(...entries) {
        counts.writes += 1;
        const noted = await feeds.note(...entries);
        counts.news += noted.fresh + noted.changed;
        return noted;
      },
    },
    readFeed(source) {
      counts.bodies += 1;
      return pool.readFeed(source);
    },
    tell: async () => true,
    limits: { shortestMs: 10 * minuteMs, longestMs: 12 * hourMs },
    clock,
    log: createLog('silent'),
    random: Math.random,
  });
  for (const address of addresses) {
    const id = feedIdOf('public', address);
    await feeds.follow(
      { id, address, scope: 'public', title: address, addedAt: clock.at, state: {} },
      { guildId: '1', feedId: id, addedBy: '1', addedAt: clock.at, groups: [] },
    );
  }
  return async () => {
    counts = { bodies: 0, writes: 0, news: 0 };
    await poller.tick();
    await poller.settled();
    clock.at += 13 * hourMs; // longer than the longest wait
    return counts;
  };
}

const atOnce = 6;

/** A loop that fetches a feed, parses it and remembers the guids in memory; as many at once as the bot asks hosts. */
async function naiveLoop({ addresses }: PollTask): Promise<PollRound> {
  const { default: Parser } = await loadPeer(
    'rss-parser',
    z.object({
      default: z.custom<
        new () => { parseString(text: string): Promise<{ readonly items: readonly { guid?: string }[] }> }
      >((value) => typeof value === 'function'),
    }),
  );
  const parser = new Parser();
  const known = new Set<string>();

  async function poll(address: string, counts: RoundCounts): Promise<void> {
    const response = await fetch(address);
    const { items } = await parser.parseString(await response.text());
    counts.bodies += 1;
    for (const { guid = '' } of items) {
      if (known.has(guid)) continue;
      known.add(guid);
      counts.news += 1;
    }
  }

  return async () => {
    const counts: RoundCounts = { bodies: 0, writes: 0, news: 0 };
    const left = addresses.values();
    const work = async () => {
      for (const address of left) await poll(address, counts);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return counts;
  };
}

export const feedPollers = {
  Standfirst: standfirst,
  'fetch and rss-parser': naiveLoop,
} as const satisfies Readonly<Record<string, (task: PollTask) => Promise<PollRound>>>;

export type FeedPollerName = keyof typeof feedPollers;
