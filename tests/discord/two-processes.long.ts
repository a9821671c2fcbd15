import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { addChannel } from '../../emulator/build-world.ts';
import { startEmulator } from '../../emulator/start.ts';
import { openStore } from '../../src/store/open-store.ts';
import { describeOnPostgres, newSchema } from '../postgres/databases.ts';

const tellings = z.tuple([z.object({ failed: z.int(), answerWaits: z.array(z.number()) })]).rest(z.unknown());

const toldBy = async (child: ChildProcess) => tellings.parse(await once(child, 'message'))[0];

describeOnPostgres('a bot of two processes', () => {
  it('posts at nine tenths of Discord’s limit or more, is hardly ever limited on the busiest machine, and lets answers past', async () => {
    const emulator = await startEmulator({ limits: { globalPerSecond: 50 } });
    const channels = Array.from({ length: 40 }, (_, index) =>
      addChannel(emulator.world, emulator.first.guild, `news-${index}`),
    );
    const storeUrl = await newSchema();
    await (await openStore(storeUrl, { now: Date.now })).close();
    const ids = channels.map(({ id }) => id).join(',');
    const children = ['a', 'b'].map((name) =>
      fork(join(import.meta.dirname, 'post-many.fixture.ts'), [
        emulator.url,
        emulator.token,
        storeUrl,
        name,
        ids,
      ]),
    );
    await Promise.all(children.map((child) => once(child, 'message')));
    const before = emulator.limitReport().requests;
    const from = performance.now();
    for (const child of children) child.send('go');
    const told = await Promise.all(children.map(toldBy));
    const seconds = (performance.now() - from) / 1_000;
    const { requests, busiestSecond, limitedGlobally } = emulator.limitReport();
    await emulator.close();
    const perSecond = (requests - before) / seconds;
    const waits = told.flatMap(({ answerWaits }) => answerWaits).sort((a, b) => a - b);
    const median = waits[Math.floor(waits.length / 2)];
    process.stdout.write(
      `${JSON.stringify({ requests, seconds, perSecond, busiestSecond, limitedGlobally, answers: { median, most: waits.at(-1) } })}\n`,
    );
    expect(told.map(({ failed }) => failed)).toEqual([0, 0]);
    expect(limitedGlobally).toBeLessThanOrEqual(requests / 40);
    expect(perSecond).toBeGreaterThanOrEqual(45);
  });
});
