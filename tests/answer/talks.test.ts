import { expect, it } from 'vitest';
import { talks } from '../../bench/parts/answers/talks.ts';
import { createTestApp } from '../commands/test-app.ts';
import { replay } from './replay-talk.ts';

/** So many turns of the talks come to what they should: raise it when more do. */
const floors = { tuning: 45, 'held-out': 28 } as const;

it('comes to what people expect in most turns of the talks, of those that nobody looked at as well', async () => {
  const app = await createTestApp();
  const right = { tuning: 0, 'held-out': 0 };
  for (const talk of talks) right[talk.half] += (await replay(talk, app)).filter((isRight) => isRight).length;
  expect(right.tuning).toBeGreaterThanOrEqual(floors.tuning);
  expect(right['held-out']).toBeGreaterThanOrEqual(floors['held-out']);
});
