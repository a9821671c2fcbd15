import { expect, it } from 'vitest';
import { takeBotLock } from '../../src/store/sqlite/bot-lock.ts';
import { sqliteBench } from './sqlite-bench.ts';

it('the lock of a store is refused while another holds it, and free when it was given back', async () => {
  const { path, open, clean } = await sqliteBench();
  await open();
  const first = takeBotLock(path);
  expect(first).toBeDefined();
  expect(takeBotLock(path)).toBeUndefined();
  first?.release();
  const second = takeBotLock(path);
  expect(second).toBeDefined();
  second?.release();
  await clean();
});

it('a store in memory is nobody else’s', () => {
  expect(takeBotLock(':memory:')).toBeDefined();
  expect(takeBotLock(':memory:')).toBeDefined();
});
