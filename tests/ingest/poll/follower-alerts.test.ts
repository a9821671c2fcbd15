import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { FeedAlert } from '../../../src/domain/feeds.ts';
import type { PostOutcome } from '../../../src/domain/poster.ts';
import { createFollowerAlerts } from '../../../src/ingest/poll/follower-alerts.ts';
import { createLog } from '../../../src/observe/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { startAt } from './polling.ts';

const alert: FeedAlert = {
  kind: 'failing',
  feedId: 'feed',
  title: 'The Bell',
  address: 'https://bell.example/feed',
  since: startAt,
  failure: { reason: 'status', status: 500 },
};
const posted: PostOutcome = { ok: true, messageId: '1' };

/** Three guilds that follow a feed, of which the third has chosen no channel. */
async function setUp(outcomeIn: (channelId: string) => PostOutcome) {
  const store = await openStore('sqlite::memory:', { now: () => startAt });
  onTestFinished(() => store.close());
  const settings = store.keyValue('settings', z.object({ alertsChannelId: z.string().optional() }));
  for (const guildId of ['1', '2', '3']) {
    await store.feeds.follow(
      { id: 'feed', address: alert.address, scope: 'public', title: alert.title, addedAt: 0, state: {} },
      { guildId, feedId: 'feed', addedBy: '7', addedAt: 0, groups: [] },
    );
    if (guildId !== '3') await settings.set(guildId, { alertsChannelId: `channel-${guildId}` });
  }
  const posts: { readonly channelId: string; readonly nonce: string }[] = [];
  const warnings: string[] = [];
  const tell = createFollowerAlerts({
    feeds: store.feeds,
    settings: {
      async get(guildId) {
        const { alertsChannelId } = (await settings.get(guildId)) ?? {};
        return alertsChannelId === undefined ? {} : { alertsChannelId };
      },
    },
    told: store.keyValue('told', z.literal(true)),
    log: { ...createLog('silent'), warn: (event) => void warnings.push(event) },
    async post({ channelId }, _, nonce) {
      posts.push({ channelId, nonce });
      return outcomeIn(channelId);
    },
  });
  return { store, posts, warnings, tell };
}

it('an alarm is posted once to each guild that follows the feed and has a channel for it', async () => {
  const { posts, tell } = await setUp(() => posted);
  expect(await tell(alert)).toBe(true);
  expect(await tell(alert)).toBe(true);
  expect(posts.map(({ channelId }) => channelId)).toEqual(['channel-1', 'channel-2']);
  expect(new Set(posts.map(({ nonce }) => nonce)).size).toBe(2);
  expect(posts.every(({ nonce }) => nonce.length <= 25)).toBe(true);
  await tell({ ...alert, since: startAt + 1 });
  expect(posts).toHaveLength(4);
});

it('a guild that has muted the feed hears nothing', async () => {
  const { posts, store, tell } = await setUp(() => posted);
  await store.feeds.mute('1', 'feed', startAt);
  await tell(alert);
  expect(posts.map(({ channelId }) => channelId)).toEqual(['channel-2']);
});

it('a refusal stops no other guild: a final one is logged, another is tried again with the same nonce', async () => {
  let isDown = true;
  const { posts, warnings, tell } = await setUp((channelId) =>
    channelId === 'channel-1' && isDown ? { ok: false, final: false, reason: 'Discord is away' } : posted,
  );
  expect(await tell(alert)).toBe(false);
  expect([posts.length, warnings]).toEqual([2, ['feed.alert-refused']]);
  isDown = false;
  expect(await tell(alert)).toBe(true);
  expect(posts.map(({ channelId }) => channelId)).toEqual(['channel-1', 'channel-2', 'channel-1']);
  expect(posts[2]?.nonce).toBe(posts[0]?.nonce);

  const refused = await setUp(() => ({ ok: false, final: true, reason: 'no rights' }));
  expect(await refused.tell(alert)).toBe(true);
  expect(refused.warnings).toHaveLength(2);
});

it('a post that breaks stops no other guild, and nothing is thrown', async () => {
  const { posts, tell } = await setUp((channelId) => {
    if (channelId === 'channel-1') throw new Error('broken');
    return posted;
  });
  expect(await tell(alert)).toBe(false);
  expect(posts).toHaveLength(2);
});
