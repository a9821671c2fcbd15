import { randomBytes } from 'node:crypto';
import type { Feed } from '../../domain/feed.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import { createHostTurns } from '../fetch/host-turns.ts';
import { waitAfterFailure, waitAfterStart } from './pace.ts';
import { createFeedPoll, type FeedPollPorts, hostOf } from './poll-feed.ts';

export interface PollerPorts extends FeedPollPorts {
  readonly feeds: Pick<FeedStore, 'active' | 'update' | 'note'>;
  /** Called when entries wait to be taken in. */
  readonly onNews?: () => void;
}

export interface Poller {
  /** Begins to ask the feeds that are due; does not wait for their answers. */
  tick(): Promise<void>;
  /** Asks a feed now, due or not, and waits for what comes of it. */
  pollNow(feedId: string): Promise<void>;
  /** Waits until no poll is underway. */
  settled(): Promise<void>;
  /** Ends what is underway, of which nothing is kept; nothing is asked after that. */
  stop(): Promise<void>;
}

/** When a feed is due, and the poll that is underway. Forgotten when the process ends: a poll is not a write. */
interface Seat {
  dueAt: number;
  underway?: Promise<void>;
}

/** Fewer than the web has turns for: a link that a person gives is not kept waiting by all feeds. */
const hostsAtOnce = 6;

/** Makes what asks feeds for news, each in its own time. One feed's trouble never reaches another, nor the tick. */
export function createPoller(ports: PollerPorts): Poller {
  const { feeds, hostRests, limits, clock, log, random } = ports;
  const poll = createFeedPoll(ports);
  const turn = createHostTurns({ hostsAtOnce });
  const seats = new Map<string, Seat>();
  const underway = new Set<AbortController>();
  const forced = new Set<string>();
  let isStopped = false;
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  /** When its host's turn has come; the host may have asked for a rest by then. */
  async function pollInTurn(feed: Feed, seat: Seat): Promise<void> {
    const restMs = hostRests.left(hostOf(feed));
    if (isStopped || restMs > 0) {
      seat.dueAt = clock.now() + restMs * (1 + random() / 4);
      return;
    }
    const controller = new AbortController();
    underway.add(controller);
    try {
      const { waitMs, newsCount } = await poll(feed, controller.signal);
      seat.dueAt = clock.now() + waitMs;
      if (newsCount > 0) ports.onNews?.();
    } catch (error) {
      log.error('feed.poll-failed', { feedId: feed.id, reference: randomBytes(4).toString('hex') }, error);
      seat.dueAt = clock.now() + waitAfterFailure({ count: 1 }, limits, { random: random() });
    } finally {
      underway.delete(controller);
    }
  }

  function begin(feed: Feed, seat: Seat): void {
    seat.underway = turn(hostOf(feed), () => pollInTurn(feed, seat)).finally(() => delete seat.underway);
  }

  async function beginDue(): Promise<void> {
    next = undefined;
    if (isStopped) return;
    const active = await feeds.active();
    const now = clock.now();
    for (const feed of active) {
      const { state } = feed;
      const seat = seats.get(feed.id) ?? {
        dueAt: now + waitAfterStart(state, limits, { now, random: random() }),
      };
      seats.set(feed.id, seat);
      const isDue = forced.delete(feed.id) || seat.dueAt <= now;
      if (isDue && seat.underway === undefined) begin(feed, seat);
    }
    forget(new Set(active.map(({ id }) => id)));
  }

  function forget(active: ReadonlySet<string>): void {
    for (const [id, seat] of seats) if (!active.has(id) && seat.underway === undefined) seats.delete(id);
    forced.clear();
  }

  /** One at a time; whoever asks while one runs gets the one after it. */
  function tick(): Promise<void> {
    if (next !== undefined) return next;
    next = last.then(beginDue);
    last = next.catch(() => undefined); // the caller of this tick is told; the next one begins afresh
    return next;
  }

  async function settled(): Promise<void> {
    await last;
    for (;;) {
      const open = [...seats.values()].flatMap((seat) => seat.underway ?? []);
      if (open.length === 0) return;
      await Promise.all(open);
    }
  }

  return {
    tick,
    async pollNow(feedId) {
      forced.add(feedId);
      await tick();
      await seats.get(feedId)?.underway;
    },
    settled,
    async stop() {
      isStopped = true;
      for (const controller of underway) controller.abort();
      await settled();
    },
  };
}
