import { expect, it } from 'vitest';
import { makeFolder } from '../../end-to-end/bot.ts';
import { killDeliverers } from './kill-deliverers.ts';

it('a deliverer that is killed while it posts misses no digest and doubles none', async () => {
  const folder = await makeFolder();
  const report = await killDeliverers({
    storeUrl: folder.storeUrl,
    due: 30,
    processes: [{}],
    program: 'tests/digest/delivery/deliverer-process.fixture.ts',
    killsAfter: [10],
    who: 'all',
    restMs: 0,
    seed: 20261126,
    faulty: /\/messages$/, // one of a forum's is tried again after 15 s
    withinMs: 20_000,
  });
  await folder.remove();
  expect(report).toMatchObject({
    states: { posted: 30 },
    missing: 0,
    doubled: 0,
    missingCards: 0,
    doubledCards: 0,
  });
});
