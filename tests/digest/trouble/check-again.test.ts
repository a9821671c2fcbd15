import { expect, it } from 'vitest';
import { checkAgain } from '../../../src/digest/trouble/check-again.ts';
import type { Digest } from '../../../src/domain/digest.ts';
import { forWantOfRights, guildId, newsDigest, slot, startAlerting } from './alerting.ts';

const asked = { digestId: newsDigest.id, guildId, slot };
const hourMs = 60 * 60_000;

it('with the rights back the digest goes on from now, and the run that failed is open again', async () => {
  const parts = await startAlerting();
  await parts.ended(forWantOfRights);
  parts.time.now += 2 * hourMs;
  expect(await checkAgain(asked, parts)).toMatchObject({ kind: 'fine', isResumed: true, isReopened: true });
  const digest = await parts.digests.get(newsDigest.id, guildId);
  expect([digest?.pause, digest?.nextRunAt]).toEqual([undefined, slot + 24 * hourMs]);
  expect(await parts.digests.deliveries(newsDigest.id, 1)).toMatchObject([{ state: 'pending' }]);
  expect(await checkAgain(asked, parts)).toMatchObject({ kind: 'fine', isResumed: false, isReopened: false });
});

it('without them nothing changes, and what is missing is said', async () => {
  const parts = await startAlerting();
  await parts.ended(forWantOfRights);
  parts.accesses.set('30', { kind: 'messages', missing: ['Send Messages'] });
  expect(await checkAgain(asked, parts)).toMatchObject({ kind: 'missing', missing: ['Send Messages'] });
  parts.accesses.set('30', { kind: 'gone', missing: [] });
  expect(await checkAgain(asked, parts)).toMatchObject({ kind: 'channel-gone' });
  expect(await parts.digests.get(newsDigest.id, guildId)).toMatchObject({ pause: { by: 'rights' } });
  expect(await parts.digests.deliveries(newsDigest.id, 1)).toMatchObject([{ state: 'failed' }]);
});

it('a run of more than six hours ago, or for another channel, stays failed while its digest goes on', async () => {
  const parts = await startAlerting();
  await parts.ended(forWantOfRights);
  const elsewhere: Digest = { ...newsDigest, channelId: '31', pause: { at: slot, by: 'rights' } };
  await parts.digests.update(elsewhere);
  expect(await checkAgain(asked, parts)).toMatchObject({ isResumed: true, isReopened: false });
  await parts.digests.update({ ...elsewhere, channelId: '30' });
  parts.time.now += 6 * hourMs + 1;
  expect(await checkAgain(asked, parts)).toMatchObject({ isResumed: true, isReopened: false });
});

it('what a person has paused stays so, what is removed is told, and other guilds see nothing', async () => {
  const parts = await startAlerting();
  await parts.digests.update({ ...newsDigest, pause: { at: slot, by: 'person' } });
  expect(await checkAgain(asked, parts)).toMatchObject({ kind: 'paused' });
  expect(await checkAgain({ ...asked, guildId: '2' }, parts)).toEqual({ kind: 'removed' });
  await parts.digests.remove(newsDigest.id, guildId);
  expect(await checkAgain(asked, parts)).toEqual({ kind: 'removed' });
});
