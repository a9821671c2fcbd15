import { expect, it } from 'vitest';
import { isRepeated } from '../../../src/digest/trouble/repeated-failure.ts';
import type { Delivery } from '../../../src/domain/digest.ts';
import { newsDigest, slot } from './alerting.ts';

const hourMs = 60 * 60_000;

const run = (hours: number, given: Partial<Delivery> = {}): Delivery => ({
  digestId: newsDigest.id,
  slot: slot + hours * hourMs,
  channelId: '30',
  guildId: '1',
  isAsked: false,
  nonce: 'n',
  reference: 'r',
  state: 'failed',
  attempts: 1,
  articleIds: [],
  reason: 'the forum wants a tag',
  ...given,
});

it('a digest that fails in the same way every hour is told of once a day', () => {
  const runs = Array.from({ length: 50 }, (_, hours) => run(hours)).toReversed();
  const told = runs.filter((one) => !isRepeated(one, runs)).map((one) => (one.slot - slot) / hourMs);
  expect(told).toEqual([48, 24, 0]);
});

it.each([
  ['another reason', run(1, { reason: 'the thread is locked' })],
  ['a post between', run(1, { state: 'posted' })],
  ['another end', run(1, { state: 'uncertain' })],
])('it is told of anew after %s', (_, between) => {
  expect(isRepeated(run(2), [run(2), between, run(0)])).toBe(false);
});

it('runs with nothing to say, and the same failure a day ago, do not count', () => {
  expect(isRepeated(run(2), [run(2), run(1, { state: 'empty' }), run(0)])).toBe(true);
  expect(isRepeated(run(24), [run(24), run(0)])).toBe(false);
});
