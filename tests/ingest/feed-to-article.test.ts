import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createAllowance } from '../../src/domain/allowance.ts';
import type { FeedAlert } from '../../src/domain/feeds.ts';
import { commonFeedPaths } from '../../src/ingest/feed/named-feeds.ts';
import { openWeb } from '../../src/ingest/fetch/web.ts';
import { createFeeds } from '../../src/ingest/follow/create-feeds.ts';
import { createEntryIntake } from '../../src/ingest/poll/entry-intake.ts';
import { createFollowerAlerts } from '../../src/ingest/poll/follower-alerts.ts';
import { createPoller } from '../../src/ingest/poll/poller.ts';
import { createReadingPool } from '../../src/ingest/reading/reading-pool.ts';
import { createLog } from '../../src/observe/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { serve } from './fetch/serve.ts';
import { newsPage, paragraphs } from './page/pages.ts';
import { rss } from './poll/feed-texts.ts';
import { hourMs, startAt } from './poll/polling.ts';

it('a feed that a guild follows comes in by itself, changes with its pages, and is told of when it ends', async () => {
  let body = newsPage();
  let entries = [{ guid: 'ferry', title: 'Ferry', at: startAt - hourMs, summary: '<p>It stops.</p>' }];
  let isOver = false;
  const { origin, host } = await serve(({ url = '' }, response) => {
    const linked = entries.map((entry) => ({ ...entry, link: `${origin}/${entry.guid}` }));
    if (url === '/feed' && isOver) response.writeHead(410).end();
    else if (url === '/feed') response.end(rss(linked));
    else if (url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  const clock = { at: startAt, now: () => clock.at };
  const store = await openStore('sqlite::memory:', clock);
  const web = openWeb({ allowed: [host], contact: undefined, now: clock.now, pauseMs: 0 });
  const pool = createReadingPool();
  const alerts: FeedAlert[] = [];
  const incoming = {
    ...web,
    ...pool,
    articles: store.articles,
    clock,
    log: createLog('silent'),
    random: () => 0.5,
  };
  const intake = createEntryIntake({ ...incoming, feeds: store.feeds });
  const poller = createPoller({
    ...incoming,
    feeds: store.feeds,
    limits: { shortestMs: 600_000, longestMs: 12 * hourMs },
    tell: createFollowerAlerts({
      feeds: store.feeds,
      settings: { get: async () => ({ alertsChannelId: '5' }) },
      told: store.keyValue('told', z.literal(true)),
      async post(_, alert) {
        alerts.push(alert);
        return { ok: true, messageId: '1' };
      },
      log: incoming.log,
    }),
    onNews: intake.tick,
  });
  const feeds = createFeeds({
    ...incoming,
    store: store.feeds,
    takeLink: createAllowance(10, 600_000, clock.now),
    fetchFile: async () => ({ ok: false, reason: 'unreachable' }),
    pollNow: poller.pollNow,
    commonFeedPaths,
    packs: [],
  });
  const settled = async () => {
    await poller.settled();
    await intake.settled();
  };
  onTestFinished(async () => {
    await Promise.all([poller.stop(), intake.stop()]);
    await web.close();
    pool.close();
    await store.close();
  });
  const later = async () => {
    clock.at += 13 * hourMs;
    await poller.tick();
    await settled();
    const headlines = await store.articles.latest({ scopes: ['public'], limit: 9 });
    return await Promise.all(headlines.map(({ id }) => store.articles.get(id, ['public'])));
  };

  const { found } = await feeds.look(`${origin}/feed`, { personId: '7', guildId: '1' });
  if (found === undefined) throw new Error('no feed');
  await feeds.follow(found, { guildId: '1', personId: '7' });
  await settled();
  expect(await later()).toMatchObject([{ raw: paragraphs.join('\n'), version: 1, url: `${origin}/ferry` }]);

  body = newsPage({ body: [...paragraphs, 'The council put the vote off on Friday, after a long night.'] });
  entries = [{ guid: 'ferry', title: 'Ferry', at: startAt, summary: '<p>It stops, or not.</p>' }];
  expect(await later()).toMatchObject([{ version: 2 }]);
  expect(await feeds.list('1')).toMatchObject([{ articleCount: 1 }]);

  isOver = true;
  await later();
  await later();
  expect(alerts).toMatchObject([{ kind: 'stopped', address: `${origin}/feed` }]);
});
