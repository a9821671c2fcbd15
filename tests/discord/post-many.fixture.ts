import { Routes } from 'discord.js';
import { z } from 'zod';
import { createPace } from '../../src/discord/pace.ts';
import { createPostRest, patiently } from '../../src/discord/post-rest.ts';
import { createLog } from '../../src/observe/log.ts';
import { openStore } from '../../src/store/open-store.ts';

/** A process of a bot of several: posts as many messages as it may, then tells how often a person would have waited how long. */
const [apiUrl, token, storeUrl, name, channels] = z
  .tuple([z.string(), z.string(), z.string(), z.string(), z.string()])
  .parse(process.argv.slice(2));

const posts = 250;
const atOnce = 40;

const store = await openStore(storeUrl, { now: Date.now });
const pace = createPace({ turns: store.requestTurns, ownShare: 25, log: createLog('silent'), now: Date.now });
const rest = createPostRest({ apiUrl, token, pace });
const ids = channels.split(',');
const send = pace({ lane: 'answers', timeoutMs: 5_000 });
const headers = { Authorization: `Bot ${token}` };

let sent = 0;
let failed = 0;
const answerWaits: number[] = [];

async function postOn(): Promise<void> {
  while (sent < posts) {
    sent += 1;
    const body = { content: 'News.', nonce: `${name}-${sent}`, enforce_nonce: true };
    const route = Routes.channelMessages(ids[sent % ids.length] ?? '');
    await patiently(() => rest.post(route, { body })).catch(() => {
      failed += 1;
    });
    if (sent % 10 !== 0) continue;
    const from = performance.now();
    await send(`${apiUrl}/v10/users/@me`, { headers });
    answerWaits.push(Math.round(performance.now() - from));
  }
}

process.on('message', () => {
  void Promise.all(Array.from({ length: atOnce }, postOn)).then(async () => {
    process.send?.({ failed, answerWaits });
    await store.close();
    process.disconnect();
  });
});
process.send?.('ready');
