import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FeedStore } from '../../src/domain/feed-store.ts';
import type { StoreBench } from './bench.ts';
import { followed } from './feed-bench.ts';

/** What any engine makes of feeds that someone else has written to, by SQL. */
export function damagedFeedContract(
  makeBench: () => Promise<StoreBench>,
  damage: (url: string, sql: string) => unknown,
): void {
  let bench: StoreBench;
  let feeds: FeedStore;
  beforeEach(async () => {
    bench = await makeBench();
    feeds = (await bench.open()).feeds;
  });
  afterEach(() => bench.clean());

  it.each(['[]', '{"etag":7}', '{"failure":{"reason":"bored"}}', 'null', '"ok"'])(
    'are polled anew where their state reads %s',
    async (state) => {
      const damaged = await followed(feeds, '100', { state: { etag: '"1"' } });
      const whole = await followed(feeds);
      await damage(bench.url, `update feed set state = '${state}' where id = '${damaged.id}'`);
      expect(await feeds.active()).toEqual([{ ...damaged, state: {} }, whole]);
      await feeds.update(damaged.id, { state: { etag: '"2"' } });
      expect((await feeds.get('100', damaged.id))?.feed.state).toEqual({ etag: '"2"' });
    },
  );

  it('are in no group where their groups cannot be read', async () => {
    const { id } = await followed(feeds);
    await damage(bench.url, `update subscription set groups = '{"News":1}'`);
    expect((await feeds.get('100', id))?.subscription.groups).toEqual([]);
    expect(await feeds.list('100')).toHaveLength(1);
  });
}
