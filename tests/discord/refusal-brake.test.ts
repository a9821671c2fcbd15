import { expect, it } from 'vitest';
import { createRefusalBrake } from '../../src/discord/refusal-brake.ts';

it('after a thousand refusals within ten minutes nothing is posted until these are over', () => {
  const time = { now: 5_000 };
  const brake = createRefusalBrake(() => time.now);
  for (let refusal = 1; refusal < 1_000; refusal += 1) brake.note();
  expect(brake.heldMs()).toBe(0);
  time.now += 60_000;
  brake.note();
  expect(brake.heldMs()).toBe(540_000);
  time.now += 540_000;
  expect(brake.heldMs()).toBe(0);
  brake.note();
  expect(brake.heldMs()).toBe(0);
});
