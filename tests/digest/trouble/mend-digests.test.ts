import { expect, it } from 'vitest';
import { createMender } from '../../../src/digest/trouble/mend-digests.ts';
import { forWantOfRights, guildId, newsDigest, slot, startAlerting } from './alerting.ts';

/** A mender whose quiet time is over when it is told so. */
async function startMending() {
  const parts = await startAlerting();
  const quiet: (() => void)[] = [];
  const { digests, poster, clock, log, alerts } = parts;
  const mender = createMender({
    digests,
    poster,
    tellOf: alerts.tellOf,
    clock,
    log,
    wait: () => new Promise((resolve) => quiet.push(resolve)),
  });
  return { ...parts, mender, quiet };
}

const resting = { at: slot, by: 'rights', missing: ['Send Messages'] } as const;

it('a channel that is deleted pauses its digests, and the guild is told once', async () => {
  const { digests, mender, posts } = await startMending();
  await digests.add({ ...newsDigest, id: 'e'.repeat(22), channelId: '31' });
  mender.deleted(guildId, '30');
  mender.deleted(guildId, '30');
  mender.deleted(guildId, '32');
  await mender.done();
  expect(await digests.list(guildId)).toMatchObject([
    { pause: { at: slot, by: 'gone' } },
    { channelId: '31' },
  ]);
  expect(posts).toMatchObject([
    { channelId: '40', alert: { kind: 'gone', digests: [{ name: 'Morning news' }] } },
  ]);
});

it('rights that come back let digests go on that rested for want of them, and no others', async () => {
  const { digests, mender, quiet, posts, accesses, time } = await startMending();
  await digests.update({ ...newsDigest, pause: resting });
  await digests.add({ ...newsDigest, id: 'e'.repeat(22), channelId: '31', pause: resting });
  await digests.add({ ...newsDigest, id: 'f'.repeat(22), pause: { at: slot, by: 'person' } });
  accesses.set('31', { kind: 'messages', missing: ['Send Messages'] });
  time.now += 60_000;
  mender.changed(guildId);
  mender.changed(guildId);
  expect(quiet).toHaveLength(1);
  quiet.pop()?.();
  await mender.done();
  expect((await digests.list(guildId)).map(({ pause }) => pause?.by)).toEqual([
    undefined,
    'rights',
    'person',
  ]);
  expect(posts).toMatchObject([
    { alert: { kind: 'resumed', digests: [{ nextRunAt: slot + 24 * 3_600_000 }] } },
  ]);
});

it('with the rights the run that failed for want of them comes too, where it is not too late', async () => {
  const { digests, mender, quiet, ended, time } = await startMending();
  await ended(forWantOfRights);
  mender.changed(guildId);
  quiet.pop()?.();
  await mender.done();
  expect(await digests.deliveries(newsDigest.id, 1)).toMatchObject([{ state: 'pending' }]);
  await ended(forWantOfRights);
  time.now += 7 * 3_600_000;
  mender.changed(guildId);
  quiet.pop()?.();
  await mender.done();
  expect(await digests.deliveries(newsDigest.id, 1)).toMatchObject([{ state: 'failed' }]);
  expect((await digests.get(newsDigest.id, guildId))?.pause).toBeUndefined();
});

it('a channel that is not known stays as it is, and where nothing rests nobody is told', async () => {
  const { digests, mender, quiet, posts, accesses } = await startMending();
  mender.changed(guildId);
  quiet.pop()?.();
  await mender.done();
  await digests.update({ ...newsDigest, pause: resting });
  accesses.set('30', { kind: 'unknown', missing: [] });
  mender.changed(guildId);
  quiet.pop()?.();
  await mender.done();
  expect(await digests.list(guildId)).toMatchObject([{ pause: { by: 'rights' } }]);
  expect(posts).toEqual([]);
});
