import fc from 'fast-check';
import { expect, it } from 'vitest';
import { life, live } from './lives.ts';

it('each digest is posted, published and given its cards once, whatever fails and whoever ends at whatever step', async () => {
  let endings = 0;
  await fc.assert(
    fc.asyncProperty(life, async (lived) => {
      const { flaws, ended } = await live(lived);
      endings += ended;
      expect(flaws).toEqual([]);
    }),
    { numRuns: 40, seed: 20261126 },
  );
  expect(endings).toBeGreaterThan(80);
});
