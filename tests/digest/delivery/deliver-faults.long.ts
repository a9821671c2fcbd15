import fc from 'fast-check';
import { expect, it } from 'vitest';
import { life, live } from './lives.ts';

it('each digest is posted, published and given its cards once, whatever fails and whoever ends at whatever step', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  process.stdout.write(`seed ${seed}\n`);
  let endings = 0;
  await fc.assert(
    fc.asyncProperty(life, async (lived) => {
      const { flaws, ended } = await live(lived);
      endings += ended;
      expect(flaws).toEqual([]);
    }),
    { numRuns: 3_000, seed },
  );
  expect(endings).toBeGreaterThan(6_000);
});
