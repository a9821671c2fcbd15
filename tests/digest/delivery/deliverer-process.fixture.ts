import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDeliverer } from '../../../src/digest/delivery/deliver.ts';
import { connect, createClient } from '../../../src/discord/client.ts';
import { ownShareOf } from '../../../src/discord/own-share.ts';
import { createPace } from '../../../src/discord/pace.ts';
import { createPostRest } from '../../../src/discord/post-rest.ts';
import { createPoster } from '../../../src/discord/poster.ts';
import { createLog } from '../../../src/observe/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { plainDraft } from './plain-draft.ts';

/** The bot's deliverer and nothing else of it, with short leases and many ticks, for tests that do not wait for minutes. */
const { DISCORD_TOKEN: token = '', DISCORD_API_URL: apiUrl = '', STORE_URL = '' } = process.env;
const clock = { now: Date.now };
const log = createLog('info');
const store = await openStore(STORE_URL, clock);
const pace = createPace({ turns: store.requestTurns, ownShare: ownShareOf(), log, now: Date.now });
const client = createClient({ apiUrl, pace });
const rest = createPostRest({ apiUrl, token, pace });
const deliverer = createDeliverer({
  digests: store.digests,
  poster: createPoster({ client, rest, keepLaw: async (reply) => reply }),
  clock,
  log,
  claimant: randomUUID(),
  draft: async (run) => plainDraft(run),
  tell: async () => true,
  limits: { leaseMs: 3_000, atOnce: 8 },
});
await connect(client, token);
log.info('bot.ready');
let isStopping = false;
process.on('SIGTERM', () => {
  isStopping = true;
});
while (!isStopping) {
  await deliverer.tick();
  await sleep(100);
}
await deliverer.stop();
await client.destroy();
await store.close();
