import { expect } from 'vitest';
import { everyone } from './bench.ts';
import { sqliteBench } from './sqlite-bench.ts';
import { startStoreProcess } from './store-process.ts';

/** Has four processes open a new file at the same time; none may fail. */
export async function openByFour(): Promise<void> {
  const fresh = await sqliteBench();
  const openers = ['a', 'b', 'c', 'd'].map((name) => startStoreProcess('open', fresh.url, name));
  for (const opener of openers) opener.go();
  expect(await Promise.all(openers.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
  expect(await (await fresh.open()).articles.count(everyone)).toBe(0);
  expect(await fresh.flaws()).toEqual([]);
  await fresh.clean();
}
