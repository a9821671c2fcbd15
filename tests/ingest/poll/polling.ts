import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Feed } from '../../../src/domain/feed.ts';
import type { FeedStore } from '../../../src/domain/feed-store.ts';
import type { FeedAlert } from '../../../src/domain/feeds.ts';
import type { Scope } from '../../../src/domain/scope.ts';
import { readFeed } from '../../../src/ingest/feed/read-feed.ts';
import { openWeb, type WebSettings } from '../../../src/ingest/fetch/web.ts';
import { feedIdOf } from '../../../src/ingest/follow/feed-id.ts';
import { createPoller, type PollerPorts } from '../../../src/ingest/poll/poller.ts';
import { createLog } from '../../../src/observe/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { serve } from '../fetch/serve.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
export const startAt = Date.UTC(2026, 1, 4, 12);

/** What was asked of a port, so that a test can say what was not. */
function counted(feeds: FeedStore) {
  const counts = { update: 0, note: 0, read: 0 };
  const port: PollerPorts['feeds'] = {
    active: () => feeds.active(),
    update(...change) {
      counts.update += 1;
      return feeds.update(...change);
    },
    note(...entries) {
      counts.note += 1;
      return feeds.note(...entries);
    },
  };
  return { counts, port };
}

/** A site of feeds, a store in memory, and a poller whose clock the test turns. */
export async function setUpPolling(
  answers: Record<string, Answer>,
  { web: settings = {}, ...given }: Partial<PollerPorts> & { readonly web?: Partial<WebSettings> } = {},
) {
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const { origin, host, port } = await serve((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const answer = answers[path];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  const clock = { at: startAt, now: () => clock.at };
  const store = await openStore('sqlite::memory:', clock);
  const web = openWeb({
    allowed: [host, `localhost:${port}`],
    contact: undefined,
    now: clock.now,
    pauseMs: 0,
    ...settings,
  });
  const { counts, port: feeds } = counted(store.feeds);
  const alerts: FeedAlert[] = [];
  const ports: PollerPorts = {
    ...web,
    feeds,
    async readFeed(source) {
      counts.read += 1;
      return readFeed(source);
    },
    async tell(alert) {
      alerts.push(alert);
      return true;
    },
    limits: { shortestMs: 10 * minuteMs, longestMs: 12 * hourMs },
    clock,
    log: createLog('silent'),
    random: () => 0.5,
    ...given,
  };
  const poller = createPoller(ports);
  onTestFinished(async () => {
    await poller.stop();
    await web.close();
    await store.close();
  });

  async function follow(path: string, scope: Scope = 'public', guildId = '1'): Promise<string> {
    const address = `${origin}${path}`;
    const id = feedIdOf(scope, address);
    const feed: Feed = { id, address, scope, title: path, addedAt: clock.at, state: {} };
    await store.feeds.follow(feed, { guildId, feedId: id, addedBy: '7', addedAt: clock.at, groups: [] });
    return id;
  }

  return {
    ports,
    answers,
    origin,
    port,
    asked,
    paths: () => asked.map(({ path }) => path),
    clock,
    store,
    counts,
    alerts,
    poller,
    follow,
    /** A heartbeat so much later, and all polls that it begins. */
    async beat(laterMs = 0) {
      clock.at += laterMs;
      await poller.tick();
      await poller.settled();
    },
    async stateOf(id: string) {
      const followed = await store.feeds.get('1', id);
      if (followed === undefined) throw new Error(`no feed ${id}`);
      return followed.feed.state;
    },
    /** The entries that wait, oldest first; they are in hand then. */
    waiting: () => store.feeds.claimEntries(minuteMs, 2000),
  };
}
